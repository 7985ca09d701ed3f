#!/usr/bin/env bash
# Do the tests bite? Breaks one line of the program at a time, in a copy, and runs the tests that ought to notice.
#
#   tests/mutants.sh [PATTERN]      only mutants whose name matches the regular expression
#
# Prints KILLED, SURVIVED (a test is missing), or BROKEN (the line to break was not found, or does not compile: mend the
# mutant here). Exits with 1 unless every one was killed. Not part of ctest: it takes some minutes. The copy is left in
# ${MUTANTS_FOLDER:-build-mutants} so that the next run need not build everything.
#
# A mutant is a line: name | file below src/ | sed expression | test programs, the first that fails kills it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mutants() {
  cat <<'END'
quota reached only when passed      | domain/status.cpp         | s/>= quota \* denominator/> quota * denominator/ | domain
35 months                           | domain/register.cpp       | s/plus_months(from->day, 36)/plus_months(from->day, 35)/ | domain
valid one day too long              | domain/register.cpp       | s/36), -1)/36), 0)/ | domain
national award not asked for        | domain/count_products.cpp | s/return recognition.award == Award::national ||/return recognition.stars == 5 ||/ | domain
national not provincial as well     | domain/count_products.cpp | s/recognition.stars == 5 || recognition.award == Award::national/recognition.stars == 5 \&\& recognition.award != Award::national/ | domain
2 stars are enough                  | domain/count_products.cpp | s/return stars >= 3 \&\& fits(stars)/return stars >= 2 \&\& fits(stars)/ | domain
undated not added                   | domain/status.cpp         | s/row \* (score.undated + /row * (/ | domain
undated not collected               | domain/count_products.cpp | s/fact.undated = !certain \&\&/fact.undated = false \&\&/ | domain
severe at exactly half              | domain/status.cpp         | s/reaches(2 \* possible,/reaches(2 * possible - 1,/ | domain
severe for about                    | domain/status.cpp         | s/half || score.bound == Bound::about/half/ | domain
incomplete ignored                  | domain/status.cpp         | s/if (unknown.any \&\& !unknown.most) return/if (false) return/ | domain
possibly missing ignored            | domain/status.cpp         | s/ + unknown.most.value_or(0))/)/ | domain
incomplete nothing is zero          | domain/evaluate.cpp       | s/(!rows.counted.empty() || unknown.empty_is_zero)/true/ | domain
complete district not believed      | domain/coverage.cpp       | s/if (overruled(/if (false \&\& overruled(/ | domain
new: end of the period dropped      | domain/standing.cpp       | s/ \&\& from->day <= plan.to;/;/ | domain
new: start of the period dropped    | domain/standing.cpp       | s/plan.from <= from->day \&\& // | domain
as-of date ignored                  | domain/standing.cpp       | s/!from || from->day > as_of/!from/ | domain
re-rating ignored                   | domain/standing.cpp       | s/from.day > best_day/from.day < best_day/ | domain
ideas: step 1 counts                | domain/count_events.cpp   | s/idea.step < 2/idea.step < 1/ | domain
events: end of the period dropped   | domain/count_events.cpp   | s/date->day <= std::min(plan.to, as_of)/date->day <= as_of/ | domain
organisations: chosen is enough     | domain/count_events.cpp   | s/return organisation.strengthened_on \&\& .*/return !organisation.strengthened_on || *in_period(organisation.strengthened_on, plan, as_of);/ | domain
training: first row instead of last | domain/last_row.cpp       | s/return b \&\& (!a || a->day < b->day);/return !b || (a \&\& b->day < a->day);/ | domain
outreach: under way is done         | domain/count_shares.cpp   | s/if (rows.own\[i\] == OutreachStatus::done) ++done/if (rows.own[i] >= OutreachStatus::under_way) ++done/ | domain
outreach: silent is not done        | domain/count_shares.cpp   | s/const int open = all\[unit\] - known\[unit\] + /const int open = / | domain
outreach: one part done is enough   | domain/count_shares.cpp   | s/out.own\[i\].reset();/(void)told;/ | domain
filter keeps the quota              | domain/status.cpp         | s/if (!query.filter.active() || !of_products(indicator))/if (true)/ | domain
year counts from its first day      | domain/date.cpp           | s/{parts\[0\], 12, 31}/{parts[0], 1, 1}/ | domain
end of month not clamped            | domain/date.cpp           | s/std::min(date.day, days_in_month(year, month))/date.day/ | domain
blank although a product is unplaced | domain/evaluate.cpp       | s/if (commune \&\& astray > 0) out.empty_is_zero = false;// | domain
organisation placed by commune      | domain/counting.h         | s/row.table == Table::organisations \&\& /false \&\& / | domain
percent of quota rounded            | domain/status.cpp         | s/100 \* scale \* value->numerator \/ (value->denominator \* \*quota)/(100 * scale * value->numerator + 1) \/ (value->denominator * *quota)/ | domain
dedupe dropped                      | data/product_rows.cpp     | s/Product\* first = product.id.empty() ? by_identity(product)/Product* first = product.id.empty() ? nullptr/ | data app
era ignored: code of another name   | data/join.cpp             | s/} else if (!claim.text().empty() \&\& /} else if (false \&\& / | data
district ignored                    | data/join.cpp             | s/if (!district || unit(candidate).parent == \*district) inside/if (true) inside/ | data
kind ignored                        | data/join.cpp             | s/if (key.kind) std::erase_if/if (false) std::erase_if/ | data
the first of several taken          | data/join.cpp             | s/if (inside.size() == 1) return/if (!inside.empty()) return/ | data
tone folded                         | data/name_key.cpp         | s/core::tone_key(name)}/core::folded(name)}/ | data
digits not words                    | data/number_words.cpp     | s/if (number) words\[i\] = /if (number \&\& false) words[i] = / | data
not composed                        | core/text.cpp             | s/text = wide(nfc(utf8));/text = wide(utf8);/ | core data
two tones are one                   | core/text.cpp             | s/tones.append(static_cast<char16_t>(first_tone_key + tone));/tones = icu::UnicodeString{static_cast<char16_t>(first_tone_key + tone)};/ | core
a hyphen parts no syllables         | core/text.cpp             | s/if (!in_syllable) close();/if (!in_syllable \&\& c == u' ') close();/ | core
invisible characters kept           | core/text.cpp             | s/if (is_invisible(c)) continue;// | core
look-alike of ư kept                | core/text.cpp             | s/out.append(c == u'ƣ' ? u'ư' : u'Ư');/out.append(c);/ | core data
VNI: any letter takes a mark        | core/legacy_text.cpp      | s/known.mark == next \&\& known.letters.find(small) != std::u16string_view::npos/known.mark == next/ | core
VNI: letters of one byte first      | core/legacy_text.cpp      | s/if (mark == vni_marks.end()) continue;/if (mark == vni_marks.end() || alone != std::u16string_view::npos) continue;/ | core
VNI: capitals lost                  | core/legacy_text.cpp      | s/const bool capital = small != text\[i\];/const bool capital = small != text[i] \&\& text[i] < 0x80;/ | core
TCVN3: two letters changed          | core/legacy_text.cpp      | s/ặầẩẫấậè/ặầẫẩấậè/ | core
TCVN3: capital fonts stay mixed     | core/legacy_text.cpp      | s/^    raise_capitals(out);// | core
windows-1258: tones stay apart      | core/legacy_text.cpp      | s/return composed(from_1258(text));/{ std::string apart; return from_1258(text).toUTF8String(apart); }/ | core
syllable: any tone before a stop    | core/syllable.cpp         | s/(!ends_in_stop(rime) || /(true || !ends_in_stop(rime) || / | core
Roman numbers anywhere              | data/number_words.cpp     | s/if (!number \&\& i > 0 \&\& typed\[i - 1\] == "thứ")/if (!number)/ | data
half a number read                  | data/number_words.cpp     | s/beside ? std::nullopt : figure(typed\[i\])/beside \&\& false ? std::nullopt : figure(typed[i])/ | data
type word without an end            | data/name_key.cpp         | s/if (word.back() != '.' \&\& !ends()) continue;// | data
eight words of ten are enough       | data/column_encoding.cpp  | s/10 \* all\[a\] >= 9 \* words/10 * all[a] >= 8 * words/ | data
the next reading not looked at      | data/column_encoding.cpp  | s/if (against\[a\]\[b\] < 2 \* against\[b\]\[a\]) return false;/if (false) return false;/ | data
spelling outvotes the gazetteer     | data/column_encoding.cpp  | s/if (best \&\& known_.ahead(\*best)) return/if (best) return/ | data
Unicode cells decoded as well       | data/column_encoding.cpp  | s/if (in_unicode(text, encoding)) continue;//  | data
open question kept silent           | data/column_encoding.cpp  | s/(table_.western || tally.suspicious())/table_.western/ | data
alias: type word not asked            | data/join.cpp             | s/\*asked.key.kind != kind) continue;/*asked.key.kind != kind \&\& false) continue;/ | data
alias: in any district              | data/join.cpp             | s/if (!there) continue;/if (!there \&\& false) continue;/ | data
alias: the first of several         | data/join.cpp             | s/if (units.size() == 1) return units.front();/if (!units.empty()) return units.front();/ | data
columns: what is set aside is read   | data/header_row.cpp       | s/aside\[i\] = mapping->column.empty();/aside[i] = false;/ | data
columns: many strange ones unread    | data/header_row.cpp       | s/match.score = std::max(match.score, 2);/(void)decided;/ | data
columns: a lost one kept silent      | data/column_edits.cpp     | s/if (mappings.empty()) return;/return;/ | data
columns: the era not asked again     | data/open.cpp             | s/era != sources.base.register_era)/false)/ | data
columns: reread of nothing accepted  | app/ledger.cpp            | s/unread_.has_value());/true);/ | app
alias: shipped before own           | data/join.cpp             | s/own.empty() \&\& !own_only ? shipped : own/shipped.empty() || own_only ? own : shipped/ | data
alias: of another era               | data/join.cpp             | s/if (meant < 0 || alias.era != territory.era) continue;/if (meant < 0) continue;/ | data
alias: two codes for one text       | data/aliases.cpp          | s/!fresh \&\& first->second != alias.code/!fresh \&\& false/ | data
unmatched: cell of the other name   | data/join.cpp             | s/level == Level::district ? listener.district_at : listener.commune_at/level == Level::district ? listener.commune_at : listener.commune_at/ | data
candidates: own district last       | data/candidates.cpp       | s/of.second->parent != \*district/of.second->parent == *district/ | data
candidates: old fonts not tried     | data/candidates.cpp       | s/if (core::may_be_lookalikes(text))/if (false)/ | data
coverage: an unknown table dropped  | domain/coverage.cpp       | s/std::find(tables.begin(), tables.end(), row.table) == tables.end()/tables.empty()/ | domain
coverage: an unknown district elsewhere | domain/coverage.cpp   | s/if (!row.district_code.empty() \&\& !district_code.empty() \&\& /if (names_district(row) \&\& !district_code.empty() \&\& / | domain
coverage: nobody's figure the province's | domain/coverage.cpp  | s/if (names_district(row) \&\& row.district_code.empty()) continue;// | domain
coverage: unknown code is all       | data/event_rows.cpp       | s/coverage.district_text = row.text("district_code");/coverage.district_text.clear();/ | data
rows: a remark ends a narrow list   | data/row_kinds.cpp        | s/(two \&\& (!under_signature || /(two \&\& (false || / | data
rows: names under a signature       | data/row_kinds.cpp        | s/(!under_signature || is_credible(sheet, i, join))/(true || is_credible(sheet, i, join))/ | data
rows: a remark is a record          | data/row_kinds.cpp        | s/if (is_remark(cells)) return/if (is_remark(cells) \&\& false) return/ | data
rows: worded totals are records     | data/row_kinds.cpp        | s/is_worded_total(sheet, row) ? RowKind::total/is_worded_total(sheet, row) ? RowKind::record/ | data
rows: a total with a name of its own | data/row_kinds.cpp       | s/if (!own.empty() \&\& !is_figure(own)/if (false \&\& !is_figure(own)/ | data
rows: marks of a total not asked    | data/row_kinds.cpp        | s/ || !is_marked_as_sum(leading->text))/ || (false \&\& !is_marked_as_sum(leading->text)))/ | data
rows: a total of no record          | data/row_kinds.cpp        | s/kinds\[i\] = RowKind::record;/(void)kinds;/ | data
rows: coverage of the province a total | data/row_kinds.cpp     | s/(\*sum == "total" || sheet.noun != "coverage")/true/ | data
totals: of all roles                | data/totals.cpp           | s/!one_role(row, \*text, record)/false \&\& !one_role(row, *text, record)/ | data
recognitions with names are products | data/header_row.cpp      | s/        ++match.score;// | data
a text file's name not asked        | data/header_row.cpp       | s/table.sheet.empty() ? .* : table.sheet;/table.sheet;/ | data
recognitions alone are nothing      | data/product_rows.cpp     | s/if (draft.lists_of_products == 0) {/if (false) {/ | data
check: likeliest units kept silent  | data/check_file.cpp       | s/at != first.end())$/at != first.end() \&\& false)/ | data
label one too high                  | carto/classes.cpp         | s/text(breaks\[i + 1\] - 1)/text(breaks[i + 1])/ | carto
class one too low                   | carto/classes.cpp         | s/if (amount >= values/if (amount > values/ | carto
zero in the first class             | carto/classes.cpp         | s/if (value.numerator == 0) return zero();// | carto
no data is zero                     | carto/classes.cpp         | s/: no_data();/: zero();/ | carto
the giant chooses the classes       | carto/classes.cpp         | s/(amounts.size() \* 95 - 1)/(amounts.size() * 100 - 1)/ | carto
hatch for undetermined              | carto/classes.cpp         | s/return scene::Pattern::stipple;/return scene::Pattern::hatch;/ | carto
percent rounded up                  | carto/phrases.cpp         | s/100 \* value.numerator \/ value.denominator;/(100 * value.numerator + value.denominator - 1) \/ value.denominator;/ | carto
lower bound not said                | carto/phrases.cpp         | s/return score.lower_bound ? "≥ " + text/return score.lower_bound \&\& false ? "≥ " + text/ | carto
shortfall certain when it is not    | carto/phrases.cpp         | s/return score.lower_bound || score.undated > 0 || /return /;s/return score.lower_bound || score.undated > 0 ||$/return/ | carto
ties against the alphabet           | carto/ranking.cpp         | s/order != 0 ? order < 0/order != 0 ? order > 0/ | carto
ties in different places            | carto/ranking.cpp         | s/key(rows\[i\]) == key(rows\[i - 1\])/false/ | carto
severe not counted as below         | carto/headline.cpp        | s/status == Status::below || status == Status::severe ? 1/status == Status::below ? 1/ | carto
headline keeps silent on no data    | carto/headline.cpp        | s/if (no_data > 0) out +=/if (false) out +=/ | carto
flare forgotten                     | carto/palette.cpp         | s/1 \/ (room - 1)/0.0 * room/ | carto
report rounds                       | app/report_rows.cpp       | s/return score.value->numerator \* score.percent_scale() \* 100 \/ score.value->denominator;/return (score.value->numerator * score.percent_scale() * 100 + score.value->denominator \/ 2) \/ score.value->denominator;/ | app
edit: undone is redone after all    | domain/journal.cpp        | s/if (entry.state == EntryState::undone) entry.state = EntryState::dropped;/(void)entry;/ | domain
edit: clock set back                | domain/journal.cpp        | s/when = std::max(when, next_moment(entries_.back().when));// | domain
edit: undone still stands           | domain/replay.cpp         | s/if (entry.state != EntryState::applied) continue;// | domain
edit: source text forgotten         | domain/replay.cpp         | s/field.expected = {std::move(before)};/field.expected = {""};/ | domain data
edit: removed for ever              | domain/replay.cpp         | s/row.removed = edit.kind == EditKind::remove;/row.removed = row.removed || edit.kind == EditKind::remove;/ | domain
edit: conflict kept silent          | data/edited_tables.cpp    | s/if (field.expects(source)) return;/if (!source.empty() || source.empty()) return;/ | data
edit: lost edit kept silent         | data/edited_tables.cpp    | s/if (row.removed || met_.contains({noun, key})) continue;/if (!row.removed || row.removed) continue;/ | data
edit: added row counts twice        | data/edited_tables.cpp    | s/if (!met_.emplace(noun, key).second) continue;/met_.emplace(noun, key);/ | data
edit: what resembles is taken over  | data/edited_tables.cpp    | s/if (edit.added \&\& !taken_over(recognised_\[sheet\], row, edit)) return false;// | data
edit: first of equal rows           | data/row_key.cpp          | s/return number == 1 ? key : /return number >= 1 ? key : / | data
edit: day as typed is the key       | data/row_key.cpp          | s/if (column == "date" || column == "as_of")/if (column == "never")/ | data
edit: quota for every unit          | data/edited_plan.cpp      | s/target->units\[subject.unit->code\] = \*quota;/target->quota = *quota;/ | data
edit: plan file's quota unnoticed   | data/edited_plan.cpp      | s/if (!field.expects(source)) {/if (false) {/ | data
edit: no text before                | domain/edit.cpp           | s/if (before != text) edit.fields.push_back({column, std::move(before), /if (before != text) edit.fields.push_back({column, "", / | domain data
merge: older state wins             | domain/merge.cpp          | s/if (std::tie(kept.state_when, kept.state) < /if (std::tie(kept.state_when, kept.state) > / | domain
merge: other side lost              | domain/merge.cpp          | s/for (const Journal\* journal : {&a, &b})/for (const Journal* journal : {\&a, ((void)b, \&a)})/ | domain
merge: known edits are conflicts    | domain/merge.cpp          | s/if (of_b.knows(in_a) || of_a.knows(in_b)) continue;// | domain
merge: the loser is said to stand   | domain/merge.cpp          | s/const bool keep_a = .*/const bool keep_a = a_stands == b_stands ? in_b.key() < in_a.key() : b_stands;/ | domain
merge: redo over later work         | domain/merge.cpp          | s/entry.state == EntryState::undone \&\& entry.step < last_done/entry.state == EntryState::undone \&\& last_done < 0/ | domain
merge: order of laptops, not time   | domain/merge.cpp          | s/steps\[{entry.when, /steps[{"", / | domain
merge: no backup                    | app/merge_stores.cpp      | s/ours.copy_to(backup);/(void)ours;/ | app
store: the other window overwritten | data/store.cpp            | s/if (!ours_alone) after = /if (false) after = / | data
store: foreign file written         | data/store.cpp            | s/if (!kind.empty \&\& !kind.ours()) throw/if (false) throw/ | data
store: vanished in silence          | data/store.cpp            | s/if (met_ \&\& !there) {/if (false) {/ | data
store: states not written           | data/store_schema.cpp     | s/if (old.step != entry.step || old.state != entry.state/if (old.step != entry.step \|\| false/ | data
store: newer version read           | data/store_schema.cpp     | s/if (number > store_version) throw/if (false) throw/ | data
store: version 1 not brought on     | data/store_schema.cpp     | s/if (from < 2) {/if (from < 1) {/ | data
edit: geometry made again           | app/picture_cache.cpp     | s/return document == nullptr || !same_map/return document == nullptr || same_map/ | app
report: gap turned around           | app/report_rows.cpp       | s/100 \* std::int64_t{\*score.quota} - shown/shown - 100 * std::int64_t{*score.quota}/ | app
rating: of one day the first counts | domain/count_products.cpp | s/(from->day == \*day || (disputed/((disputed/ | domain
rating: the dispute is forgotten    | domain/count_products.cpp | s/|| (disputed \&\& r.disputed))/|| (false \&\& disputed))/ | domain
rating: undated cannot be the last  | domain/count_products.cpp | s/if (is_hidden(r)) out.stars.push_back(r.stars);/if (is_hidden(r) \&\& !last) out.stars.push_back(r.stars);/ | domain
rating: unread takes nothing away   | domain/count_products.cpp | s/const bool certain = !possible.unread \&\& /const bool certain = / | domain
rating: an older unread one counts  | domain/count_products.cpp | s/ \&\& (!day || on->day >= \*day))/)/ | domain
rating: unread expiry is 36 months  | domain/count_products.cpp | s/query_.basis == Basis::valid \&\& !last.expiry_unread.empty()/false/ | domain
rating: unread award is the usual   | domain/count_products.cpp | s/(by_award \&\& !r.award_unread.empty()) ||/(by_award \&\& false) ||/ | domain
rating: five stars in dispute count | domain/count_products.cpp | s/const bool unsure = r.disputed || /const bool unsure = / | domain
last row: one day has an order      | domain/last_row.cpp       | s/return !below || (above \&\& above->day == below->day);/return !below || (above \&\& false);/ | domain
last row: undated below is older    | domain/last_row.cpp       | s/return !below || (above/return (above \&\& below/ | domain
last row: what says the same rivals | domain/last_row.cpp       | s/return table.differ(above, below) \&\& /return / | domain
outreach: the most of rivals counts | domain/count_shares.cpp   | s/least = std::min(least, rows/least = std::max(least, rows/ | domain
outreach: unread leaves it done     | domain/count_shares.cpp   | s/(silent || unsure\[i\])/silent/ | domain
outreach: older unread takes it back | domain/count_shares.cpp   | s/const bool may_be_newer = .*/const bool may_be_newer = true;/ | domain
training: rivals keep the verdict   | domain/count_shares.cpp   | s/unread\[unit\] + rivalled\[unit\] + /unread[unit] + / | domain
coverage: the first round of several | domain/coverage.cpp       | s/return std::all_of(each.begin/return std::any_of(each.begin/ | domain
unread: lies where its row says     | data/product_rows.cpp     | s/if (row.product >= 0) row.location = .*// | data
unread: a repeated row after all    | data/product_rows.cpp     | s/product.recognitions.empty() \&\& !unread)/product.recognitions.empty())/ | data
rows: Toàn huyện is always a total  | data/row_kinds.cpp        | s/\&\& is_own(i)) kinds/\&\& false) kinds/ | data
rows: Toàn huyện is never a total   | data/row_kinds.cpp        | s/ \&\& !has_communes(sheet, kinds, row);/;/ | data
coverage: complete with gaps        | data/event_rows.cpp       | s/        coverage.complete = false;$// | data
copy: unread rows are lost          | data/register_writer.cpp  | s/if (!held.contains(row_at(row.where))) lost_/if (false) lost_/ | data
copy: unread cells are lost         | data/register_writer.cpp  | s/(is_unread(where) || !is_readable/(is_unread(where) \&\& !is_readable/ | data
what if: more than nothing taken away | domain/additions.cpp     | s/std::clamp(wished, -value, /std::clamp(wished, wished, / | domain
what if: a share over all there are  | domain/additions.cpp      | s/return score.value->denominator - score.value->numerator;/return 1000;/ | domain
what if: people of nobody knows how many | domain/additions.cpp  | s/if (id != IndicatorId::outreach) return 0;// | domain
what if: the units above forgotten   | domain/additions.cpp      | s/for (int at = unit; at >= 0; at = .*/if (const int at = unit; at >= 0)/ | domain
what if: let through by a filter     | domain/additions.cpp      | s/if (query.filter.active() \&\& of_products/if (false \&\& of_products/ | domain
what if: code of another era         | domain/additions.cpp      | s/if (territory.era != scenario.era) {/if (false) {/ | domain
what if: no data and some is certain | domain/additions.cpp      | s/unknown.any = true;/(void)unknown;/ | domain
what if: no data stays no data       | domain/additions.cpp      | s/} else if (more > 0 \&\& (indicator/} else if (false \&\& (indicator/ | domain
what if: taken for recorded          | domain/evaluate.cpp       | s/if (more != 0 || score != before) score.assumed/if (false) score.assumed/ | domain
what if: lapsing not marked          | domain/evaluate.cpp       | s/if (more != 0 || score != before) score/if (more != 0) score/ | domain
what if: assumed products have stars | domain/evaluate.cpp       | s/if (can_be_assumed(row.id)) out.scores/if (true) out.scores/ | domain
what if: a later re-rating is known  | domain/standing.cpp       | s/from->day > day.known/from->day > day.held/ | domain
what if: nothing lapses              | domain/standing.cpp       | s/return day.held <= \*rec/return day.known <= *rec/ | domain
what if: lapsing before the as-of date | domain/counting.h       | s/assumed < recorded ? recorded : assumed/assumed/ | domain
what if: a step keeps the method     | domain/scenario.cpp       | s/^    filled.erase(indicator);\n    if/    if/; 0,/    filled.erase(indicator);/s/    filled.erase(indicator);// | domain
fill: remainders to the last code    | domain/fill_gap.cpp       | s/: codes\[a\] < codes\[b\]/: codes[b] < codes[a]/ | domain
fill: smallest remainder first       | domain/fill_gap.cpp       | s/of_a > of_b :/of_a < of_b :/ | domain
fill: what a cap leaves is lost      | domain/fill_gap.cpp       | s/out\[i\] = std::min(caps\[i\], out\[i\] + share\[i\]);/out[i] = std::min(caps[i], out[i] + share[i]);\n        return out;/ | domain
fill: own quotas forgotten           | domain/fill_gap.cpp       | s/topped\[i\] = std::max<std::int64_t>(0, sharers/topped[i] = std::min<std::int64_t>(0, sharers/ | domain
fill: the province forgotten         | domain/fill_gap.cpp       | s/divided = std::max<std::int64_t>(0, sharers.province - sum(sharers.needs));/divided = 0;/ | domain
fill: communes do not weigh          | domain/fill_gap.cpp       | s/among = sharers.communes;/(void)among;/ | domain
fill: the rest to all                | domain/fill_gap.cpp       | s/among\[i\] = sharers.needs\[i\] > 0 ? 1 : 0;/among[i] = 1;/ | domain
fill: half a person                  | domain/fill_gap.cpp       | s/(\*score.quota \* of + 99) \/ 100/*score.quota * of \/ 100 + 1/ | domain
fill: what was there is kept         | domain/fill_gap.cpp       | s/    start.clear(id);// | domain
fill: said to be certain             | domain/fill_gap.cpp       | s/at_most = at_most || !score.value .*/(void)score;/ | domain
scenario: codes of nobody kept       | domain/edited_scenarios.cpp | s/scenario.added.erase(\*lost);/break;/ | domain
scenario: cells not told             | domain/edited_scenarios.cpp | s/if (!read_cell(/if (!read_cell(column, field.value, scenario) \&\& false \&\& !read_cell(/ | domain
scene: shown without what it assumes | domain/deck.cpp           | s/        if (lost)/        if (false \&\& lost)/ | domain
what if: shown as recorded           | carto/phrases.cpp         | s/if (!score.assumed) return whole/if (true) return whole/ | carto
what if: percentages without the mark | carto/phrases.cpp        | s/(score.assumed->added != 0 || score.assumed->recorded != score.value)/false/ | carto
what if: no mark on the picture      | carto/furniture.cpp       | s/if (source.board.query.scenario) out.push_back(source.words\["mark.assumed"\]);// | app
what if: one mark for both           | carto/furniture.cpp       | s/if (!source.document.watermark.empty()) out.push_back/if (!source.document.watermark.empty() \&\& out.empty()) out.push_back/ | app
what if: headline without it         | carto/headline.cpp        | s/return board.query.scenario ? words.say("headline.assumed", {answer}) : answer;/return answer;/ | app
what if: classes move with a step    | app/picture_cache.cpp     | s/if (state.query.scenario \&\& spec.breaks.empty())/if (false)/ | app
what if: a held slider is a step     | app/session_what_if.cpp   | s/if (!kept) return;/(void)kept;/ | app
what if: the basis stays             | app/session_what_if.cpp   | s/state_.query.basis = \*basis_before_;/(void)lapses;/ | app
what if: an undone making stays      | app/session_what_if.cpp   | s/show_scenario(std::move(blank));/(void)blank;/ | app
END
}

trim() { sed 's/^[[:space:]]*//; s/[[:space:]]*$//' <<< "$1"; }

copy=${MUTANTS_FOLDER:-$PWD/build-mutants}
mkdir -p "$copy"
git ls-files -z | xargs -0 cp -p --parents -t "$copy"
rm -rf "$copy/pristine"
cp -rp "$copy/src" "$copy/pristine"
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$copy
launcher=()
command -v ccache > /dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
build() { ninja -C "$copy/build" "$@" > "$copy/log" 2>&1; }
echo "Building the tests as they are ..."
cmake -S "$copy" -B "$copy/build" -G Ninja "${launcher[@]}" > "$copy/log" 2>&1 && build {core,domain,data,carto,app}_tests || { tail -20 "$copy/log"; exit 1; }
run() { (cd "$copy/build/tests" && OCOPMAP_GEODATA=$copy/geodata timeout 120 "./$1_tests" > "$copy/log" 2>&1); }
for program in core domain data carto app; do run "$program" || { echo "$program fails before anything is broken:"; tail -20 "$copy/log"; exit 1; }; done

killed=0 others=0
while IFS= read -r line; do
  # The expression itself may hold " || ": the first two and the last bar are those of the table.
  name=$(trim "${line%%|*}"); line=${line#*|}
  file=$(trim "${line%%|*}"); line=${line#*|}
  programs=$(trim "${line##*|}"); expression=$(trim "${line%|*}")
  [[ $name =~ ${1:-} ]] || continue
  sed -i "$expression" "$copy/src/$file"
  result=SURVIVED by=
  if cmp -s "$copy/src/$file" "$copy/pristine/$file"; then
    result=BROKEN by="nothing changed"
  else
    for program in $programs; do
      if ! build "${program}_tests"; then result=BROKEN by="does not compile"; break; fi
      if ! run "$program"; then result=KILLED by=$program; break; fi
    done
  fi
  cp "$copy/pristine/$file" "$copy/src/$file"
  printf '%-9s %-38s %-26s %s\n' "$result" "$name" "$file" "$by"
  if [[ $result == KILLED ]]; then ((++killed)); else ((++others)); fi
done < <(mutants)
echo "$killed killed, $others not"
((others == 0))
