#include "domain/document.h"

namespace ocop::domain {

const Territory& Document::territory(Era which) const {
    static const Territory empty{};
    const auto found = territories.find(which);
    return found == territories.end() ? empty : found->second;
}

}  // namespace ocop::domain
