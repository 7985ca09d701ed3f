// Other names of units: the shipped list, an office's own, and the questions they leave open (J-5).
#include "data/aliases.h"

#include <catch2/catch.hpp>

#include "core/text.h"
#include "data/join.h"
#include "data/name_key.h"
#include "data/open.h"
#include "support.h"

using namespace ocop;
using domain::Alias;
using domain::Era;

namespace {

struct Located {
    std::string district, commune;
    std::vector<std::string> said;
};

Located locate(const domain::Territory& territory, const std::vector<Alias>& aliases, const std::string& district,
               const std::string& commune, const std::string& commune_code = {}) {
    domain::Location location{district, commune, {}, {}};
    core::Findings findings;
    data::Join{territory, aliases}.locate(location, {}, commune_code, {"sổ.xlsx", "Sản phẩm", 7, 5}, findings);
    return {location.district_code, location.commune_code, tests::sentences(findings)};
}

/// In the shipped territory of 2021, with the shipped aliases.
Located shipped_locate(const std::string& district, const std::string& commune, const std::string& code = {}) {
    return locate(tests::shipped().territory(Era::y2021), tests::shipped().aliases, district, commune, code);
}

Alias own(const char* text, const char* district, const char* code) {
    return {Era::y2021, text, district, code, "Lan", "2022-03-01", {}};
}

}  // namespace

TEST_CASE("every shipped alias is of a unit of its era, has a source and is needed or says what was renamed") {
    core::Findings findings;
    const auto aliases =
        data::read_aliases(tests::fs::path{OCOP_GEODATA} / "aliases.csv", tests::shipped().territories, findings);
    CHECK(findings.empty());
    CHECK(aliases == tests::shipped().aliases);
    REQUIRE(aliases.size() >= 17);
    for (const Alias& alias : aliases) {
        INFO(alias.text << ' ' << domain::id(alias.era));
        CHECK_FALSE(alias.source.empty());
        CHECK(alias.who.empty());
        const domain::Territory& in = tests::shipped().territory(alias.era);
        const int district = in.find(alias.code, domain::Level::district);
        if (district >= 0) {
            CHECK(locate(in, aliases, alias.text, "").district == alias.code);
            continue;
        }
        const int commune = in.find(alias.code, domain::Level::commune);
        REQUIRE(commune >= 0);
        const domain::Unit& unit = in.units[static_cast<std::size_t>(commune)];
        CHECK(locate(in, aliases, "", alias.text).commune == alias.code);
        CHECK(locate(in, {}, "", alias.text).commune.empty());  // needed
        if (unit.parent > 0)
            CHECK(locate(in, aliases, in.units[static_cast<std::size_t>(unit.parent)].name, alias.text).commune ==
                  alias.code);
    }
}

TEST_CASE("names of before March 2021 and other spellings are the units they became") {
    CHECK(shipped_locate("huyện Phú Quốc", "TT. Dương Đông").commune == "31078");
    CHECK(shipped_locate("Phú Quốc", "thị trấn An Thới").commune == "31081");
    CHECK(shipped_locate("H. Phú Quốc", "xã Hòn Thơm").commune == "31081");
    CHECK(shipped_locate("TP. Phú Quốc", "Hòn Thơm").commune == "31081");
    CHECK(shipped_locate("Phú Quốc", "Xã THỔ CHU").commune == "31105");
    CHECK(shipped_locate("", "Gánh Dầu").commune == "31087");
    CHECK(shipped_locate("thị xã Hà Tiên", "xã Mỹ Đức").commune == "30778");
    CHECK(shipped_locate("Hà Tiên", "P. Mĩ Đức").commune == "30778");
    CHECK(shipped_locate("Hòn Đất", "Mĩ Hiệp Sơn").commune == "30832");
    CHECK(locate(tests::shipped().territory(Era::y2025), tests::shipped().aliases, "", "đặc khu Thổ Chu").commune ==
          "31105");
}

TEST_CASE("an alias is no licence: type word, district and era have to agree") {
    CHECK(shipped_locate("Phú Quốc", "xã An Thới").commune.empty());  // a township once, a ward now
    CHECK(shipped_locate("Phú Quốc", "phường Thổ Chu").commune.empty());
    CHECK(shipped_locate("Hà Tiên", "xã Mĩ Đức").commune.empty());
    CHECK(shipped_locate("Châu Thành", "Thổ Chu").commune.empty());
    CHECK(shipped_locate("Phú Quốc", "Thổ Chư").commune.empty());
    CHECK(shipped_locate("Phú Quốc", "Tho Chu").commune.empty());
    CHECK(locate(tests::shipped().territory(Era::y2025), tests::shipped().aliases, "", "Gánh Dầu").commune.empty());
}

TEST_CASE("a code with another name is believed when an alias says that it is the same") {
    CHECK(shipped_locate("Phú Quốc", "Thổ Chu", "31105").commune == "31105");
    const Located other = shipped_locate("Phú Quốc", "Thổ Chu", "31078");
    CHECK(other.commune.empty());
    CHECK(other.said.size() == 1);
    CHECK(locate(tests::shipped().territory(Era::y2021), {}, "Phú Quốc", "Thổ Chu", "31105").commune.empty());
}

