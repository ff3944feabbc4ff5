#!/usr/bin/env bash
# Makes what is installed without Maven: an app image with a Java of its own, and on Debian a package of it.
# usage: app/package.sh FOLDER [app-image|deb]     (default: both, if dpkg-deb is there)
# Needs the JDK's jlink and jpackage; the package also fakeroot and dpkg-deb.
set -euo pipefail
[ $# -ge 1 ] || { sed -n 3p "$0" | cut -c3- >&2; exit 2; }
mkdir -p "$1"
target=$(cd "$1" && pwd)
kind=${2:-$(command -v dpkg-deb >/dev/null && echo deb || echo app-image)}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mvn -B -q -ntp -P '!errorprone' -Dmaven.test.skip=true -Djacoco.skip -pl app -am package
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -n 1)
version=${version%-SNAPSHOT}

# Everything on one class path; natives beside it, so that a start unpacks nothing.
mkdir "$work/input"
cp app/target/nacre-app.jar LICENSE LICENSES.md "$work/input"
cp -r app/target/lib "$work/input/lib"
[ ! -d app/target/javafx ] || cp -r app/target/javafx "$work/input/javafx"
mkdir "$work/input/natives"
find app/target/natives -type f -exec cp {} "$work/input/natives" \;

# jdeps names these modules for the code; ImageIO, Java Sound and the viewer want java.desktop, JavaCPP jdk.unsupported.
modules=java.base,java.desktop,java.logging,java.management,java.prefs,java.xml,jdk.unsupported
jlink --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=2 --output "$work/java"

jpackage --type app-image --name nacre --app-version "$version" --vendor Nacre --runtime-image "$work/java" \
    --input "$work/input" --main-jar nacre-app.jar --main-class io.nacre.app.cli.Main --dest "$work" \
    --java-options '-XX:+UseSerialGC' --java-options '-XX:-UsePerfData' \
    --java-options '-Djava.library.path=$APPDIR/natives' --java-options '-Dorg.bytedeco.javacpp.maxPhysicalBytes=0'
rm -rf "$target/nacre"
cp -r "$work/nacre" "$target/nacre"
echo "$target/nacre: $(du -sm "$target/nacre" | cut -f1) MB"
[ "$kind" = deb ] || exit 0

# jpackage's own .deb knows neither manual pages nor completion, and hides the program in /opt.
root=$work/root
mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/usr/share/man/man1" \
    "$root/usr/share/bash-completion/completions" "$root/usr/share/doc/nacre"
cp -r "$work/nacre" "$root/usr/lib/nacre"
ln -s ../lib/nacre/bin/nacre "$root/usr/bin/nacre"
"$work/nacre/bin/nacre" generate-man-page | gzip -9n >"$root/usr/share/man/man1/nacre.1.gz"
"$work/nacre/bin/nacre" generate-completion >"$root/usr/share/bash-completion/completions/nacre"
cat LICENSE LICENSES.md >"$root/usr/share/doc/nacre/copyright"
architecture=$(dpkg --print-architecture)
cat >"$root/DEBIAN/control" <<CONTROL
Package: nacre
Version: $version
Architecture: $architecture
Maintainer: The Nacre project <nacre@localhost>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: libc6, libstdc++6, zlib1g
Recommends: libasound2, libgtk-3-0
Section: graphics
Priority: optional
Description: learned codec for pictures and sound
 Compresses pictures and speech with networks that were trained for it.
 Comes with a Java runtime and the models.
CONTROL
chmod -R u=rwX,go=rX "$root"
fakeroot dpkg-deb --build "$root" "$target/nacre_${version}_$architecture.deb" >/dev/null
echo "$target/nacre_${version}_$architecture.deb: $(du -m "$target/nacre_${version}_$architecture.deb" | cut -f1) MB"
