#include "ui/rows.h"

#include <algorithm>
#include <filesystem>

namespace ocop::ui {

namespace {
template <class T>
const T& at(const std::vector<T>& rows, int index) {
    return rows[static_cast<std::size_t>(index)];
}

std::string where_text(const domain::Location& location) {
    if (location.commune_text.empty()) return location.district_text;
    return location.district_text.empty() ? location.commune_text
                                          : location.commune_text + ", " + location.district_text;
}

TableRow product_row(const View& view, int index) {
    const domain::Product& product = at(view.document.records.products, index);
    const domain::Query& query = view.derived.board.query;
    TableRow row;
    row.name = product.name;
    row.producer = product.producer;
    row.place = place_text(product.where, view.words);
    row.product = index;
    const auto standing = domain::standing(product, view.document.plan, query.basis, query.as_of);
    if (product.recognitions.empty()) return row;
    const domain::Recognition& recognition =
        standing ? at(product.recognitions, standing->recognition) : product.recognitions.back();
    row.stars = std::to_string(standing ? standing->stars : recognition.stars);
    row.date = date_text(recognition.counts_from(), view.words);
    row.decision = recognition.decision;
    row.round = recognition.round;
    row.source = recognition.source;
    row.place = place_text(recognition.where, view.words);
    return row;
}

/// A cell must not break the table it is pasted into.
std::string cell(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string line(std::initializer_list<std::string> cells) {
    std::string out;
    for (const std::string& text : cells) out += cell(text) + "\t";
    out.back() = '\n';
    return out;
}

std::string rows_table(const View& view, const RowsCard& card) {
    const core::Words& words = view.words;
    std::string out = line({words["ui.column.name"], words["ui.column.producer"], words["ui.column.stars"],
                            words["ui.column.date"], words["ui.column.decision"], words["ui.column.round"],
                            words["ui.column.place"], words["ui.column.source"], words["ui.column.counted"]});
    for (const TableRow& row : rows_of(view, card))
        out += line({row.name, row.producer, row.stars, row.date, row.decision, row.round, row.place, row.source,
                     words[row.counted ? "ui.yes" : "ui.no_undated"]});
    return out;
}

std::string findings_table(const View& view) {
    std::string out = line({view.words["ui.column.place"], view.words["ui.column.finding"]});
    for (const std::size_t i : core::listed(view.document.findings)) {
        const core::Finding& finding = view.document.findings[i];
        out += line({place_text(finding.where, view.words), view.words.say(finding.what)});
    }
    return out;
}

std::string unmatched_table(const View& view) {
    std::string out = line({view.words["ui.column.place"], view.words["field.district"], view.words["field.commune"],
                            view.words["ui.join_likely"]});
    const domain::Territory& territory = view.document.territory(view.document.register_era);
    for (const domain::Unmatched& row : view.document.unmatched) {
        std::string likely;
        for (const domain::Candidate& candidate : row.candidates)
            if (const int unit = territory.find(candidate.code, candidate.level); unit >= 0)
                likely += (likely.empty() ? "" : ", ") + territory.units[static_cast<std::size_t>(unit)].name;
        out += line({place_text(row.where, view.words), row.district_text, row.commune_text, likely});
    }
    return out;
}

std::string columns_table(const View& view, const ColumnsCard& card) {
    const core::Words& words = view.words;
    std::string out = line(
        {words["ui.column.place"], words["ui.column.header"], words["ui.column.samples"], words["ui.column.meaning"]});
    for (const domain::Proposal& table : card.tables)
        for (const domain::ProposedColumn& column : table.columns) {
            std::string samples;
            for (const std::string& sample : column.samples) samples += (samples.empty() ? "" : "; ") + sample;
            const std::string field = "field." + column.known;
            out += line({place_text({table.file, table.sheet, table.header_row, column.column}, words), column.header,
                         samples, words.has(field) ? words[field] : column.known});
        }
    return out;
}

std::string ranking_table(const View& view) {
    const auto& scenario = view.state.query.scenario;
    const std::string value = view.words["ui.column.value"] +
                              (scenario ? " (" + view.words.say("footer.assumed", {scenario->name}) + ")" : "");
    std::string out =
        line({view.words["ui.column.rank"], view.words["ui.column.unit"], value, view.words["ui.column.status"]});
    for (const carto::RankingRow& row : view.derived.ranking)
        out += line(
            {std::to_string(row.place), row.name, row.value, carto::status_text(view.score(row.unit), view.words)});
    return out;
}
}  // namespace

std::string date_text(const std::optional<domain::DatePoint>& date, const core::Words& words) {
    if (!date) return words["ui.date_unknown"];
    return (date->approximate ? "≈ " : "") + domain::vietnamese(date->day);
}

std::string day_text(const std::string& when) {
    const auto date = domain::parse_date(when);
    return date ? domain::vietnamese(date->day) : when;
}

std::string place_text(const core::Place& place, const core::Words& words) {
    std::string out = std::filesystem::path{place.file}.filename().string();
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
    if (!place.sheet.empty()) add(words.say("place.sheet", {place.sheet}));
    if (place.column > 0 && place.row > 0)
        add(words.say("place.cell", {core::cell_name(place)}));
    else if (place.row > 0)
        add(words.say("place.row", {std::to_string(place.row)}));
    return out;
}

namespace {
/// The row that a record came from.
const core::Place& where_of(const domain::Register& records, domain::RowRef ref) {
    switch (ref.table) {
        case domain::Table::products:
            return at(records.products, ref.index).where;
        case domain::Table::ideas:
            return at(records.ideas, ref.index).where;
        case domain::Table::organisations:
            return at(records.organisations, ref.index).where;
        case domain::Table::trainings:
            return at(records.trainings, ref.index).where;
        case domain::Table::outreach:
            return at(records.outreach, ref.index).where;
        case domain::Table::projects:
            break;
    }
    return at(records.projects, ref.index).where;
}
}  // namespace

TableRow table_row(const View& view, domain::RowRef ref, bool counted) {
    const domain::Register& records = view.document.records;
    const core::Words& words = view.words;
    TableRow row;
    switch (ref.table) {
        case domain::Table::products:
            row = product_row(view, ref.index);
            break;
        case domain::Table::ideas: {
            const domain::Idea& idea = at(records.ideas, ref.index);
            row = {idea.name, where_text(idea.location),           words.say("ui.step", {std::to_string(idea.step)}),
                   {},        date_text(idea.supported_on, words), {},
                   {},        place_text(idea.where, words),       {}};
            break;
        }
        case domain::Table::organisations: {
            const domain::Organisation& body = at(records.organisations, ref.index);
            row = {body.name, where_text(body.location),     body.kind, {}, date_text(body.strengthened_on, words), {},
                   {},        place_text(body.where, words), {}};
            break;
        }
        case domain::Table::trainings: {
            const domain::Training& training = at(records.trainings, ref.index);
            row = {words[training.role == domain::Role::manager ? "ui.role.manager" : "ui.role.leader"],
                   where_text(training.location),
                   words.say("ui.trained_of", {std::to_string(training.trained), std::to_string(training.people)}),
                   {},
                   date_text(training.as_of, words),
                   {},
                   {},
                   place_text(training.where, words),
                   {}};
            break;
        }
        case domain::Table::outreach: {
            const domain::Outreach& outreach = at(records.outreach, ref.index);
            row = {where_text(outreach.location),
                   outreach.form,
                   words["outreach." + std::string{domain::id(outreach.status)}],
                   {},
                   date_text(outreach.date, words),
                   {},
                   {},
                   place_text(outreach.where, words),
                   {}};
            break;
        }
        case domain::Table::projects: {
            const domain::Project& project = at(records.projects, ref.index);
            row = {project.name, where_text(project.location),     project.status,
                   {},           date_text(project.from, words),   {},
                   {},           place_text(project.where, words), {}};
            break;
        }
    }
    row.where = where_of(records, ref);
    row.counted = counted;
    return row;
}

std::vector<TableRow> rows_of(const View& view, const RowsCard& card) {
    std::vector<TableRow> out;
    const domain::Score& score = view.derived.board.score(card.indicator, card.unit);
    const auto add = [&](const domain::RowRef& ref, bool counted) {
        TableRow row = table_row(view, ref, counted);
        if (card.stars > 0 && row.stars != std::to_string(card.stars)) return;
        if (card.producer && (ref.table != domain::Table::products ||
                              at(view.document.records.products, ref.index).producer_kind != *card.producer))
            return;
        out.push_back(std::move(row));
    };
    for (const domain::RowRef& row : score.rows) add(row, true);
    for (const domain::RowRef& row : score.undated_rows) add(row, false);
    return out;
}

std::vector<std::string> published_of(const View& view, int unit) {
    const domain::Unit& own = view.unit(unit);
    if (own.level == domain::Level::commune) return {};
    return carto::published_texts(view.derived.board, own.level == domain::Level::district ? own.code : "", view.words);
}

std::string copied_table(const View& view) {
    if (const auto* rows = std::get_if<RowsCard>(&view.state.card)) return rows_table(view, *rows);
    if (std::holds_alternative<FindingsCard>(view.state.card)) return findings_table(view);
    if (std::holds_alternative<JoinCard>(view.state.card)) return unmatched_table(view);
    if (const auto* columns = std::get_if<ColumnsCard>(&view.state.card)) return columns_table(view, *columns);
    return ranking_table(view);
}

}  // namespace ocop::ui
