#!/usr/bin/env bash
# Unpacks Debian's python3.14 and the libraries that it needs into FOLDER.
#
# The packages of the suite sid bring their own C library, so the interpreter is
# pointed at it (patchelf) instead of at the system's.
set -euo pipefail
folder=$1
here=$(dirname "$0")
patchelf=$(command -v patchelf || echo "$ACTION_ENGINE_CACHE/tools/bin/patchelf")
if [ ! -x "$patchelf" ]; then
  "$here/tool.sh" patchelf
fi
packages="python3.14 python3.14-minimal libpython3.14-minimal libpython3.14-stdlib
  libpython3.14 libpython3.14-dev python3.14-dev libc6 libgcc-s1 libstdc++6 libssl3t64
  libexpat1 zlib1g libbz2-1.0 libffi8 liblzma5 libncursesw6 libtinfo6 libreadline8t64
  libsqlite3-0 libuuid1 libzstd1 libdb5.3t64"
# shellcheck disable=SC2086 # the list is meant to be split
"$here/debian_packages.sh" sid "$folder" $packages

# Debian's pyconfig.h is split by architecture; compilers find the other half here.
triplet=$(basename "$(dirname "$(find "$folder/usr/lib" -name libpython3.14.so.1.0)")")
mkdir -p "$folder/include"
ln -sfn "$folder/usr/include/$triplet" "$folder/include/$triplet"

libraries=$folder/usr/lib/$triplet
loader=$(find -L "$libraries" -maxdepth 1 -name 'ld-linux*' | head -n 1)
"$patchelf" --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" \
  "$folder/usr/bin/python3.14"
