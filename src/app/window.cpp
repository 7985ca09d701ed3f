// The loop of DESIGN §4 and house style §2: wait, deliver, apply, compose when something changed, draw, swap.
#include "app/window.h"

#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <iostream>

#include "app/desktop.h"
#include "app/eyes.h"
#include "app/file_watch.h"
#include "app/frame_clock.h"
#include "app/jobs.h"
#include "app/memory.h"
#include "app/motion.h"
#include "app/play.h"
#include "app/session.h"
#include "app/window_jobs.h"
#include "render/gl/groundwork.h"
#include "render/gl/renderer.h"
#include "render/gl/window_frame.h"
#include "render/text.h"
#include "ui/panels.h"

namespace ocop::app {

namespace {

constexpr double notice_seconds = 6;
constexpr double pulse_seconds = 0.6;
constexpr double settle_seconds = 0.15;
constexpr double rest_seconds = 2;        // of the mouse, in front of an audience
constexpr double patience_seconds = 0.5;  // for the first document, before the empty window is shown
constexpr int trailing_frames = 3;        // after the last input: ImGui's hover and focus settle

class Window {
public:
    explicit Window(const WindowOptions& options)
        : options_{options},
          settings_{read_settings(settings_file())},
          session_{options.language.value_or(settings_.language.value_or(core::Language::vietnamese))},
          jobs_{wake_desktop} {
        if (options.width > 0) {
            settings_.width = options.width;
            settings_.height = options.height;
            settings_.maximised = false;
        }
        session_.restore(settings_.left, settings_.right, settings_.still);
        scale_ = Desktop::scale_for(settings_.width, settings_.height, 1);
        open(first_file());  // beside the window, for the size that it will probably have
        auto fonts = std::async(std::launch::async, make_fonts, scale_);
        if (options.play) play_.emplace(*options.play);
        desktop_.emplace(settings_, session_.words()["app.name"]);
        const float likely = std::exchange(scale_, desktop_->scale());
        desktop_->use(scale_ == likely ? fonts.get() : make_fonts(scale_));
        renderer_.emplace();
        warm_up();
    }

    int run() {
        while (!desktop_->closing() && !(play_ && play_->ended())) {
            wait();
            step();
        }
        while (exports_ > 0) {  // what was asked for is written
            wait_for_events(0.05);
            jobs_.deliver();
        }
        jobs_.finish();
        jobs_.deliver();
        if (const auto told = keep_edits()) std::cerr << session_.words().say(*told) << std::endl;
        remember();
        return play_ && play_->failures() > 0 ? 1 : 0;
    }

    /// The window goes; the clipboard is handed on.
    void close() { desktop_.reset(); }

private:
    /// While the first document is on its way, the driver compiles what its picture will need; nothing is shown.
    void warm_up() {
        const std::uint32_t texture = renderer_->warm_up();
        const auto [width_px, height_px] = desktop_->framebuffer();
        desktop_->begin_frame();
        ImGui::GetIO().DisplaySize = {8, 8};
        ImGui::NewFrame();
        desktop_->draw_behind(texture, {4, 4}, {8, 8});
        ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {4, 4}, IM_COL32_WHITE);
        render::begin_frame(width_px, height_px, {});
        desktop_->end_frame();
    }

    void wait() {
        double seconds = -1;
        if (motion_)
            seconds = 0;
        else if (frames_due_ > 0 || playing())
            seconds = play_ && play_->waiting() && frames_due_ == 0 ? 0.01 : 0;
        else if (!begun_)
            seconds = patience_seconds;
        else if (session_.state().camera)
            seconds = settle_seconds;
        else if (pulse_ends_ > 0)
            seconds = std::max(0.001, pulse_ends_ - clock_.now());
        else if (session_.has_document() && !session_.state().notice.empty())
            seconds = std::max(0.001, notice_ends_ - clock_.now());
        else if (ImGui::GetIO().WantTextInput)
            seconds = 0.5;  // the caret blinks
        else if (session_.state().presenting && !session_.state().resting)
            seconds = std::max(0.001, mouse_moved_ + rest_seconds - clock_.now());
        wait_for_events(seconds);
    }

