#include "app/info.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <nlohmann/json.hpp>

#include "core/text.h"
#include "data/open.h"
#include "embedded/version.h"
#include "render/export.h"
#include "render/gl/renderer.h"
#include "render/text.h"

namespace ocop::app {

namespace {

std::vector<std::string> versions() {
    std::vector<std::string> out{std::string{"ocopmap "} + embedded::version};
    for (const auto& list : {data::versions(), render::versions()}) out.insert(out.end(), list.begin(), list.end());
    int major = 0, minor = 0, revision = 0;
    glfwGetVersion(&major, &minor, &revision);
    out.push_back(core::icu_version());
    out.push_back("GLFW " + std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(revision));
    out.push_back("Dear ImGui " + std::string{ImGui::GetVersion()});
    out.push_back("JSON for Modern C++ " + std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
                  std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." + std::to_string(NLOHMANN_JSON_VERSION_PATCH));
    return out;
}

/// What draws without a display here; the window's own may be another.
std::string graphics(const core::Words& words) {
    try {
        const render::OffscreenGl context{16, 16};
        return render::gl_description();
    } catch (const core::Error& error) {
        return words.say(error.message());
    }
}

}  // namespace

std::string info_text(const core::Words& words) {
    std::string out;
    for (const std::string& version : versions()) out += version + "\n";
    out += words.say("info.graphics", {graphics(words)}) + "\n";
    out += words.say("info.font", {render::font_family()}) + "\n";
    return out + words.say("info.geodata", {data::geodata_folder().string()}) + "\n";
}

std::string info_json(const core::Words& words) {
    nlohmann::ordered_json out;
    for (const std::string& version : versions()) {
        const auto space = version.find_first_of("0123456789") - 1;
        out["versions"][version.substr(0, space)] = version.substr(space + 1);
    }
    out["graphics"] = graphics(words);
    out["font"] = render::font_family();
    out["geodata"] = data::geodata_folder().string();
    return out.dump(1) + "\n";
}

}  // namespace ocop::app
