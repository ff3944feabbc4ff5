#!/usr/bin/env bash
# Screenshots of every mode in a real window, for the README and for a critical look: app/screenshots.sh [FOLDER]
# Debian: apt-get install xvfb xdotool imagemagick. WAIT: seconds until an encoding is done (default 8).
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
out=$(mkdir -p "${1:-$home/app/target/screenshots}" && cd "${1:-$home/app/target/screenshots}" && pwd)
pictures=$home/samples/pictures
wait=${WAIT:-8}
scratch=$(mktemp -d)
export XDG_CONFIG_HOME=$scratch

exec 3>"$scratch/display"
Xvfb -displayfd 3 -screen 0 1600x1100x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
program=
trap 'kill $program $server 2>/dev/null || true; rm -rf "$scratch"' EXIT
until [ -s "$scratch/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$scratch/display")
export DISPLAY

# open SETTING FILE...: starts the program with a line of settings and waits for its window
open() {
    mkdir -p "$scratch/nacre"
    printf '%b\n' "$1" >"$scratch/nacre/view.properties"
    shift
    "$home/nacre" view "$@" 2>/dev/null &
    program=$!
    until window=$(xdotool search --onlyvisible --name '^Nacre$' 2>/dev/null | tail -n 1) && [ -n "$window" ]; do
        sleep 0.2
    done
    sleep "$wait"
    xdotool windowfocus "$window"
}

keys() {
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.4
    done
    sleep 1
}

shot() {
    import -window "$window" "$out/$1.png"
    echo "$out/$1.png"
}

close() {
    keys ctrl+q
    wait "$program" || true
    program=
}

open 'theme=LIGHT'
shot empty
close

open 'theme=LIGHT' "$pictures/otter.jpg"
shot split
keys 2 && shot side-by-side
keys 4 && shot difference-amplified
keys d && shot difference-signed
keys d && shot difference-heat-map
keys 1 b && sleep 2 && shot bits
keys b i 0 plus plus plus plus && shot zoomed
keys f e && sleep "$wait" && shot equal-size
keys F1 && shot shortcuts
keys Escape ctrl+comma && shot settings
close

open 'theme=DARK\nlanguage=GERMAN' "$pictures/chamomile.jpg"
shot dark-german
close

cp "$pictures/kitten.jpg" "$scratch/A kitten among daisies, photographed on a warm afternoon in the garden behind the old house, third and final version.jpg"
open 'theme=LIGHT' "$scratch"/A*.jpg
shot long-name
close

convert -size 1x1 xc:orange "$scratch/one.png"
open 'theme=LIGHT' "$scratch/one.png"
shot one-pixel
close

open 'theme=LIGHT' "$pictures/shell.png"
shot transparent
close

printf 'no picture' >"$scratch/broken.png"
open 'theme=LIGHT' "$scratch/broken.png"
shot broken
close

open 'theme=LIGHT' "$home/samples/sounds/speech-german-male.flac"
shot sound
close

open 'theme=DARK\nwindow.mode=queue' "$pictures"
shot queue
close