    /// A script goes on as soon as a document has been shown, or the sentence why not.
    bool playing() const { return play_ && (shown_ || !session_.state().notice.empty()); }

    void step() {
        if (jobs_.deliver()) frames_due_ = trailing_frames;
        if (!begun_ && frames_due_ == 0 && clock_.now() > patience_seconds) frames_due_ = 1;
        begun_ = begun_ || frames_due_ > 0;
        if (std::exchange(desktop_->input().any, false)) frames_due_ = trailing_frames;
        follow_files();
        end_pulse();
        if (ImGui::GetIO().WantTextInput) frames_due_ = std::max(frames_due_, 1);
        if (session_.has_document() && !session_.state().notice.empty() && clock_.now() >= notice_ends_) {
            session_.forget_notice();
            frames_due_ = std::max(frames_due_, 1);
        }
        settle_camera();
        rest_mouse();
        if (motion_) frames_due_ = std::max(frames_due_, 1);
        if (playing()) play_->feed(desktop_->window(), session_, map_);
        read_input();
        if (frames_due_ <= 0 && !playing()) return;
        --frames_due_;
        draw();
    }

    /// What was saved in Excel meanwhile is read again.
    void follow_files() {
        const FileWatch::Files changed = watch_.take_changed();
        if (changed.empty() || !session_.has_document()) return;
        const Ledger::Files files = session_.ledger().files();
        const auto& registers = files->register_files;
        const bool all = std::any_of(changed.begin(), changed.end(), [&registers](const auto& file) {
            return std::find(registers.begin(), registers.end(), file) == registers.end();
        });
        const std::string name = changed.front().filename().string();
        jobs_.post(reread_files(files, all, [this, name](Reread read) {
            if (session_.ledger().files()->base.path != read.path) return;  // another workspace is open by now
            if (read.trouble)
                tell({core::Message{"ui.reread_failed", {name, session_.words().say(*read.trouble)}}});
            else
                session_.reread(std::move(read.files), name);
            apply({});
            frames_due_ = trailing_frames;
        }));
    }

    void end_pulse() {
        const bool pulsing = session_.has_document() && !session_.state().spec.pulsed.empty();
        if (!pulsing) {
            pulse_ends_ = 0;
        } else if (pulse_ends_ == 0) {
            pulse_ends_ = clock_.now() + pulse_seconds;
        } else if (clock_.now() >= pulse_ends_) {
            session_.end_pulse();
            frames_due_ = std::max(frames_due_, 1);
        }
    }

    /// When the hand rests, labels and details follow the camera.
    void settle_camera() {
        const auto& camera = session_.state().camera;
        if (camera != moving_) {
            moving_ = camera;
            moved_at_ = clock_.now();
        } else if (camera && clock_.now() - moved_at_ >= settle_seconds && !ImGui::GetIO().MouseDown[0]) {
            apply({ui::SettleCamera{}});
        }
    }

    /// In front of an audience a mouse that lies still is not seen.
    void rest_mouse() {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const bool presenting = session_.state().presenting;
        if (!presenting || mouse.x != mouse_.x || mouse.y != mouse_.y || ImGui::GetIO().MouseDown[0]) {
            mouse_ = mouse;
            mouse_moved_ = clock_.now();
        }
        const bool resting = presenting && clock_.now() - mouse_moved_ >= rest_seconds;
        if (resting == session_.state().resting) return;
        session_.set_resting(resting);
        frames_due_ = std::max(frames_due_, 2);
    }

