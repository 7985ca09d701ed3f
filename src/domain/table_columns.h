#pragma once
// The columns of each table of a register (formats.md §1), in the order in which a person fills them in.
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::domain {

enum class ColumnKind { text, unit, date, number, choice };

struct TableColumn {
    std::string_view name;
    ColumnKind kind = ColumnKind::text;
    std::string_view list =
        {};  // of a choice: "producer_kind", "stars", "award", "role", "outreach", "project_kind", "step"
};

/// None for what is no table of a register. "products" with the columns of the flat sheet: a product and its latest
/// recognition.
std::span<const TableColumn> columns_of(std::string_view table);

/// The canonical values of a closed list, in order.
std::vector<std::string_view> values_of(std::string_view list);

}  // namespace ocop::domain
