// `check FILE` speaks of that file alone.
#include "data/check_file.h"

#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {
std::string holds(const fs::path& file) { return vi(data::check_file(file).holds); }
}  // namespace

TEST_CASE("each kind of file says what it holds, and nothing of what is shown beside it") {
    const std::string geodata = OCOP_GEODATA;
    CHECK(holds(geodata + "/plans/138-kh-ubnd-2021.toml") == "Kế hoạch 138/KH-UBND: 14 chỉ tiêu đã đọc");
    CHECK(holds(geodata + "/boundaries/crosswalk_2021_2025.csv") == "144 dòng chuyển đổi đã đọc");
    CHECK(holds(geodata + "/boundaries/2021/districts.shp") == "15 đơn vị cấp huyện và 0 đơn vị cấp xã đã đọc");
    CHECK(holds(geodata + "/boundaries/2025/communes.shp") == "0 đơn vị cấp huyện và 48 đơn vị cấp xã đã đọc");
    CHECK(holds(geodata + "/register/products.csv") == "80 sản phẩm đã đọc");
    CHECK(holds(geodata + "/minh-hoa.toml") == "111 sản phẩm đã đọc");
    CHECK(data::check_file(geodata + "/plans/138-kh-ubnd-2021.toml").findings.empty());
}

TEST_CASE("a plan and a crosswalk are checked against the shipped units") {
    const Folder folder;
    const auto plan =
        folder.write("a.toml",
                     "id = \"1\"\ntitle = \"x\"\nfrom = 2021-01-01\nto = 2021-12-31\n[[target]]\nindicator "
                     "= \"products\"\nlevel = \"district\"\nat_least = 4\nunits = { \"999\" = 3 }\n");
    CHECK(sentences(data::check_file(plan).findings) ==
          Lines{"Kế hoạch giao chỉ tiêu cho mã “999” nhưng không có đơn vị này."});
    const auto crosswalk = folder.write("chuyển.csv", "code_2021,code_2025\n30730,30742\n1,30742\n");
    CHECK(sentences(data::check_file(crosswalk).findings) ==
          Lines{"Không có xã, phường nào năm 2021 mang mã “1”; dòng chuyển đổi này bị bỏ qua.",
                "Bảng chuyển đổi thiếu 143 xã, phường của năm 2021 (như “Vĩnh Thanh”); số liệu của những nơi đó không "
                "hiện được trên đơn vị từ 7/2025. Hãy bổ sung."});
    CHECK(error_of([&] { data::check_file(folder.path() / "không có.csv"); }) ==
          "Không tìm thấy tệp “" + (folder.path() / "không có.csv").string() + "”. Hãy kiểm tra tên và thư mục.");
}

namespace {
/// The errors and warnings, each with the units that it is likest to.
Lines with_likeliest(const data::Checked& checked) {
    Lines out;
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        if (checked.findings[i].severity == core::Severity::note) continue;
        out.push_back(vi(checked.findings[i].what));
        if (const auto units = checked.likeliest.find(i); units != checked.likeliest.end())
            out.back() += " " + vi(units->second);
    }
    return out;
}
const std::string proposal = " Đây chỉ là gợi ý; chương trình không tự nhận tên nào.";
}  // namespace

TEST_CASE("a lone register: a name that names no unit is told with the likeliest ones, and joins none") {
    const Folder folder;
    const auto file = folder.write("sổ.csv",
                                   "product,producer,district,commune,stars\nMắm,A,An Bien,,3\nKhô,A,Xứ Lạ Lùng,,3\n"
                                   "Gạo,B,Châu Thành,Binh An,3\n");
    const auto checked = data::check_file(file);
    const std::string correct = ". Hãy sửa tên theo danh mục.";
    CHECK(with_likeliest(checked) ==
          Lines{"Không có huyện, thành phố nào tên “An Bien”" + correct + " Tên gần nhất: An Biên (908)." + proposal,
                "Không có huyện, thành phố nào tên “Xứ Lạ Lùng”" + correct,
                "Không có xã, phường, thị trấn nào tên “Binh An”" + correct +
                    " Tên gần nhất: Bình An (Châu Thành, 30898); Bình An (Kiên Lương, 30808); Bình San (Hà Tiên, "
                    "30772)." +
                    proposal});
    CHECK(data::open(file).records.products.at(0).location.district_code.empty());
}

TEST_CASE("a lone map: units that bear no name of the list are told with the likeliest ones") {
    const Folder folder;
    const auto square = [](const std::string& properties, int at) {
        const std::string x = std::to_string(104 + at), y = std::to_string(105 + at);
        return "{\"type\":\"Feature\",\"properties\":{" + properties +
               "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + x + ",9],[" + y + ",9],[" + y + ",10],[" +
               x + ",10],[" + x + ",9]]]}}";
    };
    const auto file =
        folder.write("huyện.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" +
                                          square("\"code\":\"908\",\"name\":\"An Bien\",\"kind\":\"huyện\"", 0) + "," +
                                          square("\"code\":\"909\",\"name\":\"An Minh\",\"kind\":\"huyện\"", 1) + "]}");
    const Lines said = with_likeliest(data::check_file(file));
    const std::string wanted =
        "Không có huyện, thành phố nào tên “An Bien”. Hãy sửa tên theo danh mục. Tên gần nhất: An Biên (908)." +
        proposal;
    CHECK(std::count(said.begin(), said.end(), wanted) == 1);
    CHECK(std::none_of(said.begin(), said.end(),
                       [](const std::string& line) { return line.find("“An Minh”") != std::string::npos; }));
}
