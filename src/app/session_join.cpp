// The commands that say which unit a name means: each is one step of the ledger.
#include <algorithm>

#include "app/session.h"
#include "data/alias_edits.h"
#include "ui/panels.h"

namespace ocop::app {

void Session::carry_out(const ui::OpenJoin&) {
    state_.card = std::holds_alternative<ui::JoinCard>(state_.card) ? ui::Card{} : ui::Card{ui::JoinCard{}};
}

void Session::carry_out(const ui::MatchName& wish) {
    auto* card = std::get_if<ui::JoinCard>(&state_.card);
    if (card == nullptr || !ready()) return;
    const auto kept = cache_.document();  // the row and the unit, when another document takes its place
    const auto names = domain::by_name(kept->unmatched);
    const int name = wish.name >= 0 ? wish.name : card->cursor.in(static_cast<int>(names.size()));
    if (name >= static_cast<int>(names.size())) return;
    const auto& row = kept->unmatched[static_cast<std::size_t>(names[static_cast<std::size_t>(name)].first)];
    std::string code = wish.code;
    if (code.empty()) {
        const auto choices = ui::choices_of(view(), row);
        if (choices.empty()) return tell(words_["ui.join_no_candidate"]);
        code =
            choices[static_cast<std::size_t>(std::clamp(card->cursor.choice, 0, static_cast<int>(choices.size()) - 1))];
    }
    const domain::Territory& units = kept->territory(kept->register_era);
    const int found = units.find(code, row.level);
    if (found < 0) return;
    const domain::Unit& meant = units.units[static_cast<std::size_t>(found)];
    change({data::alias_edit(row, kept->register_era, meant)});
    const auto& left = cache_.document()->unmatched;
    const std::string& text = row.level == domain::Level::commune ? row.commune_text : row.district_text;
    if (left.size() >= kept->unmatched.size()) return tell(words_.say("ui.join_still", {text}));
    tell(words_.say("ui.join_matched",
                    {text, carto::full_name(meant, words_), std::to_string(kept->unmatched.size() - left.size())}));
    card->cursor.row = std::clamp(name, 0, std::max(0, static_cast<int>(domain::by_name(left).size()) - 1));
    card->cursor.choice = 0;
}

void Session::carry_out(const ui::DropAlias& wish) {
    const auto& aliases = cache_.document()->aliases;
    if (wish.alias < 0 || wish.alias >= static_cast<int>(aliases.size())) return;
    const domain::Alias alias = aliases[static_cast<std::size_t>(wish.alias)];
    change({data::alias_removal(alias)});
    tell(words_.say("ui.join_dropped", {alias.text}));
}

void Session::carry_out(const ui::ExportAliases&) {
    const auto& aliases = cache_.document()->aliases;
    const auto own =
        std::count_if(aliases.begin(), aliases.end(), [](const domain::Alias& alias) { return !alias.who.empty(); });
    const auto file = data::export_aliases(*cache_.document());
    tell(words_.say("ui.join_exported", {std::to_string(own), file.string()}));
}

}  // namespace ocop::app
