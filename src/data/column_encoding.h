#pragma once
// In which encoding a file or a column is written, told by whether its words are Vietnamese (J-8). Never by strange
// letters: TCVN3 text can look like words ("Phó Quèc").
#include <optional>
#include <string_view>

#include "core/finding.h"
#include "core/legacy_text.h"
#include "data/gazetteer.h"
#include "data/table.h"

namespace ocop::data {

/// The encoding of a whole text file. None when it is not UTF-8 and no reading has 90 % known words and twice as many
/// as the next: such a file may hold columns of several fonts, which decoded() tells apart after core::western().
std::optional<core::Encoding> detect(std::string_view bytes, const Gazetteer& gazetteer);

/// A table with its columns of old fonts as Unicode, each a note. A column is read in the encoding in which at least
/// 90 % of its words are known and at least twice as many as in any other; where the gazetteer has too few of them
/// (names of products), the same is asked of words that are spelled as Vietnamese. A column that this leaves open,
/// though it reads better in an old font, stays as it is, with a warning. Cells that have letters no old font has stay
/// too.
Table decoded(Table table, const Gazetteer& gazetteer, core::Findings& findings);

/// Whether any column of a table is clearly in an old font, told by common words alone.
bool has_old_font(const Table& table);

}  // namespace ocop::data
