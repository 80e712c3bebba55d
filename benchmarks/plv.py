"""Event types against PLV: sentences whose source and target are given, each with a PLOVER root.

The answer for a sentence is the event that is read with that source and target, else the first one. Every
sentence tells an event: where none is likely enough to be read, the likeliest word answers. PLV has 15 roots,
for CONCEDE and RETREAT are one, and 4 quads. Its roots follow PLOVER's rules for what is still to come and
for what is not done, and CAMEO where that files an act elsewhere. `read`: share of sentences with an event;
`actor` and `target`: share of these whose event names the given party.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dateline.model import EventClaim, Original, Party, Report, report_id
from dateline.model.vocabulary import FAMILIES
from dateline.reading import Reader
from dateline.reading.features import Context, is_candidate
from dateline.reading.lexicon import Lexicon
from dateline.reading.trigger import likeliest, match
from training.annotated import read_jsonl
from training.reports import alike

DEFAULT_DATA = ("plv/train.jsonl",)

_BY_MODE = {"boycott": "PROTEST"}  # a mode of PROTEST in PLOVER's manual
_AS_CAMEO = {
    "conviction": "ACCUSE",  # 116, to find guilty
    "sentence": "ACCUSE",
    "blockade": "ASSAULT",  # 191
    "siege": "ASSAULT",
}
_QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "YIELD"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {root: str(quad) for quad, roots in _QUADS.items() for root in roots}


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures (x 100) over a JSONL file in the shape of `plv/train.jsonl`; predictions add `predicted`."""
    rows = list(read_jsonl(data))
    reader, answers, said = Reader(), [], []
    for row in rows:
        report = report_of(row["id"], row["sentence"])
        answer = answer_of(reader, report, row["source"], row["target"])
        answers.append(answer)
        said.append(root_of(answer, _AS_CAMEO) if answer else guess(reader, report))
    if predictions:
        lines = ({**row, "predicted": root} for row, root in zip(rows, said, strict=True))
        predictions.parent.mkdir(parents=True, exist_ok=True)
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found = [(row, answer) for row, answer in zip(rows, answers, strict=True) if answer]
    gold = [FAMILIES.get(row["root"], row["root"]) for row in rows]
    return {
        "accuracy": _share(g == s for g, s in zip(gold, said, strict=True)),
        "quad": _share(row["quad"] == _QUAD_OF.get(s or "") for row, s in zip(rows, said, strict=True)),
        "macro_f1": 100 * _macro(gold, said),
        "read": 100 * len(found) / len(rows),
        "actor": _share(_names(answer.actors, row["source"]) for row, answer in found),
        "target": _share(_names(answer.targets, row["target"]) for row, answer in found),
    }


def report_of(name: str, text: str) -> Report:
    """A sentence as a report without a date."""
    return Report(report_id(text, None, None, None, None), name, text, Original("0" * 64, "jsonl", len(text)))


def answer_of(reader: Reader, report: Report, source: str, target: str) -> EventClaim | None:
    """The event read between both parties, else the first; None where none is read."""
    events = [claim for claim in reader.read(report) if isinstance(claim, EventClaim)]
    return max(events, key=lambda e: (_between(e, source, target), -e.trigger.start), default=None)


def guess(reader: Reader, report: Report) -> str | None:
    """The root of the word that most likely says an event, though none is read."""
    doc = reader.ground(report).doc
    context = Context(doc, match(doc, Lexicon.load()))
    words = [likeliest(token, context) for token in doc if is_candidate(token, context.matches)]
    best = max(words, key=lambda trigger: trigger.score, default=None)
    return FAMILIES.get(best.type, best.type) if best else None


def root_of(event: EventClaim, filed: Mapping[str, str] | None = None) -> str:
    """The root of `event`: what is not done is a refusal, what is still to come an agreement or a threat.

    `filed` gives roots to modes that another scheme files elsewhere.
    """
    by_mode = _BY_MODE | dict(filed or {})
    root = by_mode.get(event.mode or "", FAMILIES.get(event.type, event.type))
    if event.status == "denied":
        return "REJECT"
    if event.status == "planned" and root in (*_QUADS[1], *_QUADS[2]):
        return "AGREE"
    if event.status in ("planned", "threatened") and root in _QUADS[4]:
        return "THREATEN"
    return root


def _between(event: EventClaim, source: str, target: str) -> bool:
    return _names(event.actors, source) and _names(event.targets, target)


def _names(parties: Iterable[Party], given: str) -> bool:
    """True where one party's words are all in the given ones, or the other way round."""
    return any(alike(name, given) for party in parties for name in (party.name, party.span.text))


def _share(right: Iterable[bool]) -> float:
    values = list(right)
    return 100 * sum(values) / len(values) if values else 0.0


def _macro(gold: Sequence[str], said: Sequence[str | None]) -> float:
    """The mean over the roots in `gold` of their F1."""
    hits = Counter(g for g, s in zip(gold, said, strict=True) if g == s)
    wanted, given = Counter(gold), Counter(said)
    return sum(2 * hits[root] / (wanted[root] + given[root]) for root in wanted) / len(wanted)
