#include "app/play.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <charconv>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "app/input.h"

namespace ocop::app {

namespace {
constexpr int patience = 3000;  // frames of a `wait`; each waits for an event of at most 10 ms

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in{line};
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
}

std::string after(const std::string& line, const std::string& head) {
    auto from = line.find(head) + head.size();
    while (from < line.size() && line[from] == ' ') ++from;
    return line.substr(from);
}

std::vector<unsigned> code_points(const std::string& utf8) {
    std::vector<unsigned> out;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out.push_back(byte);
        else if (byte >= 0xC0)
            out.push_back(byte & (byte >= 0xF0 ? 0x07u : byte >= 0xE0 ? 0x0Fu : 0x1Fu));
        else if (!out.empty())
            out.back() = out.back() << 6 | (byte & 0x3Fu);
    }
    return out;
}

std::optional<float> number(const std::string& word) {
    float value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size()) return {};
    return value;
}

/// How many numbers a verb needs after it; none: no such verb.
std::optional<std::size_t> numbers_of(const std::string& verb) {
    static const std::map<std::string_view, std::size_t> known{{"move", 2},         {"click", 2}, {"double", 2},
                                                               {"double-click", 2}, {"drag", 4},  {"wheel", 1},
                                                               {"frame", 1},        {"size", 2}};
    const auto found = known.find(verb);
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

/// Where a unit's label point lies in the window.
std::optional<std::pair<float, float>> place_of(const Session& session, const std::string& code, const ui::Rect& map) {
    const ui::View view = session.view();
    const int unit = view.territory.find(code, view.state.spec.level);
    const int area = view.geometry.area_of(unit);
    if (unit < 0 || area < 0 || view.derived.picture.scene.maps.empty()) return {};
    const scene::Map& main = view.derived.picture.scene.maps.front();
    const core::Point at = scene::to_picture(main, view.state.camera.value_or(main.camera),
                                             view.geometry.labels[static_cast<std::size_t>(area)].at);
    return std::pair{map.x + static_cast<float>(at.x) * map.height, map.y + static_cast<float>(at.y) * map.height};
}
}  // namespace

Play::Play(const std::filesystem::path& script) {
    std::ifstream in{script};
    if (!in) throw core::Error("error.file_missing", {script.string()});
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line[0] != '#') lines_.push_back(line);
}

void Play::click(float x, float y, int times) {
    steps_.emplace_back([this, x, y] { mouse_x_ = x, mouse_y_ = y; });
    for (int i = 0; i < times; ++i) {
        steps_.emplace_back([this] { down_ = true; });
        steps_.emplace_back([this] { down_ = false; });
    }
    steps_.emplace_back([] {});
}

void Play::fail(const std::string& line, const char* why) {
    std::cout << "FAIL " << line << ": " << why << std::endl;
    ++failures_;
}

/// The numbers after a verb; none (and a FAIL line) when the verb is unknown, or one of them is missing or no number.
std::optional<std::vector<float>> Play::numbers(const std::string& line, const std::vector<std::string>& words) {
    const auto wanted = numbers_of(words[0]);
    if (!wanted) return fail(line, "no such verb"), std::nullopt;
    std::vector<float> out;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto value = number(words[i]);
        if (!value) return fail(line, "not a number"), std::nullopt;
        out.push_back(*value);
    }
    if (out.size() != *wanted) return fail(line, "wrong count of numbers"), std::nullopt;
    return out;
}

void Play::pointer(const std::string& line, std::vector<std::string> words, const Session& session,
                   const ui::Rect& map) {
    std::string verb = words[0];
    float x = 0, y = 0;
    if (verb.ends_with("-unit")) {
        verb.resize(verb.size() - 5);
        if (numbers_of(verb) != std::size_t{2}) return fail(line, "no such verb");
        const auto place = place_of(session, words.size() > 1 ? words[1] : "", map);
        if (!place) return fail(line, "no such unit here");
        std::tie(x, y) = *place;
    } else if (const auto at = numbers(line, words)) {
        x = (*at)[0], y = (*at)[1];
    } else {
        return;
    }
    if (verb == "move") steps_.emplace_back([this, x, y] { mouse_x_ = x, mouse_y_ = y; });
    if (verb == "click") click(x, y, 1);
    if (verb == "double" || verb == "double-click") click(x, y, 2);
}

void Play::click_legend(const std::string& line, const std::string& row, const Session& session, const ui::Rect& map) {
    for (const carto::Picture::Target& target : session.view().derived.picture.targets)
        if (target.legend_class >= 0 && std::to_string(target.legend_class) == row) {
            const auto& rect = target.rect;
            return click(map.x + static_cast<float>(rect.x + rect.width / 2) * map.height,
                         map.y + static_cast<float>(rect.y + rect.height / 2) * map.height, 1);
        }
    fail(line, "no such row of the legend");
}

