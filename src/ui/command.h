#pragma once
// What a person can wish for, as small values. Panels and keys return them; Session::apply alone carries them out.
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "carto/compose.h"
#include "core/words.h"
#include "domain/evaluate.h"
#include "ui/view.h"
#include "ui/what_if.h"

namespace ocop::ui {

// --- what is shown
struct SetIndicator {
    domain::IndicatorId indicator;
    bool operator==(const SetIndicator&) const = default;
};
struct SetLevel {
    domain::Level level;
    bool operator==(const SetLevel&) const = default;
};
struct SetShow {
    carto::Show show;
    bool operator==(const SetShow&) const = default;
};
struct SetBasis {
    domain::Basis basis;
    bool operator==(const SetBasis&) const = default;
};
struct SetAsOf {
    domain::Date date;
    bool operator==(const SetAsOf&) const = default;
};
struct SetFilter {
    domain::Filter filter;
    bool operator==(const SetFilter&) const = default;
};
struct SetExpiringDays {
    int days;
    bool operator==(const SetExpiringDays&) const = default;
};
struct SetEra {
    domain::Era era;
    bool operator==(const SetEra&) const = default;
};
struct SetLanguage {
    core::Language language;
    bool operator==(const SetLanguage&) const = default;
};

// --- where one looks
struct Select {  // -1: nothing
    int unit;
    bool operator==(const Select&) const = default;
};
struct Hover {
    int unit;
    bool operator==(const Hover&) const = default;
};
struct IsolateClass {  // the same class again, or -1: all classes
    int legend_class;
    bool operator==(const IsolateClass&) const = default;
};
struct DrillDown {  // into a unit; -1: the selected one
    int unit = -1;
    bool operator==(const DrillDown&) const = default;
};
struct DrillUp {
    bool operator==(const DrillUp&) const = default;
};
struct GoHome {
    bool operator==(const GoHome&) const = default;
};
struct MoveCamera {  // while a gesture runs: the picture is not composed anew
    scene::Camera camera;
    bool operator==(const MoveCamera&) const = default;
};
struct SettleCamera {
    bool operator==(const SettleCamera&) const = default;
};

// --- lists, search, panels
struct OpenRows {
    domain::IndicatorId indicator;
    int unit;
    int stars = 0;                                      // only these; 0: all
    std::optional<domain::ProducerKind> producer = {};  // only of these
    bool operator==(const OpenRows&) const = default;
};
struct OpenFindings {
    bool operator==(const OpenFindings&) const = default;
};
struct FocusSearch {
    bool operator==(const FocusSearch&) const = default;
};
struct Search {
    std::string text;
    bool operator==(const Search&) const = default;
};
struct StepList {  // in the open list: to another row, or to another of what the marked row offers
    int rows, choices;
    bool operator==(const StepList&) const = default;
};
struct ActOnMarked {  // what a click on the marked row does; aside: what a second click would do
    bool aside = false;
    bool operator==(const ActOnMarked&) const = default;
};
struct DropMarked {  // removes what the marked row stands for, where it can be removed
    bool operator==(const DropMarked&) const = default;
};
struct Choose {  // a result; -1: the marked one
    int index = -1;
    bool operator==(const Choose&) const = default;
};
enum class Side { left, right };
struct ToggleSide {
    Side side;
    bool operator==(const ToggleSide&) const = default;
};
struct ShowSide {  // slides it over the map when it is folded
    Side side;
    bool operator==(const ShowSide&) const = default;
};
struct ToggleFilters {
    bool operator==(const ToggleFilters&) const = default;
};
struct ToggleExportMenu {
    bool operator==(const ToggleExportMenu&) const = default;
};
struct ToggleHelp {
    bool operator==(const ToggleHelp&) const = default;
};
struct TogglePresenting {
    bool operator==(const TogglePresenting&) const = default;
};
struct SetBlank {  // the same again: the picture is back
    Blank blank;
    bool operator==(const SetBlank&) const = default;
};
struct ToggleFreeze {  // the audience keeps its picture while one goes on
    bool operator==(const ToggleFreeze&) const = default;
};
struct NextViewing {  // the picture as other eyes and a bright room have it
    bool operator==(const NextViewing&) const = default;
};
struct ToggleMotion {  // pictures follow without any motion between them
    bool operator==(const ToggleMotion&) const = default;
};
struct ToggleStatistics {
    bool operator==(const ToggleStatistics&) const = default;
};
struct GoBack {  // Esc: closes one thing
    bool operator==(const GoBack&) const = default;
};

// --- edits: a card holds the row that is being edited; saving it is one step that can be undone
struct EditPlace {  // the row that a record or finding came from
    core::Place where;
    bool operator==(const EditPlace&) const = default;
};
struct AddRow {  // of a table (formats.md §1), placed in a unit
    std::string table;
    int unit;
    bool operator==(const AddRow&) const = default;
};
struct EditQuota {  // of the shown indicator for one unit
    int unit;
    bool operator==(const EditQuota&) const = default;
};
struct SetField {
    std::string column, text;
    bool operator==(const SetField&) const = default;
};
struct SaveRow {
    bool operator==(const SaveRow&) const = default;
};
struct RemoveRow {
    bool operator==(const RemoveRow&) const = default;
};
struct TickOutreach {  // a commune was reached; none: done, or no longer when it was done
    int unit;
    std::optional<domain::OutreachStatus> status = {};
    bool operator==(const TickOutreach&) const = default;
};
struct ChooseConflict {  // of Document::conflicts
    int conflict;
    bool take_source;
    bool operator==(const ChooseConflict&) const = default;
};
struct OpenJoin {  // the names that match no unit
    bool operator==(const OpenJoin&) const = default;
};
struct MatchName {  // a name of domain::by_name() means this unit from now on; -1: the marked name and its marked unit
    int name = -1;
    std::string code = {};
    bool operator==(const MatchName&) const = default;
};
struct DropAlias {  // of Document::aliases
    int alias;
    bool operator==(const DropAlias&) const = default;
};
struct ExportAliases {  // for the next file and the next office
    bool operator==(const ExportAliases&) const = default;
};
struct OpenColumns {  // which column means what, of the table at a place; of none: the first that needs it
    core::Place where = {};
    bool operator==(const OpenColumns&) const = default;
};
struct ShowTable {  // of the card of columns; one that nothing recognises as a table of this noun, under this row
    int table;
    std::string noun = {};
    int header_row = 0;
    bool operator==(const ShowTable&) const = default;
};
struct ReadColumnAs {  // the marked column; -1: the marked meaning
    int choice = -1;
    bool operator==(const ReadColumnAs&) const = default;
};
struct DropColumn {  // what was chosen of a column; -1: of the marked one
    int column = -1;
    bool operator==(const DropColumn&) const = default;
};
struct WriteColumns {  // into the workspace, for every laptop
    bool operator==(const WriteColumns&) const = default;
};
struct FollowFinding {  // to its unit on the map
    int finding;
    bool operator==(const FollowFinding&) const = default;
};
struct Undo {
    bool operator==(const Undo&) const = default;
};
struct Redo {
    bool operator==(const Redo&) const = default;
};
struct SaveEdits {  // again, when saving failed
    bool operator==(const SaveEdits&) const = default;
};
struct RescueEdits {  // a copy of the store elsewhere
    bool operator==(const RescueEdits&) const = default;
};

// --- the deck; `scene`: its place, -1: the one that is shown
struct OpenScenes {
    bool operator==(const OpenScenes&) const = default;
};
struct ShowScene {
    int scene;
    bool operator==(const ShowScene&) const = default;
};
struct StepScene {  // next and back; what has left the deck returns to it
    int by;
    bool operator==(const StepScene&) const = default;
};
struct CaptureScene {  // what is shown, behind the shown scene, or in its place
    bool replace = false;
    bool operator==(const CaptureScene&) const = default;
};
struct MoveScene {
    int by;
    int scene = -1;
    bool operator==(const MoveScene&) const = default;
};
struct EditScene {  // title and notes
    int scene = -1;
    bool operator==(const EditScene&) const = default;
};
struct RemoveScene {
    int scene = -1;
    bool operator==(const RemoveScene&) const = default;
};

// --- files and the clipboard
struct Open {
    std::filesystem::path file;
    bool operator==(const Open&) const = default;
};
struct Browse {  // the folders of this computer; none: where the open workspace lies
    std::filesystem::path folder;
    bool operator==(const Browse&) const = default;
};
struct SaveWorkspace {  // of a register or map that was opened by itself
    bool operator==(const SaveWorkspace&) const = default;
};
enum class PictureKind { png, pdf, svg };
struct Export {
    PictureKind kind;
    bool operator==(const Export&) const = default;
};
struct WriteWorkbook {  // the register as it stands, or an empty one to fill in
    bool empty = false;
    bool operator==(const WriteWorkbook&) const = default;
};
struct CopyTable {  // what is open, as a tab-separated table
    bool operator==(const CopyTable&) const = default;
};

using Command =
    std::variant<SetIndicator, SetLevel, SetShow, SetBasis, SetAsOf, SetFilter, SetExpiringDays, SetEra, SetLanguage,
                 Select, Hover, IsolateClass, DrillDown, DrillUp, GoHome, MoveCamera, SettleCamera, OpenRows,
                 OpenFindings, FocusSearch, Search, StepList, ActOnMarked, DropMarked, Choose, ToggleSide, ShowSide,
                 ToggleFilters, ToggleExportMenu, ToggleHelp, TogglePresenting, SetBlank, ToggleFreeze, ToggleMotion,
                 NextViewing, ToggleStatistics, GoBack, EditPlace, AddRow, EditQuota, SetField, SaveRow, RemoveRow,
                 TickOutreach, ChooseConflict, OpenJoin, MatchName, DropAlias, ExportAliases, OpenColumns, ShowTable,
                 ReadColumnAs, DropColumn, WriteColumns, FollowFinding, Undo, Redo, SaveEdits, RescueEdits, OpenScenes,
                 ShowScene, StepScene, CaptureScene, MoveScene, EditScene, RemoveScene, Open, Browse, SaveWorkspace,
                 Export, CopyTable, WriteWorkbook, WhatIf>;
using Commands = std::vector<Command>;

}  // namespace ocop::ui
