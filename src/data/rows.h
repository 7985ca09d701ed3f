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

}  // namespace ocop::data
