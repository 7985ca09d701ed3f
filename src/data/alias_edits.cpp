#include "data/alias_edits.h"

#include <algorithm>
#include <filesystem>

#include "core/whole_file.h"
#include "data/aliases.h"
#include "data/name_key.h"
#include "data/row_key.h"

namespace ocop::data {

namespace {

/// One question, one answer: the same on every laptop, so that two answers to it are a conflict when journals merge.
std::string row_of(const domain::Alias& alias) {
    const NameKey key = name_key(alias.text);
    return storable(std::string{domain::id(alias.era)} + "/" +
                    (key.kind ? std::string{domain::id(*key.kind)} : std::string{}) + "/" + key.name + "/" +
                    name_key(alias.district_text).name);
}

bool exists(const domain::Alias& alias, const domain::Document& document) {
    const domain::Territory& territory = document.territory(alias.era);
    return territory.units.empty() || territory.find(alias.code, domain::Level::commune) >= 0 ||
           territory.find(alias.code, domain::Level::district) >= 0;
}

}  // namespace

domain::Edit alias_edit(const domain::Unmatched& row, domain::Era era, const domain::Unit& unit) {
    const bool commune = row.level == domain::Level::commune;
    const domain::Alias alias{era,
                              commune ? row.commune_text : row.district_text,
                              commune ? row.district_text : std::string{},
                              unit.code,
                              {},
                              {},
                              {}};
    return domain::addition_of("aliases", row_of(alias), alias.text + " → " + unit.name,
                               {{"era", std::string{domain::id(era)}},
                                {"text", alias.text},
                                {"district", alias.district_text},
                                {"code", alias.code}});
}

domain::Edit alias_removal(const domain::Alias& alias) {
    return domain::removal_of({"aliases",
                               row_of(alias),
                               alias.text,
                               {{"era", std::string{domain::id(alias.era)}},
                                {"text", alias.text},
                                {"district", alias.district_text},
                                {"code", alias.code}},
                               {},
                               true});
}

void add_aliases(const domain::EditedTable& chosen, const std::string& store, domain::Document& document) {
    for (const auto& [row, edit] : chosen.rows) {
        const auto text = [&, &fields = edit.fields](const char* column) {
            const auto found = fields.find(column);
            return found == fields.end() ? std::string{} : found->second.value;
        };
        const auto era = domain::era_from(text("era"));
        std::erase_if(document.aliases, [&, &key = row](const domain::Alias& alias) {
            return !alias.who.empty() && row_of(alias) == key;
        });
        if (edit.removed || !era) continue;
        domain::Alias alias{*era, text("text"), text("district"), text("code"), edit.who, edit.when.substr(0, 10), {}};
        if (exists(alias, document))
            document.aliases.push_back(std::move(alias));
        else
            document.findings.push_back(
                {core::Severity::warning,
                 {store, "aliases", 0, 0},
                 {"finding.alias_unit_unknown", {alias.text, alias.code, std::string{domain::id(*era)}}}});
    }
}

std::filesystem::path export_aliases(const domain::Document& document) {
    const std::filesystem::path path = std::filesystem::absolute(document.path).parent_path() / "aliases.csv";
    std::vector<domain::Alias> aliases;
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
        core::Findings ignored;  // told when the document was opened
        for (domain::Alias& alias : read_aliases(path, {}, ignored))
            if (alias.who.empty() || !exists(alias, document)) aliases.push_back(std::move(alias));
    }
    for (const domain::Alias& alias : document.aliases)
        if (!alias.who.empty()) aliases.push_back(alias);
    core::write_whole(path, aliases_csv(aliases));
    return path;
}

}  // namespace ocop::data
