#pragma once
// What a person sees who has to say which column of a table is which.
#include <string>
#include <vector>

namespace ocop::domain {

struct ProposedColumn {
    int column = 0;                    // from 1, as Excel shows it
    std::string header;                // by which it is mapped; "Tên (2)" for the second of two equal ones
    std::string known;                 // the column of formats.md §1 that it is taken for; empty: none
    std::vector<std::string> samples;  // up to three different cells below it
    bool decided = false;              // by a person, not by the words of the header
    std::string who, when;             // of a decision made in the window
    bool operator==(const ProposedColumn&) const = default;
};

/// A column that a table of its noun may have.
struct Meaning {
    std::string column;   // canonical
    bool needed = false;  // without one of these the table is none of its noun
    bool operator==(const Meaning&) const = default;
};

struct Proposal {
    std::string file, sheet;
    std::string noun;         // empty: not recognised, and nobody has said it
    bool recognised = false;  // false: nothing of the table is read
    int header_row = 0;       // from 1; a guess when nothing is recognised; 0: there is nothing like a header
    std::vector<ProposedColumn> columns;
    std::vector<Meaning> meanings;  // of the noun
    bool operator==(const Proposal&) const = default;
};

}  // namespace ocop::domain
