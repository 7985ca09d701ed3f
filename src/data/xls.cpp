#include "data/xls.h"

#include <bit>
#include <cstdint>
#include <map>

#include "core/text.h"
#include "data/ole.h"
#include "data/xlsx_styles.h"

namespace ocop::data {

namespace {

// Record numbers of BIFF8, the format of Excel 97 to 2003.
enum Record : unsigned {
    formula = 0x0006,
    end_of_part = 0x000A,
    dates_from_1904 = 0x0022,
    bound_sheet = 0x0085,
    extended_format = 0x00E0,
    merged_cells = 0x00E5,
    string_result = 0x0207,
    number_format = 0x041E,
    begin_of_part = 0x0809
};

/// Letters of one or two bytes each, after their count.
std::string letters(std::string_view bytes, std::size_t at, std::size_t count, bool wide) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = at + i * (wide ? 2 : 1);
        if (place + (wide ? 2 : 1) > bytes.size()) break;
        const unsigned c = wide ? u16_at(bytes, place) : static_cast<unsigned char>(bytes[place]);
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0 | c >> 6);
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(0xE0 | c >> 12);
            out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return core::nfc(out);
}

std::string error_text(unsigned code) {
    const std::map<unsigned, const char*> errors{{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"},
                                                 {0x17, "#REF!"},  {0x1D, "#NAME?"},  {0x24, "#NUM!"}};
    const auto found = errors.find(code);
    return found == errors.end() ? "#N/A" : found->second;
}

class Reader {
public:
    std::vector<XlsSheet> read(std::string_view stream) {
        if (u16_at(stream, 0) != begin_of_part || u16_at(stream, 4) != 0x0600) return {};
        read_part(stream, 0, nullptr);
        std::vector<XlsSheet> sheets;
        for (const auto& [offset, hidden] : offsets_) {
            sheets.emplace_back().hidden = hidden;
            read_part(stream, offset, &sheets.back());
        }
        return sheets;
    }

private:
    /// Reads a part of the stream; `sheet`: none for the part that holds what is common to all.
    void read_part(std::string_view stream, std::size_t at, XlsSheet* sheet) {
        int depth = 0;  // charts lie within sheets
        while (at + 4 <= stream.size()) {
            const unsigned id = u16_at(stream, at), length = u16_at(stream, at + 2);
            const std::string_view record = stream.substr(at + 4, length);
            at += 4 + length;
            if (id == begin_of_part) ++depth;
            if (id == end_of_part && --depth <= 0) break;
            if (depth != 1) continue;
            if (sheet == nullptr)
                common(id, record);
            else
                of_sheet(id, record, *sheet);
        }
    }

    void common(unsigned id, std::string_view record) {
        if (id == bound_sheet && record.size() > 6 && record[5] == 0)
            offsets_.emplace_back(u32_at(record, 0), (record[4] & 3) != 0);
        if (id == dates_from_1904) from_1904_ = u16_at(record, 0) == 1;
        if (id == number_format && record.size() > 5)
            formats_[u16_at(record, 0)] = date_form(letters(record, 5, u16_at(record, 2), (record[4] & 1) != 0));
        if (id == extended_format) cell_formats_.push_back(u16_at(record, 2));
    }

    void of_sheet(unsigned id, std::string_view record, XlsSheet& sheet) {
        if (id == formula && record.size() >= 14) {
            sheet.formulas.push_back({u16_at(record, 0), u16_at(record, 2), result(record)});
        } else if (id == string_result && !sheet.formulas.empty() && record.size() > 3) {
            sheet.formulas.back().text = letters(record, 3, u16_at(record, 0), (record[2] & 1) != 0);
        } else if (id == merged_cells) {
            for (unsigned i = 0; i < u16_at(record, 0); ++i) {
                const std::size_t from = 2 + std::size_t{i} * 8;
                const unsigned row = u16_at(record, from), last_row = u16_at(record, from + 2),
                               column = u16_at(record, from + 4), last = u16_at(record, from + 6);
                if (last_row >= row && last >= column)
                    sheet.merges.push_back({row, column, last_row - row + 1, last - column + 1});
            }
        }
    }

    std::string result(std::string_view record) const {
        if (u16_at(record, 12) == 0xFFFF) {  // not a number
            const auto kind = static_cast<unsigned char>(record[6]), value = static_cast<unsigned char>(record[8]);
            if (kind == 1) return value != 0 ? "1" : "0";
            return kind == 2 ? error_text(value) : std::string{};  // the text of a text comes in its own record
        }
        const auto bits = std::uint64_t{u32_at(record, 6)} | std::uint64_t{u32_at(record, 10)} << 32;
        return serial_text(std::bit_cast<double>(bits), form(u16_at(record, 4)), from_1904_);
    }

    DateForm form(unsigned cell_format) const {
        if (cell_format >= cell_formats_.size()) return DateForm::none;
        const unsigned number = cell_formats_[cell_format];
        const auto own = formats_.find(number);
        return own == formats_.end() ? built_in_form(static_cast<int>(number)) : own->second;
    }

    std::vector<std::pair<unsigned, bool>> offsets_;
    std::map<unsigned, DateForm> formats_;
    std::vector<unsigned> cell_formats_;
    bool from_1904_ = false;
};

}  // namespace

std::vector<XlsSheet> read_xls_extras(const std::string& bytes) {
    const auto stream = ole_stream(bytes, "Workbook");
    return stream ? Reader{}.read(*stream) : std::vector<XlsSheet>{};
}

}  // namespace ocop::data
