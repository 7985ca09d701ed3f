#include "data/xlsx.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "core/error.h"
#include "core/text.h"
#include "data/grid.h"
#include "data/xlsx_styles.h"
#include "data/xml.h"

namespace ocop::data {

namespace {

/// id -> type, path in the package.
struct Relation {
    std::string type, target;
};
using Relations = std::map<std::string, Relation>;

std::string folder_of(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? std::string{} : part.substr(0, slash + 1);
}

Relations relations_of(const Package& package, const std::string& part, const std::string& file) {
    const std::string folder = folder_of(part);
    Relations relations;
    if (const auto bytes = package.part(folder + "_rels/" + part.substr(folder.size()) + ".rels", file))
        parse_xml(*bytes, file,
                  {[&](std::string_view element, const Attributes& attributes) {
                       if (element != "Relationship") return;
                       std::string target{attributes["Target"]};
                       if (target.starts_with("./")) target.erase(0, 2);
                       target = target.starts_with('/') ? target.substr(1) : folder + target;
                       if (const auto up = target.find("/../"); up != std::string::npos && up > 0)
                           target = folder_of(target.substr(0, up)) + target.substr(up + 4);
                       relations[std::string{attributes["Id"]}] = {std::string{attributes["Type"]}, target};
                   },
                   {},
                   {}});
    return relations;
}

std::string target_of(const Relations& relations, const std::string& type) {
    for (const auto& [id, relation] : relations)
        if (relation.type.ends_with("/" + type)) return relation.target;
    return {};
}

/// Texts with their parts of several fonts put together, without the reading aids of Japanese.
std::vector<std::string> shared_strings(const Package& package, const std::string& part, const std::string& file) {
    std::vector<std::string> strings;
    const auto bytes = part.empty() ? std::nullopt : package.part(part, file);
    if (!bytes) return strings;
    bool in_text = false, reading_aid = false;
    parse_xml(*bytes, file,
              {[&](std::string_view element, const Attributes&) {
                   if (element == "si") strings.emplace_back();
                   if (element == "rPh") reading_aid = true;
                   in_text = element == "t" && !reading_aid;
               },
               [&](std::string_view element) {
                   if (element == "rPh") reading_aid = false;
                   in_text = false;
               },
               [&](std::string_view text) {
                   if (in_text && !strings.empty()) strings.back() += text;
               }});
    return strings;
}

/// "B12" -> row 11, column 1; nothing for what is no reference.
std::optional<std::pair<std::size_t, std::size_t>> place_of(std::string_view reference) {
    std::size_t column = 0, i = 0, row = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && column < Grid::most_columns; ++i)
        column = column * 26 + static_cast<std::size_t>(reference[i] - 'A' + 1);
    const auto [end, error] = std::from_chars(reference.data() + i, reference.data() + reference.size(), row);
    if (error != std::errc{} || column == 0 || row == 0) return {};
    return std::pair{row - 1, column - 1};
}

struct Book {
    std::vector<std::string> strings;
    Styles styles;
};

/// Carriage returns, which Excel spells out.
std::string plain(std::string text) {
    for (auto at = text.find("_x000D_"); at != std::string::npos; at = text.find("_x000D_", at)) text.erase(at, 7);
    return text;
}

class SheetReader {
public:
    SheetReader(Grid& grid, const Book& book) : grid_{grid}, book_{book} {}

