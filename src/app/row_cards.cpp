#include "app/row_cards.h"

#include <algorithm>
#include <array>

#include "carto/phrases.h"
#include "data/columns.h"
#include "data/store.h"
#include "domain/table_columns.h"

namespace ocop::app {

using domain::Edit;
using domain::EditKind;
using domain::OutreachStatus;

namespace {
/// A cell as the card shows it: a word of a closed list in its canonical form, else as typed.
std::string shown(const domain::TableColumn& column, const std::string& raw) {
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

std::string quota_key(domain::IndicatorId indicator, const domain::Unit& unit) {
    return std::string{domain::indicator(indicator).name} + "/" + std::string{domain::id(unit.level)} + "/" + unit.code;
}
}  // namespace

ui::EditCard card_of(const domain::RowCells& row) {
    ui::EditCard card{row.table, row.row, row.name, row.where, {}};
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
    ui::EditCard card{table, {}, words["ui.new_row." + table], {}, {}};
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

ui::EditCard quota_card(domain::IndicatorId indicator, const domain::Unit& unit, int quota, const core::Words& words) {
    const std::string value = std::to_string(quota);
    return {"quotas", quota_key(indicator, unit), carto::full_name(unit, words), {}, {{"value", value, value, value}}};
}

std::vector<Edit> edits_of(const ui::EditCard& card) {
    Edit edit{card.row.empty() ? EditKind::add : EditKind::change, card.table, card.row, card.name, {}};
    const auto changed = [&card](std::string_view column) {
        return std::any_of(card.fields.begin(), card.fields.end(), [&](const ui::EditCard::Field& field) {
            return field.column == column && field.text != field.before;
        });
    };
    for (const ui::EditCard::Field& field : card.fields) {
        if (field.text != field.before)
            edit.fields.push_back({field.column, field.raw, field.text});
        else if (!field.raw.empty() && ((field.column == "commune_code" && changed("commune")) ||
                                        (field.column == "district_code" && changed("district"))))
            edit.fields.push_back({field.column, field.raw, ""});
    }
    if (edit.fields.empty()) return {};
    if (edit.kind == EditKind::add) {
        edit.row = data::new_stamp().id;
        for (const char* column : {"product", "idea", "organisation", "project", "commune", "district"})
            for (const ui::EditCard::Field& field : card.fields)
                if (field.column == column && !field.text.empty()) {
                    edit.name = field.text;
                    return {edit};
                }
    }
    return {edit};
}

std::string_view status_id(OutreachStatus status) {
    constexpr std::array<std::string_view, 4> ids{"none", "planned", "under_way", "done"};
    return ids[static_cast<std::size_t>(status)];
}

std::optional<OutreachStatus> latest_outreach(const domain::Document& document, const std::string& commune,
                                              domain::Date day) {
    const domain::Outreach* last = nullptr;
    for (const domain::Outreach& row : document.records.outreach) {
        if (row.location.commune_code != commune || !row.date || row.date->day > day) continue;
        if (last == nullptr || !(row.date->day < last->date->day)) last = &row;
    }
    if (last == nullptr) return {};
    return last->status;
}

Edit outreach_edit(const data::EditedRegister& cells, const domain::Unit& commune, const domain::Unit* district,
                   OutreachStatus status, domain::Date day, const core::Words& words) {
    const std::string code = commune.code, date = domain::vietnamese(day), now{status_id(status)};
    const std::string name = carto::full_name(commune, words);
    for (const domain::RowCells& row : cells.rows("outreach")) {
        const auto cell = [&row](const char* column) {
            const auto found = row.cells.find(column);
            return found == row.cells.end() ? std::string{} : found->second;
        };
        if (row.added && cell("commune_code") == code && cell("date") == date)
            return {EditKind::change, "outreach", row.row, name, {{"status", cell("status"), now}}};
    }
    Edit edit{EditKind::add, "outreach", data::new_stamp().id, name, {}};
    if (district != nullptr) {
        edit.fields.push_back({"district", "", carto::full_name(*district, words)});
        edit.fields.push_back({"district_code", "", district->code});
    }
    edit.fields.push_back({"commune", "", name});
    edit.fields.push_back({"commune_code", "", code});
    edit.fields.push_back({"status", "", now});
    edit.fields.push_back({"date", "", date});
    return edit;
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
