"""Readers of the hand-annotated name corpora, brought to one set of labels.

Titles are cut off persons; a name that only some corpora annotate (peoples, events) is left unknown
in the others, never taught as "no name".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from training.name_lists import NameLists
from training.named_text import LABELS, Name, NamedText, joined
from training.treebank import CLOSED_GENRES

_WORD = re.compile(r"[\w'’.&-]*\w\.?")
_OPENERS = frozenset({"A", "An", "He", "I", "She", "The", "They", "This", "We"})
_LINKERS = frozenset("of the and for in de al-".split())


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines in order; a text may hold any other mark of a line's end."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def uner_ewt(corpora: Path, lists: NameLists, split: str = "train") -> Iterator[NamedText]:
    """UNER over EWT; its OTH are mostly peoples, others are left unknown."""
    kinds = {"PER": "PERSON", "ORG": "ORG", "LOC": "place", "OTH": "people"}
    yield from _by_document(corpora / f"ner/uner_ewt.{split}.jsonl", lists, kinds)


def gum(corpora: Path, lists: NameLists) -> Iterator[NamedText]:
    """The open genres of GUM; its names were found by rule, so MISC and EVENT are left unknown."""
    kinds = {"PER": "PERSON", "ORG": "ORG", "LOC": "place", "MISC": "?", "EVENT": "?"}
    for named in _by_document(corpora / "ner/gum.train.jsonl", lists, kinds, CLOSED_GENRES):
        yield _peoples_unknown(named, lists)


def crossner(corpora: Path, lists: NameLists) -> Iterator[NamedText]:
    """CrossNER politics, encyclopaedic sentences."""
    kinds = {
        "politician": "PERSON", "person": "PERSON", "politicalparty": "ORG", "organisation": "ORG",
        "country": "place", "location": "place", "misc": "?", "event": "?", "election": "?",
    }  # fmt: skip
    for row in read_jsonl(corpora / "ner/crossner_politics.jsonl"):
        spans = [(b, e, kinds[label]) for b, e, label in row["entities"]]
        yield _peoples_unknown(named_text(row["text"], spans, lists), lists)


def re3d(corpora: Path, lists: NameLists, split: str = "train") -> Iterator[NamedText]:
    """re3d without the BBC part (non-commercial); common nouns that it calls entities are not names."""
    kinds = {"Person": "PERSON", "Organisation": "ORG", "Location": "place", "Nationality": "people"}
    kinds |= dict.fromkeys(("DocumentReference", "MilitaryPlatform", "Weapon"), "?")
    for row in read_jsonl(corpora / f"re3d/{split}.jsonl"):
        if "NC" in row["licence"]:
            continue
        spans = [
            (*proper_part(row["text"], entity["begin"], entity["end"]), kinds[entity["type"]])
            for entity in row["entities"]
            if entity["type"] in kinds
        ]
        yield named_text(row["text"], [span for span in spans if span[0] < span[1]], lists)


def _by_document(
    path: Path, lists: NameLists, kinds: dict[str, str], left_out: frozenset[str] = frozenset()
) -> Iterator[NamedText]:
    """Stretches of up to six sentences of one document."""
    rows = (row for row in read_jsonl(path) if row.get("genre") not in left_out)
    for _, group in groupby(rows, key=lambda row: row["doc"]):
        sentences = [
            named_text(row["text"], [(b, e, kinds[k]) for b, e, k in row["entities"] if k in kinds], lists)
            for row in group
        ]
        for begin in range(0, len(sentences), 6):
            yield joined(sentences[begin : begin + 6])


def named_text(text: str, spans: list[tuple[int, int, str]], lists: NameLists) -> NamedText:
    """Spans of `place`, `people`, `?` or a label, as names and unknown stretches."""
    names: list[Name] = []
    unknown: list[tuple[int, int]] = []
    for begin, end, kind in spans:
        begin, end = _trimmed(text, begin, end)
        start = begin + (title_length(text[begin:end], lists) if kind == "PERSON" else 0)
        names += _peoples_in(text, begin, start, lists)
        label = _label(text[start:end], kind, lists)
        if label:
            names.append(Name(start, end, label, "PER" if label == "PERSON" else ""))
        else:
            unknown.append((start, end))
    return NamedText(text, tuple(names), tuple(unknown))


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """Without a leading article and a trailing possessive."""
    surface = text[begin:end]
    core = re.sub(r"['’]s?$", "", surface.removeprefix("the "))
    start = begin + len(surface) - len(surface.removeprefix("the "))
    return start, start + len(core)


def _label(surface: str, kind: str, lists: NameLists) -> str | None:
    """One of our labels, None for unknown; a state is GPE and a people NORP whatever a corpus says."""
    if surface in lists.countries:
        return "GPE"
    if surface in lists.peoples:
        return "NORP"
    if kind == "place":
        return lists.place_label(surface)
    if kind == "PERSON" and " of " in surface:
        return None
    return kind if kind in LABELS else None


def title_length(surface: str, lists: NameLists) -> int:
    """Characters of titles and peoples that stand before the name proper; 0 where nothing would remain."""
    cut = 0
    for match in _WORD.finditer(surface):
        word = match.group().rstrip(".")
        if word not in lists.titles and word not in lists.peoples | lists.countries and word != "of":
            return cut if word[:1].isupper() or cut == 0 else 0
        following = _WORD.search(surface, match.end())
        if following is None:
            return 0
        cut = following.start()
    return 0


def proper_part(text: str, begin: int, end: int) -> tuple[int, int]:
    """The capitalised core of a phrase ("The area of Mosul district" has Mosul); empty without one."""
    words = [m for m in _WORD.finditer(text, begin, end) if m.group()[0].isupper() or m.group() in _LINKERS]
    while words and words[0].group() in _LINKERS | _OPENERS:
        words.pop(0)
    core = words[:1]
    for word in words[1:]:
        if text[core[-1].end() : word.start()].strip(" -"):
            break
        core.append(word)
    while core and core[-1].group() in _LINKERS:
        core.pop()
    return (core[0].start(), core[-1].end()) if core else (begin, begin)


def _peoples_in(text: str, begin: int, end: int, lists: NameLists) -> Iterator[Name]:
    for match in _WORD.finditer(text, begin, end):
        if match.group() in lists.peoples:
            yield Name(match.start(), match.end(), "NORP")


def _peoples_unknown(named: NamedText, lists: NameLists) -> NamedText:
    """Leave peoples unknown in a corpus that doesn't annotate them."""
    taken = [(name.begin, name.end) for name in named.names]
    found = [
        (match.start(), match.end())
        for match in _WORD.finditer(named.text)
        if match.group() in lists.peoples and not any(begin <= match.start() < end for begin, end in taken)
    ]
    return NamedText(named.text, named.names, (*named.unknown, *found))
