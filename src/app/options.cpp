#include "app/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <set>
#include <utility>

#include "core/text.h"
#include "data/columns.h"

namespace ocop::app {

namespace {

using core::Message;

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::optional<PictureSize> parse_size(std::string_view text, bool portrait) {
    const auto paper = [&](double width_mm, double height_mm) {
        if (portrait) std::swap(width_mm, height_mm);
        const auto pixels = [](double mm) { return static_cast<int>(mm / 25.4 * 300 + 0.5); };
        return PictureSize{pixels(width_mm), pixels(height_mm), height_mm};
    };
    if (text == "A4" || text == "a4") return paper(297, 210);
    if (text == "A3" || text == "a3") return paper(420, 297);
    const auto cross = text.find('x');
    if (cross == std::string_view::npos) return {};
    const auto width = whole_number(text.substr(0, cross)), height = whole_number(text.substr(cross + 1));
    // Under 320 x 240 no text of a readable size has room; over 16384 Cairo's surfaces end.
    if (!width || !height || *width < 320 || *height < 240 || *width > 16384 || *height > 16384) return {};
    return PictureSize{*width, *height, {}};
}

/// stars=4,5 or group=food,drink or producer=cooperative.
bool add_filter(domain::Filter& filter, std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return false;
    const std::string_view name = text.substr(0, equals);
    for (const std::string& value : core::split(text.substr(equals + 1), ',')) {
        if (name == "stars") {
            const auto stars = whole_number(value);
            if (!stars || *stars < 3 || *stars > 5) return false;  // what has fewer is never counted
            filter.stars.push_back(*stars);
        } else if (name == "group" && !value.empty()) {
            filter.groups.push_back(value);
        } else if (name == "producer") {
            const auto kind = domain::producer_kind_from(value);
            if (!kind || *kind == domain::ProducerKind::unknown) return false;
            filter.producer_kinds.push_back(*kind);
        } else {
            return false;
        }
    }
    return true;
}

constexpr std::array command_words{std::pair{"render", CommandName::render},
                                   std::pair{"deck", CommandName::deck},
                                   std::pair{"handouts", CommandName::handouts},
                                   std::pair{"report", CommandName::report},
                                   std::pair{"check", CommandName::check},
                                   std::pair{"merge", CommandName::merge},
                                   std::pair{"template", CommandName::blank_register},
                                   std::pair{"info", CommandName::info},
                                   std::pair{"help", CommandName::help}};

std::optional<CommandName> command_named(std::string_view word) {
    for (const auto& [known, command] : command_words)
        if (word == known) return command;
    return {};
}

/// The window has no word of its own.
std::string word_of(CommandName command) {
    for (const auto& [word, known] : command_words)
        if (command == known) return word;
    return "ocopmap";
}

core::Language language_in(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i)
        if (arguments[i] == "--lang" && arguments[i + 1] == "en") return core::Language::english;
    return core::Language::vietnamese;
}

/// Walks the arguments; knows where it is so that every complaint names the option.
class Parser {
public:
    explicit Parser(const std::vector<std::string>& arguments) : arguments_{arguments} {
        language_ = language_in(arguments);
    }

    Options parse() {
        std::size_t first = 0;
        if (!arguments_.empty())
            if (const auto command = command_named(arguments_.front())) {
                options_.command = *command;
                first = 1;
            }
        for (next_ = first; next_ < arguments_.size();) argument(arguments_[next_++]);
        finish();
        return options_;
    }

private:
    [[noreturn]] void refuse(std::string key, std::vector<std::string> args = {}) const {
        throw UsageError{Message{std::move(key), std::move(args)}, language_};
    }

    const std::string& value_of(const std::string& option) {
        if (next_ >= arguments_.size()) refuse("usage.value_missing", {option});
        return arguments_[next_++];
    }

    /// The option's value as `read` understands it; else a complaint that names what is allowed.
    template <class Parse>
    auto chosen(const std::string& option, const char* allowed, Parse read) {
        const std::string& text = value_of(option);
        auto value = read(text);
        if (!value) refuse("usage.value_wrong", {option, text, allowed});
        return *value;
    }

