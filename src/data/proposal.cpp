#include "data/proposal.h"

#include <algorithm>

#include "core/text.h"

namespace ocop::data {

namespace {

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
        if (!text.empty() && std::find(samples.begin(), samples.end(), text) == samples.end())
            samples.push_back(std::move(text));
    }
    return samples;
}

}  // namespace

Proposal propose(const Table& table, const ColumnMappings& mappings) {
    Proposal proposal{table.file, table.sheet, {}, 0, {}};
    std::vector<std::string> headers;
    std::size_t header = 0;
    const auto sheet = recognise_hidden(table, mappings);
    if (sheet) {
        proposal.noun = sheet->noun;
        header = sheet->header;
        headers = sheet->headers;
    } else if (const auto likely = likely_header(table)) {
        header = *likely;
        for (const std::string& cell : table.rows[header]) headers.push_back(core::collapsed(cell));
    } else {
        return proposal;
    }
    proposal.header_row = table.first_row + static_cast<int>(header);
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const std::string word = recognisable(headers[i]);
        if (word.empty()) continue;
        const int before = times[word]++;
        ProposedColumn column{static_cast<int>(i) + 1,
                              before == 0 ? headers[i] : headers[i] + " (" + std::to_string(before + 1) + ")",
                              {},
                              samples_below(table, header, i)};
        if (sheet)
            for (const auto& [name, index] : sheet->columns)
                if (index == i) column.known = name;
        proposal.columns.push_back(std::move(column));
    }
    return proposal;
}

}  // namespace ocop::data
