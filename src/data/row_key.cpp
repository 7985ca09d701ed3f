#include "data/row_key.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/text.h"
#include "domain/date.h"

namespace ocop::data {

namespace {

struct Identity {
    std::string_view noun;
    std::string_view id;  // the column that alone identifies a row, when it is filled
    std::vector<std::string> columns;
};

const Identity& identity_of(std::string_view noun) {
    static const std::array<Identity, 8> known{
        {{"products", "id", {"product", "producer", "district"}},
         {"recognitions", "", {"product_id", "product", "producer", "district", "round", "decision"}},
         {"ideas", "", {"idea", "district", "commune"}},
         {"organisations", "", {"organisation", "district"}},
         {"training", "", {"district", "commune", "role", "as_of"}},
         {"outreach", "", {"district", "commune", "date"}},
         {"projects", "", {"project", "district"}},
         {"coverage", "", {"table", "round", "district"}}}};
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Identity& identity) { return identity.noun == noun; });
    core::require(found != known.end(), "every noun has columns that identify its rows");
    return *found;
}

/// 20/12/2021 and 2021-12-20 are one day; spreadsheets write it either way.
std::string comparable(const std::string& column, const std::string& cell) {
    if (column == "date" || column == "as_of")
        if (const auto date = domain::parse_date(cell); date && !date->approximate) return domain::iso(date->day);
    return storable(core::tone_key(cell));
}

/// The parts of a key, from what `cell` says of each column.
template <class Cell>
std::string joined(const Identity& identity, Cell cell) {
    std::string key;
    if (!identity.id.empty()) key = cell(std::string{identity.id});
    if (!key.empty()) return key;
    for (const std::string& column : identity.columns) {
        std::string text = cell(column);
        if (text.empty() && (column == "district" || column == "commune")) text = cell(column + "_code");
        if (&column != &identity.columns.front()) key += '|';
        key += comparable(column, text);
    }
    return key;
}

std::string without_number(const std::string& key) {
    const auto hash = key.rfind('#');
    if (hash == std::string::npos || hash + 1 == key.size()) return key;
    return key.find_first_not_of("0123456789", hash + 1) == std::string::npos ? key.substr(0, hash) : key;
}

}  // namespace

std::string RowKeys::next(const Sheet& sheet, std::size_t row) {
    const auto& cells = sheet.table->rows[row];
    if (std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return core::collapsed(cell).empty(); }))
        return {};
    const std::string key =
        joined(identity_of(sheet.noun), [&](const std::string& column) { return sheet.cell(row, column); });
    const int number = ++seen_[sheet.noun + "/" + key];
    return number == 1 ? key : key + "#" + std::to_string(number);
}

std::string key_of(const std::string& noun, const std::map<std::string, std::string>& cells) {
    return joined(identity_of(noun), [&](const std::string& column) {
        const auto found = cells.find(column);
        return found == cells.end() ? std::string{} : core::collapsed(found->second);
    });
}

std::string key_after(const std::string& noun, const std::string& key,
                      const std::map<std::string, std::string>& cells) {
    const Identity& identity = identity_of(noun);
    if (const auto id = cells.find(std::string{identity.id}); id != cells.end() && !id->second.empty())
        return core::collapsed(id->second);
    std::vector<std::string> parts = core::split(without_number(key), '|');
    if (parts.size() != identity.columns.size()) return key;  // by its id
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto cell = cells.find(identity.columns[i]);
        if (i > 0) out += '|';
        out += cell == cells.end() ? parts[i] : comparable(identity.columns[i], core::collapsed(cell->second));
    }
    return out;
}

std::string storable(std::string_view tone_key) {
    constexpr std::string_view tones = "`'~?.", sign = "\xEF\xB7";  // U+FDD0 and the next
    std::string out;
    for (std::size_t i = 0; i < tone_key.size(); ++i)
        if (tone_key.substr(i).starts_with(sign) && i + sign.size() < tone_key.size()) {
            i += sign.size();
            out += tones.at(static_cast<unsigned char>(tone_key[i]) - 0x90U);
        } else {
            out += tone_key[i];
        }
    return out;
}

std::string row_name(const std::string& noun, const std::map<std::string, std::string>& cells) {
    std::vector<std::string> columns{"commune", "district", "district_code"};
    if (noun == "products" || noun == "recognitions") columns = {"product", "product_id", "id"};
    if (noun == "ideas") columns = {"idea"};
    if (noun == "organisations") columns = {"organisation"};
    if (noun == "projects") columns = {"project"};
    if (noun == "coverage") columns = {"table"};
    for (const std::string& column : columns)
        if (const auto found = cells.find(column); found != cells.end() && !found->second.empty()) return found->second;
    return {};
}

}  // namespace ocop::data
