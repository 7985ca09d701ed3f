#include "data/join.h"

#include <catch2/catch.hpp>

#include "support.h"

using namespace ocop;

namespace {

struct Located {
    std::string district, commune;
    std::vector<std::string> said;
    bool operator==(const Located&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Located& located) {
    out << '[' << located.district << ' ' << located.commune;
    for (const std::string& sentence : located.said) out << " | " << sentence;
    return out << ']';
}

Located locate(const std::string& district, const std::string& commune, const std::string& district_code = {},
               const std::string& commune_code = {}) {
    static const domain::Territory territory = tests::small_territory();
    domain::Location location{district, commune, {}, {}};
    core::Findings findings;
    data::Join{territory}.locate(location, district_code, commune_code, {"sổ.xlsx", "Sản phẩm", 7, 5}, findings);
    for (const core::Finding& finding : findings) CHECK(finding.where == core::Place{"sổ.xlsx", "Sản phẩm", 7, 5});
    return {location.district_code, location.commune_code, tests::sentences(findings)};
}

}  // namespace

TEST_CASE("names join within their district") {
    CHECK(locate("Phú Quốc", "Dương Đông") == Located{"911", "31078", {}});
    CHECK(locate("TP. Phú Quốc", "phường Dương Đông") == Located{"911", "31078", {}});
    CHECK(locate("huyện Phú Quốc", "Dương Đông") == Located{"911", "31078", {}});  // a district before it was a city
    CHECK(locate("Châu Thành", "Bình An") == Located{"905", "30904", {}});
    CHECK(locate("Kiên Lương", "xã Bình An") == Located{"902", "30799", {}});
    CHECK(locate("CHÂU THÀNH", "minh hoà") == Located{"905", "30898", {}});
    CHECK(locate("Phú Quốc", "") == Located{"911", "", {}});
    CHECK(locate("", "") == Located{"", "", {}});
}

TEST_CASE("a type word decides between two, and rules out the other kind") {
    CHECK(locate("Vĩnh Thuận", "TT. Vĩnh Thuận") == Located{"910", "31051", {}});
    CHECK(locate("Vĩnh Thuận", "xã Vĩnh Thuận") == Located{"910", "31060", {}});
    CHECK(locate("Vĩnh Thuận", "Vĩnh Thuận") ==
          Located{"910", "", {"“Vĩnh Thuận” có thể là nhiều đơn vị. Hãy ghi rõ xã, phường hay thị trấn, và huyện."}});
    CHECK(
        locate("Phú Quốc", "thị trấn Dương Đông") ==
        Located{"911",
                "",
                {"“thị trấn Dương Đông”: có đơn vị cùng tên nhưng khác loại. Hãy sửa xã, phường hay thị trấn theo danh "
                 "mục."}});
}

TEST_CASE("without a district a commune joins only when it is the only one") {
    CHECK(locate("", "Dương Đông") == Located{"911", "31078", {}});
    CHECK(locate("", "Bình An") ==
          Located{"", "", {"“Bình An” có thể là nhiều đơn vị. Hãy ghi rõ xã, phường hay thị trấn, và huyện."}});
}

TEST_CASE("nothing joins by likeness") {
    CHECK(locate("Phú Quôc", "Dương Đông") ==
          Located{"", "", {"Không có huyện, thành phố nào tên “Phú Quôc”. Hãy sửa tên theo danh mục."}});
    CHECK(locate("Phú Quốc", "Dương Dông") ==
          Located{"911", "", {"Không có xã, phường, thị trấn nào tên “Dương Dông”. Hãy sửa tên theo danh mục."}});
    CHECK(locate("Phú Quốc", "Thổ Chu").commune.empty());
    CHECK(locate("Chau Thanh", "").said.size() == 1);
    CHECK(locate("Phú", "").said.size() == 1);
    CHECK(locate("Châu Thành", "Bình").said.size() == 1);
}

TEST_CASE("a commune of another district is told and not placed") {
    CHECK(locate("Châu Thành", "Thổ Châu") ==
          Located{"905",
                  "",
                  {"“Thổ Châu” không thuộc Châu Thành mà thuộc Phú Quốc. Dòng này được tính cho huyện, chưa định vị "
                   "xã."}});
    CHECK(locate("Châu Thành", "", "", "31105").said ==
          std::vector<std::string>{
              "“Thổ Châu” không thuộc Châu Thành mà thuộc Phú Quốc. Dòng này được tính cho huyện, chưa định vị xã."});
}

TEST_CASE("codes join, unless they belong to another unit than the row says") {
    CHECK(locate("", "", "911", "31105") == Located{"911", "31105", {}});
    CHECK(locate("", "", "", "31105") == Located{"911", "31105", {}});
    CHECK(locate("Phú Quốc", "Thổ Châu", "911", "31105") == Located{"911", "31105", {}});
    CHECK(locate("", "", "999", "") == Located{"", "", {"Không có huyện, thành phố nào mang mã “999”."}});
    CHECK(locate("Phú Quốc", "", "", "99999") ==
          Located{"911", "", {"Không có xã, phường, thị trấn nào mang mã “99999”."}});
    CHECK(
        locate("Phú Quốc", "Dương Đông", "", "31105") ==
        Located{"911",
                "",
                {"Mã “31105” là của Thổ Châu nhưng dòng này ghi “Dương Đông”; chưa định vị. Hãy sửa mã hoặc tên (mã đã "
                 "được dùng lại từ tháng 7/2025)."}});
    CHECK(locate("Châu Thành", "", "911", "").district.empty());
}
