#include "domain/date.h"

#include <catch2/catch.hpp>

#include "domain/register.h"

using namespace ocop::domain;

TEST_CASE("leap years by the Gregorian rule") {
    CHECK(is_leap_year(2020));
    CHECK(is_leap_year(2000));
    CHECK_FALSE(is_leap_year(2021));
    CHECK_FALSE(is_leap_year(2100));
    CHECK(days_in_month(2020, 2) == 29);
    CHECK(days_in_month(2021, 2) == 28);
    CHECK(days_in_month(2021, 4) == 30);
    CHECK(days_in_month(2021, 12) == 31);
    CHECK(days_in_month(2021, 13) == 0);
    CHECK(days_in_month(2021, 0) == 0);
}

TEST_CASE("only days of the calendar are dates") {
    CHECK(is_valid({2020, 2, 29}));
    CHECK_FALSE(is_valid({2021, 2, 29}));
    CHECK_FALSE(is_valid({2021, 2, 31}));
    CHECK_FALSE(is_valid({2021, 0, 1}));
    CHECK_FALSE(is_valid({2021, 1, 0}));
    CHECK_FALSE(is_valid({1899, 12, 31}));
    CHECK(is_valid({2199, 12, 31}));
    CHECK_FALSE(is_valid({2200, 1, 1}));
}

TEST_CASE("months later is the same day, clamped to the end of the month") {
    CHECK(plus_months({2021, 12, 31}, 36) == Date{2024, 12, 31});
    CHECK(plus_months({2021, 8, 31}, 6) == Date{2022, 2, 28});
    CHECK(plus_months({2019, 8, 31}, 6) == Date{2020, 2, 29});
    CHECK(plus_months({2020, 2, 29}, 36) == Date{2023, 2, 28});
    CHECK(plus_months({2021, 11, 15}, 1) == Date{2021, 12, 15});
    CHECK(plus_months({2021, 12, 15}, 1) == Date{2022, 1, 15});
    CHECK(plus_months({2021, 1, 15}, -1) == Date{2020, 12, 15});
}

TEST_CASE("days later crosses months and years both ways") {
    CHECK(plus_days({2021, 12, 31}, 1) == Date{2022, 1, 1});
    CHECK(plus_days({2022, 1, 1}, -1) == Date{2021, 12, 31});
    CHECK(plus_days({2020, 2, 28}, 1) == Date{2020, 2, 29});
    CHECK(plus_days({2021, 3, 1}, -1) == Date{2021, 2, 28});
    CHECK(plus_days({2021, 12, 31}, 90) == Date{2022, 3, 31});
    CHECK(plus_days({2021, 12, 31}, 365) == Date{2022, 12, 31});
}

TEST_CASE("dates are read as offices write them") {
    const DatePoint last{{2021, 12, 31}, false};
    for (const char* text : {"2021-12-31", "2021/12/31", "31/12/2021", "31-12-2021", "31.12.2021", " 31/12/2021 ",
                             "2021-12-31T00:00:00", "31/12/2021 00:00:00"}) {
        INFO(text);
        CHECK(parse_date(text) == last);
    }
    CHECK(parse_date("1/2/2021") == DatePoint{{2021, 2, 1}, false});
    CHECK(parse_date("29/02/2020") == DatePoint{{2020, 2, 29}, false});
}

TEST_CASE("a year or a month counts from its last day and is approximate") {
    CHECK(parse_date("2021") == DatePoint{{2021, 12, 31}, true});
    CHECK(parse_date("2021-12") == DatePoint{{2021, 12, 31}, true});
    CHECK(parse_date("12/2021") == DatePoint{{2021, 12, 31}, true});
    CHECK(parse_date("2/2020") == DatePoint{{2020, 2, 29}, true});
    CHECK(parse_date("2021/02") == DatePoint{{2021, 2, 28}, true});
}