    /// Keys and dropped files, before the frame, so that it shows what they did.
    void read_input() {
        const bool typing = ImGui::GetIO().WantTextInput;
        for (const KeyPress& press : std::exchange(desktop_->input().keys, {}))
            if (session_.ready()) apply(commands_for(press, session_.view(), typing));
        for (const auto& file : std::exchange(desktop_->input().dropped, {})) apply({ui::Open{file}});
    }

    void apply(const ui::Commands& commands) {
        for (const ui::Command& command : commands) {
            frames_due_ = trailing_frames;
            if (motion_ && waits(command)) continue;
            session_.apply(command);
        }
        for (const Effect& effect : session_.take_effects())
            std::visit([this](const auto& e) { carry_out(e); }, effect);
        if (session_.state().notice_number != notice_) {
            notice_ = session_.state().notice_number;
            notice_ends_ = clock_.now() + notice_seconds;
        }
        if (session_.state().presenting != desktop_->full_screen())
            desktop_->set_full_screen(session_.state().presenting);
    }

    /// A step while the picture is on its way is kept until it is there; a second one goes there at once.
    bool waits(const ui::Command& command) {
        const auto* step = std::get_if<ui::StepScene>(&command);
        if (step == nullptr) return false;
        if (!queued_) return queued_ = *step, true;
        session_.apply(*std::exchange(queued_, {}));
        cut_ = true;
        return true;
    }

    void carry_out(const OpenFile& effect) { open(effect.file); }
    void carry_out(const ToClipboard& effect) { ImGui::SetClipboardText(effect.text.c_str()); }
    void carry_out(const WritePicture& effect) {
        session_.busy(session_.words()["ui.exporting"]);
        ++exports_;
        jobs_.post(write_picture(session_, effect.kind, [this](Told told) {
            --exports_;
            tell(told);
        }));
    }

    void carry_out(const WriteBook& effect) {
        session_.busy(session_.words()["ui.exporting"]);
        ++exports_;
        jobs_.post(write_workbook(session_, effect.empty, [this](Told told) {
            --exports_;
            tell(told);
        }));
    }
    void carry_out(const SaveJournal&) {
        jobs_.post(save_journal(store_, session_.ledger().journal(), [this](Saved saved) {
            if (saved.trouble)
                session_.not_saved(*saved.trouble);
            else
                session_.saved(saved.sent, std::move(saved.held));
            apply({});
        }));
    }
    void carry_out(const WriteRescue&) {
        jobs_.post(write_rescue(session_.ledger(), [this](Told told) { tell(told); }));
    }

    void open(const std::filesystem::path& file) {
        session_.busy(session_.words().say("ui.opening", {file.filename().string()}));
        jobs_.post(open_file(file, view(), [this](Opened opened) { adopt(std::move(opened)); }));
    }

    OpenFor view() const {
        OpenFor out{session_, 0, 0, theme_for(scale_), 1};
        const auto [width, height] = desktop_ ? desktop_->size() : std::pair{settings_.width, settings_.height};
        if (desktop_) out.pixels = static_cast<double>(desktop_->framebuffer().first) / std::max(1, width);
        out.width = static_cast<float>(width);
        out.height = static_cast<float>(height);
        return out;
    }

    void adopt(Opened opened) {
        session_.busy({});
        if (opened.trouble) return tell({*opened.trouble});
        const auto told = keep_edits();
        session_.adopt(std::move(*opened.session));
        if (told) session_.tell(session_.words().say(*told));
        renderer_->expect(std::move(*opened.groundwork));
        fresh_ = true;
        shown_ = false;
        const data::Sources& files = *session_.ledger().files();
        store_ = std::make_shared<data::Store>(files.store);
        FileWatch::Files followed = files.register_files;
        followed.insert(followed.end(), files.other_files.begin(), files.other_files.end());
        watch_.follow(followed);
        settings_.workspace = std::filesystem::absolute(opened.file);
        desktop_->set_title(session_.cache().document()->title + " · " + session_.words()["app.name"]);
        others_wanted_ = true;
    }

