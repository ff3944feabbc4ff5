#!/usr/bin/env bash
# Compares Nacre with the codecs that are installed, on a folder of pictures, and opens the report.
set -euo pipefail

usage() {
    cat <<'END'
usage: rd-eval.sh FOLDER [OPTION...]

Codes all pictures of FOLDER by Nacre and by the codecs that are installed, and opens the report in the browser; without
a display its path is printed only. Results go to rd-eval-NAME in the current folder, after the name of FOLDER, or where
--out says. A run that was stopped goes on where it was when it is started again.

OPTIONs are those of "nacre eval", for instance:
  --out DIR         folder for the results
  --codecs LIST     such as nacre,jpeg,avif; default: all that are installed
  --points N        most settings of a codec; 5 gives a first look
  --reference FILE  CSV of curves to draw and compare with

More codecs: apt-get install libjpeg-turbo-progs webp libavif-bin libjxl-tools libheif-examples libopenjp2-tools
END
}

fail() {
    echo "rd-eval.sh: $1" >&2
    exit "$2"
}

case ${1:-} in
    -h | --help)
        usage
        exit 0
        ;;
    '')
        usage >&2
        exit 2
        ;;
    -*) fail "the folder comes first, then options; see --help" 2 ;;
esac
folder=$1
shift
[ -e "$folder" ] || fail "there is no folder $folder" 4
[ -d "$folder" ] || fail "$folder is no folder" 4

out=
resume=(--resume)
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help)
            usage
            exit 0
            ;;
        --out | -d)
            [ $# -gt 1 ] || fail "$1 needs a folder" 2
            out=$2
            shift
            ;;
        --out=*) out=${1#*=} ;;
        --resume | --force | -f) resume=("$1") ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
out=${out:-rd-eval-$(basename "$(cd "$folder" && pwd)")}

script=$(readlink -f "${BASH_SOURCE[0]}")
nacre=$(dirname "$(dirname "$script")")/nacre
[ -x "$nacre" ] || fail "there is no launcher $nacre; the script belongs into a checkout of Nacre" 69
"$nacre" eval "$folder" --out "$out" "${resume[@]}" ${arguments[@]+"${arguments[@]}"}

report=$(cd "$out" && pwd)/report.html
[ -f "$report" ] || fail "the evaluation wrote no $report" 70
echo "$report"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; then
    xdg-open "$report" >/dev/null 2>&1 || fail "no browser could be opened; the report is $report" 0
fi