    void start(std::string_view element, const Attributes& attributes) {
        if (element == "row") {
            row_ = static_cast<std::size_t>(std::max(attributes.number("r", static_cast<int>(row_) + 1), 1));
            column_ = 0;
        } else if (element == "c") {
            const auto place = place_of(attributes["r"]);
            at_ = place.value_or(std::pair{row_ == 0 ? 0 : row_ - 1, column_});
            column_ = at_.second + 1;
            type_ = attributes["t"];
            style_ = attributes.number("s", 0);
            value_.clear();
            formula_ = false;
        } else if (element == "f") {
            formula_ = true;
        } else if (element == "rPh") {
            reading_aid_ = true;
        } else if (element == "mergeCell") {
            const std::string_view range = attributes["ref"];
            const auto colon = range.find(':');
            if (colon == std::string_view::npos) return;
            const auto from = place_of(range.substr(0, colon)), to = place_of(range.substr(colon + 1));
            if (from && to && to->first >= from->first && to->second >= from->second)
                grid_.merge(from->first, from->second, to->first - from->first + 1, to->second - from->second + 1);
        }
        in_text_ = element == "v" || (element == "t" && !reading_aid_);
    }

    void end(std::string_view element) {
        in_text_ = false;
        if (element == "rPh") reading_aid_ = false;
        if (element != "c") return;
        // A text formula may give an empty text; any other without a value was never calculated.
        if (formula_ && value_.empty() && type_ != "str") return grid_.uncalculated(at_.first, at_.second);
        grid_.set(at_.first, at_.second, shown());
    }

    void text(std::string_view text) {
        if (in_text_) value_ += text;
    }

private:
    std::string shown() const {
        if (value_.empty()) return {};
        if (type_ == "s") {
            std::size_t index = 0;
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
            return index < book_.strings.size() ? plain(book_.strings[index]) : std::string{};
        }
        if (type_.empty() || type_ == "n") {
            double number = 0;
            const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
            if (error != std::errc{} || end != value_.data() + value_.size()) return value_;
            return book_.styles.shown(number, style_);
        }
        return plain(value_);
    }

    Grid& grid_;
    const Book& book_;
    std::size_t row_ = 0, column_ = 0;
    std::pair<std::size_t, std::size_t> at_;
    std::string type_, value_;
    int style_ = 0;
    bool formula_ = false, in_text_ = false, reading_aid_ = false;
};

}  // namespace

std::vector<Table> read_xlsx(const Package& package, const std::string& file) {
    std::string workbook = target_of(relations_of(package, "", file), "officeDocument");
    if (workbook.empty()) workbook = "xl/workbook.xml";
    const auto bytes = workbook.ends_with(".xml") ? package.part(workbook, file) : std::nullopt;
    if (!bytes) return {};
    const Relations relations = relations_of(package, workbook, file);
    struct Named {
        std::string name, part;
        bool hidden;
    };
    std::vector<Named> sheets;
    bool from_1904 = false;
    parse_xml(*bytes, file,
              {[&](std::string_view element, const Attributes& attributes) {
                   if (element == "workbookPr")
                       from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
                   if (element != "sheet") return;
                   const auto found = relations.find(std::string{attributes["id"]});
                   if (found != relations.end() && found->second.type.ends_with("/worksheet"))
                       sheets.push_back({std::string{attributes["name"]}, found->second.target,
                                         attributes.has("state") && attributes["state"] != "visible"});
               },
               {},
               {}});
    const std::string styles_part = target_of(relations, "styles");
    const auto styles = styles_part.empty() ? std::nullopt : package.part(styles_part, file);
    const Book book{shared_strings(package, target_of(relations, "sharedStrings"), file),
                    Styles{styles.value_or(""), from_1904, file}};
    std::vector<Table> tables;
    for (const Named& sheet : sheets) {
        const auto part = package.part(sheet.part, file);
        if (!part) throw core::Error("error.not_a_table", {file});
        Grid grid{Table{file, core::nfc(sheet.name), 1, {}}};
        SheetReader reader{grid, book};
        parse_xml(*part, file,
                  {[&](std::string_view element, const Attributes& attributes) { reader.start(element, attributes); },
                   [&](std::string_view element) { reader.end(element); },
                   [&](std::string_view text) { reader.text(text); }});
        if (grid.too_large()) throw core::Error("error.not_a_table", {file});
        tables.push_back(grid.take());
        tables.back().hidden = sheet.hidden;
    }
    return tables;
}

}  // namespace ocop::data
