"""Lexicon: the words and phrases that may say an event, as a table that users extend.

Columns and allowed values are told in docs/reference/events.md.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from dateline.model.errors import RunError
from dateline.model.vocabulary import EVENT_TYPES, EventType
from dateline.reading.frame import Frames

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

DATA = Path(__file__).with_name("data")
SHIPPED = DATA / "events.tsv"

Pos = Literal["v", "n", "a"]
Strength = Literal["always", "sure", "likely", "context"]
COLUMNS = ("phrase", "pos", "type", "mode", "frame", "strength")
GAP = "~"
MAX_GAP = 4
"""Most words that may stand where a phrase has a gap ("pull US troops out")."""

_TAGS = {
    "v": frozenset({"VERB", "AUX"}),
    "n": frozenset({"NOUN", "PROPN"}),
    "a": frozenset({"ADJ", "ADV", "NOUN", "VERB"}),
}
_INNER = frozenset({"of", "to", "and", "against"})  # what follows the head of a noun phrase in the table


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `phrase` in lemmas; `frame` names a row of frames.tsv; `strength` is how far to trust it."""

    phrase: str
    pos: Pos
    type: EventType
    mode: str | None
    frame: str
    strength: Strength

    @property
    def name(self) -> str:
        """How a claim names this row in its reasons."""
        return f"lexicon:{self.phrase}/{self.pos}/{self.type}"


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a document: tokens `start` to `end` (exclusive), and the rows that it fits."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    head: int
    pos: Pos


class Lexicon:
    """Rows by the words they start from. Later rows replace earlier ones of the same phrase, pos and type."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        rows = {(entry.phrase, entry.pos, entry.type): entry for entry in entries}
        self.entries = tuple(rows[key] for key in sorted(rows))
        grouped: dict[_Pattern, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for pattern in _patterns(entry):
                grouped[pattern].append(entry)
        self._by_head: dict[str, list[tuple[_Pattern, tuple[Entry, ...]]]] = defaultdict(list)
        for pattern in sorted(grouped, key=lambda p: (-len(p.words), p.words, p.pos)):
            self._by_head[pattern.words[pattern.head]].append((pattern, tuple(grouped[pattern])))

    @classmethod
    def load(cls, extra: Iterable[Path] = ()) -> Lexicon:
        """The shipped table and the user's own; raises RunError naming the file and line that is wrong."""
        return _shipped() if not extra else cls(e for path in (SHIPPED, *extra) for e in read_table(path))

    def match(self, token: Token) -> Match | None:
        """The longest phrase whose head word is `token`, with every row that fits it."""
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        for word in sorted(_forms(token)):
            for pattern, entries in self._by_head.get(word, ()):
                if token.pos_ in _TAGS[pattern.pos]:
                    bounds = _fit(pattern, token)
                    if bounds:
                        found.append((*bounds, entries))
        if not found:
            return None
        start, end, _ = max(found, key=lambda f: (f[1] - f[0], -f[0]))
        return Match(start, end, tuple(e for s, t, rows in found if (s, t) == (start, end) for e in rows))


def read_table(path: Path) -> Iterator[Entry]:
    """The rows of one table, tab-separated, `#` opens a comment; raises RunError on a row that is wrong."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = ((n, line) for n, line in enumerate(file, 1) if line.strip() and not line.startswith("#"))
        for number, line in lines:
            cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
            if tuple(cells[: len(COLUMNS)]) != COLUMNS:
                yield _entry(cells, f"{path.name}, line {number}")


def _entry(cells: list[str], where: str) -> Entry:
    if len(cells) < len(COLUMNS):
        raise RunError(f"{where}: {len(cells)} columns, {len(COLUMNS)} are needed")
    phrase, pos, kind, mode, frame, strength = (cell.strip() for cell in cells[: len(COLUMNS)])
    known = (
        (pos, get_args(Pos)),
        (kind, EVENT_TYPES),
        (frame, Frames.load().names),
        (strength, get_args(Strength)),
    )
    for value, allowed in known:
        if value not in allowed:
            raise RunError(f"{where}: {value!r} is none of {', '.join(sorted(allowed))}")
    words = " ".join(phrase.lower().replace("-", " ").split())
    if not words:
        raise RunError(f"{where}: no phrase")
    return Entry(words, pos, kind, mode or None, frame, strength)  # type: ignore[arg-type]


@cache
def _shipped() -> Lexicon:
    return Lexicon(read_table(SHIPPED))


def _patterns(entry: Entry) -> Iterator[_Pattern]:
    """How a phrase may stand in a text: its words, and its first two as one ("non-compliance")."""
    pattern = _pattern(entry)
    yield pattern
    first, *rest = pattern.words
    if rest and GAP not in (first, rest[0]):
        yield _Pattern((f"{first}-{rest[0]}", *rest[1:]), max(pattern.head - 1, 0), pattern.pos)


def _pattern(entry: Entry) -> _Pattern:
    words = tuple(entry.phrase.split())
    if entry.pos == "v":
        return _Pattern(words, 0, entry.pos)
    if entry.pos == "a":
        return _Pattern(words, len(words) - 1, entry.pos)
    inner = next((i for i, word in enumerate(words) if word in _INNER and i), len(words))
    return _Pattern(words, inner - 1, entry.pos)


def _forms(token: Token) -> set[str]:
    """The lemma, the word, and a capitalised plural without its ending: "Attacks" in a headline."""
    word = token.lower_
    forms = {token.lemma_.lower(), word}
    if token.pos_ == "PROPN" and word.endswith("s"):
        forms.add(word[:-1])
    return forms


def _fit(pattern: _Pattern, head: Token) -> tuple[int, int] | None:
    """First and last-but-one token of `pattern` around its `head`; hyphens between words are skipped."""
    doc, at = head.doc, head.i
    for word in reversed(pattern.words[: pattern.head]):
        at = _step(doc, at, -1)
        if at < 0 or word not in _forms(doc[at]):
            return None
    start, end = at, _fit_after(doc, head.i, pattern.words[pattern.head + 1 :])
    return (start, end) if end else None


def _fit_after(doc: Doc, at: int, words: tuple[str, ...]) -> int | None:
    gap = False
    for word in words:
        if word == GAP:
            gap = True
            continue
        at = _step(doc, at, 1)
        if gap:
            at = next((i for i in range(at, min(at + 1 + MAX_GAP, len(doc))) if word in _forms(doc[i])), -1)
            gap = False
        if not 0 <= at < len(doc) or word not in _forms(doc[at]):
            return None
    return at + 1


def _step(doc: Doc, at: int, by: int) -> int:
    at += by
    return at + by if 0 <= at < len(doc) and doc[at].text == "-" else at
