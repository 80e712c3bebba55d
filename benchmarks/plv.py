"""Event types against PLV: sentences whose source and target are given, each with a PLOVER root.

The answer for a sentence is the type of the event that is read with that source and target, else with one of
them, else of the first event. PLV has 15 roots; CONCEDE and RETREAT are one. A sentence without an event is
missed. `actor` and `target`: share of answered sentences whose event names the given party.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.model import EventClaim, Original, Party, Report, report_id
from dateline.reading import Reader

DEFAULT_DATA = ("plv/train.jsonl",)

_ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_FILLING = frozenset("the a an of and in on for to its their his her s".split())


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures (x 100) over a JSONL file in the shape of `plv/train.jsonl`; predictions add `predicted`."""
    rows = [json.loads(line) for line in data.read_text("utf-8").splitlines()]
    reader, answers = Reader(), []
    for row in rows:
        claims = reader.read(_report(row["id"], row["sentence"]))
        events = [claim for claim in claims if isinstance(claim, EventClaim)]
        answers.append(max(events, key=lambda e: _fit(e, row["source"], row["target"]), default=None))
    said = [_root(answer.type) if answer else None for answer in answers]
    if predictions:
        lines = ({**row, "predicted": root} for row, root in zip(rows, said, strict=True))
        predictions.parent.mkdir(parents=True, exist_ok=True)
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found = [(row, answer) for row, answer in zip(rows, answers, strict=True) if answer]
    gold = [_root(row["root"]) for row in rows]
    return {
        "accuracy": _share(g == s for g, s in zip(gold, said, strict=True)),
        "macro_f1": 100 * _macro(gold, said),
        "answered": 100 * len(found) / len(rows),
        "actor": _share(_names(answer.actors, row["source"]) for row, answer in found),
        "target": _share(_names(answer.targets, row["target"]) for row, answer in found),
    }


def _report(name: str, text: str) -> Report:
    return Report(report_id(text, None, None, None, None), name, text, Original("0" * 64, "jsonl", len(text)))


def _root(kind: str) -> str:
    return _ROOTS.get(kind, kind)


def _fit(event: EventClaim, source: str, target: str) -> tuple[int, int]:
    """How many of the given parties the event has; among equals the first in the text."""
    parties = (*event.actors, *event.targets)
    return _names(parties, source) + _names(parties, target), -event.trigger.start


def _names(parties: Iterable[Party], given: str) -> bool:
    """True where one party's words are all in the given ones, or the other way round."""
    words = _words(given)
    return any(
        w and (w <= words or words <= w) for p in parties for w in (_words(p.name), _words(p.span.text))
    )


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - _FILLING


def _share(right: Iterable[bool]) -> float:
    values = list(right)
    return 100 * sum(values) / len(values) if values else 0.0


def _macro(gold: Sequence[str], said: Sequence[str | None]) -> float:
    """The mean over the roots in `gold` of their F1."""
    hits = Counter(g for g, s in zip(gold, said, strict=True) if g == s)
    wanted, given = Counter(gold), Counter(said)
    return sum(2 * hits[root] / (wanted[root] + given[root]) for root in wanted) / len(wanted)
