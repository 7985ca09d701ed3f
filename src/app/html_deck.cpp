#include "app/html_deck.h"
namespace ocop::app {
void write_html_deck(const domain::Document&, const std::vector<Staged>&,
                     const std::filesystem::path&, Progress&, const core::Words&) {}
}