void Play::run_line(const std::string& line, GLFWwindow* window, const Session& session, const ui::Rect& map) {
    const std::vector<std::string> words = words_of(line);
    const std::string& verb = words[0];
    if (verb == "key" && words.size() > 1) {
        const KeyPress press = key_named(words[1]);
        if (press.key <= 0) return fail(line, "no such key");
        const auto modifiers = [window, press](int action) {
            if ((press.mods & GLFW_MOD_CONTROL) != 0) Input::key(window, GLFW_KEY_LEFT_CONTROL, 0, action, press.mods);
            if ((press.mods & GLFW_MOD_ALT) != 0) Input::key(window, GLFW_KEY_LEFT_ALT, 0, action, press.mods);
            if ((press.mods & GLFW_MOD_SHIFT) != 0) Input::key(window, GLFW_KEY_LEFT_SHIFT, 0, action, press.mods);
        };
        steps_.emplace_back([=] {
            modifiers(GLFW_PRESS);
            Input::key(window, press.key, 0, GLFW_PRESS, press.mods);
        });
        steps_.emplace_back([=] {
            Input::key(window, press.key, 0, GLFW_RELEASE, press.mods);
            modifiers(GLFW_RELEASE);
        });
        steps_.emplace_back([] {});
    } else if (verb == "text") {
        for (const unsigned code : code_points(after(line, "text")))
            steps_.emplace_back([window, code] { Input::character(window, code); });
        steps_.emplace_back([] {});
    } else if (verb == "drag") {
        const auto way = numbers(line, words);
        if (!way) return;
        const float x = (*way)[0], y = (*way)[1], x2 = (*way)[2], y2 = (*way)[3];
        steps_.emplace_back([this, x, y] { mouse_x_ = x, mouse_y_ = y; });
        steps_.emplace_back([this] { down_ = true; });
        steps_.emplace_back([=, this] { mouse_x_ = (x + x2) / 2, mouse_y_ = (y + y2) / 2; });
        steps_.emplace_back([this, x2, y2] { mouse_x_ = x2, mouse_y_ = y2; });
        steps_.emplace_back([this] { down_ = false; });
    } else if (verb == "wheel") {
        const auto by = numbers(line, words);
        if (!by) return;
        steps_.emplace_back([window, by = (*by)[0]] { Input::scroll(window, 0, static_cast<double>(by)); });
        steps_.emplace_back([] {});
    } else if (verb == "frame") {
        const auto count = numbers(line, words);
        for (int i = 0; count && i < static_cast<int>((*count)[0]); ++i) steps_.emplace_back([] {});
    } else if (verb == "size") {
        const auto wanted = numbers(line, words);
        if (!wanted) return;
        size_ = {static_cast<int>((*wanted)[0]), static_cast<int>((*wanted)[1])};
        for (int i = 0; i < 4; ++i) steps_.emplace_back([] {});
    } else if (verb == "expect" && words.size() > 1) {
        check(session, words[1], after(line, words[1]));
    } else if (verb == "shot" && words.size() > 1) {
        shot_ = words[1];
        steps_.emplace_back([] {});
    } else if (verb == "click-on" && words.size() > 1) {
        const auto found = seen_.find(after(line, verb));
        if (found == seen_.end()) return fail(line, "nothing of this id was drawn");
        click(found->second.x + found->second.width / 2, found->second.y + found->second.height / 2, 1);
    } else if (verb == "click-legend" && words.size() > 1) {
        click_legend(line, words[1], session, map);
    } else if (verb == "quit") {
        lines_.clear();
    } else {
        pointer(line, words, session, map);
    }
}

void Play::check(const Session& session, const std::string& key, const std::string& wanted) {
    const std::string found = answer(session, key);
    const bool right = found == wanted;
    std::cout << (right ? "PASS " : "FAIL ") << key << ' ' << wanted;
    if (!right) std::cout << " (found: " << found << ')';
    std::cout << std::endl;
    if (!right) ++failures_;
}

void Play::feed(GLFWwindow* window, const Session& session, const ui::Rect& map) {
    if (!session.ready() && session.state().notice.empty()) return;  // the document is still on its way
    while (steps_.empty() && !lines_.empty()) {
        const std::string line = lines_.front();
        const std::vector<std::string> words = words_of(line);
        if (words.size() > 1 && words[0] == "wait") {
            const std::string wanted = after(line, words[1]);
            if (answer(session, words[1]) != wanted && ++waiting_since_ < patience) return;
            waiting_since_ = 0;
            lines_.pop_front();
            check(session, words[1], wanted);
            continue;
        }
        lines_.pop_front();
        run_line(line, window, session, map);
    }
    if (steps_.empty()) {
        ended_ = true;
        return;
    }
    steps_.front()();
    steps_.pop_front();
}

void Play::take_over() {
    ImGuiIO& io = ImGui::GetIO();
    seen_.clear();
    io.UserData = &seen_;
    io.DeltaTime = 1.0f / 60;
    io.MousePos = {mouse_x_, mouse_y_};
    io.MouseDown[0] = down_;
    io.MouseDown[1] = io.MouseDown[2] = false;
}

std::optional<std::filesystem::path> Play::due_shot() { return std::exchange(shot_, std::nullopt); }

std::optional<std::pair<int, int>> Play::due_size() { return std::exchange(size_, std::nullopt); }

}  // namespace ocop::app
