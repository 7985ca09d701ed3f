#pragma once
// What other programs say of a file that was written.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

namespace tests {

/// What a command prints; fails the test when it cannot run.
inline std::string answer(const std::string& command) {
    std::string out;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), n);
    const int status = ::pclose(pipe);
    INFO(command << "\n" << out);
    REQUIRE(status == 0);
    return out;
}

}  // namespace tests
