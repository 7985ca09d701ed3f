#include "data/column_encoding.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/syllable.h"
#include "core/text.h"
#include "data/columns.h"

namespace ocop::data {

namespace {

using core::Encoding;

constexpr std::array readings{Encoding::utf8, Encoding::windows_1258, Encoding::tcvn3, Encoding::vni};

/// Words that have letters beyond ASCII; the others are the same in every reading. Letters of old fonts look like signs
/// ("§Êt", "th¬m"), so only ASCII signs, spaces and typographic punctuation part words.
std::vector<std::string_view> telling_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    bool telling = false;
    const auto end_word = [&](std::size_t end, std::size_t next) {
        if (telling) words.push_back(text.substr(begin, end - begin));
        begin = next;
        telling = false;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        const std::string_view rest = text.substr(i, length);
        const bool letter = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter || rest == "\u00A0" || rest.starts_with("\xE2\x80") || rest.starts_with("\xE2\x81"))
            end_word(i, i + length);
        else
            telling = telling || c >= 0x80;
        i += length;
    }
    end_word(text.size(), text.size());
    return words;
}

constexpr std::size_t readings_count = readings.size();

/// How many words pass a question in each reading.
struct Votes {
    std::array<int, readings_count> all{};
    /// [a][b]: those that pass in a, where b reads something else.
    std::array<std::array<int, readings_count>, readings_count> against{};

    void count(const std::array<std::string, readings_count>& read, int times,
               const std::function<bool(const std::string&)>& passes) {
        for (std::size_t a = 0; a < readings_count; ++a) {
            if (!passes(read[a])) continue;
            all[a] += times;
            for (std::size_t b = 0; b < readings_count; ++b)
                if (read[a] != read[b]) against[a][b] += times;
        }
    }
    /// Nine words of ten, and twice as many as any other reading of the words that they read differently.
    std::optional<std::size_t> clear(int words) const {
        for (std::size_t a = 0; a < readings_count; ++a)
            if (10 * all[a] >= 9 * words && ahead(a)) return a;
        return {};
    }
    bool ahead(std::size_t a) const {
        for (std::size_t b = 0; b < readings_count; ++b)
            if (against[a][b] < 2 * against[b][a]) return false;
        return true;
    }
    int most() const { return *std::max_element(all.begin(), all.end()); }
};

/// What the words of a text are in each reading.
class Tally {
public:
    explicit Tally(const Gazetteer& gazetteer) : gazetteer_{gazetteer} {}

    void count(std::string_view text, int times) {
        for (const std::string_view word : telling_words(text)) {
            words_ += times;
            std::array<std::string, readings_count> read;
            for (std::size_t i = 0; i < readings_count; ++i)
                read[i] = core::lower(core::decode_lookalikes(word, readings[i]));
            known_.count(read, times, [&](const std::string& as) { return gazetteer_.knows(as); });
            spelled_.count(read, times, [](const std::string& as) { return core::is_syllable(as); });
        }
    }

    /// The only reading that makes sense; utf8: the text as it is.
    std::optional<Encoding> clear() const {
        if (const auto best = known_.clear(words_)) return readings[*best];
        const auto best = spelled_.clear(words_);
        if (best && known_.ahead(*best)) return readings[*best];
        return {};
    }
    /// Whether some other reading makes more of the text than the text itself.
    bool suspicious() const { return known_.most() > known_.all.front() || spelled_.most() > spelled_.all.front(); }
    bool all_known(Encoding reading) const {
        const auto* at = std::find(readings.begin(), readings.end(), reading);
        return known_.all[static_cast<std::size_t>(at - readings.begin())] == words_;
    }

private:
    const Gazetteer& gazetteer_;
    int words_ = 0;
    Votes known_, spelled_;
};

