#include "app/ledger.h"

#include <algorithm>
#include <utility>

#include "data/column_edits.h"
#include "data/store.h"
#include "domain/edited_scenarios.h"

namespace ocop::app {

Ledger::Ledger(Files files, domain::Journal journal) { rebuild(std::move(files), std::move(journal)); }

void Ledger::rebuild(Files files, domain::Journal journal, bool may_be_unread) {
    if (auto chosen = data::chosen_columns(journal); chosen != files->chosen)
        files = std::make_shared<const data::Sources>(data::with_columns(*files, std::move(chosen)));
    data::Built built = data::build(*files, journal);
    if (built.unread && !may_be_unread) throw core::Error(built.unread->key, built.unread->args);
    unread_ = std::move(built.unread);
    document_ = std::make_shared<const domain::Document>(std::move(built.document));
    cells_ = std::make_shared<const data::EditedRegister>(std::move(built.cells));
    files_ = std::move(files);
    journal_ = std::move(journal);
}

bool touch_no_row(const std::vector<domain::Edit>& edits) {
    return std::all_of(edits.begin(), edits.end(),
                       [](const domain::Edit& edit) { return edit.table == domain::scenarios_table; });
}

void Ledger::record(std::vector<domain::Edit> edits) {
    if (edits.empty()) return;
    domain::Journal journal = journal_;
    const bool scenarios = touch_no_row(edits);
    journal.record(std::move(edits), data::new_stamp());
    if (scenarios) {
        document_ = std::make_shared<const domain::Document>(data::with_scenarios(*document_, journal, files_->store));
        journal_ = std::move(journal);
    } else {
        rebuild(files_, std::move(journal));
    }
    done_.emplace_back();
    undone_.clear();
}

void Ledger::reread(Files files) {
    const Files before = files_;
    rebuild(std::move(files), journal_, unread_.has_value());
    done_.push_back(Reread{before, files_});
    undone_.clear();
}

std::optional<core::Message> Ledger::undo() {
    if (!can_undo()) return {};
    return walk(done_, undone_, &Reread::before, journal_.undo_label(), &domain::Journal::undo);
}

std::optional<core::Message> Ledger::redo() {
    if (!can_redo()) return {};
    return walk(undone_, done_, &Reread::after, journal_.redo_label(), &domain::Journal::redo);
}

core::Message Ledger::walk(std::vector<Step>& from, std::vector<Step>& to, Files Reread::*files,
                           const std::optional<core::Message>& label,
                           void (domain::Journal::*way)(const std::string&)) {
    const Step step = from.empty() ? Step{} : from.back();  // none left of this window: the journal's own
    const core::Message what = step || !label ? core::Message{"edit.reread", {}} : *label;
    domain::Journal journal = journal_;
    if (!step) (journal.*way)(data::new_stamp().when);
    rebuild(step ? *step.*files : files_, std::move(journal));
    if (!from.empty()) {
        from.pop_back();
        to.push_back(step);
    }
    return what;
}

Ledger open_ledger(const std::filesystem::path& file) {
    auto files = std::make_shared<const data::Sources>(data::read_sources(file));
    domain::Journal journal = data::Store{files->store}.load();
    return {std::move(files), std::move(journal)};
}

void Ledger::accept(domain::Journal journal) { rebuild(files_, std::move(journal)); }

}  // namespace ocop::app
