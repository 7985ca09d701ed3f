#include "data/toml_file.h"

#include "core/error.h"
#include "core/text.h"
#include "data/table.h"

namespace ocop::data {

toml::table read_toml(const std::filesystem::path& path) {
    const std::string bytes = read_bytes(path);
    if (!core::is_valid_utf8(bytes)) throw core::Error("error.not_utf8", {path.string()});
    try {
        return toml::parse(core::nfc(bytes), path.string());
    } catch (const toml::parse_error& error) {
        throw core::Error("error.toml",
                          {path.string(), std::to_string(error.source().begin.line), std::string{error.description()}});
    }
}

std::optional<domain::Date> toml_date(const toml::node_view<const toml::node>& node) {
    if (const auto date = node.value<toml::date>()) return domain::Date{date->year, date->month, date->day};
    if (const auto text = node.value<std::string>())
        if (const auto date = domain::parse_date(*text); date && !date->approximate) return date->day;
    return {};
}

}  // namespace ocop::data
