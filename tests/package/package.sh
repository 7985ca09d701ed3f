#!/usr/bin/env bash
# The Debian package, the same bytes from every build of one commit; with --test it is built twice in two folders,
# installed in a clean Debian root, run there and removed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022

# make SOURCE BUILD -> BUILD/ocopmap_*.deb
make() {
  cmake -S "$1" -B "$2" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_TESTING=OFF \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache > /dev/null
  cmake --build "$2"
  rm -f "$2"/ocopmap_*.deb
  (cd "$2" && cpack -G DEB > cpack.log 2>&1) || { cat "$2/cpack.log"; exit 1; }
}

./dev packages
make . build-package
package=$(ls build-package/ocopmap_*.deb)
echo "$PWD/$package"
[[ ${1:-} == --test ]] || exit 0

work=$(mktemp -d)
root=$work/root
clean() {
  for folder in dev proc; do mountpoint -q "$root/$folder" && umount "$root/$folder"; done
  rm -rf "$work"
}
trap clean EXIT
fail() { echo "FAIL: $1"; exit 1; }

git clone -q . "$work/again"
make "$work/again" "$work/again/build"
cmp "$package" "$work"/again/build/ocopmap_*.deb || fail "two builds of one commit differ"
echo "PASS: two builds give the same bytes"

command -v debootstrap > /dev/null || apt-get install -q -y --no-install-recommends debootstrap > /dev/null
mirror=$(sed -nE 's/^(deb[^h]*|URIs: )(https?:[^ ]+).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2> /dev/null | head -1)
debootstrap --variant=minbase bookworm "$root" "$mirror" > "$work/debootstrap.log" 2>&1 || { tail "$work/debootstrap.log"; fail "no clean root"; }
cp /etc/apt/sources.list.d/* "$root/etc/apt/sources.list.d/" 2> /dev/null || true
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
cp /etc/resolv.conf "$root/etc/" 2> /dev/null || true
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$package" "$root/tmp/"
inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -q > "$work/apt.log" 2>&1
inside apt-get install -q -y --no-install-recommends "/tmp/$(basename "$package")" >> "$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; fail "does not install"; }
echo "PASS: installs in a clean root"
inside ocopmap --version | grep -q "$(git log -1 --format=%h)" || fail "--version without the commit"
for kind in png pdf svg; do inside ocopmap render /usr/share/ocopmap/geodata/kien-giang.toml -o "/tmp/a.$kind" || fail "renders no $kind"; done
inside ocopmap check /usr/share/ocopmap/geodata/minh-hoa.toml > /dev/null || [[ $? -eq 1 ]] || fail "checks nothing"
inside ocopmap template -o /tmp/a.xlsx || fail "writes no template"
[[ -s $root/tmp/a.xlsx ]] || fail "the template is empty"
[[ -s $root/tmp/a.png && -s $root/tmp/a.pdf && -s $root/tmp/a.svg ]] || fail "pictures are empty"
inside ocopmap 2>&1 | grep -q render || fail "without a display the render command is not named"
inside apt-get purge -q -y ocopmap >> "$work/apt.log" 2>&1
left=$(cd "$root" && find usr var/lib/ocopmap etc -path '*ocopmap*' ! -path '*/dpkg/*' 2> /dev/null || true)
[[ -z $left ]] || fail "left behind: $left"
echo "PASS: runs and leaves nothing behind"
echo "4 passed, 0 failed"
