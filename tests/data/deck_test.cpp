// The [[scene]] tables of a deck file: read in order, and told with file and line where they cannot be used.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;
using domain::Show;

namespace {

domain::Document open_deck(const Folder& folder, const std::string& text) {
    folder.write("cảnh.toml", text);
    return data::open(workspace(folder, "deck = \"cảnh.toml\"\n" + shipped_districts + shipped_communes));
}
domain::Document open_deck(const std::string& text) { return open_deck(Folder{}, text); }

const std::string sound = "[[scene]]\nid = \"s\"\nindicator = \"products\"\n";

}  // namespace

TEST_CASE("a deck is read in order, with TOML's own kinds of values") {
    const domain::Document document = open_deck(
        "[[scene]]\nid = \"b\"\ntitle = \"Hai\"\nindicator = \"stars:mean\"\nas_of = 2022-06-30\nstars = [4, 5]\n"
        "groups = [\"food\", \"Đồ uống, nước\"]\nbreaks = [1, 4]\ncamera = [470000.5, 1090000, 150000]\n"
        "selected = \"911\"\nera = 2021\n" +
        sound);
    CHECK(placed(document.findings).empty());
    REQUIRE(document.deck.scenes.size() == 2);
    const domain::SceneSpec& scene = document.deck.scenes[0];
    CHECK(scene.title == "Hai");
    CHECK(scene.indicator == domain::IndicatorId::stars_mean);
    CHECK(scene.as_of == domain::Date{2022, 6, 30});
    CHECK(scene.filter.stars == std::vector{4, 5});
    CHECK(scene.filter.groups == std::vector<std::string>{"food", "Đồ uống, nước"});
    CHECK(scene.breaks == std::vector{1, 4});
    CHECK(scene.camera == domain::SceneCamera{{470000.5, 1090000}, 150000});
    CHECK(scene.selected == "911");
    CHECK(scene.era == domain::Era::y2021);
    CHECK(document.deck.scenes[1].id == "s");
}

TEST_CASE("what a deck gets wrong is told with its line; the rest is kept") {
    const domain::Document document =
        open_deck("pace = 3\n" + sound +                                                                   // 2 to 4
                  "[[scene]]\nid = \"x\"\nindicator = \"profit\"\n" +                                      // 5 to 7
                  "[[scene]]\nid = \"y\"\nindicator = \"ideas\"\nlevel = \"commune\"\n" +                  // 8 to 11
                  "[[scene]]\nid = \"z\"\nindicator = \"products\"\nselected = \"999\"\nshown = true\n" +  // 12 to 16
                  "[[scene]]\nid = \"s\"\nindicator = \"outreach\"\n");                                    // 17 to 19
    CHECK(
        placed(document.findings) ==
        Lines{"cảnh.toml 1:0 Không hiểu khóa “pace” nên bỏ qua. Hãy kiểm tra chính tả.",
              "cảnh.toml 7:0 Cảnh “x”: giá trị indicator = “profit” không dùng được nên cảnh này bị bỏ qua. Có thể "
              "dùng: products, outreach, stars:mean, ….",
              "cảnh.toml 11:0 Cảnh “y”: chỉ tiêu “ideas” không được đếm ở cấp commune nên cảnh này bị bỏ qua. Hãy sửa "
              "level.",
              "cảnh.toml 16:0 Không hiểu khóa “shown” nên bỏ qua. Hãy kiểm tra chính tả.",
              "cảnh.toml 15:0 Cảnh “z”: selected nêu mã “999” nhưng năm 2021 không có đơn vị này; cảnh vẫn được chiếu, "
              "không chọn đơn vị nào.",
              "cảnh.toml 18:0 Đã có một cảnh “s” ở trên; cảnh này bị bỏ qua. Hãy đặt id khác."});
    REQUIRE(document.deck.scenes.size() == 2);
    CHECK(document.deck.scenes[1].id == "z");
}

TEST_CASE("a deck that cannot be read leaves the map") {
    const auto said = [](const std::string& text) {
        const Folder folder;
        const domain::Document document = open_deck(folder, text);
        CHECK(document.deck.scenes.empty());
        CHECK(document.territory(domain::Era::y2021).at(domain::Level::district).size() == 15);
        Lines lines = placed(document.findings);
        for (std::string& line : lines)
            if (const auto at = line.find(folder.path().string()); at != std::string::npos)
                line.erase(at, folder.path().string().size() + 1);
        return lines;
    };
    CHECK(said("[[scene]\n") ==
          Lines{"cảnh.toml 0:0 Tệp “cảnh.toml”, dòng 1: không hiểu cách viết “[[scene]”. Chữ phải để trong ngoặc kép, "
                "ngày viết 2021-12-31, tên mục để trong ngoặc vuông, mỗi dòng một khóa = giá trị."});
    CHECK(said("") == Lines{"cảnh.toml 0:0 Tệp “cảnh.toml” rỗng (0 byte). Hãy chép hoặc lưu lại tệp."});
    CHECK(said("# nothing\n") == Lines{"cảnh.toml 0:0 Bộ trình chiếu không có cảnh nào (mục [[scene]])."});
    CHECK(said("scene = [1, 2]\n") == Lines{"cảnh.toml 1:0 Bộ trình chiếu không có cảnh nào (mục [[scene]])."});
    const Folder folder;
    const domain::Document document =
        data::open(workspace(folder, "deck = \"thiếu.toml\"\n" + shipped_districts + shipped_communes));
    REQUIRE(placed(document.findings).size() == 1);
    CHECK(placed(document.findings)[0].starts_with("không gian làm việc.toml 2:0 Không tìm thấy tệp “"));
}

TEST_CASE("a scene may have another plan, read once beside the deck") {
    const std::string other = "plan = \"" OCOP_GEODATA "/plans/118-kh-ubnd-2021-2025.toml\"\n";
    const domain::Document document =
        open_deck(sound + other + "[[scene]]\nid = \"t\"\nindicator = \"products\"\n" + other);
    CHECK(placed(document.findings).empty());
    REQUIRE(document.deck.plans.size() == 1);
    CHECK(document.deck.plans.begin()->second.id == "118/KH-UBND");
    const domain::Document missing = open_deck(sound + "plan = \"không có.toml\"\n");
    CHECK(missing.deck.scenes.empty());
    REQUIRE(placed(missing.findings).size() == 2);
    CHECK(placed(missing.findings)[1] ==
          "cảnh.toml 4:0 Cảnh “s”: không dùng được kế hoạch “không có.toml” nên cảnh này bị bỏ qua.");
}

TEST_CASE("both shipped workspaces have seven scenes in the order of a review") {
    for (const char* name : {"/kien-giang.toml", "/minh-hoa.toml"}) {
        const domain::Document document = data::open(std::string{OCOP_GEODATA} + name);
        std::vector<std::string> ids;
        for (const domain::SceneSpec& scene : document.deck.scenes) {
            ids.push_back(scene.id);
            CHECK_FALSE(scene.title.empty());
            CHECK_FALSE(scene.notes.empty());
        }
        CHECK(ids == std::vector<std::string>{"standing", "products", "below-quota", "stars", "outreach",
                                              "blank-communes", "gap"});
        CHECK(document.deck.scenes.back().show == Show::gap);
    }
}
