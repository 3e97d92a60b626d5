#!/bin/sh
# Fetch the query page's editor, as package-lock.json pins it, and put it beside this script.
#
# Needs npm and a network; nothing else of the server does. Gives vendor/yasgui.min.js and yasgui.min.css (the
# published builds, their pointers to source maps left out so that no browser asks for them) and
# vendor/LICENSES.txt (the licence of every package that could be inside them). `--update` takes the versions of
# package.json instead of the lock's.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$work/"
if [ -f "$here/package-lock.json" ] && [ "${1:-}" != "--update" ]; then
    cp "$here/package-lock.json" "$work/"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund)
else
    (cd "$work" && npm install --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund)
    cp "$work/package-lock.json" "$here/"
fi
mkdir -p "$here/vendor"
modules=$work/node_modules
build=$modules/@zazuko/yasgui/build
sed 's|^//# sourceMappingURL=.*||' "$build/yasgui.min.js" > "$here/vendor/yasgui.min.js"
sed 's|/\*# sourceMappingURL=[^*]*\*/||' "$build/yasgui.min.css" > "$here/vendor/yasgui.min.css"
{
    echo "yasgui.min.js and yasgui.min.css are the builds of @zazuko/yasgui, used under the MIT License."
    echo "They may hold code of the packages below; the licence of each follows its name."
    (cd "$modules" && find . -name package.json -path './*' ! -path '*/node_modules/*/node_modules/*' |
        sed -n 's|^\./\(@[^/]*/[^/]*\)/package.json$|\1|p; s|^\./\([^@/][^/]*\)/package.json$|\1|p' | LC_ALL=C sort -u) |
    while read -r package; do
        json=$modules/$package/package.json
        version=$(node -p 'require(process.argv[1]).version' "$json")
        licence=$(node -p 'JSON.stringify(require(process.argv[1]).license || "see its text")' "$json")
        printf '\n==== %s %s (%s) ====\n\n' "$package" "$version" "$licence"
        for file in LICENSE LICENSE.md LICENSE.txt LICENSE-MIT.txt license license.md LICENCE MIT-LICENSE.txt; do
            if [ -f "$modules/$package/$file" ]; then
                cat "$modules/$package/$file"
                break
            fi
        done
    done
} > "$here/vendor/LICENSES.txt"
