"""Make the tables of casing: how often open news text writes each word with a capital, names of common words.

    python -m training.casing CORPORA

Words that open a sentence tell nothing and are left out; rare words count towards their ending. The names are
those of the shipped registry that the first table alone would leave in lower case.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.grounding.who import Registry
from dateline.language import casing
from training.word_classes import texts

TABLE = Path(casing.__file__).with_name("casing.tsv")
NAMES = TABLE.with_name("casing_names.tsv")
TREEBANK = "ud/en_ewt-train.conllu"
LEAST_WORD, LEAST_ENDING = 2, 10
RARE = 3
"""Words that are seen at most so often stand for words that are not seen at all."""

_BEFORE, _BEHIND = "The army said that ", " had attacked the town on the day before the vote."
_PLAIN = re.compile(
    r"[A-Z][a-z]{2,}(?:[ -](?:[A-Z][a-z'’]+|of|the|and|for|in|on|to|de|del|al|el))* [A-Z][a-z]{2,}"
)
_NAMES_HEADER = """\
# Names that are made of common words, in their own capitals. Those of the registry are written by
# training/casing.py. Extend freely.
name
"""
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


def missed(names: Iterable[str]) -> list[str]:
    """Those of `names` that lose a capital in a sentence in capitals; acronyms and numbers are no words."""
    return sorted({name for name in names if _PLAIN.fullmatch(name) and _is_missed(name)})


def _is_missed(name: str) -> bool:
    told = casing.recased(f"{_BEFORE}{name}{_BEHIND}".upper())[len(_BEFORE) : len(_BEFORE) + len(name)]
    return any(one.isupper() and other.islower() for one, other in zip(name, told, strict=True))


def registered() -> Iterator[str]:
    """Every name of two words or more in the shipped registry."""
    for actor in Registry.load():
        yield from {actor.name, *(name.text for name in actor.names)}


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    made = table(count(sentences(parser.parse_args().corpora)))
    lines = ["word\tlower\ttitle\tupper", *("\t".join([w, *map(str, made[w])]) for w in sorted(made))]
    TABLE.write_text(_HEADER + "\n".join(lines) + "\n", "utf-8")
    NAMES.write_text(_NAMES_HEADER, "utf-8")  # so that no name of the last table hides that it is missed
    NAMES.write_text(_NAMES_HEADER + "".join(f"{name}\n" for name in missed(registered())), "utf-8")
    print(f"{len(made)} rows, {Counter(kind_of(w) for w in made)[0]} words")


if __name__ == "__main__":
    main()
