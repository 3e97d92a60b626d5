#!/bin/sh
# Fetch the JavaScript and the outlines that the pages carry, as package-lock.json pins them, and put them beside
# this script.
#
# Needs npm and a network; nothing else of the project does. Gives vendor/vis-network.min.js and
# vendor/force-graph.min.js (the standalone builds, their pointers to source maps left out so that no browser asks
# for one), vendor/world.json (the outlines of countries from Natural Earth, which is in the public domain, by way
# of world-atlas; world.mjs says in what form) and vendor/LICENSES.txt (the licence of every package inside them;
# core-js is installed for its licence alone, i18n-iso-countries for its table of codes). Run it again after changing
# a version in package.json; `git diff` must then show the new version and nothing else.
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
# standalone PACKAGE FILE: a build of a package, without its pointer to a source map.
standalone() {
    grep -v '^//# sourceMappingURL=' "$modules/$1/$2" > "$here/vendor/$1.min.js"
}
# licences PACKAGE...: the licence of each package, from its own file or else from what its README says.
licences() {
    for package in "$@"; do
        version=$(sed -n 's/^[[:space:]]*"version": "\(.*\)",*$/\1/p' "$modules/$package/package.json" | head -n 1)
        printf '\n==== %s %s ====\n\n' "$package" "$version"
        found=
        for file in LICENSE-MIT LICENSE LICENSE.md license; do
            if [ -f "$modules/$package/$file" ]; then
                cat "$modules/$package/$file"
                found=1
                break
            fi
        done
        if [ -z "$found" ]; then
            sed -n '/[Ll]icense/,$p' "$modules/$package/README.md" "$modules/$package/readme.md" 2>/dev/null ||
                sed -n 's/^[[:space:]]*"license": \(.*\),*$/License: \1/p' "$modules/$package/package.json"
        fi
    done
}
standalone vis-network standalone/umd/vis-network.min.js
standalone force-graph dist/force-graph.min.js
node "$here/world.mjs" "$modules" > "$here/vendor/world.json"
{
    echo "vis-network.min.js is the standalone build of vis-network, used under the Apache License 2.0."
    echo "It holds code of the packages below; the licence of each follows its name."
    licences vis-network vis-data vis-util keycharm @egjs/hammerjs component-emitter uuid core-js
    printf '\n==== Apache License 2.0 (vis-network, vis-data, vis-util) ====\n\n'
    cat "$modules/vis-network/LICENSE-APACHE-2.0"
    printf '\n==== force-graph.min.js ====\n\n'
    echo "The standalone build of force-graph, used under the MIT License. It holds code of the packages below."
    licences force-graph @tweenjs/tween.js accessor-fn bezier-js canvas-color-tracker tinycolor2 d3-array d3-binarytree \
        d3-color d3-dispatch d3-drag d3-ease d3-force-3d d3-format d3-interpolate d3-octree d3-quadtree d3-scale \
        d3-scale-chromatic d3-selection d3-time d3-time-format d3-timer d3-transition d3-zoom float-tooltip \
        index-array-by internmap kapsule lodash-es preact
    printf '\n==== world.json ====\n\n'
    echo "Outlines of countries: Natural Earth (naturalearthdata.com), in the public domain, taken from world-atlas:"
    echo
    cat "$modules/world-atlas/LICENSE"
} > "$here/vendor/LICENSES.txt"
