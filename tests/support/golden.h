#pragma once
// Golden texts under tests/golden. UPDATE_GOLDEN=1 rewrites them; a difference leaves NAME.actual beside the golden.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace ocop::tests {

inline void check_golden(const std::string& name, const std::string& actual) {
    const std::filesystem::path path = std::filesystem::path{OCOP_TESTS} / "golden" / name;
    const std::filesystem::path kept = path.string() + ".actual";
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << actual;
        return;
    }
    std::ifstream file{path, std::ios::binary};
    const std::string expected{std::istreambuf_iterator<char>{file}, {}};
    INFO("golden " << path.string());
    CHECK(actual == expected);
    if (actual != expected)
        std::ofstream{kept, std::ios::binary} << actual;
    else
        std::filesystem::remove(kept);
}

}  // namespace ocop::tests
