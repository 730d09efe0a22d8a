#!/usr/bin/env bash
# Unpacks Debian packages into FOLDER: debian_packages.sh SUITE FOLDER PACKAGE...
#
# They come from the mirror that this machine's own apt sources name; an empty SUITE
# means the machine's own release. Nothing on the system changes.
set -euo pipefail
suite=$1 folder=$2
shift 2
# shellcheck source=/dev/null
suite=${suite:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
  awk '/\/debian\/?$/ && !found { found = 1; print }')
mirror=${mirror:-http://deb.debian.org/debian}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/sources.list"
apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferencesparts=/dev/null -o Dir::State::Lists="$work/lists" \
    -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}
apt update
(cd "$work/debs" && apt download "$@")

rm -rf "$folder.new"
mkdir -p "$folder.new"
for deb in "$work"/debs/*.deb; do
  dpkg -x "$deb" "$folder.new"
done
rm -rf "$folder"
mv "$folder.new" "$folder"
