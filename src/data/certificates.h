#pragma once
// Certificates that have lapsed while their products are still counted elsewhere.
#include "core/finding.h"
#include "domain/document.h"

namespace ocop::data {

/// One note on the products that are counted as recognised on the workspace's date although no certificate of theirs is
/// valid any more (36 months, Decision 919/QĐ-TTg): how many, and the first of them with its place.
void tell_lapsed(const domain::Document& document, core::Findings& findings);

}  // namespace ocop::data
