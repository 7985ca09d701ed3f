#pragma once
// Tables -> register. Every row becomes a record or a finding; most become a record and perhaps a note.
#include <filesystem>
#include <vector>

#include "core/finding.h"
#include "data/columns.h"
#include "data/join.h"
#include "data/table.h"
#include "domain/register.h"

namespace ocop::data {

/// A register while its files are read.
struct Draft {
    domain::Register records;
    /// Rows of lists of recognitions: what they name of their product, and the recognitions themselves.
    std::vector<domain::Product> recognitions;
    std::vector<domain::Unmatched> unmatched;
};

/// Reads one file's sheets. `latest`: days after it are findings, they lie in the future. `mappings`: headers that a
/// person explained. Hidden sheets are told and not read. Throws core::Error "error.no_register" when the file holds no
/// known table at all, "error.only_hidden_sheets" when it holds hidden ones only.
void read_register(const std::vector<Table>& tables, const Join& join, domain::Date latest, Draft& draft,
                   core::Findings& findings, const ColumnMappings& mappings = {});

/// After all files: rows of one identity become one product with several recognitions; exact doubles are found.
domain::Register merged(Draft draft, core::Findings& findings);

}  // namespace ocop::data
