// Commands as a script runs them.
#include "app/commands.h"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/geometry.h"
#include "data/open.h"

using namespace ocop;

namespace {
const core::Words& vi() {
    static const core::Words words{core::Language::vietnamese};
    return words;
}
std::pair<int, std::string> run(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const int code = app::run_command(app::parse_options(arguments), vi(), {out, err});
    return {code, out.str()};
}
}  // namespace

TEST_CASE("info names everything that a picture depends on") {
    const auto [code, text] = run({"info"});
    CHECK(code == app::exit_done);
    for (const char* name : {"ocopmap ", "GDAL ", "PROJ ", "toml++ ", "Cairo ", "Pango ", "FreeType ", "Fontconfig ",
                             "libpng ", "ICU ", "GLFW ", "Dear ImGui ", "Đồ họa (không màn hình): ", "Phông chữ: "})
        CHECK(text.find(name) != std::string::npos);
    const auto json = nlohmann::json::parse(run({"info", "--json"}).second);
    for (const char* name : {"ocopmap", "GDAL", "toml++", "FreeType", "ICU", "GLFW", "Dear ImGui"})
        CHECK(json.at("versions").at(name).get<std::string>().find_first_of("0123456789") == 0);
    CHECK_FALSE(json.at("graphics").get<std::string>().empty());
    CHECK(json.at("geodata") == OCOP_GEODATA);
}

TEST_CASE("a template is not written over a workbook that may have been filled in") {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("mau-" + std::to_string(getpid()) + ".xlsx");
    std::ofstream{path} << "đã điền";
    std::ostringstream out, err;
    CHECK(app::run_command(app::parse_options({"template", "-o", path.string()}), vi(), {out, err}) ==
          app::exit_unreadable);
    CHECK(err.str() == "Tệp “" + path.string() + "” đã có. Hãy chọn tên khác.\n");
    std::string kept;
    std::getline(std::ifstream{path}, kept);
    CHECK(kept == "đã điền");
    std::filesystem::remove(path);
}

TEST_CASE("check of a lone file ends with what that file holds") {
    CHECK(run({"check", OCOP_GEODATA "/plans/138-kh-ubnd-2021.toml"}) ==
          std::pair{app::exit_done, std::string{"Kế hoạch 138/KH-UBND: 14 chỉ tiêu đã đọc; 0 lỗi và cảnh báo, 0 ghi "
                                                "chú.\n"}});
}

TEST_CASE("check names the likeliest units of a name that names none, as text and as JSON") {
    const auto file = std::filesystem::temp_directory_path() / ("tên " + std::to_string(getpid()) + ".csv");
    std::ofstream{file} << "product,producer,district,stars\nMắm,A,An Bien,3\n";
    const std::string said =
        "Không có huyện, thành phố nào tên “An Bien”. Hãy sửa tên theo danh mục. Tên gần nhất: An Biên (908). Đây chỉ "
        "là gợi ý; chương trình không tự nhận tên nào.";
    const auto [code, text] = run({"check", file.string()});
    CHECK(code == app::exit_findings);
    CHECK(text.find(": " + said + "\n") != std::string::npos);
    const auto rows = nlohmann::json::parse(run({"check", file.string(), "--json"}).second);
    std::filesystem::remove(file);
    CHECK(std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.at("text") == said; }) == 1);
}

TEST_CASE("the province is drawn as one unit") {
    const auto document = data::open(OCOP_GEODATA "/minh-hoa.toml");
    const auto options =
        app::parse_options({"render", OCOP_GEODATA "/minh-hoa.toml", "-o", "a.png", "--level", "province"});
    const carto::Picture picture = app::picture_of(document, options, vi());
    REQUIRE(!picture.scene.maps.empty());
    REQUIRE(picture.scene.maps.front().areas.size() == 1);
    CHECK(picture.scene.title == "Tỉnh Kiên Giang đã đạt 70 sản phẩm từ 3 sao (108/70 +1)");
    CHECK(core::area(picture.scene.maps.front().geometry->areas.front()) > 6.2e9);
}

TEST_CASE("a share of a quota that the plan does not set is refused, not drawn as a count") {
    const auto document = data::open(OCOP_GEODATA "/minh-hoa.toml");
    const auto complaint = [&](const std::string& indicator, const std::string& show) -> std::string {
        try {
            app::picture_of(document,
                            app::parse_options({"render", OCOP_GEODATA "/minh-hoa.toml", "-o", "a.png", "--indicator",
                                                indicator, "--show", show}),
                            vi());
        } catch (const app::UsageError& usage) {
            return vi().say(usage.message);
        }
        return "drawn";
    };
    CHECK(
        complaint("projects", "gap") ==
        "Kế hoạch không đặt chỉ tiêu projects ở cấp district nên không có phần trăm hay phần còn thiếu. Hãy bỏ --show "
        "hoặc chọn --level, --plan khác.");
    CHECK(complaint("ideas", "gap") == "drawn");
    CHECK(complaint("projects", "count") == "drawn");
}