TEST_CASE("dates in words and with spaces") {
    const DatePoint day{{2021, 12, 5}, false}, month{{2021, 12, 31}, true};
    for (const char* text : {"ngày 5 tháng 12 năm 2021", "Ngày 05/12/2021", "5 / 12 / 2021", "05 -12- 2021"}) {
        INFO(text);
        CHECK(parse_date(text) == day);
    }
    for (const char* text : {"tháng 12/2021", "Tháng 12 năm 2021", "năm 2021", "tháng 12 - 2021"}) {
        INFO(text);
        CHECK(parse_date(text) == month);
    }
    for (const char* text : {"ngày 31 tháng 2 năm 2021", "tháng 13/2021", "ngày 5", "tháng 12", "năm nay",
                             "cuối năm 2021", "ngày 5 tháng 12 năm 2021 tại Rạch Giá"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("what is no date is none") {
    for (const char* text :
         {"", " ", "31/02/2021", "29/02/2021", "32/01/2021", "00/01/2021", "12/31/2021", "13/2021", "21", "1/1/21",
          "2021-", "-2021", "2021-12-31-1", "hôm qua", "31/12/2021x", "99999999999", "1/2/3/2021", "0021-01-01"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("dates are written in one form for files and one for people") {
    CHECK(iso({2021, 3, 5}) == "2021-03-05");
    CHECK(vietnamese({2021, 3, 5}) == "05/03/2021");
}

TEST_CASE("a round stands for the last day of its year, approximately; the national round 2022-1 for July 2023") {
    CHECK(round_date("2020") == DatePoint{{2020, 12, 31}, true});
    CHECK(round_date("2021-1") == DatePoint{{2021, 12, 31}, true});
    CHECK(round_date("2022-1") == DatePoint{{2022, 12, 31}, true});
    CHECK(round_date("national-2022-1") == DatePoint{{2023, 7, 31}, true});
    CHECK(round_date("national-2025") == DatePoint{{2025, 12, 31}, true});
    for (const char* text : {"", "đợt 1", "202", "20211", "2021/1", "national-"}) {
        INFO(text);
        CHECK_FALSE(round_date(text).has_value());
    }
}

TEST_CASE("a written date wins over the round, even a partial one") {
    Recognition r;
    r.round = "2021-1";
    CHECK(r.counts_from() == DatePoint{{2021, 12, 31}, true});
    r.recognised_on = DatePoint{{2022, 1, 15}, false};
    CHECK(r.counts_from() == r.recognised_on);
    r.recognised_on = parse_date("2020");
    CHECK(r.counts_from() == DatePoint{{2020, 12, 31}, true});
}

TEST_CASE("a certificate's last valid day") {
    Recognition r;
    CHECK_FALSE(r.last_valid_day().has_value());
    r.recognised_on = DatePoint{{2021, 12, 31}, false};
    CHECK(r.last_valid_day() == Date{2024, 12, 30});
    r.recognised_on = DatePoint{{2020, 2, 29}, false};  // + 36 months is 28/02/2023, the first day without
    CHECK(r.last_valid_day() == Date{2023, 2, 27});
    r.recognised_on = DatePoint{{2021, 3, 1}, false};
    CHECK(r.last_valid_day() == Date{2024, 2, 29});
    r.expires_on = Date{2022, 6, 30};
    CHECK(r.last_valid_day() == Date{2022, 6, 30});
}

TEST_CASE("a written date as people read it: the day first, and nothing more certain than it was written") {
    const auto readable = [](const char* written) { return readable_date(written); };
    CHECK(readable("2021/11/28") == "28/11/2021");
    CHECK(readable("2021-11-28 00:00:00") == "28/11/2021");
    CHECK(readable("1/2/2021") == "01/02/2021");
    CHECK(readable("2021-05") == "05/2021");
    CHECK(readable("05/2021") == "05/2021");
    CHECK(readable("2021") == "2021");
    CHECK(readable("31/02/2021") == "31/02/2021");
    CHECK(readable("chưa rõ") == "chưa rõ");
    CHECK(readable("") == "");
}
