#pragma once
// What a person sees who has to say which column is which.
#include <string>
#include <vector>

#include "data/columns.h"

namespace ocop::data {

struct ProposedColumn {
    int column = 0;                    // from 1, as Excel shows it
    std::string header;                // for ColumnMapping::header; "Tên (2)" for the second of two equal ones
    std::string known;                 // the column of formats.md §1 that it is taken for; empty: none
    std::vector<std::string> samples;  // up to three different cells below it
};

struct Proposal {
    std::string file, sheet;
    std::string noun;    // empty: not recognised
    int header_row = 0;  // from 1; a guess when nothing is recognised; 0: there is nothing like a header
    std::vector<ProposedColumn> columns;
};

/// Pure. The header of a table that nothing recognises is its first row of several texts over rows that fill them.
Proposal propose(const Table& table, const ColumnMappings& mappings = {});

}  // namespace ocop::data
