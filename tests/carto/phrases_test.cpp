// Numbers and sentences in both languages. Zero, no data and a value never look alike.
#include "carto/phrases.h"

#include <catch2/catch.hpp>
#include <set>

#include "carto/support.h"

using namespace carto_tests;
using carto::number_text;
using carto::Show;
using carto::status_text;
using carto::value_text;
using core::Language;

TEST_CASE("numbers as Vietnamese and English write them, cut and not rounded") {
    const auto vn = [](double n, int decimals) { return number_text(n, decimals, Language::vietnamese); };
    const auto uk = [](double n, int decimals) { return number_text(n, decimals, Language::english); };
    CHECK(vn(0, 0) == "0");
    CHECK(vn(999, 0) == "999");
    CHECK(vn(1000, 0) == "1.000");
    CHECK(vn(1234567, 0) == "1.234.567");
    CHECK(uk(1234567, 0) == "1,234,567");
    CHECK(vn(1234.5, 1) == "1.234,5");
    CHECK(uk(1234.5, 1) == "1,234.5");
    CHECK(vn(0.05, 1) == "0,0");
    CHECK(vn(0.3, 1) == "0,3");  // a hair under 0.3 in binary
    CHECK(vn(3.99, 1) == "3,9");
    CHECK(vn(12.345, 2) == "12,34");
    CHECK(vn(7, 2) == "7,00");
    CHECK(vn(-1234, 0) == "−1.234");
    CHECK(vn(-0.01, 1) == "0,0");  // no minus before nothing
    for (int n = 0; n <= 1000; ++n) CHECK(vn(n / 10.0, 1) == vn(n / 10, 0) + ',' + std::to_string(n % 10));
}

TEST_CASE("counts: no data, zero, a value, with a quota, as a lower bound") {
    const auto count = [](const Score& s) { return value_text(s, IndicatorId::products, Show::count, vi()); };
    CHECK(count(no_data()) == "–");
    CHECK(count(against(4, no_data())) == "–");
    CHECK(count(value(0)) == "0");
    CHECK(count(value(1200)) == "1.200");
    CHECK(count(against(4, value(2))) == "2/4");
    CHECK(count(against(4, value(0))) == "0/4");
    CHECK(count(against(4, at_least(value(2)))) == "≥ 2/4");
    Score about = against(10, value(9));
    about.bound = domain::Bound::about;
    CHECK(count(about) == "9/≈ 10");
}

TEST_CASE("percent of a quota and gap") {
    const auto percent = [](const Score& s) { return value_text(s, IndicatorId::products, Show::percent, vi()); };
    const auto gap = [](const Score& s) { return value_text(s, IndicatorId::products, Show::gap, vi()); };
    CHECK(percent(against(4, value(2))) == "50 %");
    CHECK(percent(against(250, value(249))) == "99 %");  // 99.6
    CHECK(percent(against(250, value(250))) == "100 %");
    CHECK(percent(against(4, value(0))) == "0 %");
    CHECK(percent(against(120, value(1))) == "< 1 %");
    CHECK(percent(against(120, at_least(value(1)))) == "> 0 %");
    CHECK(percent(against(4, at_least(value(2)))) == "≥ 50 %");
    CHECK(percent(against(0, value(2))) == "đạt");
    CHECK(percent(against(4, no_data())) == "–");
    CHECK(percent(value(3)) == "3");  // no quota here
    CHECK(value_text(against(4, value(2)), IndicatorId::products, Show::percent, en()) == "50%");
    CHECK(gap(against(4, value(1))) == "còn 3");
    CHECK(gap(against(4, value(4))) == "đạt");
    CHECK(gap(against(4, value(6))) == "+2");
    CHECK(gap(against(4, at_least(value(6)))) == "≥ +2");
    CHECK(gap(with(Status::undetermined, against(4, at_least(value(1))))) == "còn ≤ 3");
    CHECK(gap(against(4, at_least(value(1)))) == "còn ≤ 3");  // certainly below, but by how much is not known
    Score undated = against(4, value(1));
    undated.undated = 1;
    CHECK(gap(undated) == "còn ≤ 3");
    CHECK(gap(against(4, no_data())) == "–");
    CHECK(value_text(against(4, value(1)), IndicatorId::products, Show::gap, en()) == "3 short");
}

