#!/usr/bin/env bash
# A register is rewritten twenty times under an open window, by LibreOffice where it is installed and by direct writes of
# every kind: twenty updates, none stale, none half-read.
#   reload.sh PROGRAM GEODATA
set -euo pipefail
program=$1 geodata=$2
command -v xvfb-run > /dev/null || { echo "skipped: no xvfb-run here"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" OCOPMAP_GEODATA="$geodata" HOME="$work" LC_ALL=C.UTF-8
cd "$work"
mkdir bản made sổ

for k in $(seq 1 21); do
  {
    echo "Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao,Ngày công nhận"
    for n in $(seq 1 "$k"); do echo "Nước mắm số $n,HTX $n,Phú Quốc,Dương Đông,4,01/06/2021"; done
  } > "bản/$k.csv"
done
kind=csv
if command -v soffice > /dev/null; then
  kind=xlsx
  soffice --headless --infilter='Text - txt - csv (StarCalc):44,34,76' --convert-to xlsx --outdir made bản/*.csv > /dev/null 2>&1
else
  cp bản/*.csv made
  echo "LibreOffice is not installed: direct writes only"
fi
register="$work/sổ/theo dõi.$kind"
cp "made/1.$kind" "$register"
cat > sổ/không-gian.toml <<EOF
title = "Thử"
plan = "$geodata/plans/138-kh-ubnd-2021.toml"
register = ["theo dõi.$kind"]
[boundaries.2021]
districts = "$geodata/boundaries/2021/districts.shp"
communes = "$geodata/boundaries/2021/communes.shp"
EOF

rewrite() {  # the k-th version, each time in another way
  local new="made/$1.$kind"
  case $(($1 % 5)) in
    0 | 1) # LibreOffice writes the file itself
      if [[ $kind == xlsx ]]; then
        cp "bản/$1.csv" "theo dõi.csv"
        soffice --headless --infilter='Text - txt - csv (StarCalc):44,34,76' --convert-to xlsx --outdir sổ "theo dõi.csv" > /dev/null 2>&1
      else
        cat "$new" > "$register"
      fi ;;
    2) cat "$new" > "$register" ;;                                            # emptied, then written
    3) cp "$new" sổ/.neu && mv sổ/.neu "$register" ;;                         # written beside, then renamed
    4) dd if="$new" of="$register" bs=64 oflag=sync status=none ;;            # slowly, in pieces
  esac
}

{
  echo "wait products 1"
  for k in $(seq 2 21); do echo "wait products $k"; done
  printf '%s\n' "key Ctrl+Z" "wait products 20"  # the last reading is one step to undo
} > script.play
mkfifo said
xvfb-run -a -s "-screen 0 1280x800x24 -noreset" "$program" sổ/không-gian.toml --size 1280x800 --play script.play > said &
updates=0
while read -r line; do
  echo "$line"
  case $line in
    FAIL*) exit 1 ;;
    "PASS products "*)
      k=$((${line##* } + 1))
      ((k <= updates + 1)) && continue
      updates=$((k - 1))
      ((k <= 21)) && rewrite "$k" ;;
  esac
done < said
wait
[[ $updates == 21 ]] || { echo "FAIL: only $((updates - 1)) of 20 updates came"; exit 1; }
echo "PASS: 20 updates"
