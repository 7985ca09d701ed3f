#include "app/settings.h"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/error.h"
#include "core/whole_file.h"

namespace ocop::app {

namespace fs = std::filesystem;

namespace {
fs::path folder_from(const char* variable) {
    const char* const value = std::getenv(variable);
    return value != nullptr ? fs::path{value} : fs::path{};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

void read_line(Settings& out, std::string_view key, std::string_view value) {
    const auto flag = [&](std::optional<bool>& target) {
        if (value == "0" || value == "1") target = value == "1";
    };
    const auto length = [&](int& target) {
        if (const auto n = number(value); n && *n >= 320 && *n <= 16384) target = *n;
    };
    if (key == "width") length(out.width);
    if (key == "height") length(out.height);
    if (key == "maximised") out.maximised = value == "1";
    if (key == "workspace") out.workspace = std::string{value};
    if (key == "language" && value == "vi") out.language = core::Language::vietnamese;
    if (key == "language" && value == "en") out.language = core::Language::english;
    if (key == "still") out.still = value == "1";
    if (key == "left") flag(out.left);
    if (key == "right") flag(out.right);
}

/// XDG_PICTURES_DIR="$HOME/Hình ảnh" in user-dirs.dirs.
fs::path user_folder(const std::string& name) {
    if (const fs::path set = folder_from(name.c_str()); !set.empty()) return set;
    const fs::path home = folder_from("HOME");
    fs::path config = folder_from("XDG_CONFIG_HOME");
    if (config.empty()) config = home / ".config";
    std::ifstream file{config / "user-dirs.dirs"};
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(name + "=\"") || !line.ends_with('"')) continue;
        std::string value = line.substr(name.size() + 2, line.size() - name.size() - 3);
        if (value.starts_with("$HOME")) value = home.string() + value.substr(5);
        return value;
    }
    return {};
}
}  // namespace

fs::path settings_file() {
    fs::path state = folder_from("XDG_STATE_HOME");
    if (state.empty()) {
        const fs::path home = folder_from("HOME");
        if (home.empty()) return {};
        state = home / ".local" / "state";
    }
    return state / "ocopmap" / "window.ini";
}

Settings read_settings(const fs::path& file) {
    Settings out;
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);) {
        const auto equals = line.find('=');
        if (equals == std::string::npos) continue;
        read_line(out, std::string_view{line}.substr(0, equals), std::string_view{line}.substr(equals + 1));
    }
    return out;
}

bool write_settings(const Settings& settings, const fs::path& file) {
    if (file.empty()) return false;
    std::ostringstream out;
    out << "width=" << settings.width << "\nheight=" << settings.height << "\nmaximised=" << settings.maximised << '\n';
    if (!settings.workspace.empty()) out << "workspace=" << settings.workspace.string() << '\n';
    if (settings.language) out << "language=" << (*settings.language == core::Language::english ? "en" : "vi") << '\n';
    if (settings.still) out << "still=1\n";
    if (settings.left) out << "left=" << *settings.left << '\n';
    if (settings.right) out << "right=" << *settings.right << '\n';
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    try {
        core::write_whole(file, out.str());
    } catch (const core::Error&) {
        return false;
    }
    return true;
}

namespace {
fs::path first_folder(std::initializer_list<const char*> names) {
    std::error_code error;
    for (const char* name : names) {
        const fs::path folder = user_folder(name);
        if (!folder.empty() && fs::is_directory(folder, error)) return folder;
    }
    return fs::current_path(error);
}
}  // namespace

fs::path pictures_folder() { return first_folder({"XDG_PICTURES_DIR", "XDG_DOCUMENTS_DIR", "HOME"}); }

fs::path documents_folder() { return first_folder({"XDG_DOCUMENTS_DIR", "HOME"}); }

}  // namespace ocop::app
