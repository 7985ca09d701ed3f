#include "data/deck_reader.h"

#include <algorithm>

#include "data/gdal.h"
#include "data/plan_reader.h"
#include "data/toml_file.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;
using core::Severity;

/// A value as the text of a row: lists with commas, groups (which are words as typed) one a line.
std::string text_of(const toml::node& node, std::string_view separator) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const toml::array* list = node.as_array()) {
        std::string out;
        for (const toml::node& part : *list) {
            if (!out.empty()) out += separator;
            out += text_of(part, separator);
        }
        return out;
    }
    return written(node);
}

class Reader {
public:
    Reader(const fs::path& path, const domain::Document& document, core::Findings& findings)
        : path_{path}, document_{document}, findings_{findings} {}

    domain::Deck read() {
        const toml::table file = read_toml(path_);
        report_unknown_keys(file, {"scene"}, path_, findings_);
        const toml::node* written_scenes = file.get("scene");
        const toml::array* scenes = file["scene"].as_array();
        if (scenes == nullptr || scenes->empty() || !scenes->is_array_of_tables()) {
            complain(Severity::warning, written_scenes == nullptr ? 0 : line_of(*written_scenes),
                     {"finding.deck_without_scenes", {}});
            return {};
        }
        for (const toml::node& node : *scenes) add(*node.as_table());
        return std::move(deck_);
    }

private:
    void complain(Severity severity, int line, core::Message what) {
        findings_.push_back({severity, {path_.string(), "", line, 0}, std::move(what)});
    }

    void add(const toml::table& table) {
        domain::SceneFields fields;
        for (const auto& [key, value] : table)
            fields.emplace_back(std::string{key.str()}, text_of(value, key.str() == "groups" ? "\n" : ", "));
        const domain::PlaceOf place = [&](std::string_view column) {
            const toml::node* node = table.get(column);
            return core::Place{path_.string(), "", line_of(node != nullptr ? *node : table), 0};
        };
        auto scene = domain::from_fields(fields, place, findings_);
        if (!scene || !domain::suits(*scene, document_, place, findings_)) return;
        if (deck_.find(scene->id) >= 0)
            return complain(Severity::error, place("id").row, {"finding.scene_twice", {scene->id}});
        if (!scene->plan.empty() && !add_plan(*scene, place("plan"))) return;
        scene->order = static_cast<double>(deck_.scenes.size()) + 1;
        deck_.scenes.push_back(std::move(*scene));
    }

    bool add_plan(const domain::SceneSpec& scene, const core::Place& place) {
        if (deck_.plans.contains(scene.plan)) return true;
        try {
            refuse_network(scene.plan);
            deck_.plans.emplace(scene.plan, read_plan(fs::absolute(path_).parent_path() / scene.plan,
                                                      document_.territories, document_.register_era, findings_));
            return true;
        } catch (const core::Error& error) {
            findings_.push_back({Severity::error, place, error.message()});
            findings_.push_back({Severity::error, place, {"finding.scene_plan_unusable", {scene.id, scene.plan}}});
            return false;
        }
    }

    const fs::path& path_;
    const domain::Document& document_;
    core::Findings& findings_;
    domain::Deck deck_;
};

}  // namespace

domain::Deck read_deck(const fs::path& path, const domain::Document& document, core::Findings& findings) {
    try {
        return Reader{path, document, findings}.read();
    } catch (const core::Error& error) {
        findings.push_back({Severity::error, {path.string(), "", 0, 0}, error.message()});
        return {};
    }
}

}  // namespace ocop::data
