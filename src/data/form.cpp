#include "data/form.h"

#include <algorithm>

#include "core/text.h"
#include "data/columns.h"

namespace ocop::data {

namespace {

/// "producer_kind" -> "Producer kind".
std::string plain_english(std::string_view canonical) {
    std::string text{canonical};
    std::replace(text.begin(), text.end(), '_', ' ');
    return core::capitalised(text);
}

/// The heading that columns.txt sets for a name, else the first Vietnamese word of the name.
std::string vietnamese(std::string_view name, const std::vector<std::string>& words, std::size_t first) {
    if (const auto& set = words_of_noun("=heading", name); !set.empty()) return set.front();
    return core::capitalised(words.size() > first ? words[first] : std::string{name});
}

}  // namespace

int Form::at(std::string_view column) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const FormColumn& own) { return own.name == column; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

const std::vector<Form>& forms() {
    using enum Fill;
    constexpr FormColumn number_column{"number", text, 7};
    constexpr FormColumn district{"district", place, 22}, commune{"commune", place, 24};
    constexpr FormColumn district_code{"district_code", code, 10}, commune_code{"commune_code", code, 10};
    static const std::vector<Form> all{{"products",
                                        "product",
                                        {number_column,
                                         {"id", code, 12},
                                         {"product", text, 32},
                                         {"producer", text, 32},
                                         {"producer_kind", choice, 16, "producer_kind"},
                                         district,
                                         commune,
                                         {"group", choice, 18, "group"},
                                         {"stars", choice, 8, "stars"},
                                         {"award", choice, 18, "award"},
                                         {"decision", code, 18},
                                         {"recognised_on", date, 13},
                                         {"expires_on", date, 13},
                                         {"round", code, 12},
                                         {"source", text, 24},
                                         {"contact", code, 16},
                                         {"note", remark, 36},
                                         district_code,
                                         commune_code}},
                                       {"recognitions",
                                        "stars",
                                        {number_column,
                                         {"product_id", code, 12},
                                         {"product", text, 32},
                                         {"producer", text, 32},
                                         district,
                                         {"stars", choice, 8, "stars"},
                                         {"award", choice, 18, "award"},
                                         {"decision", code, 18},
                                         {"recognised_on", date, 13},
                                         {"expires_on", date, 13},
                                         {"round", code, 12},
                                         {"source", text, 24},
                                         district_code}},
                                       {"ideas",
                                        "idea",
                                        {number_column,
                                         {"idea", text, 40},
                                         district,
                                         commune,
                                         {"step", choice, 10, "step"},
                                         {"supported_on", date, 13},
                                         district_code,
                                         commune_code}},
                                       {"organisations",
                                        "organisation",
                                        {number_column,
                                         {"organisation", text, 40},
                                         {"kind", text, 18},
                                         district,
                                         commune,
                                         {"strengthened_on", date, 13},
                                         district_code,
                                         commune_code}},
                                       {"training",
                                        "people",
                                        {number_column,
                                         district,
                                         commune,
                                         {"role", choice, 20, "role"},
                                         {"people", number, 12},
                                         {"trained", number, 12},
                                         {"as_of", date, 13},
                                         district_code,
                                         commune_code}},
                                       {"outreach",
                                        "status",
                                        {number_column,
                                         district,
                                         commune,
                                         {"status", choice, 18, "outreach"},
                                         {"date", date, 13},
                                         {"form", text, 24},
                                         {"people", number, 10},
                                         district_code,
                                         commune_code}},
                                       {"projects",
                                        "project",
                                        {number_column,
                                         {"project", text, 40},
                                         {"kind", choice, 20, "project_kind"},
                                         district,
                                         commune,
                                         {"status", text, 20},
                                         {"from", date, 13},
                                         {"to", date, 13},
                                         district_code,
                                         commune_code}},
                                       {"coverage",
                                        "complete",
                                        {number_column,
                                         {"table", choice, 16, "table"},
                                         {"round", code, 12},
                                         district,
                                         {"complete", choice, 10, "yes_no"},
                                         {"listed", number, 12},
                                         {"published", number, 12},
                                         {"source", text, 40},
                                         district_code}}};
    return all;
}

std::string sheet_name(std::string_view noun, core::Language language) {
    const auto& words = words_of_noun(noun, "sheet");
    return language == core::Language::vietnamese ? vietnamese(noun, words, 0)
                                                  : plain_english(words.size() > 1 ? words[1] : noun);
}

std::string heading(std::string_view noun, std::string_view column, core::Language language) {
    return language == core::Language::vietnamese ? vietnamese(column, words_of_noun(noun, column), 1)
                                                  : plain_english(column);
}

std::string value_word(std::string_view list, std::string_view value, core::Language language) {
    return language == core::Language::vietnamese ? vietnamese(value, words_of_noun("=" + std::string{list}, value), 1)
                                                  : plain_english(value);
}

}  // namespace ocop::data
