#pragma once
// What each row under a header is: a record, or one of the rows that people put between records.
#include <map>
#include <string>
#include <vector>

#include "core/finding.h"
#include "data/columns.h"
#include "data/join.h"

namespace ocop::data {

enum class RowKind {
    record,
    example,      // "Ví dụ" in front: how to fill in our own template
    nothing,      // "Không có" alone: the list is known to be empty
    blank,        // also a running number alone
    total,        // "Tổng cộng", "Cộng huyện An Biên", "Toàn tỉnh | cán bộ"
    section,      // "I. Huyện An Biên", "An Biên" alone
    header,       // the header once more, on a later page
    numbering,    // (1) (2) (3)
    units,        // người | sản phẩm
    note,         // "Ghi chú: …"; below the table: signatures
    other_table,  // the header of another table and all below it
};

/// Of each row of the sheet's table; the header and what is above it count as blank.
using RowKinds = std::vector<RowKind>;
RowKinds row_kinds(const Sheet& sheet, const Join& join);

/// Whether a row that begins with the text is taken for a sum of others: "Tổng cộng", "Toàn tỉnh".
bool names_sum(const std::string& text);

/// A text of a row, besides its figures and a leading "I", "a": where it stands.
struct RowText {
    std::size_t column;
    std::string text, marker;  // without the marker and what stands in brackets: "Huyện An Biên", "I"
};
/// The first one; none in a row of figures.
std::optional<RowText> leading_text(const Sheet& sheet, std::size_t row);
/// The only one; none when there are several.
std::optional<RowText> lone_text(const Sheet& sheet, std::size_t row);

/// Gives the rows below sections that name a district or commune what they lack of it (Sheet::sections), and tells
/// every skipped row as a note.
void tell_skipped(Sheet& sheet, const RowKinds& kinds, const Join& join, core::Findings& findings);

}  // namespace ocop::data
