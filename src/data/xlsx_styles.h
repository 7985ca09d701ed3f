#pragma once
// Which numbers of an Excel workbook are dates, and how they are shown.
#include <string>
#include <string_view>
#include <vector>

namespace ocop::data {

/// What a number format shows of a date. None: the number is none.
enum class DateForm { none, day, month, year, time };
DateForm date_form(std::string_view format);
/// Of the formats that have a number instead of being written out.
DateForm built_in_form(int number);

/// A serial number of Excel (days since 1899-12-30; since 1904-01-01) as text: 2021/12/31, 2021/12/31 10:30:00,
/// 12/2021, 2021, 10:30:00.
std::string serial_text(double serial, DateForm form, bool from_1904 = false);

class Styles {
public:
    /// `xml`: the styles part; may be empty. Throws core::Error "error.not_a_table" {`file`}.
    Styles(const std::string& xml, bool from_1904, const std::string& file);
    /// A number as a cell of this style shows it.
    std::string shown(double number, int style) const;

private:
    std::vector<DateForm> forms_;
    bool from_1904_;
};

}  // namespace ocop::data
