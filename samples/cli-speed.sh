#!/usr/bin/env bash
# Wall time and peak memory of the command lines on one PNG picture, start-up included: samples/cli-speed.sh PICTURE.png
# Takes GNU time; tools that are not installed are left out (Debian: time webp libavif-bin libjxl-tools).
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 PICTURE.png" >&2; exit 2; }
nacre=$(cd "$(dirname "$0")/.." && pwd)/nacre
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$1" "$work/in.png"
cd "$work"

# measure NAME COMMAND...: median wall time of nine runs after one, and the largest peak memory
measure() {
    name=$1
    shift
    if ! command -v "$1" >/dev/null; then
        printf '%-34s not installed\n' "$name"
        return
    fi
    "$@" >/dev/null 2>&1
    for _ in 1 2 3 4 5 6 7 8 9; do
        /usr/bin/time -a -o times -f '%e %U %M' "$@" >/dev/null 2>&1
    done
    sort -n times | awk -v name="$name" '{ wall[NR] = $1; cpu += $2; if ($3 > memory) memory = $3 }
        END { printf "%-34s %6.2f s wall  %6.2f s CPU  %5.0f MB\n", name, wall[int((NR + 1) / 2)], cpu / NR, memory / 1024 }'
    rm times
}

grep -m 1 'model name' /proc/cpuinfo || true
echo "$(nproc) processors, $(date +%F)"
measure 'nacre encode' "$nacre" encode --quiet -f in.png in.nacre
measure 'cwebp -m 6 -q 75' cwebp -quiet -m 6 -q 75 in.png -o in.webp
measure 'avifenc -s 4' avifenc -s 4 --min 24 --max 24 in.png in.avif
measure 'avifenc -s 6' avifenc -s 6 --min 24 --max 24 in.png in.avif
measure 'cjxl -e 7 -d 1.5' cjxl -e 7 -d 1.5 in.png in.jxl
measure 'nacre decode' "$nacre" decode --quiet -f in.nacre out.png
measure 'dwebp' dwebp in.webp -o out.png
measure 'avifdec' avifdec in.avif out.png
measure 'djxl' djxl in.jxl out.png
