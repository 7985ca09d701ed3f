#pragma once
// What is found in a table, for a person who has to say which column is which.
#include "data/columns.h"
#include "domain/proposal.h"

namespace ocop::data {

/// What a person says of a table that nothing recognises: what it lists, and which row (from 1) is its header.
struct Hint {
    std::string noun;
    int header_row = 0;
};

/// Pure. The header of a table that nothing recognises is its first row of several texts over rows that fill them; its
/// noun is that of the first mapping that names one of its headers, else unknown. A hint is for such a table only.
domain::Proposal propose(const Table& table, const ColumnMappings& mappings = {}, const Hint& hint = {});

}  // namespace ocop::data
