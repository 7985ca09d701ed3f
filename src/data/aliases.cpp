#include "data/aliases.h"

#include <optional>
#include <tuple>

#include "core/text.h"
#include "data/csv.h"
#include "data/name_key.h"
#include "data/table.h"

namespace ocop::data {

namespace {

bool knows(const domain::Territory& territory, const std::string& code) {
    return territory.find(code, domain::Level::commune) >= 0 || territory.find(code, domain::Level::district) >= 0;
}

/// What two rows that mean different units must not share.
auto question(const domain::Alias& alias) {
    const NameKey key = name_key(alias.text);
    return std::tuple{alias.era, key.name, key.kind, name_key(alias.district_text).name, alias.who.empty()};
}

}  // namespace

std::vector<domain::Alias> read_aliases(const std::filesystem::path& path,
                                        const std::map<domain::Era, domain::Territory>& territories,
                                        core::Findings& findings) {
    const Table table = read_tables(path).front();
    const auto column = [&](const char* name, bool needed) -> std::optional<std::size_t> {
        for (std::size_t i = 0; !table.rows.empty() && i < table.rows[0].size(); ++i)
            if (core::collapsed(table.rows[0][i]) == name) return i;
        if (needed) throw core::Error("error.aliases", {path.string(), name});
        return {};
    };
    const auto era = column("era", true), text = column("text", true), code = column("code", true);
    const auto district = column("district", false), source = column("source", false), who = column("who", false),
               when = column("when", false);
    std::vector<domain::Alias> aliases;
    std::map<decltype(question({})), std::string> answers;  // codes
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const auto cell = [&](std::optional<std::size_t> at) {
            return at && *at < table.rows[i].size() ? core::collapsed(table.rows[i][*at]) : std::string{};
        };
        const auto complain = [&](std::optional<std::size_t> at, const char* key, std::vector<std::string> args) {
            findings.push_back(
                {core::Severity::warning,
                 {table.file, table.sheet, table.first_row + static_cast<int>(i), static_cast<int>(*at) + 1},
                 {key, std::move(args)}});
        };
        if (cell(text).empty() && cell(code).empty()) continue;
        const auto of = domain::era_from(cell(era));
        domain::Alias alias{of.value_or(domain::Era::y2021),
                            cell(text),
                            cell(district),
                            cell(code),
                            cell(who),
                            cell(when),
                            cell(source)};
        const auto territory = territories.find(alias.era);
        if (!of || alias.text.empty()) {
            complain(era, "finding.alias_unusable", {cell(era), alias.text});
            continue;
        }
        if (territory != territories.end() && !knows(territory->second, alias.code)) {
            complain(code, "finding.alias_unit_unknown", {alias.text, alias.code, cell(era)});
            continue;
        }
        if (const auto [first, fresh] = answers.try_emplace(question(alias), alias.code);
            !fresh && first->second != alias.code)
            complain(text, "finding.alias_twice", {alias.text, first->second, alias.code});
        aliases.push_back(std::move(alias));
    }
    return aliases;
}

std::string aliases_csv(const std::vector<domain::Alias>& aliases) {
    std::string out =
        "\xEF\xBB\xBF"
        "era,text,district,code,source,who,when\r\n";
    for (const domain::Alias& alias : aliases) {
        out += domain::id(alias.era);
        for (const std::string* cell :
             {&alias.text, &alias.district_text, &alias.code, &alias.source, &alias.who, &alias.when})
            out += ',' + csv_cell(*cell);
        out += "\r\n";
    }
    return out;
}

}  // namespace ocop::data
