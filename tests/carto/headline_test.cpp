// The answer as a sentence, and the order of the ranking.
#include <catch2/catch.hpp>

#include "carto/support.h"

using namespace carto_tests;
using carto::Show;

namespace {

std::vector<Score> scores(int met, int below, int undetermined = 0, int silent = 0) {
    std::vector<Score> out;
    const auto put = [&](int n, const Score& score) { out.insert(out.end(), static_cast<std::size_t>(n), score); };
    put(met, against(4, value(5)));
    put(below, against(4, value(3)));
    put(undetermined, with(Status::undetermined, against(4, at_least(value(1)))));
    put(silent, against(4, no_data()));
    return out;
}

Map products(const std::vector<Score>& of) { return map_of(IndicatorId::products, of); }

Map outreach(std::initializer_list<std::optional<domain::OutreachStatus>> states) {
    std::vector<Score> out;
    for (const auto& state : states) {
        Score s =
            state ? against(100, share(*state == domain::OutreachStatus::done ? 1 : 0, 1)) : against(100, no_data());
        s.outreach = state;
        out.push_back(s);
    }
    return map_of(IndicatorId::outreach, out, Show::percent, Level::commune);
}

}  // namespace

TEST_CASE("against a quota the sentence says how many fall short, and what is open") {
    CHECK(products(scores(6, 9)).headline() == "9/15 huyện, thành phố chưa đạt 4 sản phẩm từ 3 sao");
    CHECK(products(scores(6, 9)).headline(en()) ==
          "9 of 15 districts and cities have not reached 4 products with 3 stars or more");
    std::vector<Score> severe = scores(6, 8);
    severe.push_back(with(Status::severe, against(4, value(1))));  // under half is below, too
    CHECK(products(severe).headline() == "9/15 huyện, thành phố chưa đạt 4 sản phẩm từ 3 sao");
    CHECK(products(scores(15, 0)).headline() == "Cả 15 huyện, thành phố đã đạt 4 sản phẩm từ 3 sao");
    CHECK(products(scores(0, 15)).headline() == "Cả 15 huyện, thành phố chưa đạt 4 sản phẩm từ 3 sao");
    CHECK(products(scores(4, 9, 1, 1)).headline() ==
          "9/15 huyện, thành phố chưa đạt 4 sản phẩm từ 3 sao; 1 nơi chưa đủ dữ liệu; 1 nơi chưa có số liệu");
    CHECK(products(scores(3, 0, 5, 7)).headline() ==
          "Chưa đủ dữ liệu để kết luận: 3/15 huyện, thành phố đã chắc chắn đạt 4 sản phẩm từ 3 sao");
    CHECK(products(scores(3, 0, 5, 7)).headline(en()) ==
          "Not enough data to conclude: 3 of 15 districts and cities have certainly reached 4 products with 3 stars or "
          "more");
    CHECK(products(scores(3, 0, 0, 12)).headline() ==
          "3/15 huyện, thành phố đã đạt 4 sản phẩm từ 3 sao; 12 nơi chưa có số liệu");
    CHECK(products(scores(0, 0, 0, 15)).headline() == "Chưa có số liệu về sản phẩm từ 3 sao");
    CHECK(products(scores(0, 0, 0, 15)).headline(en()) == "No data yet on products with 3 stars or more");
}

TEST_CASE("where the map shows what is missing, the sentence says how much and in how many places") {
    const auto gap = [](const std::vector<Score>& of) { return map_of(IndicatorId::products, of, Show::gap); };
    std::vector<Score> some = scores(6, 8, 1, 2);
    some.push_back(with(Status::severe, against(4, value(0))));
    CHECK(gap(some).headline() ==
          "Còn thiếu 12 sản phẩm từ 3 sao ở 9/18 huyện, thành phố; 1 nơi chưa đủ dữ liệu; 2 nơi chưa có số liệu");
    CHECK(gap(some).headline(en()) ==
          "12 products with 3 stars or more are still missing in 9 of 18 districts and cities; 1 lack enough "
          "data; 2 have no data");
    CHECK(gap(scores(3, 0, 5, 7)).headline() ==
          "Còn thiếu nhiều nhất 15 sản phẩm từ 3 sao ở 5/15 huyện, thành phố chưa đủ dữ liệu; 7 nơi chưa có số liệu");
    Score undated = against(4, value(1));  // below, whenever the undated one was recognised
    undated.undated = 1;
    CHECK(gap({against(4, value(5)), against(4, value(2)), with(Status::below, undated)}).headline() ==
          "Còn thiếu nhiều nhất 5 sản phẩm từ 3 sao ở 2/3 huyện, thành phố");
    CHECK(gap(scores(15, 0)).headline() == "Cả 15 huyện, thành phố đã đạt 4 sản phẩm từ 3 sao");
}

