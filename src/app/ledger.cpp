#include "app/ledger.h"

#include <utility>

#include "data/store.h"

namespace ocop::app {

namespace {
core::Message label_of(const std::optional<core::Message>& label) {
    return label.value_or(core::Message{"edit.reread", {}});
}
}  // namespace

Ledger::Ledger(Files files, domain::Journal journal) { rebuild(std::move(files), std::move(journal)); }

void Ledger::rebuild(Files files, domain::Journal journal) {
    data::Built built = data::build(*files, journal);
    document_ = std::make_shared<const domain::Document>(std::move(built.document));
    cells_ = std::make_shared<const data::EditedRegister>(std::move(built.cells));
    files_ = std::move(files);
    journal_ = std::move(journal);
}

void Ledger::record(std::vector<domain::Edit> edits) {
    if (edits.empty()) return;
    domain::Journal journal = journal_;
    journal.record(std::move(edits), data::new_stamp());
    rebuild(files_, std::move(journal));
    done_.emplace_back();
    undone_.clear();
}

void Ledger::reread(Files files) {
    const Files before = files_;
    rebuild(std::move(files), journal_);
    done_.push_back(Reread{before, files_});
    undone_.clear();
}

std::optional<core::Message> Ledger::undo() {
    if (!can_undo()) return {};
    const Step step = done_.empty() ? Step{} : done_.back();
    core::Message label{"edit.reread", {}};
    if (step) {
        rebuild(step->before, journal_);
    } else {
        label = label_of(journal_.undo_label());
        domain::Journal journal = journal_;
        journal.undo(data::new_stamp().when);
        rebuild(files_, std::move(journal));
    }
    if (!done_.empty()) {
        undone_.push_back(step);
        done_.pop_back();
    }
    return label;
}

std::optional<core::Message> Ledger::redo() {
    if (!can_redo()) return {};
    const Step step = undone_.empty() ? Step{} : undone_.back();
    core::Message label{"edit.reread", {}};
    if (step) {
        rebuild(step->after, journal_);
    } else {
        label = label_of(journal_.redo_label());
        domain::Journal journal = journal_;
        journal.redo(data::new_stamp().when);
        rebuild(files_, std::move(journal));
    }
    if (!undone_.empty()) {
        done_.push_back(step);
        undone_.pop_back();
    }
    return label;
}

Ledger open_ledger(const std::filesystem::path& file) {
    auto files = std::make_shared<const data::Sources>(data::read_sources(file));
    domain::Journal journal = data::Store{files->store}.load();
    return {std::move(files), std::move(journal)};
}

void Ledger::accept(domain::Journal journal) {
    if (journal == journal_) return;
    rebuild(files_, std::move(journal));
}

}  // namespace ocop::app
