#pragma once
// The open workspace as a value: what its files hold, every edit made to it, and the document that follows from both.
#include <memory>
#include <optional>
#include <vector>

#include "data/open.h"

namespace ocop::app {

class Ledger {
public:
    using Files = std::shared_ptr<const data::Sources>;
    using Document = std::shared_ptr<const domain::Document>;

    Ledger() = default;
    /// Throws core::Error as data::build does.
    Ledger(Files files, domain::Journal journal);

    const Document& document() const { return document_; }
    const data::EditedRegister& cells() const { return *cells_; }
    const domain::Journal& journal() const { return journal_; }
    const Files& files() const { return files_; }
    /// Of a file of which nothing is read as long as nobody has said what its columns are: why.
    const std::optional<core::Message>& unread() const { return unread_; }

    /// Each of these is one step that undo takes back, and leaves everything as it was when it throws. A register that
    /// was read and is no longer recognised is refused ("error.no_register").
    void record(std::vector<domain::Edit> edits);
    void reread(Files files);
    /// What was undone or redone, in words; none: there was nothing. A reading of files is undone until the window
    /// closes; edits are undone also after the workspace was opened again.
    std::optional<core::Message> undo();
    std::optional<core::Message> redo();
    bool can_undo() const { return !done_.empty() || journal_.can_undo(); }
    bool can_redo() const { return !undone_.empty() || journal_.can_redo(); }

    /// After saving: the journal as the store holds it, joined with what another computer saved meanwhile.
    void accept(domain::Journal journal);

private:
    struct Reread {
        Files before, after;
    };
    using Step = std::optional<Reread>;  // none: a step of the journal

    /// One step from one list to the other: the files before or after it, or the journal's own step.
    core::Message walk(std::vector<Step>& from, std::vector<Step>& to, Files Reread::*files,
                       const std::optional<core::Message>& label, void (domain::Journal::*way)(const std::string&));
    void rebuild(Files files, domain::Journal journal, bool may_be_unread = true);

    Files files_;
    domain::Journal journal_;
    Document document_;
    std::shared_ptr<const data::EditedRegister> cells_;
    std::optional<core::Message> unread_;
    std::vector<Step> done_, undone_;
};

/// Edits of scenarios alone: the document's rows stay as they are, and nothing of it is read again.
bool touch_no_row(const std::vector<domain::Edit>& edits);

/// The files of a workspace and the store beside them. Throws core::Error as data::open does.
Ledger open_ledger(const std::filesystem::path& file);

}  // namespace ocop::app
