#include "domain/choices.h"

#include <array>

namespace ocop::domain {

namespace {
constexpr std::array<std::string_view, 3> bases{"new", "recognised", "valid"};
constexpr std::array<std::string_view, 3> shows{"count", "percent", "gap"};
constexpr std::array<std::string_view, 6> producer_kinds{"unknown",           "enterprise", "cooperative",
                                                         "cooperative_group", "household",  "facility"};

template <class Choice, std::size_t n>
std::optional<Choice> named(const std::array<std::string_view, n>& names, std::string_view text) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == text) return static_cast<Choice>(i);
    return {};
}
}  // namespace

std::string_view id(Basis basis) { return bases[static_cast<std::size_t>(basis)]; }
std::optional<Basis> basis_from(std::string_view text) { return named<Basis>(bases, text); }

std::string_view id(Show show) { return shows[static_cast<std::size_t>(show)]; }
std::optional<Show> show_from(std::string_view text) { return named<Show>(shows, text); }

std::string_view id(ProducerKind kind) { return producer_kinds[static_cast<std::size_t>(kind)]; }
std::optional<ProducerKind> producer_kind_from(std::string_view text) {
    return named<ProducerKind>(producer_kinds, text);
}

}  // namespace ocop::domain
