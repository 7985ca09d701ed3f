#!/usr/bin/env bash
# Presents all scenes of both shipped workspaces in a real window; each must end as the picture that `render --scene`
# draws. Then plays a meeting in which scenes are made, changed and kept.
# Last a scenario is tried out: its pictures are those that `render --scenario` draws.
#   presenting.sh PROGRAM ALIKE GEODATA MEETING WHAT_IF
set -euo pipefail
program=$1 alike=$2 geodata=$3 meeting=$4 what_if=$5
command -v xvfb-run > /dev/null || { echo "skipped: no xvfb-run here"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$geodata" "$work/geodata"  # its store is made beside the workspace
export XDG_STATE_HOME="$work/state" OCOPMAP_GEODATA="$work/geodata" LC_ALL=C.UTF-8
cd "$work"

play() {  # WORKSPACE SIZE SCRIPT LEAST: passes at least so many checks
  xvfb-run -a -s "-screen 0 $2x24 -noreset" "$program" "geodata/$1.toml" --size "$2" --play "$3" | tee said.txt
  ! grep -q '^FAIL' said.txt
  [[ $(grep -c '^PASS' said.txt) -ge $4 ]] || { echo "FAIL: the script did not come to its end"; exit 1; }
}

same() {  # PICTURE WORKSPACE SCENE SIZE
  "$program" render "geodata/$2.toml" --scene "$3" --size "$4" -o static.png 2> /dev/null
  "$alike" "$1" static.png || { echo "FAIL: $2, scene $3 at $4 is not its static picture"; exit 1; }
}

{
  printf 'wait ready yes\nkey F5\nframe 3\n'
  for scene in 1 2 3 4 5 6 7; do
    printf 'key PageDown\nwait travelling no\nframe 2\nexpect scene_number %s\nshot %s.png\n' $scene $scene
  done
} > all.play
for run in minh-hoa:1280x720 minh-hoa:1024x768 kien-giang:1280x720; do
  play "${run%:*}" "${run#*:}" all.play 15
  for scene in 1 2 3 4 5 6 7; do same "$scene.png" "${run%:*}" $scene "${run#*:}"; done
done
"$alike" 1.png 2.png && { echo "FAIL: two scenes pass for one"; exit 1; }

play minh-hoa 1280x720 "$meeting" 30
"$alike" held-1.png held-2.png || { echo "FAIL: a frozen picture changed"; exit 1; }
same caught.png minh-hoa 3 1280x720
cat > again.play <<- 'EOF'
	wait ready yes
	expect scenes 8
	key PageDown
	expect scene standing
EOF
play minh-hoa 1280x720 again.play 3

# A scenario by mouse and keys, in the working window and before the audience; then as a scene of its own.
rm -f geodata/*.gpkg
play minh-hoa 1280x720 "$what_if" 30
"$program" render geodata/minh-hoa.toml --scenario "Phương án 1" --size 1280x720 -o static.png 2> /dev/null
"$alike" assumed.png static.png || { echo "FAIL: the scenario before the audience is not its static picture"; exit 1; }
same scene.png minh-hoa 8 1280x720
"$program" render geodata/minh-hoa.toml --size 1280x720 -o recorded.png 2> /dev/null
"$alike" assumed.png recorded.png && { echo "FAIL: what is assumed passes for what is recorded"; exit 1; }
"$program" report geodata/minh-hoa.toml -o with.csv 2> /dev/null
rm geodata/minh-hoa.gpkg
"$program" report geodata/minh-hoa.toml -o without.csv 2> /dev/null
cmp with.csv without.csv || { echo "FAIL: a report knows of a scenario"; exit 1; }
echo "PASS: presenting"
