#pragma once
// The register as an Excel workbook: an empty one to fill in, and a copy of what a document holds.
#include <filesystem>

#include "core/words.h"
#include "data/edited_tables.h"
#include "domain/document.h"

namespace ocop::data {

/// An empty workbook with every table, its lists and an example row. Filled in, it is read without a finding.
/// `territory`: whose districts and communes are offered. Throws core::Error as Workbook does.
void write_template(const domain::Territory& territory, const core::Words& words, const std::filesystem::path& path);

/// All tables of a document's register; read again, they give an equal register. `cells`: what the document was read
/// from; rows and cells that nobody can read are written as they were typed, so that nobody takes the copy for sound.
/// Throws core::Error as Workbook does.
void write_register(const domain::Document& document, const EditedRegister& cells, const core::Words& words,
                    const std::filesystem::path& path);

/// The first name that is free: NAME-2021-12-31.xlsx, NAME-2021-12-31-2.xlsx, ... NAME is the workspace's; an older
/// copy is never written over.
std::filesystem::path dated_copy(const std::filesystem::path& workspace, domain::Date day);

}  // namespace ocop::data
