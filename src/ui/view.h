#pragma once
// What panels may see: the state of the screen as a plain value, and everything that follows from it. Read only.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "carto/compose.h"
#include "carto/phrases.h"
#include "core/words.h"
#include "domain/evaluate.h"
#include "domain/proposal.h"

namespace ocop::ui {

/// Where the keyboard is in the list of a card.
struct Cursor {
    int row = 0;     // a row behind the last one means the last one
    int choice = 0;  // of what the row itself offers
    int steps = 0;   // grows with each step of the keyboard, after which the list shows the marked row
    int in(int rows) const { return std::clamp(row, 0, std::max(0, rows - 1)); }
    bool operator==(const Cursor&) const = default;
};

/// A list that lies over the map: the rows that make a number, or what was not matched.
struct RowsCard {
    domain::IndicatorId indicator = domain::IndicatorId::products;
    int unit = 0;
    int stars = 0;                                      // only these; 0: all
    std::optional<domain::ProducerKind> producer = {};  // only of these
    Cursor cursor = {};
    bool operator==(const RowsCard&) const = default;
};
struct FindingsCard {
    Cursor cursor = {};  // first the conflicts, then the findings as listed()
    bool operator==(const FindingsCard&) const = default;
};
/// The deck as a list.
struct ScenesCard {
    Cursor cursor = {};
    bool operator==(const ScenesCard&) const = default;
};
/// A folder of this computer, to open a file from.
struct BrowseCard {
    struct Entry {
        std::filesystem::path path;
        bool folder = false;
        bool operator==(const Entry&) const = default;
    };
    std::filesystem::path folder;
    std::vector<Entry> entries;
    Cursor cursor = {};  // the folder above it comes first, where there is one
    bool operator==(const BrowseCard&) const = default;
};
/// A row that is being edited. Nothing is changed before it is saved.
struct EditCard {
    struct Field {
        std::string column;
        std::string before;  // the cell as it stands; a word of a closed list in its canonical form
        std::string raw;     // the cell as it stands, as typed
        std::string text;    // as edited
        bool operator==(const Field&) const = default;
    };
    std::string table, row;  // row: its key; empty: a new one
    std::string name;
    core::Place where;
    std::vector<Field> fields;
    Cursor cursor = {};      // the field that takes the keys
    std::string typed = {};  // of a unit's name, before one that begins so was taken by a key
    bool operator==(const EditCard&) const = default;
    bool changed() const {
        return std::any_of(fields.begin(), fields.end(), [](const Field& field) { return field.text != field.before; });
    }
};
/// Both sides of what did not match: names of the files and units that no row names.
struct JoinCard {
    Cursor cursor = {};  // of domain::by_name(), then of what was matched here; choice: of the name's units
    bool operator==(const JoinCard&) const = default;
};
/// Which column of a file means what.
struct ColumnsCard {
    std::vector<domain::Proposal> tables;  // of all registers, as they are read now
    int table = 0;
    std::string noun;        // what the table is said to be when nothing recognises it
    int header_row = 0;      // and the row that is said to be its header; 0: the likeliest
    bool asks_noun = false;  // the list at the right asks what the table is, else what the marked column is
    /// Of the table's columns; choice: of table_nouns(), or 0: a note, then the table's meanings; -1: none.
    Cursor cursor = {};
    bool operator==(const ColumnsCard&) const = default;
};
using Card =
    std::variant<std::monostate, RowsCard, FindingsCard, BrowseCard, EditCard, JoinCard, ColumnsCard, ScenesCard>;

/// The cursor of a card that has a list; null: it has none.
inline Cursor* cursor_of(Card& card) {
    return std::visit(
        [](auto& each) -> Cursor* {
            if constexpr (requires { each.cursor; }) return &each.cursor;
            return nullptr;
        },
        card);
}

enum class Blank { off, black_out, white_out };  // what the audience sees instead of the picture

/// A unit or a product that a search found.
struct SearchHit {
    int unit = -1;     // of the shown territory; -1: the product lies in no unit of it
    int product = -1;  // -1: the hit is the unit itself
    std::string title, context;
    bool operator==(const SearchHit&) const = default;
};

/// Everything about the screen that commands change.
struct State {
    domain::Query query;
    carto::MapSpec spec;
    core::Language language = core::Language::vietnamese;
    std::optional<scene::Camera> camera;  // while a gesture runs; else spec.camera
    Card card;
    Card behind;       // the list that a row's card was opened from, and that comes back after it
    int product = -1;  // found by a search: marked in the lists
    std::string search;
    std::vector<SearchHit> hits;
    int choice = 0;
    bool search_open = false;
    int search_focus = 0;  // grows when the search field shall take the keyboard
    bool filters_open = false, export_open = false, help = false, presenting = false, statistics = false;
    std::string scene;                     // of the deck: its id, shown now or where one left the deck; empty: none
    bool off_deck = false;                 // something else is shown by now
    int travels = 0;                       // grows when a scene is shown: the picture moves there
    bool travelling = false;               // it does so now
    bool still = false;                    // never: pictures follow each other without motion
    std::size_t viewing = 0;               // of carto::viewings: how the picture is seen
    Blank blank = Blank::off;              // in front of an audience
    bool frozen = false, resting = false;  // the audience's picture stays as it is; the mouse has not moved for a while
    std::optional<bool> left_wished, right_wished;  // unfolded by hand; none: as the window's width allows
    bool left_over = false, right_over = false;     // slid over the map
    std::string notice;                             // one line that goes away by itself
    int notice_number = 0;
    bool can_undo = false, can_redo = false;
    std::string unsaved;  // why edits could not be saved; empty: they are
    std::string busy;     // what is being worked on, for the notice line
};

/// What follows from document and state; made by the session when something changed.
struct Derived {
    domain::Scoreboard board;
    carto::Picture picture;
    std::vector<carto::RankingRow> ranking;
    std::vector<carto::Tile> tiles;
};

struct View {
    const domain::Document& document;
    const domain::Territory& territory;
    const State& state;
    const Derived& derived;
    const carto::LevelGeometry& geometry;
    const core::Words& words;

    const domain::Unit& unit(int index) const { return territory.units[static_cast<std::size_t>(index)]; }
    const domain::Score& score(int index) const { return derived.board.score(state.spec.indicator, index); }
    bool has(int index) const { return index >= 0 && index < static_cast<int>(territory.units.size()); }
};

}  // namespace ocop::ui
