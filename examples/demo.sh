#!/bin/sh
# Builds the two example cases under .work/ and shows what came out; run from the repository root by `make demo`.
set -eu
dateline="${BIN:-.venv/bin}/dateline"
mkdir -p .work
for case in iraq sudan; do
    rm -f ".work/$case.case"
    # By name, not the whole folder: the answer keys lie beside the reports.
    "$dateline" build ".work/$case.case" examples/$case/$case-*
    for section in timeline figures disagreements; do
        printf '\n== %s: %s\n\n' "$case" "$section"
        "$dateline" show ".work/$case.case" "$section"
    done
done
printf '\nLook around: %s open .work/iraq.case\n' "$dateline"
