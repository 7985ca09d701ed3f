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
xvfb-run -a -s "-screen 0 1280x800x24 -noreset" "$program" "$geodata/minh-hoa.toml" --size 1280x800 --play "$script" \
  | tee said.txt
! grep -q '^FAIL' said.txt
[[ $(grep -c '^PASS' said.txt) -ge 50 ]] || { echo "FAIL: the script did not come to its end"; exit 1; }

pdf="$work/Hình ảnh/ocop-products-district-2021-12-31.pdf"
text=$(pdftotext -raw "$pdf" -)
for words in "chưa đạt 4 sản phẩm từ 3 sao" "Giồng Riềng" "DỮ LIỆU MINH HOẠ" "108/70"; do
  grep -qF "$words" <<< "$text" || { echo "FAIL: the PDF lacks “$words”"; exit 1; }
done
[[ $(file -b "$work/Hình ảnh/ocop-products-district-2021-12-31.png") == "PNG image data, 1920 x 1080"* ]]
for shot in presenting working; do
  [[ $(file -b $shot.png) == "PNG image data, 1280 x 800"* ]]
done
grep -qx 'workspace=.*minh-hoa.toml' state/ocopmap/window.ini
"$program" check "$work/Tài liệu/mau-so-ocop.xlsx" || { echo "FAIL: the template is found fault with"; exit 1; }
echo "PASS: files"
