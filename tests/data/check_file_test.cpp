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
