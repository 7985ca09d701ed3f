#pragma once
// Names for source rows that outlive re-sorting, re-saving and other formats of the file: what edits hold on to.
#include <map>
#include <string>
#include <string_view>

#include "data/columns.h"

namespace ocop::data {

/// Gives each row of the sources its key, from the cells as the file has them (never as edited): a product's id, else
/// what identifies a row of its noun (product, producer and district; commune and date of an outreach; ...), compared
/// without case, spaces and tone placement; dates by their day. The second row of one key gets "#2". Stores keep these
/// keys: a change of how they are made orphans the edits of existing stores.
class RowKeys {
public:
    /// Of a row below the header, in the order of the files. Empty for a blank row.
    std::string next(const Sheet& sheet, std::size_t row);

private:
    std::map<std::string, int> seen_;
};

/// The key (without a number) of a row with these cells; and the one that a row of `key` has when its source has taken
/// over the edited `cells`.
std::string key_of(const std::string& noun, const std::map<std::string, std::string>& cells);
std::string key_after(const std::string& noun, const std::string& key, const std::map<std::string, std::string>& cells);

/// A core::tone_key in characters that every program shows, for stores: tones as ` ' ~ ? and a full stop.
std::string storable(std::string_view tone_key);

/// What a person calls a row: the product, the commune.
std::string row_name(const std::string& noun, const std::map<std::string, std::string>& cells);

}  // namespace ocop::data