TEST_CASE("units with quotas of their own are measured by them") {
    CHECK(products({against(4, value(3)), against(10, value(10))}).headline() ==
          "1/2 huyện, thành phố chưa đạt chỉ tiêu về sản phẩm từ 3 sao");
}

TEST_CASE("without a quota the sentence names who leads; of a list with gaps it says so") {
    CHECK(products({value(2), value(7), value(1)}).headline() == "U2 dẫn đầu với 7 sản phẩm từ 3 sao");
    CHECK(products({value(2), value(7), value(1)}).headline(en()) == "U2 leads with 7 products with 3 stars or more");
    CHECK(products({value(7), value(7), value(1)}).headline() == "U1 và U2 dẫn đầu với 7 sản phẩm từ 3 sao");
    CHECK(products({value(7), value(7), value(7), value(1)}).headline() ==
          "3 huyện, thành phố cùng dẫn đầu với 7 sản phẩm từ 3 sao");
    CHECK(products({value(7), value(7)}).headline() == "Cả 2 huyện, thành phố cùng có 7 sản phẩm từ 3 sao");
    CHECK(products({at_least(value(7)), no_data()}).headline() ==
          "Theo danh sách hiện có, U1 dẫn đầu với ít nhất 7 sản phẩm từ 3 sao");
    CHECK(products({value(0), value(0)}).headline() == "Chưa có sản phẩm nào từ 3 sao");
    CHECK(products({value(0), no_data()}).headline() == "Chưa có sản phẩm nào từ 3 sao; 1 nơi chưa có số liệu");
    CHECK(map_of(IndicatorId::outreach, {at_least(share(0, 2)), share(0, 3)}).headline() ==
          "Chưa có đơn vị cấp xã nào được tuyên truyền; 1 nơi chưa đủ dữ liệu");
    CHECK(map_of(IndicatorId::outreach, {at_least(share(1, 2)), share(0, 3)}).headline() ==
          "Theo danh sách hiện có, U1 dẫn đầu với ít nhất 50 % đơn vị cấp xã được tuyên truyền");
}

TEST_CASE("within a sentence the kind of a commune is no name") {
    const core::Words words = vi();
    domain::Unit unit;
    unit.name = "Dương Đông";
    unit.kind = domain::UnitKind::ward;
    CHECK(carto::full_name_within(unit, words) == "phường Dương Đông");
    CHECK(carto::full_name_within(unit, en()) == "Dương Đông Ward");
    unit.kind = domain::UnitKind::special_zone;
    CHECK(carto::full_name_within(unit, words) == "đặc khu Dương Đông");
}

TEST_CASE("the larger share leads, however it is written") {
    CHECK(map_of(IndicatorId::stars_share45, {share(2, 3), share(3, 4), share(1, 2)}).headline() ==
          "U2 dẫn đầu với 75 % sản phẩm từ 4 sao trở lên");
    CHECK(map_of(IndicatorId::stars_share45, {share(1, 2), share(2, 4)}).headline() ==
          "Cả 2 huyện, thành phố cùng có 50 % sản phẩm từ 4 sao trở lên");
}

TEST_CASE("shares of people against 100 %, and communes one by one") {
    using enum domain::OutreachStatus;
    CHECK(map_of(IndicatorId::outreach, {against(100, share(249, 250)), against(100, share(3, 3))}, Show::percent)
              .headline() == "1/2 huyện, thành phố chưa đạt 100 % đơn vị cấp xã được tuyên truyền");
    CHECK(outreach({done, planned, none, std::nullopt}).headline() ==
          "2/4 xã, phường, thị trấn chưa hoàn thành tuyên truyền; 1 nơi chưa có số liệu");
    CHECK(outreach({done, done}).headline() == "Cả 2 xã, phường, thị trấn đã hoàn thành tuyên truyền");
    CHECK(outreach({done, under_way}).headline(en()) == "1 of 2 communes, wards and townships are not yet reached");
}

TEST_CASE("the line under it: date, basis, filter, gaps") {
    Map map = products({value(2)});
    const auto line = [&] { return carto::subtitle(map.document, map.board, map.spec, vi()); };
    CHECK(line() == "đến 31/12/2021 · công nhận đến ngày");
    map.board.query.basis = domain::Basis::fresh;
    map.board.query.filter.stars = {4, 5};
    CHECK(line() == "đến 31/12/2021 · công nhận mới trong kỳ · chỉ 4, 5 sao");
    Map open = products({at_least(value(2))});
    CHECK(carto::subtitle(open.document, open.board, open.spec, en()) ==
          "as of 31/12/2021 · recognised up to the date · lists incomplete");
    Map people = map_of(IndicatorId::outreach, {share(1, 2)});
    CHECK(carto::subtitle(people.document, people.board, people.spec, vi()) == "đến 31/12/2021");  // no basis
}

