#pragma once
// A session of a shipped workspace at 1920x1080, without a window.
#include <filesystem>
#include <string>

#include "app/keys.h"
#include "app/session.h"
#include "carto/compose.h"
#include "data/open.h"
#include "render/text.h"

namespace ocop::app {

class TestSession {
public:
    /// `workspace`: its place, or the name of a shipped one.
    explicit TestSession(const std::filesystem::path& workspace, float width = 1920, float height = 1080) {
        session.adopt(open_ledger(std::filesystem::path{OCOP_GEODATA} / workspace));
        session.arrange(width, height, ui::Theme{}, 1);
        session.refresh(measure_);
    }
    void apply(const ui::Command& command) {
        session.apply(command);
        session.refresh(measure_);
    }
    void key(const std::string& name) {
        for (const ui::Command& command : commands_for(key_named(name), session.view(), false)) apply(command);
    }
    const ui::State& state() const { return session.state(); }
    ui::View view() const { return session.view(); }
    int district(const std::string& code) const { return view().territory.find(code, domain::Level::district); }
    std::string unit_code(int index) const { return view().has(index) ? view().unit(index).code : std::string{}; }

    Session session{core::Language::vietnamese};

private:
    render::PangoMeasure measure_;
};

}  // namespace ocop::app
