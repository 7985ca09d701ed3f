#pragma once
// Tables -> register. Every row becomes a record or a finding; most become a record and perhaps a note.
#include <optional>
#include <vector>

#include "core/finding.h"
#include "data/columns.h"
#include "data/join.h"
#include "data/table.h"
#include "domain/register.h"

namespace ocop::data {

/// A row of a list of recognitions: what it names of its product, with the recognitions themselves; and the day that it
/// counts from, which may be known of one that cannot be read.
struct Rating {
    domain::Product row;
    std::optional<domain::DatePoint> on;
};

/// A register while its files are read.
struct Draft {
    domain::Register records;
    std::vector<Rating> recognitions;
    bool has_recognitions = false;  // a list of recognitions was read, even an empty one
    std::size_t lists_of_products = 0;
    std::vector<core::Place> starless;     // headers of lists of products that have no column of stars
    std::vector<domain::Unread> no_stars;  // rows of those lists
    std::vector<domain::Unmatched> unmatched;

    /// Notes a row that could not be read as a record of its table.
    void unread(const char* table, domain::Location location, core::Place where,
                std::optional<domain::DatePoint> on = {}, std::optional<domain::Role> role = {}) {
        records.unread.push_back({table, std::move(location), on, role, std::move(where)});
    }
};

/// Reads one file's sheets. `latest`: days after it are findings, they lie in the future. `mappings`: headers that a
/// person explained. Hidden sheets are told and not read. Returns why nothing was read of the file: it holds no known
/// table at all ("error.no_register"), or hidden ones only ("error.only_hidden_sheets").
std::optional<core::Message> read_register(const std::vector<Table>& tables, const Join& join, domain::Date latest,
                                           Draft& draft, core::Findings& findings, const ColumnMappings& mappings = {});

/// After all files: rows of one identity become one product with several recognitions; exact doubles are found.
domain::Register merged(Draft draft, core::Findings& findings);

}  // namespace ocop::data