TEST_CASE("what a person chose answers the question, there and nowhere else") {
    const domain::Territory territory = tests::small_territory();
    const std::vector<Alias> chosen{own("Vĩnh Thuận", "Vĩnh Thuận", "31060")};
    CHECK(locate(territory, {}, "Vĩnh Thuận", "Vĩnh Thuận").commune.empty());
    CHECK(locate(territory, chosen, "Vĩnh Thuận", "Vĩnh Thuận").commune == "31060");
    CHECK(locate(territory, chosen, "H. VĨNH THUẬN", "vĩnh thuận").commune == "31060");
    CHECK(locate(territory, chosen, "Vĩnh Thuận", "TT. Vĩnh Thuận").commune == "31051");  // what is clear stays clear
    CHECK(locate(territory, chosen, "", "Vĩnh Thuận").commune.empty());
    CHECK(locate(territory, chosen, "Châu Thành", "Vĩnh Thuận").commune.empty());

    const Located moved = locate(territory, {own("Xóm Mới", "Châu Thành", "30799")}, "Châu Thành", "Xóm Mới");
    CHECK(moved.commune == "30799");
    CHECK(moved.district == "902");  // the unit's own
    CHECK(moved.said.empty());

    CHECK(locate(territory, {own("PQ", "", "911")}, "PQ", "Dương Đông").commune == "31078");
    const Located district = locate(territory, {own("PQ", "", "911")}, "PQ", "");
    CHECK(district.district == "911");
    // An alias of a district is none of a commune, nor the other way.
    CHECK(locate(territory, {own("PQ", "", "911")}, "", "PQ").commune.empty());
    CHECK(locate(territory, {own("DĐ", "", "31078")}, "DĐ", "").district.empty());
}

TEST_CASE("two answers are a question, and a person's answer outdoes a shipped one") {
    const domain::Territory territory = tests::small_territory();
    std::vector<Alias> aliases{{Era::y2021, "Xóm Mới", "", "30799", {}, {}, "a"},
                               {Era::y2021, "Xóm Mới", "", "31078", {}, {}, "b"}};
    const Located two = locate(territory, aliases, "", "Xóm Mới");
    CHECK(two.commune.empty());
    CHECK(two.said == std::vector<std::string>{"Bảng tên khác cho “Xóm Mới” là cả Dương Đông và Bình An nên chưa định "
                                               "vị. Hãy chọn đơn vị cho dòng này."});
    CHECK(locate(territory, aliases, "Phú Quốc", "Xóm Mới").commune == "31078");  // the district decides
    aliases.push_back(own("Xóm Mới", "", "30799"));
    CHECK(locate(territory, aliases, "", "Xóm Mới").commune == "30799");
    aliases.back().era = Era::y2025;
    CHECK(locate(territory, aliases, "", "Xóm Mới").commune.empty());
}

TEST_CASE("a list of other names tells of rows that it cannot use") {
    const tests::Folder folder;
    const auto path = folder.write("tên.csv",
                                   "era,text,district,code,who,when\n"
                                   "2021,Xóm Mới,Phú Quốc,31078,Lan,2022-03-01\n"
                                   ",,,,,\n"
                                   "2021,Xóm Cũ,,99999,,\n"
                                   "1999,Xóm Cũ,,31078,,\n"
                                   "2021,xóm  mới,TP. Phú Quốc,31105,Lan,2022-03-02\n");
    const domain::Territory territory = tests::small_territory();
    core::Findings findings;
    const auto aliases = data::read_aliases(path, {{Era::y2021, territory}}, findings);
    REQUIRE(aliases.size() == 2);
    CHECK(aliases[0] == Alias{Era::y2021, "Xóm Mới", "Phú Quốc", "31078", "Lan", "2022-03-01", ""});
    CHECK(tests::sentences(findings) ==
          std::vector<std::string>{
              "Tên khác “Xóm Cũ” được cho mã “99999” nhưng năm 2021 không có đơn vị nào mang mã này; bị bỏ qua.",
              "Dòng tên khác không dùng được: năm “1999” (cần 2021 hoặc 2025), tên “Xóm Cũ”; bị bỏ qua.",
              "Bảng tên khác cho “xóm mới” hai mã 31078 và 31105; dòng nào ghi tên này sẽ được hỏi lại. Hãy bỏ một mã "
              "hoặc ghi thêm huyện."});
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].where == core::Place{path.string(), "", 4, 4});
    CHECK(locate(territory, aliases, "Phú Quốc", "Xóm Mới").commune.empty());

    CHECK(tests::error_of([&] {
              core::Findings none;
              data::read_aliases(folder.write("thiếu.csv", "era,text\n2021,Xóm Mới\n"), {}, none);
          }) ==
          "Bảng tên khác “" + (folder.path() / "thiếu.csv").string() + "” thiếu cột code (cần era, text và code).");
}

TEST_CASE("a list of other names comes back from its own CSV") {
    const std::vector<Alias> aliases{own("Xóm \"Mới\", ấp 3", "Phú Quốc", "31078"),
                                     {Era::y2025, "Thổ Chu", "", "31105", {}, {}, "Nghị quyết 1, 2"}};
    const tests::Folder folder;
    core::Findings findings;
    const auto path = folder.write("tên.csv", data::aliases_csv(aliases));
    CHECK(data::read_aliases(path, {}, findings) == aliases);
    CHECK(findings.empty());
}
