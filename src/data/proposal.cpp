#include "data/proposal.h"

#include <algorithm>

#include "core/text.h"
#include "domain/date.h"

namespace ocop::data {

namespace {
using domain::Proposal;

std::size_t texts_in(const std::vector<std::string>& cells) {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
        return recognisable(cell).find_first_not_of("0123456789 ") != std::string::npos;
    }));
}

/// The first of the fullest rows of texts near the top.
std::optional<std::size_t> likely_header(const Table& table) {
    std::optional<std::size_t> best;
    std::size_t most = 1;
    for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 30); ++row)
        if (const std::size_t texts = texts_in(table.rows[row]); texts > most) {
            most = texts;
            best = row;
        }
    return best;
}

std::vector<std::string> samples_below(const Table& table, std::size_t header, std::size_t column) {
    std::vector<std::string> samples;
    for (std::size_t row = header + 1; row < table.rows.size() && samples.size() < 3; ++row) {
        if (column >= table.rows[row].size()) continue;
        std::string text = core::collapsed(table.rows[row][column]);
        if (text.size() == 10 && text[4] == '/')  // as a spreadsheet's own date is read
            if (const auto date = domain::parse_date(text)) text = domain::vietnamese(date->day);
        if (!text.empty() && std::find(samples.begin(), samples.end(), text) == samples.end())
            samples.push_back(std::move(text));
    }
    return samples;
}

/// The first mapping that names one of the table's headers.
const ColumnMapping* first_of(const ColumnMappings& mappings, const Sheet& sheet) {
    const std::vector<std::string> called = mapping_names(sheet.headers);
    for (const ColumnMapping& mapping : mappings)
        for (const std::string& name : called)
            if (recognisable(mapping.header) == recognisable(name)) return &mapping;
    return nullptr;
}

}  // namespace

Proposal propose(const Table& table, const ColumnMappings& mappings, const Hint& hint) {
    Proposal proposal{table.file, table.sheet, {}, false, 0, {}, {}};
    std::optional<Sheet> sheet = recognise_hidden(table, mappings);
    proposal.recognised = sheet.has_value();
    if (!sheet) {
        const int wanted = hint.header_row - table.first_row;
        const bool is_row = hint.header_row > 0 && wanted >= 0 && wanted < static_cast<int>(table.rows.size());
        const auto row = is_row ? std::optional{static_cast<std::size_t>(wanted)} : likely_header(table);
        if (!row) return proposal;
        sheet = read_as(table, *row, hint.noun, mappings);
        if (hint.noun.empty())
            if (const ColumnMapping* first = first_of(mappings, *sheet))
                sheet = read_as(table, *row, first->noun, mappings);
    }
    proposal.noun = sheet->noun;
    proposal.header_row = sheet->sheet_row(sheet->header);
    for (const std::string& column : columns_of(sheet->noun))
        proposal.meanings.push_back({column, is_noun_column(sheet->noun, column)});
    const std::vector<std::string> called = mapping_names(sheet->headers);
    for (std::size_t i = 0; i < called.size(); ++i) {
        if (recognisable(called[i]).empty()) continue;
        domain::ProposedColumn column{
            static_cast<int>(i) + 1, called[i], {}, samples_below(table, sheet->header, i), false, {}, {}};
        for (const auto& [name, index] : sheet->columns)
            if (index == i) column.known = name;
        if (const ColumnMapping* mapping = mapping_of(mappings, sheet->noun, recognisable(called[i]))) {
            column.decided = true;
            column.who = mapping->who;
            column.when = mapping->when;
        }
        proposal.columns.push_back(std::move(column));
    }
    return proposal;
}

}  // namespace ocop::data
