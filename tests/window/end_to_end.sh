#!/usr/bin/env bash
# Drives the real window under Xvfb with a script of keys and clicks, then looks at the files that came of it.
#   end_to_end.sh PROGRAM GEODATA SCRIPT
set -euo pipefail
program=$1 geodata=$2 script=$3
command -v xvfb-run > /dev/null || { echo "skipped: no xvfb-run here"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/Hình ảnh" "$work/Tài liệu"
export XDG_STATE_HOME="$work/state" XDG_PICTURES_DIR="$work/Hình ảnh" XDG_DOCUMENTS_DIR="$work/Tài liệu" OCOPMAP_GEODATA="$geodata" LC_ALL=C.UTF-8
cd "$work"
xvfb-run -a -s "-screen 0 1920x1080x24 -noreset" "$program" "$geodata/minh-hoa.toml" --size 1280x800 --play "$script" \
  | tee said.txt
! grep -q '^FAIL' said.txt
[[ $(grep -c '^PASS' said.txt) -ge 50 ]] || { echo "FAIL: the script did not come to its end"; exit 1; }

# A script that is wrong says so, line by line.
printf '%s\n' 'frob 1' 'move x 1' 'click 3' 'wheel' 'drag 1 2 3' 'key Foo' 'double-unit 911' 'spin-unit 911' quit > wrong.play
xvfb-run -a -s "-screen 0 1280x800x24 -noreset" "$program" "$geodata/minh-hoa.toml" --size 1280x800 --play wrong.play \
  > wrong.txt || true
for line in 'frob 1: no such verb' 'move x 1: not a number' 'click 3: wrong count of numbers' 'wheel: wrong count of numbers' \
            'drag 1 2 3: wrong count of numbers' 'key Foo: no such key' 'spin-unit 911: no such verb'; do
  grep -qxF "FAIL $line" wrong.txt || { echo "FAIL: a wrong script does not say “$line”"; cat wrong.txt; exit 1; }
done
[[ $(grep -c '^FAIL' wrong.txt) == 7 ]] || { echo "FAIL: a right line of a script was refused"; exit 1; }

pdf="$work/Hình ảnh/ocop-products-district-2021-12-31.pdf"
text=$(pdftotext -raw "$pdf" -)
for words in "chưa đạt 4 sản phẩm từ 3 sao" "Giồng Riềng" "DỮ LIỆU MINH HOẠ" "108/70"; do
  grep -qF "$words" <<< "$text" || { echo "FAIL: the PDF lacks “$words”"; exit 1; }
done
[[ $(file -b "$work/Hình ảnh/ocop-products-district-2021-12-31.png") == "PNG image data, 1920 x 1080"* ]]
[[ $(file -b presenting.png) == "PNG image data, 1920 x 1080"* ]]  # the whole screen
[[ $(file -b working.png) == "PNG image data, 1280 x 800"* ]]
grep -qF "108/70" "$work/Hình ảnh/ocop-products-district-2021-12-31.svg"
grep -qx 'workspace=.*minh-hoa.toml' state/ocopmap/window.ini
"$program" check "$work/Tài liệu/mau-so-ocop.xlsx" || { echo "FAIL: the template is found fault with"; exit 1; }
echo "PASS: files"

# A register whose headers nobody knows: a person says once what they mean, by mouse and keys; the next version is read.
rows() { printf '%s\n' "$@" > "sổ lạ.csv"; }
rows 'Báo cáo của phòng,,,,' 'Món làm ra,Nhà làm,Ở huyện,Mấy sao,Bao giờ' 'Nước mắm,Bà Ba,Phú Quốc,4,01/06/2021' \
  'Khô,Bà Tư,An Biên,3,02/06/2021'
! "$program" check "sổ lạ.csv" > /dev/null 2>&1 || { echo "FAIL: a register that is not read is found in order"; exit 1; }
xvfb-run -a -s "-screen 0 1280x800x24 -noreset" "$program" "sổ lạ.csv" --size 1280x800 --play "${script%/*}/columns.play" \
  | tee columns.txt
! grep -q '^FAIL' columns.txt
[[ $(grep -c '^PASS' columns.txt) -ge 25 ]] || { echo "FAIL: the script of the columns did not come to its end"; exit 1; }
for column in product producer district stars recognised_on; do
  grep -q "'$column'" "sổ lạ.toml" || { echo "FAIL: the workspace does not say which column is “$column”"; exit 1; }
done
rm "sổ lạ.gpkg"  # another computer has the workspace alone
rows 'Ở huyện,Mấy sao,Bao giờ,Món làm ra,Nhà làm' 'Gò Quao,5,03/06/2021,Khóm,Bà Năm'
"$program" report "sổ lạ.toml" -o next.md
grep -q 'Gò Quao.*1/4' next.md || { echo "FAIL: the next version of the file is not read"; exit 1; }
rows 'Ở huyện,Số sao,Món làm ra,Nhà làm,Cấp' 'Gò Quao,5,Khóm,Bà Năm,3'
"$program" check "sổ lạ.toml" > lost.txt || true
grep -qF 'Không còn cột “Mấy sao”' lost.txt || { echo "FAIL: a column that is no more is not told"; cat lost.txt; exit 1; }
echo "PASS: columns"

# The lists and forms of an office's own register, by keys alone.
mkdir lists && cd lists
cat > sổ.csv <<'END'
Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao,Ngày công nhận,Cột lạ
Mắm,Bà Ba,Phú Quốc,Dương Dông,4,2021/11/28,a
Tiêu,Bà Năm,Phú Quốc,Xã Cửa Dương,3,05/2021,c
Khô,Bà Tư,Phú Quốc,Cửa Cạn,7,01/12/2021,b
END
xvfb-run -a -s "-screen 0 1920x1080x24 -noreset" "$program" sổ.csv --size 1280x800 --play "${script%/*}/lists.play" \
  | tee lists.txt
! grep -q '^FAIL' lists.txt
[[ $(grep -c '^PASS' lists.txt) -ge 50 ]] || { echo "FAIL: the script of the lists did not come to its end"; exit 1; }
echo "PASS: lists"
