// Lines of a headline: as even as can be, and a number never parts from what it counts.
#include <algorithm>
#include <catch2/catch.hpp>

#include "carto/block.h"
#include "carto/support.h"

using namespace carto_tests;

namespace {

/// Every letter half an em wide: sentences that do not depend on a font.
class EvenLetters : public scene::TextMeasure {
public:
    scene::Extent measure(std::string_view text, double size, scene::Weight) const override {
        const auto letters = std::count_if(text.begin(), text.end(),
                                           [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        return {0.5 * size * static_cast<double>(letters), size, 0.2 * size};
    }
};

std::vector<std::string> lines(std::string_view text, double letters, std::size_t most = 3) {
    return carto::wrapped(text, 0.5 * letters, 1, scene::Weight::regular, most, EvenLetters{});
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence that needs two lines has no orphan") {
    CHECK(lines("Theo danh sách hiện có, Phường Dương Đông dẫn đầu với ít nhất 8 sản phẩm từ 3 sao", 70) ==
          Lines{"Theo danh sách hiện có, Phường Dương Đông", "dẫn đầu với ít nhất 8 sản phẩm từ 3 sao"});
    CHECK(lines("một hai ba bốn", 20) == Lines{"một hai ba bốn"});
    CHECK(lines("một hai ba bốn", 12) == Lines{"một hai", "ba bốn"});
}

TEST_CASE("a number stays with what it counts and with its sign") {
    const std::string sentence = "9/15 huyện, thành phố chưa đạt 4 sản phẩm từ 3 sao đến 100 % hay ≥ 12 km";
    for (double letters = 18; letters < 70; ++letters) {
        INFO(letters);
        const Lines broken = lines(sentence, letters, 9);
        for (const char* together : {"9/15 huyện", "4 sản phẩm", "từ 3 sao", "100 %", "≥ 12 km"})
            CHECK(std::count_if(broken.begin(), broken.end(), [&](const std::string& line) {
                      return line.find(together) != std::string::npos;
                  }) == 1);
    }
}

TEST_CASE("nothing is lost when lines are broken, and too much text says so") {
    const std::string sentence = "Chưa đủ dữ liệu để kết luận: 3/15 huyện đã chắc chắn đạt 4 sản phẩm từ 3 sao";
    for (double letters = 18; letters < 80; ++letters) {
        std::string joined;
        for (const std::string& line : lines(sentence, letters, 9)) joined += (joined.empty() ? "" : " ") + line;
        CHECK(joined == sentence);
    }
    CHECK(lines(sentence, 20, 2).size() == 2);
    CHECK(lines(sentence, 20, 2).back().ends_with("…"));
}
