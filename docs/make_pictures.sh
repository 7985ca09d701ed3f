#!/usr/bin/env bash
# Makes the pictures of "Từ sổ của mình đến bản đồ" in huong-dan.md by walking through it in the real window, and says
# how long that took. The figures are invented, and the pictures say so.
#   docs/make_pictures.sh PROGRAM GEODATA
set -euo pipefail
docs=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "$1") geodata=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/OCOP"
export XDG_STATE_HOME="$work/state" OCOPMAP_GEODATA="$geodata" USER=lan LOGNAME=lan LC_ALL=C.UTF-8
/usr/bin/python3 "$docs/../tests/fixtures/make_guide_workbook.py" "$geodata" "$work/OCOP/so-theo-doi-2021.xlsx"
# A workspace above that names the file: by it the program knows that the figures are invented.
sed -e 's|^register = .*|register = ["OCOP/so-theo-doi-2021.xlsx"]|' -e "s|= \"\(plans\|boundaries\)/|= \"$geodata/\1/|" \
  -e '/^aliases/d' "$geodata/minh-hoa.toml" > "$work/minh-hoa.toml"
cd "$work"
start=$(date +%s%N)
xvfb-run -a -s "-screen 0 1360x750x24 -noreset" "$program" OCOP/so-theo-doi-2021.xlsx --size 1360x750 \
  --play "$docs/first_map.play" | tee said.txt
! grep -q '^FAIL' said.txt
grep -c '^\(click-on\|key\)' "$docs/first_map.play" | xargs printf '%s clicks and keys, '
echo "$((($(date +%s%N) - start) / 1000000)) ms of the program"
[[ -s OCOP/so-theo-doi-2021.toml ]]
for picture in findings columns join map save; do
  cp "$picture.png" "$docs/pictures/first-$picture.png"
done
