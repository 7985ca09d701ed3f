#pragma once
// A script of keys and clicks that goes through the same callbacks as a person, and checks what came of it:
//   key NAME | text WORDS | move X Y | click X Y | double X Y | drag X Y X2 Y2 | wheel N | frame N | size W H
//   click-unit CODE | double-click-unit CODE | move-unit CODE | click-legend ROW | click-on ID (of a widget)
//   expect KEY VALUE | wait KEY VALUE | shot FILE | quit
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "ui/widgets.h"

struct GLFWwindow;

namespace ocop::app {

/// What a script may ask about: "indicator", "selected", "value", ... Empty when it does not apply.
std::string answer(const Session& session, std::string_view key);

class Play {
public:
    /// Throws core::Error when the script cannot be read.
    explicit Play(const std::filesystem::path& script);

    /// Before a frame: feeds one step of input. `map`: where the picture lies in the window.
    void feed(GLFWwindow* window, const Session& session, const ui::Rect& map);
    /// After ImGui's backend has set up the frame: the script's mouse instead of the real one, and its clock.
    void take_over();
    /// After a frame was drawn: a picture that is due, once.
    std::optional<std::filesystem::path> due_shot();
    std::optional<std::pair<int, int>> due_size();
    bool ended() const { return ended_; }
    bool waiting() const { return waiting_since_ > 0; }
    int failures() const { return failures_; }

private:
    void run_line(const std::string& line, GLFWwindow* window, const Session& session, const ui::Rect& map);
    void check(const Session& session, const std::string& key, const std::string& wanted);
    void pointer(const std::string& line, std::vector<std::string> words, const Session& session, const ui::Rect& map);
    void click_legend(const std::string& line, const std::string& row, const Session& session, const ui::Rect& map);
    std::optional<std::vector<float>> numbers(const std::string& line, const std::vector<std::string>& words);
    void fail(const std::string& line, const char* why);
    void click(float x, float y, int times);

    std::deque<std::string> lines_;
    std::deque<std::function<void()>> steps_;  // one a frame
    ui::Touchables seen_;                      // by the frame before
    float mouse_x_ = -1, mouse_y_ = -1;
    bool down_ = false, ended_ = false;
    int failures_ = 0, waiting_since_ = 0;
    std::optional<std::filesystem::path> shot_;
    std::optional<std::pair<int, int>> size_;
};

}  // namespace ocop::app
