#include "data/ods.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "data/grid.h"
#include "data/xml.h"
#include "domain/date.h"

namespace ocop::data {

namespace {

struct Cell {
    std::string type, value, text;
    bool formula = false;
    std::size_t repeated = 1, columns = 1, rows = 1;
    int paragraphs = 0;
};

/// What a cell holds, as text. Dates as the sheet shows them when it shows no day.
std::string shown(const Cell& cell) {
    if (cell.type == "float" || cell.type == "currency" || cell.type == "percentage") return number_text(cell.value);
    if (cell.type == "boolean") return cell.value == "true" ? "1" : "0";
    if (cell.type != "date") return cell.text.empty() ? cell.value : cell.text;
    if (const auto written = domain::parse_date(cell.text); written && written->approximate) return cell.text;
    std::string date = cell.value;
    std::replace(date.begin(), date.end(), 'T', ' ');
    return date;
}

class Reader {
public:
    explicit Reader(std::string file) : file_{std::move(file)} {}

    void start(std::string_view element, const Attributes& attributes) {
        if (is_aside(element)) ++aside_;
        if (aside_ > 0) return;
        if (element == "style") {
            style_ = attributes["name"];
        } else if (element == "table-properties" && attributes["display"] == "false") {
            hidden_.insert(style_);
        } else if (element == "table" && !grid_) {
            grid_.emplace(Table{file_, std::string{attributes["name"]}, 1, {}});
            grid_hidden_ = hidden_.contains(std::string{attributes["style-name"]});
            row_ = 0;
        } else if (element == "table-row") {
            row_repeated_ = times(attributes, "number-rows-repeated");
            cells_.clear();
        } else if (element == "table-cell" || element == "covered-table-cell") {
            cell_ = Cell{};
            cell_.type = attributes["value-type"];
            for (const char* name : {"value", "date-value", "time-value", "boolean-value", "string-value"})
                if (attributes.has(name)) cell_.value = attributes[name];
            cell_.formula = attributes.has("formula");
            cell_.repeated = times(attributes, "number-columns-repeated");
            cell_.columns = times(attributes, "number-columns-spanned");
            cell_.rows = times(attributes, "number-rows-spanned");
            in_cell_ = true;
        } else if (element == "p" && in_cell_) {
            if (cell_.paragraphs++ > 0) cell_.text += '\n';
            ++in_text_;
        } else if (in_text_ > 0 && element == "s") {
            cell_.text.append(std::min<std::size_t>(times(attributes, "c"), 1000), ' ');
        } else if (in_text_ > 0 && (element == "tab" || element == "line-break")) {
            cell_.text += element == "tab" ? ' ' : '\n';
        }
    }

    void end(std::string_view element) {
        if (is_aside(element)) {
            --aside_;
            return;
        }
        if (aside_ > 0) return;
        if (element == "p" && in_text_ > 0) {
            --in_text_;
        } else if (element == "table-cell" || element == "covered-table-cell") {
            in_cell_ = false;
            // What a merged cell covers is not seen, so it is not read.
            if (element == "covered-table-cell") {
                cell_.type.clear();
                cell_.value.clear();
                cell_.text.clear();
                cell_.formula = false;
            }
            cells_.push_back(std::move(cell_));
        } else if (element == "table-row") {
            finish_row();
        } else if (element == "table" && grid_) {
            too_large_ = too_large_ || grid_->too_large();
            Table table = grid_->take();
            table.hidden = grid_hidden_;
            tables_.push_back(std::move(table));
            grid_.reset();
        }
    }

    void text(std::string_view text) {
        if (in_text_ > 0 && aside_ == 0) cell_.text += text;
    }

    bool too_large() const { return too_large_; }
    std::vector<Table> take() { return std::move(tables_); }

private:
    /// Notes, drawings and what was deleted: text that stands in no cell.
    static bool is_aside(std::string_view element) {
        return element == "annotation" || element == "shapes" || element == "frame" || element == "custom-shape" ||
               element == "tracked-changes";
    }
    static std::size_t times(const Attributes& attributes, const char* name) {
        return static_cast<std::size_t>(std::max(attributes.number(name, 1), 1));
    }

    void finish_row() {
        if (!grid_) return;
        const bool empty = std::all_of(cells_.begin(), cells_.end(),
                                       [](const Cell& cell) { return shown(cell).empty() && !cell.formula; });
        const std::size_t rows = empty ? 0 : std::min(row_repeated_, Grid::most_rows - std::min(row_, Grid::most_rows));
        for (std::size_t again = 0; again < rows && !grid_->too_large(); ++again) {
            std::size_t column = 0;
            for (const Cell& cell : cells_) {
                const std::string text = shown(cell);
                const bool uncalculated = cell.formula && cell.type.empty() && text.empty();
                const std::size_t copies = text.empty() && !uncalculated ? 0 : cell.repeated;
                for (std::size_t i = 0; i < copies && column + i < Grid::most_columns; ++i) {
                    grid_->set(row_ + again, column + i, text);
                    if (uncalculated) grid_->uncalculated(row_ + again, column + i);
                }
                if (cell.rows > 1 || cell.columns > 1) grid_->merge(row_ + again, column, cell.rows, cell.columns);
                column += cell.repeated;
            }
        }
        row_ += row_repeated_;
    }

    std::string file_, style_;
    std::set<std::string> hidden_;  // styles of sheets that are not shown
    std::optional<Grid> grid_;
    bool grid_hidden_ = false, in_cell_ = false, too_large_ = false;
    int in_text_ = 0, aside_ = 0;
    std::size_t row_ = 0, row_repeated_ = 1;
    std::vector<Cell> cells_;
    Cell cell_;
    std::vector<Table> tables_;
};

}  // namespace

std::vector<Table> read_ods(const Package& package, const std::string& file) {
    const auto content = package.part("content.xml", file);
    if (!content) return {};
    Reader reader{file};
    parse_xml(
        *content, file,
        {[&](std::string_view element, const Attributes& attributes) { reader.start(element, attributes); },
         [&](std::string_view element) { reader.end(element); }, [&](std::string_view text) { reader.text(text); }});
    if (reader.too_large()) throw core::Error("error.not_a_table", {file});
    return reader.take();
}

}  // namespace ocop::data