TEST_CASE(
    "the ranking: largest gap first, equal ones share a place and stand by name, no data last and without a place") {
    Map map = products({against(4, value(3)), against(4, no_data()), against(4, value(0)), against(4, value(6)),
                        against(4, value(3)), against(4, value(4))});
    auto& units = map.document.territories.at(domain::Era::y2021).units;
    const char* const names[] = {"Ê", "B", "C", "D", "Đ", "A"};  // D before Đ before Ê
    for (std::size_t i = 0; i < 6; ++i) units[i + 1].name = names[i];
    std::string order;
    for (const auto& row : carto::ranking(map.document, map.board, map.spec, vi()))
        order += std::to_string(row.place) + row.name + ' ' + row.value + ';';
    CHECK(order == "1C 0/4;2Đ 3/4;2Ê 3/4;4A 4/4;5D 6/4;0B –;");
    map = products({value(2), value(5), no_data(), value(5)});
    order.clear();
    for (const auto& row : carto::ranking(map.document, map.board, map.spec, vi()))
        order += std::to_string(row.place) + row.name + ';';
    CHECK(order == "1U2;1U4;3U1;0U3;");
}

TEST_CASE("tiles: the province against each target of the plan") {
    Map map = map_of(IndicatorId::products, {value(1)}, Show::count, Level::district, against(70, value(69)));
    map.document.plan.targets = {{IndicatorId::products, Level::province, domain::Bound::at_least, 70, {}},
                                 {IndicatorId::ideas, Level::district, domain::Bound::at_least, 2, {}}};
    const auto tiles = carto::tiles(map.document, map.board, vi());
    REQUIRE(tiles.size() == 2);
    CHECK(tiles[0].label == "Sản phẩm từ 3 sao");
    CHECK(tiles[0].value == "69/70");
    CHECK(tiles[0].status == "Chưa đạt, còn 1");
    CHECK(tiles[1].value == "–");
    CHECK(tiles[1].status == "Chưa có số liệu");
}

TEST_CASE("the rate says when it is the population that is missing") {
    Map map = map_of(IndicatorId::per_10k, {no_data(), no_data()});
    CHECK(map.headline() == "Chưa có số dân nên chưa tính được sản phẩm trên 1 vạn dân");
    const auto line = [&] { return carto::subtitle(map.document, map.board, map.spec, vi()); };
    CHECK(line() == "đến 31/12/2021 · công nhận đến ngày · 2/2 nơi chưa có số dân");
    map.document.territories.at(domain::Era::y2021).units[1].population = 20000;
    CHECK(map.headline() == "Chưa có số liệu về sản phẩm trên 1 vạn dân");
    CHECK(line() == "đến 31/12/2021 · công nhận đến ngày · 1/2 nơi chưa có số dân");
    map.document.territories.at(domain::Era::y2021).units[2].population = 20000;
    CHECK(line() == "đến 31/12/2021 · công nhận đến ngày");
}

TEST_CASE("a complete list without a product is no missing list") {
    const Score none = with(Status::not_applicable, no_data());
    CHECK(map_of(IndicatorId::stars_mean, {none, none}).headline() == "Chưa có sản phẩm nào từ 3 sao");
    CHECK(map_of(IndicatorId::stars_mean, {none, no_data()}).headline() == "Chưa có số liệu về hạng sao của sản phẩm");
    CHECK(map_of(IndicatorId::stars_mean, {none, value(7, 2)}).headline() == "U2 dẫn đầu với bình quân 3,5 sao");
    CHECK(map_of(IndicatorId::stars_mean, {no_data(), value(7, 2)}).headline() ==
          "Theo danh sách hiện có, U2 dẫn đầu với bình quân 3,5 sao");
}

TEST_CASE("of the province alone the sentence is about itself") {
    const auto said = [](IndicatorId id, const Score& whole) {
        Map map = map_of(id, {value(1)}, Show::count, Level::district, whole);
        map.spec.level = Level::province;
        return map.headline();
    };
    CHECK(said(IndicatorId::products, against(70, value(69))) == "Tỉnh Tỉnh chưa đạt 70 sản phẩm từ 3 sao (69/70)");
    CHECK(said(IndicatorId::products, against(70, value(108))) == "Tỉnh Tỉnh đã đạt 70 sản phẩm từ 3 sao (108/70)");
    CHECK(said(IndicatorId::products, with(Status::undetermined, against(70, at_least(value(38))))) ==
          "Chưa đủ dữ liệu để kết luận Tỉnh Tỉnh đã đạt 70 sản phẩm từ 3 sao hay chưa (≥ 38/70)");
    CHECK(said(IndicatorId::projects, value(5)) == "Tỉnh Tỉnh: 5 dự án");
    CHECK(said(IndicatorId::products, no_data()) == "Chưa có số liệu về sản phẩm từ 3 sao");
}
