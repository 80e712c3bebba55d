"""Names that the project marked by reading: in current events, in Wikinews reports, in its own texts.

A document that is marked is complete: whatever isn't named in it is no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.annotated import read_jsonl
from training.named_text import LABELS, Name, NamedText
from training.unlinked import report_text

FOLDER = Path(__file__).parent / "annotations/names"
UNKNOWN, NO_NAME = "?", "-"

Marks = dict[str, str]
"""Label by name, `?` for one that nobody could tell, `-` for words that are no name where they stand so."""

_INLINE = re.compile(rf"\[({'|'.join(sorted(LABELS))}|\?) ([^\[\]]+)\]")


def listed(path: Path) -> dict[str, Marks]:
    """The marks of each document of a list: its id, a label and a name a line. A bad line is a ValueError."""
    result: dict[str, Marks] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        document, label, name = line.lstrip("!").split("\t")
        if label not in LABELS | {UNKNOWN, NO_NAME} or not name.strip():
            raise ValueError(f"{path.name}: no label or name in {line!r}")
        result[document][name.strip()] = label
    return dict(result)


def with_marks(text: str, marks: Marks) -> NamedText:
    """Every whole-word occurrence of the names, the longer of two that overlap."""
    if not marks:
        return NamedText(text, ())
    longest_first = sorted(marks, key=lambda name: (-len(name), name))
    found = re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text)
    return _named(text, [(match.start(), match.end(), marks[match.group()]) for match in found])


def inline(marked: str) -> NamedText:
    """A text with its names in brackets: "[PERSON Qais al-Khazali] said"."""
    text, spans, cursor = "", [], 0
    for match in _INLINE.finditer(marked):
        text += marked[cursor : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        cursor = match.end()
    return _named(text + marked[cursor:], spans)


def marked_events(corpora: Path, marks: dict[str, Marks]) -> Iterator[NamedText]:
    """The marked ones of the current events."""
    for item in read_jsonl(corpora / "current_events/items.jsonl"):
        if item["id"] in marks:
            yield with_marks(item["text"], marks[item["id"]])


def marked_reports(corpora: Path, marks: dict[str, Marks]) -> Iterator[NamedText]:
    """The marked ones of the Wikinews reports."""
    for row in read_jsonl(corpora / "wikinews/articles.jsonl"):
        if row["id"] in marks:
            yield with_marks(report_text(row), marks[row["id"]])


def written(folder: Path = FOLDER / "written") -> Iterator[NamedText]:
    """The project's own texts."""
    for path in sorted(folder.glob("*.txt")):
        yield inline(re.sub(r"\s*\n\s*", "\n", path.read_text(encoding="utf-8").strip()))


def _named(text: str, spans: list[tuple[int, int, str]]) -> NamedText:
    names = [
        Name(begin, end, label, "PER" if label == "PERSON" else "")
        for begin, end, label in spans
        if label in LABELS
    ]
    unknown = tuple((begin, end) for begin, end, label in spans if label == UNKNOWN)
    return NamedText(text, tuple(names), unknown)
