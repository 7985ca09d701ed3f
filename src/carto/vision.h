#pragma once
// How colours look to other eyes and in other rooms.
#include <array>

#include "carto/palette.h"

namespace ocop::carto {

/// grey: no colour at all, as a photocopy has it.
enum class Vision { normal, protan, deutan, tritan, grey };

struct Viewing {
    Vision vision = Vision::normal;
    double room = 0;  // white over black on the screen (cartography.md P-1); 0: a perfect screen
    bool operator==(const Viewing&) const = default;
};

/// What a person who prepares a meeting tries out, one after another.
inline constexpr std::array<Viewing, 6> viewings{{{Vision::normal, 0},
                                                  {Vision::normal, 7},
                                                  {Vision::protan, 0},
                                                  {Vision::deutan, 0},
                                                  {Vision::tritan, 0},
                                                  {Vision::grey, 0}}};
/// What an eye makes of red, green and blue light: dichromacy by the matrices of Machado, Oliveira, Fernandes 2009
/// (severity 1), rows by columns.
std::array<std::array<double, 3>, 3> light_matrix(Vision vision);
/// A colour as it is seen.
Colour seen(Colour colour, const Viewing& viewing);

}  // namespace ocop::carto
