#!/bin/sh
# Builds both example cases under .work/ and shows what came out; run from the repository root by `make demo`.
set -eu
dateline="${BIN:-.venv/bin}/dateline"
mkdir -p .work
for case in iraq sudan; do
    rm -rf ".work/$case.case" ".work/$case.case."*
    "$dateline" build ".work/$case.case" "examples/$case/reports"
done
for view in events disagreements; do
    printf '\n== The %s that the example reports tell of the United States and Kataib Hezbollah ==\n\n' "$view"
    "$dateline" show .work/iraq.case "$view"
done
cat <<END

Where to look next:
  $dateline show .work/iraq.case --help          actors, relations, figures, reports, filters
  $dateline show .work/sudan.case disagreements  the second example case
  $dateline export .work/iraq.case --as csv -o iraq.csv
  $dateline build mine.case PATH/TO/YOUR/REPORTS your own reports: text, web pages, JSON Lines
  docs/tutorial.md                               a walk through this case
END
