#include "app/row_cards.h"

#include <algorithm>

#include "carto/phrases.h"
#include "data/cell_notes.h"
#include "data/columns.h"
#include "data/edited_plan.h"
#include "data/store.h"
#include "domain/last_row.h"
#include "domain/table_columns.h"

namespace ocop::app {

using domain::Edit;
using domain::OutreachStatus;

namespace {
/// A cell as the card shows it: a word of a closed list in its canonical form, a day as dd/MM/yyyy, else as typed.
std::string shown(const domain::TableColumn& column, const std::string& raw) {
    if (column.kind == domain::ColumnKind::date) {
        const auto serial = domain::parse_date(raw) ? std::nullopt : data::serial_date(raw);
        return serial ? domain::vietnamese(serial->day) : domain::readable_date(raw);
    }
    if (column.kind != domain::ColumnKind::choice) return raw;
    if (column.list == "stars" || column.list == "step") {
        const auto digit = std::find_if(raw.begin(), raw.end(), [](char c) { return c >= '0' && c <= '9'; });
        return digit == raw.end() ? raw : std::string{*digit};
    }
    return data::value_of(column.list, raw).value_or(raw);
}

void add_field(ui::EditCard& card, const domain::TableColumn& column, const std::string& raw) {
    const std::string text = shown(column, raw);
    card.fields.push_back({std::string{column.name}, text, raw, text});
}

void set(ui::EditCard& card, std::string_view column, const std::string& text) {
    for (ui::EditCard::Field& field : card.fields)
        if (field.column == column) field.text = text;
}
}  // namespace

ui::EditCard card_of(const domain::RowCells& row) {
    ui::EditCard card{row.table, row.row, row.name, row.where, {}, {}, {}};
    std::map<std::string, std::string> left = row.cells;
    for (const domain::TableColumn& column : domain::columns_of(row.table)) {
        const auto cell = left.find(std::string{column.name});
        add_field(card, column, cell == left.end() ? std::string{} : cell->second);
        if (cell != left.end()) left.erase(cell);
    }
    for (const auto& [name, text] : left) card.fields.push_back({name, text, text, text});
    return card;
}

ui::EditCard new_row_card(const std::string& table, const domain::Unit* unit, const domain::Unit* parent,
                          const core::Words& words, domain::Date date) {
    ui::EditCard card{table, {}, words["ui.new_row." + table], {}, {}, {}, {}};
    for (const domain::TableColumn& column : domain::columns_of(table)) add_field(card, column, {});
    const domain::Unit* district = nullptr;
    if (unit != nullptr && unit->level == domain::Level::commune) {
        set(card, "commune", carto::full_name(*unit, words));
        district = parent;
    } else {
        district = unit;
    }
    if (district != nullptr && district->level == domain::Level::district)
        set(card, "district", carto::full_name(*district, words));
    for (const char* column : {"recognised_on", "supported_on", "strengthened_on", "as_of", "date"})
        set(card, column, domain::vietnamese(date));
    return card;
}

ui::EditCard quota_card(const domain::Plan& plan, domain::IndicatorId indicator, const domain::Unit& unit,
                        domain::Era era, int quota, const core::Words& words) {
    const std::string value = std::to_string(quota), own = data::own_quota(plan, indicator, unit, era);
    return {"quotas",
            data::quota_row(indicator, unit.level, unit.code, era),
            carto::full_name(unit, words) + " · " + words["ui.short." + std::string{domain::indicator(indicator).name}],
            {},
            {{"value", value, own, value}},
            {},
            {}};
}

std::vector<Edit> edits_of(const ui::EditCard& card) {
    domain::RowCells row{card.table, card.row, card.name, {}, {}, false};
    std::vector<std::pair<std::string, std::string>> changes;
    std::string name = card.name;
    const auto field = [&card](std::string_view column) {
        return std::find_if(card.fields.begin(), card.fields.end(),
                            [column](const auto& f) { return f.column == column; });
    };
    const auto changed = [&](std::string_view column) {
        const auto found = field(column);
        return found != card.fields.end() && found->text != found->before;
    };
    for (const ui::EditCard::Field& each : card.fields) {
        row.cells[each.column] = each.raw;
        if (each.text != each.before)
            changes.emplace_back(each.column, each.text);
        else if ((each.column == "commune_code" && changed("commune")) ||
                 (each.column == "district_code" && changed("district")))
            changes.emplace_back(each.column, "");
    }
    if (changes.empty()) return {};
    if (!card.row.empty()) {
        Edit edit = domain::change_of(row, changes);
        return edit.fields.empty() ? std::vector<Edit>{} : std::vector<Edit>{std::move(edit)};
    }
    for (const char* column : {"product", "idea", "organisation", "project", "commune", "district"})
        if (const auto found = field(column); found != card.fields.end() && !found->text.empty()) {
            name = found->text;
            break;
        }
    return {domain::addition_of(card.table, data::new_stamp().id, name, changes)};
}

namespace {

std::optional<domain::LastRow> last_row(const domain::Register& records, const std::string& commune, domain::Date day) {
    for (domain::LastRow& last : domain::last_outreach(records, day))
        if (records.outreach[static_cast<std::size_t>(last.index)].location.commune_code == commune)
            return std::move(last);
    return {};
}

}  // namespace

std::optional<OutreachStatus> latest_outreach(const domain::Document& document, const std::string& commune,
                                              domain::Date day) {
    const auto last = last_row(document.records, commune, day);
    if (!last || !last->rivals.empty()) return {};
    return document.records.outreach[static_cast<std::size_t>(last->index)].status;
}

std::vector<Edit> outreach_edits(const domain::Document& document, const data::EditedRegister& cells,
                                 const domain::Unit& commune, const domain::Unit* district, OutreachStatus status,
                                 domain::Date day, const core::Words& words) {
    const std::string date = domain::vietnamese(day), now{domain::id(status)};
    const auto& rows = document.records.outreach;
    // Rows of that very day say what is said now: a further row beside them would contradict them.
    std::vector<Edit> changes;
    if (auto last = last_row(document.records, commune.code, day)) {
        const auto& when = rows[static_cast<std::size_t>(last->index)].date;
        if (when && when->day == day) {
            last->rivals.push_back(last->index);
            for (const int i : last->rivals)
                if (const auto row = cells.at(rows[static_cast<std::size_t>(i)].where))
                    if (Edit edit = domain::change_of(*row, {{"status", now}}); !edit.fields.empty())
                        changes.push_back(std::move(edit));
        }
    }
    if (!changes.empty()) return changes;
    const std::string name = carto::full_name(commune, words);
    std::vector<std::pair<std::string, std::string>> written{
        {"commune", name}, {"commune_code", commune.code}, {"status", now}, {"date", date}};
    if (district != nullptr) {
        written.emplace_back("district", carto::full_name(*district, words));
        written.emplace_back("district_code", district->code);
    }
    const std::string said = name + ": " + words["outreach." + now];
    return {domain::addition_of("outreach", data::new_stamp().id, said, written)};
}

int unit_of(const domain::Document& document, const domain::Territory& territory, const core::Place& where) {
    const auto same_row = [&where](const core::Place& place) {
        return where.row > 0 && place.file == where.file && place.sheet == where.sheet && place.row == where.row;
    };
    const auto placed = [&](const domain::Location& at) {
        const int commune = at.commune_code.empty() ? -1 : territory.find(at.commune_code, domain::Level::commune);
        return commune >= 0 || at.district_code.empty() ? commune
                                                        : territory.find(at.district_code, domain::Level::district);
    };
    int found = -1;
    const auto look = [&](const auto& rows) {
        for (const auto& row : rows)
            if (found < 0 && same_row(row.where)) found = placed(row.location);
    };
    const domain::Register& records = document.records;
    look(records.products);
    look(records.ideas);
    look(records.organisations);
    look(records.trainings);
    look(records.outreach);
    look(records.projects);
    for (const domain::Product& product : records.products)
        for (const domain::Recognition& recognition : product.recognitions)
            if (found < 0 && same_row(recognition.where)) found = placed(product.location);
    return found;
}

}  // namespace ocop::app
