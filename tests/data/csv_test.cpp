#include "data/csv.h"

#include <catch2/catch.hpp>

#include "support.h"

using Rows = std::vector<std::vector<std::string>>;

static Rows parse(const std::string& text) { return ocop::data::parse_csv(text, "a.csv"); }

TEST_CASE("separators are found by the lines that hold them") {
    CHECK(parse("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(parse("a;b\n1;2") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(parse("a\tb\r\n1\t2\r\n") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(parse("tên;huyện\nmắm, ruốc, khô, tiêu;Phú Quốc\ngạo;Hòn Đất\n") ==
          Rows{{"tên", "huyện"}, {"mắm, ruốc, khô, tiêu", "Phú Quốc"}, {"gạo", "Hòn Đất"}});
    CHECK(parse("a,b\n\"1;2;3\",\"4;5\"\n") == Rows{{"a", "b"}, {"1;2;3", "4;5"}});
}

TEST_CASE("quotes keep separators, line ends and doubled quotes") {
    CHECK(parse("a,b\n\"x, \"\"y\"\"\nz\",2\n") == Rows{{"a", "b"}, {"x, \"y\"\nz", "2"}});
    CHECK(parse("a,b\n,\n\nc,\n") == Rows{{"a", "b"}, {"", ""}, {""}, {"c", ""}});
    CHECK(parse("a,5\" b\n") == Rows{{"a", "5\" b"}});
}

TEST_CASE("text stays as typed: no types, no lost zeros") {
    CHECK(parse("\xEF\xBB\xBF"
                "mã,số\n007,12.345\n") == Rows{{"mã", "số"}, {"007", "12.345"}});
}

TEST_CASE("a quote that is never closed is refused, with its row") {
    CHECK(
        tests::error_of([] { parse("a,b\n1,2\n3,\"4\n5,6\n7,8\n"); }) ==
        "Tệp “a.csv”: dấu ngoặc kép mở ở dòng 3 không được đóng, nên không biết các dòng sau thuộc ô nào. Hãy sửa dòng "
        "đó rồi lưu lại.");
}

TEST_CASE("a stray quote does not swallow the rows up to the next quoted cell") {
    const std::string said =
        "Tệp “a.csv”: dấu ngoặc kép mở ở dòng 2 không được đóng, nên không biết các dòng sau thuộc ô nào. Hãy sửa dòng "
        "đó rồi lưu lại.";
    CHECK(tests::error_of([] { parse("a,b\n\"1,2\n3,4\n5,\"6, 7\"\n8,9\n"); }) == said);
    CHECK(tests::error_of([] { parse("a,b\n\"1\" x,2\n"); }) == said);
    CHECK(parse("a,b\r\n\"1\",\"2\"\r\n\"3\",\"4\"") == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}});
}
