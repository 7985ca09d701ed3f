#pragma once
// Rows of each table -> records. One function a noun; what is wrong with a row becomes a finding of the row.
#include "data/register_reader.h"
#include "data/row.h"

namespace ocop::data {

void read_product(const Row& row, Draft& draft);
void read_recognition(const Row& row, Draft& draft);
void read_idea(const Row& row, Draft& draft);
void read_organisation(const Row& row, Draft& draft);
void read_training(const Row& row, Draft& draft);
void read_outreach(const Row& row, Draft& draft);
void read_project(const Row& row, Draft& draft);
void read_coverage(const Row& row, Draft& draft);

/// Rows of training and outreach that say different things of one place, neither of which is known to be later.
void tell_contradictions(const domain::Register& records, core::Findings& findings);
/// Where an earlier row stands, as told at a later one: "12", "Sản phẩm!12" from another sheet.
std::string row_text(const core::Place& where, const core::Place& from);

}  // namespace ocop::data