    bool applies(const std::string& option) const {
        const auto one_of = [&](std::initializer_list<const char*> list) {
            return std::find(list.begin(), list.end(), option) != list.end();
        };
        switch (options_.command) {
            case CommandName::render:
                return !one_of({"--json", "--play"});
            case CommandName::deck:  // a scene says itself what it shows
                return one_of({"-o", "--plan", "--size", "--landscape", "--portrait", "--lang"});
            case CommandName::handouts:  // always of products
                return one_of({"-o", "--plan", "--level", "--era", "--basis", "--as-of", "--filter", "--lang"});
            case CommandName::report:
                return one_of({"-o", "--plan", "--era", "--basis", "--as-of", "--filter", "--lang", "--json"});
            case CommandName::check:
                return one_of({"--plan", "--lang", "--json"});
            case CommandName::merge:
                return one_of({"-o", "--lang", "--json"});
            case CommandName::blank_register:
                return one_of({"-o", "--lang", "--era"});
            case CommandName::info:
                return one_of({"--lang", "--json"});
            case CommandName::window:
                return one_of({"--size", "--lang", "--play"});
            default:
                return true;
        }
    }

    void argument(const std::string& word) {
        if (word.size() > 1 && word.front() == '-') {
            // A second value would replace the first in silence; filters add to each other.
            const std::string option = word == "--output" ? "-o" : word;
            if (option != "--filter" && is_given(option)) refuse("usage.option_twice", {option});
            given_.push_back(option);
        }
        if (word == "-h" || word == "--help") {
            options_.command = CommandName::help;
        } else if (word == "--version") {
            options_.command = CommandName::version;
        } else if (word == "-o" || word == "--output") {
            options_.output = value_of(word);
        } else if (word == "--plan") {
            options_.plan = value_of(word);
        } else if (word == "--indicator") {
            options_.indicator = chosen(word,
                                        "products, five_star_province, five_star_nation, organisations, "
                                        "managers_trained, leaders_trained, outreach, ideas, stars:highest, "
                                        "stars:mean, stars:share45, stars:mix, blank_communes, projects, per_10k, "
                                        "expiring",
                                        domain::indicator_from);
        } else if (word == "--level") {
            options_.level = chosen(word, "province, district, commune", domain::level_from);
        } else if (word == "--era") {
            options_.era = chosen(word, "2021, 2025", domain::era_from);
        } else if (word == "--basis") {
            options_.basis = chosen(word, "new, recognised, valid", domain::basis_from);
        } else if (word == "--as-of") {
            options_.as_of =
                chosen(word, "2021-12-31, 31/12/2021", [](const std::string& text) -> std::optional<domain::Date> {
                    const auto date = domain::parse_date(text);
                    if (!date || date->approximate) return {};
                    return date->day;
                });
        } else if (word == "--show") {
            options_.show = chosen(word, "count, percent, gap", domain::show_from);
        } else if (word == "--scene") {
            options_.scene = value_of(word);
        } else if (word == "--scenario") {
            options_.scenario = value_of(word);
        } else if (word == "--size") {
            size_ = value_of(word);
        } else if (word == "--landscape") {
            portrait_ = false;
        } else if (word == "--portrait") {
            portrait_ = true;
        } else if (word == "--filter") {
            const std::string& text = value_of(word);
            if (!add_filter(options_.filter, text))
                refuse("usage.value_wrong", {word, text, "stars=4,5; group=food; producer=cooperative"});
        } else if (word == "--lang") {
            options_.language = chosen(word, "vi, en", [](const std::string& text) -> std::optional<core::Language> {
                if (text == "vi") return core::Language::vietnamese;
                if (text == "en") return core::Language::english;
                return {};
            });
        } else if (word == "--play") {
            options_.play = value_of(word);
        } else if (word == "--json") {
            options_.json = true;
        } else if (word.size() > 1 && word.front() == '-') {
            refuse("usage.option_unknown", {word});
        } else if (options_.file.empty()) {
            options_.file = word;
        } else if (options_.command == CommandName::merge && options_.other.empty()) {
            options_.other = word;
        } else {
            refuse_unknown_word();
            refuse("usage.one_file", {word});
        }
    }

    bool is_given(const std::string& option) const {
        return std::find(given_.begin(), given_.end(), option) != given_.end();
    }

    /// A word that no command and no file is: a file would have an ending or a folder.
    void refuse_unknown_word() const {
        std::error_code ignored;
        const std::string word = options_.file.string();
        if (options_.command != CommandName::window || word.empty() ||
            word.find_first_of("/.\\") != std::string::npos || std::filesystem::exists(options_.file, ignored))
            return;
        std::string known;
        for (const auto& [each, command] : command_words) known += (known.empty() ? "" : ", ") + std::string{each};
        refuse("usage.command_unknown", {word, known});
    }

