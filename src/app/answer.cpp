// What a script may ask about the session.
#include <map>

#include "app/play.h"
#include "ui/rows.h"

namespace ocop::app {

namespace {
std::string code(const ui::View& view, int unit) { return view.has(unit) ? view.unit(unit).code : ""; }

std::string card_name(const ui::Card& card) {
    if (std::holds_alternative<ui::RowsCard>(card)) return "rows";
    if (std::holds_alternative<ui::BrowseCard>(card)) return "browse";
    if (std::holds_alternative<ui::EditCard>(card)) return "edit";
    if (std::holds_alternative<ui::JoinCard>(card)) return "join";
    if (std::holds_alternative<ui::ColumnsCard>(card)) return "columns";
    if (std::holds_alternative<ui::ScenesCard>(card)) return "scenes";
    return std::holds_alternative<ui::FindingsCard>(card) ? "findings" : "";
}

std::string show_name(carto::Show show) {
    return show == carto::Show::count ? "count" : show == carto::Show::percent ? "percent" : "gap";
}

/// "Mấy sao = stars" of the marked column, "Mấy sao = –" of one that is not read; of a table of which nobody has said
/// what it is: "?".
std::string marked_column(const ui::View& view) {
    const auto* card = std::get_if<ui::ColumnsCard>(&view.state.card);
    if (card == nullptr || card->tables.empty()) return {};
    if (card->asks_noun) return "?";
    const auto& table = card->tables[static_cast<std::size_t>(card->table)];
    const auto& column = table.columns[static_cast<std::size_t>(card->cursor.row)];
    return column.header + " = " + (column.known.empty() ? "–" : column.known);
}

/// What the row that the keyboard is at begins with: a row's name, a finding's place, a name of a file, a scene's
/// title.
std::string marked_row(const ui::View& view) {
    const domain::Document& document = view.document;
    if (const auto* list = std::get_if<ui::RowsCard>(&view.state.card)) {
        const auto rows = ui::rows_of(view, *list);
        return rows.empty() ? "" : rows[static_cast<std::size_t>(list->cursor.in(static_cast<int>(rows.size())))].name;
    }
    if (const auto* list = std::get_if<ui::FindingsCard>(&view.state.card)) {
        const int at = list->cursor.row - static_cast<int>(document.conflicts.size());
        if (at < 0) return document.conflicts[static_cast<std::size_t>(list->cursor.row)].name;
        const auto order = core::listed(document.findings);
        if (order.empty()) return {};
        const std::size_t finding = order[std::min(static_cast<std::size_t>(at), order.size() - 1)];
        return ui::place_text(document.findings[finding].where, view.words);
    }
    if (const auto* list = std::get_if<ui::JoinCard>(&view.state.card)) {
        const auto names = domain::by_name(document.unmatched);
        if (list->cursor.row >= static_cast<int>(names.size())) return {};
        const auto first = static_cast<std::size_t>(names[static_cast<std::size_t>(list->cursor.row)].first);
        const domain::Unmatched& row = document.unmatched[first];
        return row.level == domain::Level::commune ? row.commune_text : row.district_text;
    }
    if (const auto* list = std::get_if<ui::ScenesCard>(&view.state.card)) {
        const auto& scenes = document.deck.scenes;
        if (scenes.empty()) return {};
        return scenes[static_cast<std::size_t>(list->cursor.in(static_cast<int>(scenes.size())))].title;
    }
    return {};
}

/// "stars = 4" of the field of a form that takes the keys.
std::string marked_field(const ui::View& view) {
    const auto* form = std::get_if<ui::EditCard>(&view.state.card);
    if (form == nullptr || form->fields.empty()) return {};
    const auto& field = form->fields[static_cast<std::size_t>(form->cursor.in(static_cast<int>(form->fields.size())))];
    return field.column + " = " + field.text;
}

std::string word(bool yes) { return yes ? "yes" : "no"; }
}  // namespace

std::string answer(const Session& session, std::string_view key) {
    const ui::State& state = session.state();
    if (key == "ready") return word(session.ready());
    if (key == "notice") return state.notice;
    if (key == "busy") return word(!state.busy.empty());
    if (key == "exported") return std::filesystem::path{state.notice.substr(state.notice.rfind('/') + 1)}.string();
    if (key == "language") return state.language == core::Language::english ? "en" : "vi";
    if (!session.ready()) return {};
    const ui::View view = session.view();
    using Answer = std::string (*)(const Session&, const ui::View&);
    static const std::map<std::string_view, Answer> answers{
        {"indicator", [](auto&, auto& v) { return std::string{domain::indicator(v.state.spec.indicator).name}; }},
        {"level", [](auto&, auto& v) { return std::string{domain::id(v.state.spec.level)}; }},
        {"era", [](auto&, auto& v) { return std::string{domain::id(v.state.query.era)}; }},
        {"basis", [](auto&, auto& v) { return std::string{domain::id(v.state.query.basis)}; }},
        {"as_of", [](auto&, auto& v) { return domain::iso(v.state.query.as_of); }},
        {"show", [](auto&, auto& v) { return show_name(v.state.spec.show); }},
        {"selected", [](auto&, auto& v) { return code(v, v.state.spec.selected); }},
        {"hovered", [](auto&, auto& v) { return code(v, v.state.spec.hovered); }},
        {"focus", [](auto&, auto& v) { return code(v, v.state.spec.focus); }},
        {"isolated", [](auto&, auto& v) { return std::to_string(v.state.spec.isolated_class); }},
        {"expiring_days", [](auto&, auto& v) { return std::to_string(v.state.query.expiring_days); }},
        {"filter", [](auto&, auto& v) { return word(v.state.query.filter.active()); }},
        {"search", [](auto&, auto& v) { return v.state.search; }},
        {"search_results", [](auto&, auto& v) { return std::to_string(v.state.hits.size()); }},
        {"search_first",
         [](auto&, auto& v) { return v.state.hits.empty() ? std::string{} : v.state.hits.front().title; }},
        {"card", [](auto&, auto& v) { return card_name(v.state.card); }},
        {"rows",
         [](auto&, auto& v) {
             const auto* rows = std::get_if<ui::RowsCard>(&v.state.card);
             return rows == nullptr ? std::string{} : std::to_string(ui::rows_of(v, *rows).size());
         }},
        {"can_undo", [](auto&, auto& v) { return word(v.state.can_undo); }},
        {"can_redo", [](auto&, auto& v) { return word(v.state.can_redo); }},
        {"unsaved", [](auto&, auto& v) { return v.state.unsaved; }},
        {"journal", [](auto& s, auto&) { return std::to_string(s.ledger().journal().entries().size()); }},
        {"products", [](auto&, auto& v) { return std::to_string(v.document.records.products.size()); }},
        {"help", [](auto&, auto& v) { return word(v.state.help); }},
        {"presenting", [](auto&, auto& v) { return word(v.state.presenting); }},
        {"scene", [](auto&, auto& v) { return v.state.scene; }},
        {"scene_number",
         [](auto&, auto& v) {
             return std::to_string(v.state.scene.empty() ? 0 : v.document.deck.find(v.state.scene) + 1);
         }},
        {"scenes", [](auto&, auto& v) { return std::to_string(v.document.deck.scenes.size()); }},
        {"scene_title",
         [](auto&, auto& v) {
             const int at = v.state.scene.empty() ? -1 : v.document.deck.find(v.state.scene);
             return at < 0 ? std::string{} : v.document.deck.scenes[static_cast<std::size_t>(at)].title;
         }},
        {"scenario", [](auto&, auto& v) { return v.state.query.scenario ? v.state.query.scenario->name : "no"; }},
        {"scenarios", [](auto&, auto& v) { return std::to_string(v.document.scenarios.size()); }},
        {"added",
         [](auto&, auto& v) {
             const auto& scenario = v.state.query.scenario;
             return scenario && v.has(v.state.spec.selected)
                        ? std::to_string(scenario->at(v.state.spec.indicator, v.unit(v.state.spec.selected).code))
                        : std::string{"0"};
         }},
        {"lapse_on",
         [](auto&, auto& v) {
             const auto& scenario = v.state.query.scenario;
             return scenario && scenario->lapse_on ? domain::iso(*scenario->lapse_on) : std::string{"no"};
         }},
        {"headline", [](auto&, auto& v) { return v.derived.picture.scene.title; }},
        {"status",
         [](auto&, auto& v) {
             return std::string{domain::id(v.score(v.has(v.state.spec.selected) ? v.state.spec.selected : 0).status)};
         }},
        {"off_deck", [](auto&, auto& v) { return word(v.state.off_deck); }},
        {"blank",
         [](auto&, auto& v) {
             return std::string{v.state.blank == ui::Blank::black_out   ? "black"
                                : v.state.blank == ui::Blank::white_out ? "white"
                                                                        : "no"};
         }},
        {"frozen", [](auto&, auto& v) { return word(v.state.frozen); }},
        {"travelling", [](auto&, auto& v) { return word(v.state.travelling); }},
        {"resting", [](auto&, auto& v) { return word(v.state.resting); }},
        {"viewing", [](auto&, auto& v) { return std::to_string(v.state.viewing); }},
        {"motion", [](auto&, auto& v) { return word(!v.state.still); }},
        {"left_over", [](auto&, auto& v) { return word(v.state.left_over); }},
        {"right_over", [](auto&, auto& v) { return word(v.state.right_over); }},
        {"findings", [](auto&, auto& v) { return std::to_string(v.document.findings.size()); }},
        {"unmatched", [](auto&, auto& v) { return std::to_string(v.document.unmatched.size()); }},
        {"column", [](auto&, auto& v) { return marked_column(v); }},
        {"marked", [](auto&, auto& v) { return marked_row(v); }},
        {"field", [](auto&, auto& v) { return marked_field(v); }},
        {"title", [](auto&, auto& v) { return v.document.title; }},
        {"moved", [](auto&, auto& v) { return word(v.state.camera || v.state.spec.camera); }},
        {"first_ranked",
         [](auto&, auto& v) { return v.derived.ranking.empty() ? std::string{} : code(v, v.derived.ranking[0].unit); }},
        {"evaluations", [](auto& s, auto&) { return std::to_string(s.cache().evaluations()); }},
        {"value",
         [](auto&, auto& v) {
             const int unit = v.has(v.state.spec.selected) ? v.state.spec.selected : 0;
             return carto::value_text(v.score(unit), v.state.spec.indicator, v.state.spec.show, v.words);
         }},
    };
    const auto found = answers.find(key);
    return found == answers.end() ? "?" : found->second(session, view);
}

}  // namespace ocop::app
