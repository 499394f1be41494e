#!/usr/bin/env bash
# Vendors the part of the U.S. Web Design System that our pages use, from npm:   scripts/update-uswds.sh 3.14.0
# Only what a class in a template of ours reaches is kept: one style sheet, four fonts, a few icons and the licence; no
# script. After an update change Assets.USWDS and look at the contact sheets.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?which version of @uswds/uswds}
target=pages/src/main/resources/static/assets/uswds
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT

(cd "$there" && npm pack --silent "@uswds/uswds@$version" > /dev/null && tar xzf uswds-uswds-*.tgz)
dist=$there/package/dist
rm -rf "$target"
mkdir -p "$target/$version"/{css,fonts/source-sans-pro,fonts/merriweather,img/usa-icons}
cp "$there/package/LICENSE.md" "$target/$version/"
# The map of the style sheet is not shipped, so nothing points to it.
sed '/^\/\*# sourceMappingURL/d' "$dist/css/uswds.min.css" > "$target/$version/css/uswds.min.css"
cp "$dist"/fonts/source-sans-pro/sourcesanspro-{regular,italic,bold}-webfont.woff2 "$target/$version/fonts/source-sans-pro/"
cp "$dist"/fonts/merriweather/Latin-Merriweather-Bold.woff2 "$target/$version/fonts/merriweather/"
for icon in arrow_back check_circle error expand_more info launch navigate_before navigate_next unfold_more warning; do
  cp "$dist/img/usa-icons/$icon.svg" "$target/$version/img/usa-icons/"
done
cp "$dist"/img/correct8{,-alt}.svg "$target/$version/img/"
du -sh "$target/$version"
