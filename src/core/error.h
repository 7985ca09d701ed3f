#pragma once
// How a failed operation reaches the person who asked for it: one sentence from the catalogue.
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ocop::core {

/// A sentence of the catalogue (see words.h) with its fillings {0}, {1}, ...
struct Message {
    std::string key;
    std::vector<std::string> args;
    bool operator==(const Message&) const = default;
};

/// A failed operation. Caught in Session, jobs and main only. what() is the key and its fillings.
class Error : public std::runtime_error {
public:
    explicit Error(std::string key, std::vector<std::string> args = {});
    const Message& message() const noexcept { return message_; }

private:
    Message message_;
};

/// A broken program, checked in release builds too. Throws std::logic_error.
void require(bool condition, std::string_view sentence);

}  // namespace ocop::core
