#pragma once
// The state of the window and the only place where it changes. Knows no GLFW, no GL, no ImGui.
#include <filesystem>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "app/ledger.h"
#include "app/picture_cache.h"
#include "app/scenes.h"
#include "app/search.h"
#include "ui/command.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace ocop::app {

/// What a command asks of the world outside the session; the loop carries it out.
struct OpenFile {
    std::filesystem::path file;
};
struct WritePicture {
    ui::PictureKind kind;
};
struct ToClipboard {
    std::string text;
};
struct WriteBook {
    bool empty;
};
struct SaveJournal {};  // of the ledger, into the store
struct WriteRescue {};  // the store elsewhere
using Effect = std::variant<OpenFile, WritePicture, ToClipboard, WriteBook, SaveJournal, WriteRescue>;

class Session {
public:
    explicit Session(core::Language language);

    /// Shows a workspace: its own date, basis and era, nothing selected.
    void adopt(Ledger ledger);
    /// Its register files were read again: one step that can be undone; what one looks at stays. `name`: of the file.
    void reread(Ledger::Files files, const std::string& name);
    /// A save came back: what was sent, and what the store holds now. Of no use when edits were made since: theirs
    /// comes.
    void saved(const domain::Journal& sent, domain::Journal held);
    void not_saved(const core::Message& why);
    /// The units that just changed have shone long enough.
    void end_pulse() { state_.spec.pulsed.clear(); }
    const Ledger& ledger() const { return ledger_; }
    void put(const PictureCache::Document& document, PictureCache::Geometry geometry);
    /// Shows the document of another session, with what that one has made of it; what fits is not made again.
    void adopt(Session prepared);
    /// Where everything stands in a window of this size; the picture follows. `pixels`: per unit of the window.
    ui::Layout arrange(float width, float height, const ui::Theme& theme, double pixels);
    /// As it was left the last time.
    void restore(std::optional<bool> left, std::optional<bool> right, bool still = false);
    void apply(const ui::Command& command);
    /// Brings board, lists and picture up to date. True when the picture is a new one.
    bool refresh(const scene::TextMeasure& measure);

    bool ready() const { return cache_.document() != nullptr && cache_.geometry() != nullptr; }
    bool has_document() const { return cache_.document() != nullptr; }
    ui::View view() const;
    const ui::State& state() const { return state_; }
    const core::Words& words() const { return words_; }
    const PictureCache& cache() const { return cache_; }
    std::vector<Effect> take_effects();

    /// One line that goes away by itself; and one that stays until work ends.
    void tell(std::string notice);
    void forget_notice() { state_.notice.clear(); }
    /// What the window knows about the picture in front of an audience.
    void set_travelling(bool on) { state_.travelling = on; }
    void set_resting(bool on) { state_.resting = on; }
    void busy(std::string line) { state_.busy = std::move(line); }

private:
    void carry_out(const ui::SetIndicator&);
    void carry_out(const ui::SetLevel&);
    void carry_out(const ui::SetShow&);
    void carry_out(const ui::SetBasis&);
    void carry_out(const ui::SetAsOf&);
    void carry_out(const ui::SetFilter&);
    void carry_out(const ui::SetExpiringDays&);
    void carry_out(const ui::SetEra&);
    void carry_out(const ui::SetLanguage&);
    void carry_out(const ui::Select&);
    void carry_out(const ui::Hover&);
    void carry_out(const ui::IsolateClass&);
    void carry_out(const ui::DrillDown&);
    void carry_out(const ui::DrillUp&);
    void carry_out(const ui::GoHome&);
    void carry_out(const ui::MoveCamera&);
    void carry_out(const ui::SettleCamera&);
    void carry_out(const ui::OpenRows&);
    void carry_out(const ui::OpenFindings&);
    void carry_out(const ui::FocusSearch&);
    void carry_out(const ui::Search&);
    void carry_out(const ui::StepList&);
    void carry_out(const ui::ActOnMarked&);
    void carry_out(const ui::DropMarked&);
    void carry_out(const ui::Choose&);
    void carry_out(const ui::ToggleSide&);
    void carry_out(const ui::ShowSide&);
    void carry_out(const ui::ToggleFilters&);
    void carry_out(const ui::ToggleExportMenu&);
    void carry_out(const ui::ToggleHelp&);
    void carry_out(const ui::TogglePresenting&);
    void carry_out(const ui::SetBlank&);
    void carry_out(const ui::ToggleFreeze&);
    void carry_out(const ui::ToggleMotion&);
    void carry_out(const ui::NextViewing&);
    void carry_out(const ui::ToggleStatistics&);
    void carry_out(const ui::GoBack&);
    void carry_out(const ui::EditPlace&);
    void carry_out(const ui::AddRow&);
    void carry_out(const ui::EditQuota&);
    void carry_out(const ui::SetField&);
    void carry_out(const ui::SaveRow&);
    void carry_out(const ui::RemoveRow&);
    void carry_out(const ui::TickOutreach&);
    void carry_out(const ui::ChooseConflict&);
    void carry_out(const ui::OpenJoin&);
    void carry_out(const ui::MatchName&);
    void carry_out(const ui::DropAlias&);
    void carry_out(const ui::ExportAliases&);
    void carry_out(const ui::OpenColumns&);
    void carry_out(const ui::ShowTable&);
    void carry_out(const ui::ReadColumnAs&);
    void carry_out(const ui::DropColumn&);
    void carry_out(const ui::WriteColumns&);
    void carry_out(const ui::FollowFinding&);
    void carry_out(const ui::Undo&);
    void carry_out(const ui::Redo&);
    void carry_out(const ui::SaveEdits&);
    void carry_out(const ui::RescueEdits&);
    void carry_out(const ui::OpenScenes&);
    void carry_out(const ui::ShowScene&);
    void carry_out(const ui::StepScene&);
    void carry_out(const ui::CaptureScene&);
    void carry_out(const ui::MoveScene&);
    void carry_out(const ui::EditScene&);
    void carry_out(const ui::RemoveScene&);
    void carry_out(const ui::Open&);
    void carry_out(const ui::Browse&);
    void carry_out(const ui::SaveWorkspace&);
    void carry_out(const ui::Export&);
    void carry_out(const ui::CopyTable&);
    void carry_out(const ui::WriteWorkbook&);
    void carry_out(const ui::WhatIf&);
    void what_if(const ui::ToggleWhatIf&);
    void what_if(const ui::AddAssumed&);
    void what_if(const ui::SetAssumed&);
    void what_if(const ui::FillGap&);
    void what_if(const ui::SetLapse&);
    void what_if(const ui::StepLapse&);
    void what_if(const ui::ResetScenario&);
    void what_if(const ui::NewScenario&);
    void what_if(const ui::ShowScenario&);
    void what_if(const ui::NextScenario&);
    void what_if(const ui::EditScenario&);
    void what_if(const ui::RemoveScenario&);