    void finish() {
        refuse_unknown_word();
        if (!size_.empty()) {
            const auto size = parse_size(size_, portrait_);
            if (!size) refuse("usage.value_wrong", {"--size", size_, "1920x1080, A4, A3"});
            options_.size = *size;
        }
        using enum CommandName;
        const CommandName command = options_.command;
        const bool draws = command == render || command == deck || command == handouts;
        if (command == info && !options_.file.empty()) refuse("usage.one_file_none", {"info", options_.file.string()});
        if ((draws || command == report || command == check) && options_.file.empty()) refuse("usage.file_missing");
        if (command == merge && options_.other.empty()) refuse("usage.two_stores");
        const bool writes = draws || command == blank_register || (command == report && !options_.json);
        if (writes && options_.output.empty()) refuse("usage.output_missing", {endings(command)});
        if (writes && command != handouts) {
            const std::vector<std::string> known = core::split(endings(command), ',');
            const std::string ending = ending_of(options_.output);
            if (std::none_of(known.begin(), known.end(),
                             [&](const std::string& each) { return core::collapsed(each) == ending; }))
                refuse("usage.output_ending", {options_.output.string(), endings(command)});
        }
        if (options_.indicator && options_.level && !has_level(domain::indicator(*options_.indicator), *options_.level))
            refuse("usage.level_not_counted", {std::string{domain::id(*options_.level)},
                                               std::string{domain::indicator(*options_.indicator).name}});
        // An option that the command does not use would be dropped in silence.
        for (const std::string& option : given_)
            if (!applies(option)) refuse("usage.not_with", {option, word_of(command)});
        const bool paper = options_.size && options_.size->height_mm;
        for (const char* way : {"--landscape", "--portrait"})
            if (is_given(way) && !paper) refuse("usage.only_paper", {way});
        if (is_given("--landscape") && is_given("--portrait"))
            refuse("usage.not_together", {"--landscape", "--portrait"});
        if (options_.filter.active() && options_.indicator && !of_products(domain::indicator(*options_.indicator)))
            refuse("usage.filter_not_products", {std::string{domain::indicator(*options_.indicator).name}});
        if (command == handouts && options_.level == domain::Level::province)
            refuse("usage.value_wrong", {"--level", "province", "district, commune"});
    }

    static const char* endings(CommandName command) {
        switch (command) {
            case CommandName::deck:
                return ".pdf, .html";
            case CommandName::handouts:
                return ".pdf";
            case CommandName::report:
                return ".xlsx, .csv, .md";
            case CommandName::blank_register:
                return ".xlsx";
            default:
                return ".png, .pdf, .svg";
        }
    }

    const std::vector<std::string>& arguments_;
    std::size_t next_ = 0;
    Options options_;
    std::string size_;
    std::vector<std::string> given_;  // options as written
    core::Language language_ = core::Language::vietnamese;
    bool portrait_ = false;
};

/// Groups as the register writes them; one that neither the programme nor the register knows can only give zeros.
std::vector<std::string> known_groups(const domain::Document& document, const Options& options) {
    const core::Words words{core::Language::vietnamese};
    std::set<std::string> in_register, possible;
    for (const domain::Product& product : document.records.products)
        if (!product.group.empty()) in_register.insert(product.group);
    for (const std::string& key : words.keys())
        if (key.starts_with("group.")) possible.insert(key.substr(6));
    possible.insert(in_register.begin(), in_register.end());
    std::vector<std::string> out;
    for (const std::string& typed : options.filter.groups) {
        const std::string group = in_register.contains(typed) ? typed : data::value_of("group", typed).value_or(typed);
        if (!possible.contains(group)) {
            std::string list;
            for (const std::string& each : possible) list += (list.empty() ? "" : ", ") + each;
            throw UsageError{{"usage.filter_group", {typed, list}},
                             options.language.value_or(core::Language::vietnamese)};
        }
        out.push_back(group);
    }
    return out;
}

}  // namespace

std::string ending_of(const std::filesystem::path& path) {
    std::string text = path.extension().string();
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

Options parse_options(const std::vector<std::string>& arguments) { return Parser{arguments}.parse(); }

domain::Query query_of(const domain::Document& document, const Options& options) {
    domain::Query query;
    query.era = options.era.value_or(document.era);
    if (!document.shows(query.era)) throw core::Error("error.register_after_era", {});
    query.as_of = options.as_of.value_or(document.as_of);
    query.basis = options.basis.value_or(document.basis);
    query.filter = options.filter;
    query.filter.groups = known_groups(document, options);
    return query;
}

}  // namespace ocop::app