TEST_CASE("shares of people, of communes and of stars") {
    const auto text = [](const Score& s, Show show) { return value_text(s, IndicatorId::outreach, show, vi()); };
    CHECK(text(against(100, share(9, 11)), Show::count) == "9/11");
    CHECK(text(against(100, at_least(share(9, 11))), Show::count) == "≥ 9/11");
    CHECK(text(against(100, share(9, 11)), Show::percent) == "81 %");
    CHECK(text(against(100, share(249, 250)), Show::percent) == "99 %");
    CHECK(text(against(100, share(250, 250)), Show::percent) == "100 %");
    CHECK(text(against(100, share(249, 250)), Show::gap) == "còn 1 %");
    CHECK(text(against(100, share(250, 250)), Show::gap) == "đạt");
    CHECK(text(against(100, share(0, 144)), Show::percent) == "0 %");
    CHECK(text(against(100, share(1, 144)), Show::percent) == "< 1 %");
    CHECK(value_text(share(2, 3), IndicatorId::stars_share45, Show::count, vi()) == "66 %");
    CHECK(value_text(share(1, 300), IndicatorId::stars_share45, Show::count, vi()) == "< 1 %");
    Score commune = against(100, share(0, 1));
    commune.outreach = domain::OutreachStatus::under_way;
    CHECK(text(commune, Show::percent) == "đang làm");
    CHECK(value_text(commune, IndicatorId::outreach, Show::gap, en()) == "under way");
}

TEST_CASE("stars, mean, mix and rate") {
    const auto text = [](const Score& s, IndicatorId id) { return value_text(s, id, Show::count, vi()); };
    CHECK(text(value(4), IndicatorId::stars_highest) == "4★");
    CHECK(text(at_least(value(4)), IndicatorId::stars_highest) == "≥ 4★");
    CHECK(text(value(0), IndicatorId::stars_highest) == "0");
    CHECK(text(value(11, 3), IndicatorId::stars_mean) == "3,6★");
    CHECK(text(value(30000, 40000), IndicatorId::per_10k) == "0,7");
    CHECK(text(value(10000, 400000), IndicatorId::per_10k) == "< 0,1");
    CHECK(text(at_least(value(10000, 400000)), IndicatorId::per_10k) == "> 0");
    CHECK(text(value(0, 400000), IndicatorId::per_10k) == "0");
    Score mix = value(6);
    mix.mix = {3, 2, 1};
    CHECK(text(mix, IndicatorId::stars_mix) == "3–2–1");
    CHECK(text(at_least(mix), IndicatorId::stars_mix) == "≥ 3–2–1");
}

TEST_CASE("no value looks like zero, and none like no data, whatever is shown") {
    for (const domain::Indicator& row : domain::indicators())
        for (const Show show : {Show::count, Show::percent, Show::gap})
            for (const int quota : {0, 1, 4, 120}) {
                const bool people = row.measure == domain::Measure::percent;
                const auto text = [&](std::int64_t n) {
                    Score s = people ? share(n, 144) : row.measure == domain::Measure::rate ? value(n, 40) : value(n);
                    return value_text(quota > 0 ? against(people ? 100 : quota, s) : s, row.id, show, vi());
                };
                INFO(row.name << ' ' << static_cast<int>(show) << " against " << quota);
                CHECK(value_text(no_data(), row.id, show, vi()) == "–");
                CHECK(text(0) != "–");
                if (show == Show::gap && people && quota > 0) continue;  // what is missing is rounded up
                for (std::int64_t n = 1; n <= 4; ++n) CHECK(text(n) != text(0));
            }
}

TEST_CASE("the words of a status") {
    const auto said = [](const Score& s) { return status_text(s, vi()); };
    CHECK(said(against(4, value(4))) == "Đạt");
    CHECK(said(against(4, value(6))) == "Đạt, vượt 2");
    CHECK(said(against(4, at_least(value(6)))) == "Đạt, vượt ≥ 2");
    CHECK(said(against(4, value(3))) == "Chưa đạt, còn 1");
    CHECK(said(against(4, at_least(value(3)))) == "Chưa đạt, còn ≤ 1");
    CHECK(said(with(Status::severe, against(4, value(1)))) == "Chưa đạt một nửa, còn 3");
    CHECK(said(with(Status::undetermined, against(4, value(1)))) == "Chưa đủ dữ liệu");
    CHECK(said(against(100, share(9, 11))) == "Chưa đạt, còn 19 %");
    CHECK(said(no_data()) == "Chưa có số liệu");
    CHECK(said(value(3)) == "Không giao chỉ tiêu");
    CHECK(status_text(with(Status::severe, against(4, value(1))), en()) == "Under half, 3 short");
}