/// Reads one column of a table anew.
class Column {
public:
    /// `first`: the rows before it are the header and titles, which may be typed in another font than what is below.
    Column(Table& table, std::size_t column, std::size_t first, const Gazetteer& gazetteer)
        : table_{table}, column_{column}, gazetteer_{gazetteer} {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            if (column >= table.rows[row].size() || !core::may_be_lookalikes(table.rows[row][column])) continue;
            if (row >= first || !in_unicode(table.rows[row][column], {})) rows_[table.rows[row][column]].push_back(row);
        }
    }

    void decode(core::Findings& findings) {
        Tally tally{gazetteer_};
        for (const auto& [text, rows] : rows_) tally.count(text, static_cast<int>(rows.size()));
        const auto encoding = tally.clear();
        if (encoding && *encoding != Encoding::utf8)
            change(*encoding, findings);
        else if (!encoding && (table_.western || tally.suspicious()))
            report(findings, core::Severity::warning, "finding.column_font_unclear", first_text(), {});
    }

private:
    void change(Encoding encoding, core::Findings& findings) {
        std::size_t changed = 0, first_row = table_.rows.size();
        std::string before, after;
        for (const auto& [text, rows] : rows_) {
            if (in_unicode(text, encoding)) continue;
            const std::string read = core::decode_lookalikes(text, encoding);
            if (read == text) continue;
            for (const std::size_t row : rows) table_.rows[row][column_] = read;
            changed += rows.size();
            if (rows.front() >= first_row) continue;
            first_row = rows.front();
            before = text;
            after = read;
        }
        if (changed > 0)
            report(findings, core::Severity::note, "finding.column_decoded", first_row,
                   {std::string{core::name(encoding)}, std::to_string(changed), before, after});
    }
    /// Whether all words of a text are known as they are, and not in the other reading; none: in no other.
    bool in_unicode(const std::string& text, std::optional<Encoding> other) const {
        Tally own{gazetteer_};
        own.count(text, 1);
        return own.all_known(Encoding::utf8) &&
               std::none_of(readings.begin() + 1, readings.end(),
                            [&](Encoding reading) { return (!other || reading == *other) && own.all_known(reading); });
    }
    std::size_t first_text() const {
        std::size_t first = table_.rows.size();
        for (const auto& [text, rows] : rows_) first = std::min(first, rows.front());
        return first;
    }
    void report(core::Findings& findings, core::Severity severity, const char* key, std::size_t row,
                std::vector<std::string> args) const {
        if (args.empty()) {
            std::size_t cells = 0;
            for (const auto& [text, rows] : rows_) cells += rows.size();
            args = {std::to_string(cells), core::collapsed(table_.rows[row][column_])};
        }
        findings.push_back(
            {severity,
             {table_.file, table_.sheet, table_.first_row + static_cast<int>(row), static_cast<int>(column_) + 1},
             {key, std::move(args)}});
    }
    Table& table_;
    std::size_t column_;
    const Gazetteer& gazetteer_;
    std::map<std::string, std::vector<std::size_t>> rows_;  // of each text that may be look-alikes
};

}  // namespace

std::optional<Encoding> detect(std::string_view bytes, const Gazetteer& gazetteer) {
    if (core::is_valid_utf8(bytes)) return Encoding::utf8;
    Tally tally{gazetteer};
    tally.count(core::western(bytes), 1);
    const auto encoding = tally.clear();
    // As it is would be windows-1252, which has no Vietnamese.
    return encoding == Encoding::utf8 ? std::nullopt : encoding;
}

Table decoded(Table table, const Gazetteer& gazetteer, core::Findings& findings) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    const auto sheet = recognise(table);
    const std::size_t first = sheet ? sheet->header + 1 : 0;
    for (std::size_t column = 0; column < columns; ++column) Column{table, column, first, gazetteer}.decode(findings);
    return table;
}

bool has_old_font(const Table& table) {
    core::Findings findings;
    return decoded(table, common_words(), findings).rows != table.rows;
}

}  // namespace ocop::data
