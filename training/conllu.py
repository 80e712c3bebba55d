"""Read CoNLL-U treebanks into sentences that can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KEPT_FEATURES = frozenset(
    "Aspect Degree Gender Mood NumType Number Person Polarity Poss PronType Tense VerbForm Voice".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` is an index into the sentence, a root is its own head."""

    form: str
    tag: str
    pos: str
    morph: str
    head: int
    dep: str
    space: bool
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A treebank sentence with the document it stands in and whether it opens a paragraph."""

    doc: str
    words: tuple[Word, ...]
    opens_paragraph: bool

    @property
    def text(self) -> str:
        """The raw text of the sentence, without the space after it."""
        return "".join(word.form + " " * word.space for word in self.words).rstrip(" ")


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order.

    A sentence whose multiword tokens don't spell out their words is left out: its raw text
    would not be the text that the annotation stands on.
    """
    doc, opens = path.stem, True
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        for line in lines:
            if line.startswith("# newdoc"):
                doc, opens = line.partition("=")[2].strip() or path.stem, True
            elif line.startswith("# newpar"):
                opens = True
        words = _words([line.split("\t") for line in lines if line and line[0] != "#"])
        if words:
            yield Sentence(doc, words, opens)
            opens = False


def _words(rows: list[list[str]]) -> tuple[Word, ...] | None:
    """The words of a sentence, or None where a multiword token doesn't spell them out."""
    words: list[Word] = []
    surface, last = "", 0
    for row in rows:
        if "-" in row[0]:
            surface, last = row[1], int(row[0].split("-")[1])
            surface_space = _space_after(row)
            spelled = ""
        elif row[0].isdigit():
            index = len(words)
            inside = index < last
            space = False if inside else _space_after(row)
            if inside:
                spelled += row[1]
                if index + 1 == last:
                    if spelled != surface:
                        return None
                    space = surface_space
            words.append(_word(row, index, space))
    return tuple(words)


def _word(row: list[str], index: int, space: bool) -> Word:
    head = int(row[6]) - 1
    return Word(row[1], row[4], row[3], _kept(row[5]), index if head < 0 else head, row[7], space, row[2])


def _space_after(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9]


def _kept(feats: str) -> str:
    """The features that later floors read; fewer combinations make the morphologiser smaller."""
    return "|".join(feat for feat in feats.split("|") if feat.split("=")[0] in KEPT_FEATURES)