    /// After the first picture has been shown: not beside what it needs.
    void prepare_other_levels() {
        if (!shown_ || !std::exchange(others_wanted_, false)) return;
        jobs_.post(prepare_others(session_.cache().document(), [this](const auto& document, auto geometry) {
            session_.put(document, std::move(geometry));
        }));
    }

    void tell(const Told& told) {
        session_.busy({});
        session_.tell(session_.words().say(told.message));
        apply({});
    }

    void draw() {
        if (const float scale = desktop_->scale(); scale != scale_) desktop_->use(make_fonts(scale_ = scale));
        const auto [width, height] = desktop_->size();
        const auto [width_px, height_px] = desktop_->framebuffer();
        if (width_px <= 0 || height_px <= 0) return;
        const double began = clock_.now();
        const double pixels = static_cast<double>(width_px) / width;
        desktop_->begin_frame();
        if (play_) play_->take_over();
        ImGui::NewFrame();
        ui::Commands wishes;
        if (session_.has_document()) {
            const ui::Theme& theme = desktop_->theme();
            const ui::Layout layout =
                session_.arrange(static_cast<float>(width), static_cast<float>(height), theme, pixels);
            map_ = layout.map;
            const bool adopted = std::exchange(fresh_, false);
            if (session_.refresh(measure_) || adopted) changed_ = true;
            follow_picture(adopted);
            wishes = ui::screen(session_.view(), theme, layout, statistics_);
        } else {
            ui::start_screen(session_.state(), session_.words(), desktop_->theme(),
                             {0, 0, static_cast<float>(width), static_cast<float>(height)});
        }
        render::begin_frame(width_px, height_px, scene::rgb(0xFFFFFF));
        if (session_.ready()) draw_map(pixels);
        desktop_->end_frame();
        if (play_) take_shot(width_px, height_px);
        statistics_ = clock_.statistics(clock_.now() - began, renderer_->counters(), session_.cache().compositions());
        desktop_->swap();
        shown_ = session_.ready();
        prepare_other_levels();
        if (play_)
            if (const auto size = play_->due_size()) desktop_->resize(size->first, size->second);
        apply(wishes);
    }

    /// What is drawn follows the composed picture: at once, in motion after a step of the deck, not at all while
    /// frozen.
    void follow_picture(bool adopted) {
        const ui::State& state = session_.state();
        const bool step = std::exchange(travels_, state.travels) != state.travels;
        if (state.frozen) {
            motion_.reset();
            session_.set_travelling(false);
            return;
        }
        const scene::Scene& next = session_.view().derived.picture.scene;
        if (changed_ || thawing_) {
            const bool moves = step && !adopted && !state.still && !cut_ && !thawing_;
            changed_ = thawing_ = false;
            if (moves) {
                motion_.emplace(drawn_, drawn_camera_, next);
                motion_began_ = clock_.now();
            } else if (motion_ && !cut_ && !adopted) {
                motion_->aim(next);
            } else {
                motion_.reset();
            }
            if (!motion_) show(next);
        }
        cut_ = false;
        if (motion_) move();
        session_.set_travelling(motion_.has_value() || travels_ != session_.state().travels);
    }

    void move() {
        const double seconds = clock_.now() - motion_began_;
        // A hand on the map ends it.
        if (seconds >= motion_->seconds() || session_.state().camera) {
            motion_.reset();
            show(session_.view().derived.picture.scene);
            if (queued_) {
                session_.apply(*std::exchange(queued_, {}));
                frames_due_ = trailing_frames;
            }
            return;
        }
        Motion::Frame frame = motion_->at(seconds);
        travelling_camera_ = frame.camera;
        if (frame.picture == Motion::Frame::Picture::between) show(std::move(frame.scene));
        if (frame.picture == Motion::Frame::Picture::next) show(session_.view().derived.picture.scene);
    }

    void show(scene::Scene scene) {
        drawn_ = std::move(scene);
        travelling_camera_.reset();
        renderer_->upload(drawn_);
    }

