#!/bin/sh
# Installs the .deb in a fresh minimal Debian 12 (debootstrap, chroot), with
# what it depends on and nothing else; does the main job there as a user, cut
# off from the network; removes it, and shows that the user's files are all
# that is left.  Needs root and the Debian archive.
#
# usage: sh scripts/test_package.sh PACKAGE.deb [WORK-DIRECTORY]
# KAKEHASHI_STATIC_FILE: a static file to try in an empty root too.
set -eu
cd "$(dirname "$0")/.."
deb=$(readlink -f "$1")
work=${2:-$(mktemp -d)}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
. scripts/install_packages.sh
install_packages debootstrap util-linux lintian

step() { echo "== $*"; }

step "lintian"
lintian --fail-on error --suppress-tags bogus-mail-host "$deb"

base=$work/base.tar
root=$work/root
if [ ! -e "$base" ]; then
  step "a minimal Debian 12"
  rm -rf "$root"
  debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work/debootstrap.log" 2>&1 ||
    { tail "$work/debootstrap.log" >&2; exit 1; }
  tar -C "$root" -cf "$base" .
fi
rm -rf "$root"
mkdir -p "$root"
tar -C "$root" -xf "$base"
# Debian leaves documents out of nothing here; a container's rules may.
rm -f "$root"/etc/dpkg/dpkg.cfg.d/*

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# No network, no privilege.
# /proc: as every Debian has it.
as_user() {
  unshare --net --pid --fork --mount-proc="$root/proc" chroot --userspec=auditor "$root" env -i PATH=/usr/bin:/bin HOME=/home/auditor LC_ALL=C.UTF-8 sh -euc "$1"
}
# Every file but those that dpkg, apt and the system itself keep.
list() {
  (cd "$root" && find . -mindepth 1 \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./var/lib/dpkg \
    -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log -o -path ./run \) -prune -o -print | sort)
}

step "what it depends on"
cp "$deb" "$root/tmp/kakehashi.deb"
inside useradd --create-home auditor
inside apt-get -qq update
depends=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
# shellcheck disable=SC2086
inside apt-get -qq install -y --no-install-recommends $depends >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; exit 1; }
list >"$work/before"
step "install, without the network"
unshare --net chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 dpkg -i /tmp/kakehashi.deb >/dev/null
list >"$work/installed"
for file in /usr/bin/kakehashi /usr/share/man/man1/kakehashi.1.gz /usr/share/man/man1/kakehashi-gap.1.gz \
  /usr/share/man/ja/man1/kakehashi.1.gz /usr/share/bash-completion/completions/kakehashi \
  /usr/share/zsh/vendor-completions/_kakehashi /usr/share/doc/kakehashi/copyright \
  /usr/share/doc/kakehashi/kakehashi.cdx.json /usr/share/doc/kakehashi/changelog.gz \
  /usr/share/doc/kakehashi/docs/cli.md /usr/share/doc/kakehashi/examples/midori-water.toml \
  /usr/share/kakehashi/frameworks/regimes.tsv; do
  [ -f "$root$file" ] || { echo "not installed: $file" >&2; exit 1; }
done
[ -z "$(inside dpkg --verify kakehashi)" ] || { echo "dpkg --verify finds something" >&2; exit 1; }

step "the main job, as a user"
as_user '
cd
examples=/usr/share/doc/kakehashi/examples
cp $examples/*.toml $examples/*.csv .
kakehashi --version
kakehashi lint | tail -1
for o in midori-water midori-hospital; do
  kakehashi regimes --org $o.toml --on 2027-01-15 >$o-regimes.txt
  kakehashi gap --org $o.toml --on 2027-01-15 --format csv >$o-gap.csv
  kakehashi coordinate --org $o.toml --on 2027-01-15 >$o-coordinate.txt
  kakehashi checklist --org $o.toml --on 2027-01-15 --out $o-checklist.xlsx >$o-checklist.txt
done
kakehashi assess import midori-hospital-checklist.csv --org midori-hospital.toml >answers.txt
kakehashi assess status --org midori-hospital.toml >status.txt
kakehashi plan --org midori-water.toml --on 2027-01-15 --status midori-water-status.csv >plan.txt
kakehashi report --org midori-water.toml --status midori-water-status.csv --on 2027-01-15 --out water | head -3
kakehashi report --org midori-hospital.toml --on 2027-01-15 --out hospital 2>/dev/null | head -3
for f in water/report.html water/report.xlsx water/summary.txt hospital/manifest.json .local/share/kakehashi/workspace.db; do
  test -s $f
done
find . -type f -exec sha256sum {} + | sort >/tmp/of-the-user
echo "$(wc -l </tmp/of-the-user) files of the user"
'

step "remove"
inside dpkg --purge kakehashi >/dev/null
list >"$work/after"
inside sh -c 'cd /home/auditor && sha256sum --quiet -c /tmp/of-the-user'
left=$(comm -13 "$work/before" "$work/after" | grep -v '^\./home/auditor/' || true)
gone=$(comm -23 "$work/before" "$work/after")
if [ -n "$left$gone" ]; then
  printf 'left: %s\ngone: %s\n' "$left" "$gone" >&2
  exit 1
fi
echo "$(comm -13 "$work/before" "$work/installed" | wc -l) files and folders came and went; those of the user are as they were"
if [ -n "${KAKEHASHI_STATIC_FILE:-}" ]; then
  step "the static file in an empty root"
  PYTHONDONTWRITEBYTECODE=1 python3 tests/packaging/static_test.py "$KAKEHASHI_STATIC_FILE" "${KAKEHASHI_PROGRAM:-build/release/cli/kakehashi}"
fi
[ $# -gt 1 ] || rm -rf "$work"
