#include "data/certificates.h"

#include <algorithm>

#include "domain/evaluate.h"

namespace ocop::data {

namespace {
std::optional<domain::Date> last_day(const domain::Product& product) {
    std::optional<domain::Date> out;
    for (const domain::Recognition& recognition : product.recognitions)
        if (const auto day = recognition.last_valid_day(); day && (!out || *out < *day)) out = day;
    return out;
}
}  // namespace

void tell_lapsed(const domain::Document& document, core::Findings& findings) {
    if (document.basis == domain::Basis::valid) return;
    const domain::Product* first = nullptr;
    int number = 0;
    for (const domain::Product& product : document.records.products) {
        const auto counts = [&](domain::Basis basis) {
            const auto now = domain::standing(product, document.plan, basis, document.as_of);
            return now && now->stars >= 3;
        };
        if (!counts(document.basis) || counts(domain::Basis::valid) || !last_day(product)) continue;
        if (number++ == 0) first = &product;
    }
    if (first == nullptr) return;
    findings.push_back({core::Severity::note,
                        first->where,
                        {"finding.certificates_lapsed",
                         {std::to_string(number), domain::vietnamese(document.as_of), first->name,
                          domain::vietnamese(*last_day(*first))}}});
}

}  // namespace ocop::data
