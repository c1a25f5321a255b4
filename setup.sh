#!/bin/sh
# Make the environment $1 and install $2 (a pip target such as "." or ".[dev]") in it.
# System packages are installed where they are missing and this user may; Tesseract is
# optional, so its absence is said and no more.
set -eu
venv=$1
target=$2
python=${PYTHON:-python3}

say() { echo "setup: $*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
    else return 1; fi
}

missing=
command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -qx dan \
    || missing="tesseract-ocr tesseract-ocr-dan"
"$python" -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
    # One try to install from the lists at hand, one more with fresh lists.
    if command -v apt-get >/dev/null && { as_root apt-get install -y -qq $missing >/dev/null 2>&1 \
        || { as_root apt-get update -qq >/dev/null 2>&1 \
             && as_root apt-get install -y -qq $missing >/dev/null 2>&1; }; }; then
        say "installed $missing"
    else
        say "could not install $missing; going on without"
    fi
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "$python is $("$python" -V); notat needs 3.11 or newer. Name one: make PYTHON=python3.12 ..."
    exit 1
}
if [ ! -x "$venv/bin/pip" ]; then
    "$python" -m venv "$venv" 2>/dev/null || "$python" -m virtualenv "$venv" 2>/dev/null || {
        say "no environment could be made: ask for the package python3-venv, or run pip install virtualenv"
        exit 1
    }
fi
"$venv/bin/pip" install -q --disable-pip-version-check -c constraints.txt -e "$target"