TEST_CASE("names: the kind only where the name alone is not unique") {
    Map map = map_of(IndicatorId::products, std::vector(3, value(1)), Show::count, Level::commune);
    auto& units = map.document.territories.at(domain::Era::y2021).units;
    units[1].name = units[2].name = "Vĩnh Thuận";
    units[2].kind = domain::UnitKind::township;
    CHECK(carto::short_name(map.territory(), 1, vi()) == "X. Vĩnh Thuận");
    CHECK(carto::short_name(map.territory(), 2, vi()) == "TT. Vĩnh Thuận");
    CHECK(carto::short_name(map.territory(), 3, vi()) == "U3");
    CHECK(carto::full_name(units[2], vi()) == "Thị trấn Vĩnh Thuận");
    CHECK(carto::full_name(units[2], en()) == "Vĩnh Thuận Township");
}

TEST_CASE("a commune is without products or not; it has no number of such communes") {
    const auto text = [](const Score& score, Level level, const core::Words& words) {
        return carto::unit_value_text(score, level, IndicatorId::blank_communes, Show::count, words);
    };
    CHECK(text(value(1), Level::commune, vi()) == "chưa có");
    CHECK(text(value(0), Level::commune, vi()) == "đã có");
    CHECK(text(value(0), Level::commune, en()) == "has one");
    CHECK(text(no_data(), Level::commune, vi()) == "–");
    CHECK(text(value(5), Level::district, vi()) == "5");
}

TEST_CASE("what has no date stands behind the count: 0 +5, – +5") {
    const auto text = [](Score s, Show show) {
        s.undated = 5;
        return value_text(s, IndicatorId::products, show, vi());
    };
    CHECK(text(against(4, value(0)), Show::count) == "0/4 +5");
    CHECK(text(no_data(), Show::count) == "– +5");
    CHECK(text(against(4, at_least(value(1))), Show::count) == "≥ 1/4 +5");
    CHECK(text(against(4, value(0)), Show::percent) == "≥ 0 %");
    CHECK(text(against(4, value(0)), Show::gap) == "còn ≤ 4");
}

TEST_CASE("no stars to speak of: neither zero nor no data") {
    const Score none = with(Status::not_applicable, no_data());
    CHECK(value_text(none, IndicatorId::stars_mean, Show::count, vi()) == "0 SP");
    CHECK(value_text(none, IndicatorId::stars_mean, Show::count, en()) == "none");
    CHECK(status_text(none, vi()) == "Không có sản phẩm");
    Score elsewhere = none;  // at a level where the indicator is not counted
    elsewhere.counted = false;
    CHECK(value_text(elsewhere, IndicatorId::ideas, Show::count, vi()) == "–");
    CHECK(status_text(elsewhere, vi()) == "Không áp dụng");
}

TEST_CASE("published totals stand beside the count of the same basis, with their source") {
    domain::Scoreboard board;
    board.completeness = {80, 24, 80, 75, 20, 54, {{"2021-1", "", 54, 18, "báo A; báo B"}}};
    CHECK(carto::completeness_text(board, vi()) ==
          "80 dòng · 24 có xã · 75 có ngày · liệt kê 20/54 đã công bố (đợt 2021-1, nguồn báo A)");
    CHECK(carto::published_texts(board, "", vi()) ==
          std::vector<std::string>{"Đã công bố 54 sản phẩm đợt 2021-1, nêu tên 18 · nguồn báo A; báo B"});
    board.completeness.rounds.insert(board.completeness.rounds.begin(), {"2020", "", 18, 18, "báo C"});
    board.completeness.rounds.push_back({"2021-1", "901", 4, {}, ""});
    board.completeness.published = 72;
    CHECK(
        carto::completeness_text(board, vi()) ==
        "80 dòng · 24 có xã · 75 có ngày · liệt kê 20/72 đã công bố (đợt 2020: 18, nguồn báo C; đợt 2021-1: 54, nguồn "
        "báo A)");
    CHECK(carto::published_texts(board, "901", en()) ==
          std::vector<std::string>{"Published: 4 products of round 2021-1"});
    CHECK(carto::published_texts(board, "902", vi()).empty());
}

TEST_CASE("a share of the quota that undated products could raise is a least one") {
    Score score = against(4, value(3));
    score.undated = 1;
    score.status = Status::undetermined;
    CHECK(carto::value_text(score, IndicatorId::products, carto::Show::percent, vi()) == "≥ 75 %");
    CHECK(carto::value_text(against(4, value(3)), IndicatorId::products, carto::Show::percent, vi()) == "75 %");
}