    const domain::Territory& territory() const;
    const domain::Unit* unit(int index) const;
    /// Another level or era: nothing of the old one stays in sight.
    void show_level(domain::Level level, int focus, int selected);
    void start_with(const domain::Document& document);
    void build_search();
    /// Records one step, shows what came of it and has it saved.
    void change(std::vector<domain::Edit> edits);
    /// `rows`: others may be in it than before.
    void follow_ledger(bool rows = true);
    void fill(ui::ColumnsCard& card) const;
    /// How many rows the list of a card has, and how much the marked row offers.
    int rows_in(const ui::Card& card) const;
    int choices_in(const ui::Card& card) const;
    /// A card over the list that is open, which comes back when it is closed.
    void open_over(ui::Card card);
    void close_card();
    /// Another value of the marked field of the row that is edited.
    void step_value(ui::EditCard& card, int by) const;
    /// The list that came back marks the row that was edited, when what it lists is known again.
    void mark_edited();
    /// After undo or redo: shows and saves what came of it, or says that there was nothing.
    void stepped(const std::optional<core::Message>& label, const char* done, const char* nothing);
    std::string what_changed(const domain::Scoreboard& before, const domain::Scoreboard& after);
    domain::Date reporting_date() const;
    /// Percent and gap need a quota; where the plan gives none at this level the counts are shown, and it is said.
    void tell_without_quota();

    /// The deck made ready for the document, when it is first asked for.
    const std::vector<Staged>& deck();
    /// The place of a scene in the deck; -1 stands for the shown one. -1 when there is none, which is told.
    int scene_at(int wished);
    const domain::SceneSpec& scene(int at) const;
    /// Whether the shown scene is still what is shown, and which classes are locked.
    void follow_deck();
    void leave_deck();
    /// The document as the workspace has it, or under the plan of the scene shown last.
    void show_document();

    domain::Scenario new_scenario() const;
    /// None: what is recorded. The basis follows a day on which certificates must hold, and goes back with it.
    void show_scenario(std::optional<domain::Scenario> scenario);
    /// Shows it; kept: and makes it a step of the ledger.
    void suppose(domain::Scenario wished, bool kept);
    void assume(int unit, int added, bool kept);
    bool may_assume();
    /// After the ledger has changed: the shown scenario as it stands now.
    void follow_scenarios();

    core::Words words_;
    Ledger ledger_;
    std::vector<Staged> deck_;
    bool deck_ready_ = false;
    carto::Parts parts_;  // that the shown scene wishes for
    PictureCache cache_;
    SearchIndex search_;
    ui::State state_;
    std::vector<Effect> effects_;
    std::optional<core::Place> edited_;                // see mark_edited()
    std::string scenario_;                             // id of the one looked at last
    std::optional<domain::Basis> basis_before_;        // a day of lapsing came
    bool left_folded_ = false, right_folded_ = false;  // as the last layout had them
};

}  // namespace ocop::app
