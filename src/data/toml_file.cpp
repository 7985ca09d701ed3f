#include "data/toml_file.h"

#include <algorithm>

#include "core/error.h"
#include "core/text.h"
#include "data/table.h"

namespace ocop::data {

toml::table read_toml(const std::filesystem::path& path) {
    const std::string bytes = read_bytes(path);
    if (bytes.empty()) throw core::Error("error.file_empty", {path.string()});
    if (!core::is_valid_utf8(bytes)) throw core::Error("error.not_utf8", {path.string()});
    try {
        return toml::parse(core::nfc(bytes), path.string());
    } catch (const toml::parse_error& error) {
        throw core::Error("error.toml",
                          {path.string(), std::to_string(error.source().begin.line), std::string{error.description()}});
    }
}

void report_unknown_keys(const toml::table& table, std::initializer_list<std::string_view> known,
                         const std::filesystem::path& path, core::Findings& findings) {
    for (const auto& [key, value] : table)
        if (std::find(known.begin(), known.end(), key.str()) == known.end())
            findings.push_back({core::Severity::warning,
                                {path.string(), "", static_cast<int>(key.source().begin.line), 0},
                                {"finding.key_unknown", {std::string{key.str()}}}});
}

std::optional<domain::Date> toml_date(const toml::node_view<const toml::node>& node) {
    if (const auto date = node.value<toml::date>()) return domain::Date{date->year, date->month, date->day};
    if (const auto text = node.value<std::string>())
        if (const auto date = domain::parse_date(*text); date && !date->approximate) return date->day;
    return {};
}

}  // namespace ocop::data
