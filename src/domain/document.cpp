#include "domain/document.h"

namespace ocop::domain {

const Territory& Document::territory(Era which) const {
    static const Territory empty{};
    const auto found = territories.find(which);
    return found == territories.end() ? empty : found->second;
}

std::string_view id(Basis basis) {
    switch (basis) {
        case Basis::fresh:
            return "new";
        case Basis::recognised:
            return "recognised";
        case Basis::valid:
            break;
    }
    return "valid";
}

std::optional<Basis> basis_from(std::string_view text) {
    for (const Basis basis : {Basis::fresh, Basis::recognised, Basis::valid})
        if (text == id(basis)) return basis;
    return {};
}

}  // namespace ocop::domain
