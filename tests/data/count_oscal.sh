#!/bin/sh
# Counts the parts of an OSCAL catalog in JSON with jq alone, to check what
# mapper/parse/catalog_json reports.  Prints "mark=count" words in the order of
# the reader.  Usage: count_oscal.sh CATALOG.json
set -eu
jq -r '
  def groups: .. | objects | .groups? // empty | .[];
  def controls: .. | objects | .controls? // empty | .[];
  def statements: controls | .parts[]? | select(.name == "statement");
  def items: .parts[]? | select(.name == "item") | (., items);
  [ "family=\([.catalog | groups | select(.class == "family")] | length)",
    "control=\([.catalog | controls | select(.class == "SP800-53")] | length)",
    "item=\([.catalog | statements | items] | length)",
    "control-enhancement=\([.catalog | controls
        | select(.class == "SP800-53-enhancement")] | length)",
    "statement=\([.catalog | statements] | length)"
  ] | join(" ")' "$1"
