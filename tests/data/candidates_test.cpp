// Rows that join nothing: what is offered for them, in which order, and that none of it is taken.
#include "data/candidates.h"

#include <catch2/catch.hpp>

#include "core/text.h"
#include "data/join.h"
#include "data/open.h"
#include "support.h"

using namespace ocop;
using domain::Era;
using domain::Level;
using domain::Likeness;

namespace {

const domain::Territory& territory() { return tests::shipped().territory(Era::y2021); }

const domain::Unit& unit(const domain::Candidate& candidate) {
    return territory().units[static_cast<std::size_t>(territory().find(candidate.code, candidate.level))];
}

/// "Name (district)" of what is offered.
std::vector<std::string> offered(const std::string& district, const std::string& commune) {
    std::optional<int> in;
    for (const int index : territory().at(Level::district))
        if (territory().units[static_cast<std::size_t>(index)].name == district) in = index;
    std::vector<std::string> out;
    for (const auto& candidate : data::candidates(territory(), Level::commune, commune, in))
        out.push_back(unit(candidate).name + " (" +
                      territory().units[static_cast<std::size_t>(unit(candidate).parent)].name + ")");
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the same name comes first, then the same without marks, then few letters; each in its own district first") {
    CHECK(offered("Vĩnh Thuận", "Vĩnh Thuận").size() >= 2);
    CHECK(offered("Vĩnh Thuận", "Vĩnh Thuận")[1] == "Vĩnh Thuận (Vĩnh Thuận)");  // both, for a person to choose (J-6)
    CHECK(offered("Châu Thành", "Thổ Châu").front() == "Thổ Châu (Phú Quốc)");   // in another district
    CHECK(offered("Phú Quốc", "Dương Dông").front() == "Dương Đông (Phú Quốc)");
    CHECK(offered("Phú Quốc", "Gàn Dầu").front() == "Gành Dầu (Phú Quốc)");
    CHECK(offered("Phú Quốc", "xã Thổ Chu").front() == "Thổ Châu (Phú Quốc)");
    const Names in_town = offered("Rạch Giá", "Vinh Thanh"), in_country = offered("Giồng Riềng", "Vinh Thanh");
    REQUIRE(in_town.size() >= 2);
    REQUIRE(in_country.size() >= 2);
    CHECK(Names(in_town.begin(), in_town.begin() + 2) == Names{"Vĩnh Thanh (Rạch Giá)", "Vĩnh Thạnh (Giồng Riềng)"});
    CHECK(Names(in_country.begin(), in_country.begin() + 2) ==
          Names{"Vĩnh Thạnh (Giồng Riềng)", "Vĩnh Thanh (Rạch Giá)"});
    CHECK(offered("Tân Hiệp", "Tân Hiệp C").size() >= 3);  // Tân Hiệp, A and B
    CHECK(offered("Tân Hiệp", "Sản phẩm OCOP").empty());
    CHECK(offered("Tân Hiệp", "xã").empty());
    CHECK(offered("", "").empty());
}

TEST_CASE("why a unit is offered is told") {
    const auto first = [](Level level, const char* text) {
        const auto all = data::candidates(territory(), level, text, {});
        REQUIRE_FALSE(all.empty());
        return all.front();
    };
    CHECK(first(Level::district, "Phó Quèc") == domain::Candidate{"911", Level::district, Likeness::old_font, 0});
    CHECK(first(Level::district, "Phuù Quoác") == domain::Candidate{"911", Level::district, Likeness::old_font, 0});
    CHECK(first(Level::district, "Phu Quoc") == domain::Candidate{"911", Level::district, Likeness::without_marks, 0});
    CHECK(first(Level::district, "Phú Quốcc") == domain::Candidate{"911", Level::district, Likeness::letters, 1});
    CHECK(first(Level::commune, "phường Thổ Châu") ==
          domain::Candidate{"31105", Level::commune, Likeness::same_name, 0});
}

TEST_CASE("a slip of one letter is offered its unit, and never joined") {
    const data::Join join{territory(), tests::shipped().aliases};
    int slips = 0, first = 0, joined = 0;
    for (const int index : territory().at(Level::commune)) {
        const domain::Unit& commune = territory().units[static_cast<std::size_t>(index)];
        const domain::Unit& district = territory().units[static_cast<std::size_t>(commune.parent)];
        for (std::size_t at = 0; at < commune.name.size(); ++at) {
            const char c = commune.name[at];
            if (c < 'a' || c > 'z') continue;
            const std::string slip = std::string{commune.name}.insert(at, 1, c);
            ++slips;
            const auto offers = data::candidates(territory(), Level::commune, slip, commune.parent);
            first += !offers.empty() && unit(offers.front()).name == commune.name ? 1 : 0;
            domain::Location location{district.name, slip, {}, {}};
            core::Findings findings;
            join.locate(location, {}, {}, {}, findings);
            joined += location.commune_code.empty() ? 0 : 1;
        }
    }
    CHECK(slips > 500);
    CHECK(joined == 0);
    CHECK(first == slips);
}

TEST_CASE("rows that do not join are listed with the cell of the name, and get their candidates") {
    const tests::Folder folder;
    const auto file = folder.write("sổ.csv",
                                   "Tên sản phẩm,Huyện,Xã,Mã xã,Hạng sao\n"
                                   "Nước mắm,Phú Quốc,Dương Dông,,4\n"
                                   "Khô cá,Phú Quôc,Dương Đông,,4\n"
                                   "Gạo,Vĩnh Thuận,Vĩnh Thuận,,3\n"
                                   "Mật ong,Châu Thành,Bình An,,3\n"
                                   "Tiêu,Châu Thành,,99999,3\n");
    const domain::Territory small = tests::small_territory();
    data::Draft draft;
    core::Findings findings;
    data::read_register(data::read_tables(file), data::Join{small}, {2022, 12, 31}, draft, findings);
    data::add_candidates(small, draft.unmatched);
    const auto codes = [](const domain::Unmatched& row) {
        Names out;
        for (const auto& candidate : row.candidates) out.push_back(candidate.code);
        return out;
    };
    REQUIRE(draft.unmatched.size() == 3);  // a code alone has no name to look for
    const domain::Unmatched &commune = draft.unmatched[0], &district = draft.unmatched[1], &twin = draft.unmatched[2];
    CHECK(commune.where == core::Place{file.string(), "", 2, 3});
    CHECK(commune.level == Level::commune);
    CHECK(commune.district_text == "Phú Quốc");
    CHECK(commune.commune_text == "Dương Dông");
    CHECK(commune.district_code == "911");
    CHECK(codes(commune) == Names{"31078"});
    CHECK(district.where == core::Place{file.string(), "", 3, 2});
    CHECK(district.level == Level::district);
    CHECK(codes(district) == Names{"911"});
    CHECK(twin.where == core::Place{file.string(), "", 4, 3});
    CHECK(codes(twin) == Names{"31051", "31060"});
    REQUIRE(tests::sentences(findings).size() == 4);
    CHECK(findings.size() >= 4);
}

TEST_CASE("a register opened with the shipped data has aliases, decoded columns and the names that are left") {
    const tests::Folder folder;
    const auto file = folder.write("sổ.csv",
                                   "Tên sản phẩm,Huyện,Xã,Hạng sao\n"
                                   "Nước mắm,Phó Quèc,D­¬ng §«ng,4\n"
                                   "Nước mắm nhĩ,Phó Quèc,Thæ Chu,4\n"
                                   "Khô,Phó Quèc,Hµm Ninh,3\n"
                                   "Sim,Phó Quèc,Cöa Cạn,3\n"
                                   "Tiêu,Phó Quèc,B·i Thomm,3\n");
    const domain::Document document = data::open(file);
    std::vector<std::string> communes;
    for (const domain::Product& product : document.records.products) {
        CHECK(product.location.district_code == "911");
        communes.push_back(product.location.commune_code);
    }
    CHECK(communes == Names{"31078", "31105", "31093", "", ""});
    REQUIRE(document.unmatched.size() == 2);
    CHECK(document.unmatched[1].commune_text == "Bãi Thomm");
    CHECK(document.unmatched[1].candidates.front().code == "31102");
    CHECK(document.aliases == tests::shipped().aliases);
    CHECK(domain::unnamed_units(document.territory(Era::y2021), document.records, Level::district).size() == 14);
    CHECK(domain::unnamed_units(document.territory(Era::y2021), document.records, Level::commune).size() == 141);
}
