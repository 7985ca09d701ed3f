#include "core/error.h"

#include <catch2/catch.hpp>

#include "core/finding.h"

using namespace ocop::core;

TEST_CASE("an error carries its sentence's key and fillings") {
    const Error error{"file.missing", {"xã.csv", "3"}};
    CHECK(error.message() == Message{"file.missing", {"xã.csv", "3"}});
    CHECK(std::string{error.what()} == "file.missing [xã.csv] [3]");
    CHECK(std::string{Error{"no.place"}.what()} == "no.place");
}

TEST_CASE("a broken promise is a logic error with its sentence") {
    CHECK_NOTHROW(require(true, "one is one"));
    CHECK_THROWS_AS(require(false, "one is two"), std::logic_error);
    CHECK_THROWS_WITH(require(false, "one is two"), "one is two");
}
