#!/bin/sh
# Builds both example cases under .work/ and shows what came out; run from the repository root by `make demo`.
set -eu
dateline="${BIN:-.venv/bin}/dateline"
mkdir -p .work
for case in iraq sudan; do
    rm -rf ".work/$case.case" ".work/$case.case."*
    "$dateline" build ".work/$case.case" "examples/$case/reports"
done
printf '\n== What the example reports tell of the United States and Kataib Hezbollah: the first events ==\n\n'
"$dateline" show .work/iraq.case --limit 25
printf '\n== What cannot all be right, with the words of each side ==\n\n'
"$dateline" show .work/iraq.case disagreements
cat <<END

Where to look next:
  $dateline open .work/iraq.case                 the whole case in the browser: see, search, put right, download
  $dateline show .work/iraq.case --limit 0       all events; with --help the other views and filters
  $dateline why .work/iraq.case ID               what an event rests on: every claim, quote and reason
  $dateline show .work/sudan.case disagreements  the second example case
  $dateline export .work/iraq.case --as csv -o iraq.csv
  $dateline build mine.case PATH/TO/YOUR/REPORTS your own reports: text, web pages, tables, JSON Lines
  docs/tutorial.md                               a walk through this case
END
