#include "data/toml_file.h"

#include <algorithm>
#include <sstream>

#include "core/error.h"
#include "core/text.h"
#include "data/table.h"

namespace ocop::data {

namespace {
/// As much of a text as fits into a sentence, whole letters only.
std::string shortened(std::string text) {
    constexpr std::size_t most = 80;
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}
}  // namespace

toml::table read_toml(const std::filesystem::path& path) {
    const std::string bytes = read_bytes(path);
    if (bytes.empty()) throw core::Error("error.file_empty", {path.string()});
    if (!core::is_valid_utf8(bytes)) throw core::Error("error.toml_not_text", {path.string()});
    const std::string text = core::nfc(bytes);
    try {
        return toml::parse(text, path.string());
    } catch (const toml::parse_error& error) {
        // The parser's own words are English and speak of characters: the person sees the line instead.
        const auto lines = core::split(text, '\n');
        std::size_t line = error.source().begin.line;
        const std::string_view reason = error.description();
        while (line > 1 && (line > lines.size() || core::collapsed(lines[line - 1]).empty())) --line;
        throw core::Error(reason.find("redefine") != std::string_view::npos       ? "error.toml_twice"
                          : reason.find("parsing date") != std::string_view::npos ? "error.toml_date"
                                                                                  : "error.toml",
                          {path.string(), std::to_string(line), shortened(core::collapsed(lines[line - 1]))});
    }
}

std::string written(const toml::node& node) {
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return shortened(core::collapsed(out.str()));
}

std::string toml_version() {
    return "toml++ " + std::to_string(TOML_LIB_MAJOR) + "." + std::to_string(TOML_LIB_MINOR) + "." +
           std::to_string(TOML_LIB_PATCH);
}

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

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
