"""Make the table of casing: how often open news text writes each word with a capital.

    python -m training.casing CORPORA

Words that open a sentence tell nothing and are left out; rare words count towards their ending.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.language import casing
from training.word_classes import texts

TABLE = Path(casing.__file__).with_name("casing.tsv")
TREEBANK = "ud/en_ewt-train.conllu"
LEAST_WORD, LEAST_ENDING = 2, 10
RARE = 3
"""Words that are seen at most so often stand for words that are not seen at all."""

_HEADER = """\
# How often open news text writes a word in lower case, with a capital and in capitals; sentences' first words
# don't count. "-ing": rare words of that ending. "<lower": any word after one in lower case. Made by
# training/casing.py.
"""


def sentences(corpora: Path) -> Iterator[str]:
    """Open news text, and the sentences of the treebank."""
    for text in texts(corpora):
        yield from text.splitlines()
    for line in (corpora / TREEBANK).read_text("utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def kind_of(word: str) -> int:
    """0 for lower case, 1 for a capital at the front, 2 for capitals only."""
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def count(lines: Iterator[str]) -> dict[str, list[int]]:
    """The table's counts by word, ending and step; lines in capitals are left out."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in lines:
        if not re.search("[a-z]{2}", line):
            continue
        before = "<lower"
        for word in casing.words(line):
            if casing.opens(line, word.start()):
                before = "<lower"
                continue
            kind = kind_of(word.group())
            found[word.group().lower()][kind] += 1
            found[before][min(kind, 1)] += 1
            before = "<capital" if kind else "<lower"
    return found


def table(counts: dict[str, list[int]]) -> dict[str, list[int]]:
    """Words that are common enough, and the endings of rare ones."""
    endings: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for word, seen in counts.items():
        if sum(seen) <= RARE and not word.startswith("<"):
            endings[casing.ending(word)][seen.index(max(seen))] += 1
    kept = {word: seen for word, seen in counts.items() if sum(seen) >= LEAST_WORD}
    return kept | {ending: seen for ending, seen in endings.items() if sum(seen) >= LEAST_ENDING}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    made = table(count(sentences(parser.parse_args().corpora)))
    lines = ["word\tlower\ttitle\tupper", *("\t".join([w, *map(str, made[w])]) for w in sorted(made))]
    TABLE.write_text(_HEADER + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(made)} rows, {Counter(kind_of(w) for w in made)[0]} words")


if __name__ == "__main__":
    main()