    /// The picture lies behind all panels, pixel on pixel.
    void draw_map(double pixels) {
        const auto px = [pixels](float length) { return static_cast<int>(std::lround(length * pixels)); };
        const auto scaled = [pixels](int length) { return static_cast<float>(length / pixels); };
        const int width = px(map_.width), height = px(map_.height);
        if (width < 1 || height < 1) return;
        const ui::State& state = session_.state();
        if (!state.frozen) frozen_camera_ = motion_ ? travelling_camera_ : state.camera;
        thawing_ = state.frozen;
        if (!drawn_.maps.empty()) drawn_camera_ = frozen_camera_.value_or(drawn_.maps.front().camera);
        const std::uint32_t texture =
            eyes_.look(renderer_->picture(width, height, frozen_camera_), width, height, state.viewing);
        const auto at = [&](int x, int y) { return ImVec2{scaled(px(map_.x) + x), scaled(px(map_.y) + y)}; };
        desktop_->draw_behind(texture, at(0, 0), at(width, height));
    }

    void take_shot(int width, int height) {
        if (const auto file = play_->due_shot()) render::write_png(render::read_frame(width, height), *file);
    }

    std::filesystem::path first_file() const {
        std::error_code error;
        if (!options_.file.empty()) return options_.file;
        if (!settings_.workspace.empty() && std::filesystem::exists(settings_.workspace, error))
            return settings_.workspace;
        return shipped_workspace();
    }

    /// Before the workspace goes: every edit is in the store, or in a rescue copy that is named; other programs see the
    /// register as it stands.
    std::optional<core::Message> keep_edits() {
        if (!store_) return {};
        return close_store(*store_, session_.ledger(), !session_.state().unsaved.empty());
    }

    void remember() {
        settings_.maximised = desktop_->maximised();
        if (!settings_.maximised && !desktop_->full_screen())
            std::tie(settings_.width, settings_.height) = desktop_->size();
        settings_.language = session_.state().language;
        settings_.left = session_.state().left_wished;
        settings_.right = session_.state().right_wished;
        settings_.still = session_.state().still;
        write_settings(settings_, settings_file());
    }

    WindowOptions options_;
    Settings settings_;
    FrameClock clock_;
    Session session_;
    Jobs jobs_;
    std::optional<Play> play_;
    std::optional<Desktop> desktop_;
    std::optional<render::GlRenderer> renderer_;
    Eyes eyes_;
    render::PangoMeasure measure_;
    std::shared_ptr<data::Store> store_;
    FileWatch watch_{wake_desktop};
    ui::Rect map_;
    std::string statistics_;
    bool begun_ = false;          // a frame has been drawn or is due
    bool fresh_ = false;          // a document came with its picture, which has not been uploaded
    bool shown_ = false;          // the document has been seen
    bool others_wanted_ = false;  // its other levels and eras
    float scale_ = 1;
    int frames_due_ = 0, notice_ = 0, exports_ = 0, travels_ = 0;
    scene::Scene drawn_;  // what the renderer holds
    scene::Camera drawn_camera_;
    std::optional<Motion> motion_;
    std::optional<scene::Camera> travelling_camera_, frozen_camera_, moving_;
    std::optional<ui::StepScene> queued_;
    bool changed_ = false, thawing_ = false, cut_ = false;
    ImVec2 mouse_;
    double notice_ends_ = 0, moved_at_ = 0, pulse_ends_ = 0, motion_began_ = 0, mouse_moved_ = 0;
};

}  // namespace

int run_window(const WindowOptions& options) {
    keep_freed_memory();
    Window window{options};
    const int status = window.run();
#ifndef OCOP_SANITIZE
    // Nothing is left to be done: the system takes back memory quicker than it could be freed piece by piece.
    window.close();
    std::cout.flush();
    std::fflush(nullptr);
    std::_Exit(status);
#endif
    return status;
}

}  // namespace ocop::app
