#include "core/error.h"

namespace ocop::core {

namespace {
std::string plain(const std::string& key, const std::vector<std::string>& args) {
    std::string text = key;
    for (const std::string& arg : args) text += " [" + arg + "]";
    return text;
}
}  // namespace

Error::Error(std::string key, std::vector<std::string> args)
    : std::runtime_error{plain(key, args)}, message_{std::move(key), std::move(args)} {}

void require(bool condition, std::string_view sentence) {
    if (!condition) throw std::logic_error{std::string{sentence}};
}

}  // namespace ocop::core
