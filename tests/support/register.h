#pragma once
// Registers as tests compare them.
#include <algorithm>

#include "domain/register.h"

namespace tests {

/// What counts in comparing two registers: not the cells that things came from, nor the order of the tables' names.
inline ocop::domain::Register without_places(ocop::domain::Register records) {
    const auto forget = [](auto& rows) {
        for (auto& row : rows) row.where = {};
    };
    for (ocop::domain::Product& product : records.products) forget(product.recognitions);
    forget(records.products);
    forget(records.ideas);
    forget(records.organisations);
    forget(records.trainings);
    forget(records.outreach);
    forget(records.projects);
    forget(records.coverage);
    forget(records.unread);
    std::sort(records.tables.begin(), records.tables.end());
    return records;
}

}  // namespace tests
