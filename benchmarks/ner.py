"""Names: span F1 on the corpora at hand, in the three types that all of them share.

Person, organisation and place (our GPE, LOC and FAC; a corpus' facilities) with exact spans, F1 x 100;
peoples (NORP) apart, where a corpus has them. re3d also annotates common nouns ("journalists") and puts
titles into persons: only its mentions with a capital letter count, `overlap` forgives borders, and `proper`
cuts its spans down to the proper name ("Iraqi President Fuad Masum": "Fuad Masum"). To re3d a people or state
that acts is an organisation ("Iraqi forces"), to us never: `proper_acting` takes either for right.
`weapons` are re3d's weapons and military platforms, common nouns nearly all: what the table of means finds
(`dateline.reading.instrument`), since no name is of such a type; `weapons.overlap` forgives borders.
Sentences of one document are read as the one text that they are, a line each.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.language import load
from dateline.reading.instrument import means_at
from training.annotated import proper_part, read_jsonl
from training.name_lists import title_words

if TYPE_CHECKING:
    from dateline.language.tree import Doc

DEFAULT_DATA = ("ner/worldwide.dev.jsonl", "ner/uner_ewt.dev.jsonl", "re3d/dev.jsonl")

OURS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP"}
THEIRS = {
    "Person": "PER", "PER": "PER", "Organization": "ORG", "Organisation": "ORG", "ORG": "ORG",
    "Location": "LOC", "LOC": "LOC", "Facility": "LOC", "NORP": "NORP", "Nationality": "NORP",
}  # fmt: skip
WEAPON = "WEAPON"
RE3D = {"PER": "Person", "ORG": "Organisation", "LOC": "Location", "NORP": "Nationality", WEAPON: "Weapon"}
SHARED_TYPES = ("PER", "LOC", "ORG")
WEAPONS = frozenset({"MilitaryPlatform", "Weapon"})
_TITLES = re.compile(rf"\b(?:{'|'.join(sorted(title_words()))})\b\.?\s*")

Span = tuple[int, int, str]


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `ner/` or `re3d/`, or over all such files of a folder."""
    tally, proper, acting, weapons = Tally(), Tally(), Tally(), Tally()
    for path in sorted(data.rglob("*.jsonl")) if data.is_dir() else [data]:
        rows = list(read_jsonl(path))
        parsed = [names for _, group in groupby(rows, _document) for names in _read(list(group))]
        for row, names in zip(rows, parsed, strict=True):
            found = [(begin, end, OURS[label]) for begin, end, label in names if label in OURS]
            tally.add(_gold(row), found)
            if _is_re3d(row):
                gold = _cut_down(row["text"], _gold(row))
                proper.add(gold, found)
                acting.add(gold, _as_bodies(found, gold))
                weapons.add(_weapons(row), [name for name in names if name[2] == WEAPON])
        if predictions:
            target = predictions / path.name if data.is_dir() else predictions
            _write(target, [_predicted(row, names) for row, names in zip(rows, parsed, strict=True)])
    figures = _figures(tally)
    if proper.gold:
        figures |= {"proper": proper.f1(SHARED_TYPES), "proper_acting": acting.f1(SHARED_TYPES)}
    if weapons.gold:
        figures |= {"weapons": weapons.f1((WEAPON,)), "weapons.overlap": weapons.f1((WEAPON,), ".overlap")}
    return figures


@dataclass
class Tally:
    """Spans in gold, found, and right, by type; `TYPE.overlap` counts right ones with other borders too."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: list[Span], found: list[Span]) -> None:
        """Compare the names of one text."""
        self.gold.update(label for *_, label in gold)
        self.found.update(label for *_, label in found)
        self.right.update(label for *_, label in set(gold) & set(found))
        free = list(gold)
        for begin, end, label in found:
            match = next((g for g in free if g[2] == label and g[0] < end and begin < g[1]), None)
            if match:
                free.remove(match)
                self.right[f"{label}.overlap"] += 1

    def f1(self, labels: tuple[str, ...], suffix: str = "") -> float:
        """F1 x 100 over some types."""
        total = sum(self.gold[label] + self.found[label] for label in labels)
        return 200 * sum(self.right[label + suffix] for label in labels) / total if total else 0.0


def _document(row: dict[str, Any]) -> str:
    """What rows of one document share; a row without one stands alone."""
    return str(row.get("doc") or row["id"])


def _read(rows: list[dict[str, Any]]) -> list[list[Span]]:
    """The names and weapons of each row, the rows read as one text."""
    doc = load().parse("\n".join(row["text"] for row in rows))
    found = [(name.start_char, name.end_char, name.label_) for name in doc.ents if name.label_ in OURS]
    found += _means(doc)
    result, begin = [], 0
    for row in rows:
        end = begin + len(row["text"])
        result.append([(b - begin, e - begin, label) for b, e, label in found if begin <= b and e <= end])
        begin = end + 1
    return result


def _means(doc: Doc) -> list[Span]:
    """The weapons that the table of means knows, the longer of two that share a word."""
    words = (token for token in doc if not token.is_punct)
    ends = {means.end: means.start for word in words if (means := means_at(word))}
    return [
        (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), WEAPON)
        for end, start in ends.items()
        if not any(first <= start and end < last for last, first in ends.items())
    ]


def _is_re3d(row: dict[str, Any]) -> bool:
    return "licence" in row


def _gold(row: dict[str, Any]) -> list[Span]:
    """The names of a row in the shared types; of re3d only what has a capital letter."""
    if _is_re3d(row):
        spans = [(entity["begin"], entity["end"], entity["type"]) for entity in row["entities"]]
        spans = [span for span in spans if any(c.isupper() for c in row["text"][span[0] : span[1]])]
    else:
        spans = row["entities"]
    return [(begin, end, THEIRS[kind]) for begin, end, kind in spans if kind in THEIRS]


def _weapons(row: dict[str, Any]) -> list[Span]:
    """The weapons and platforms of a row of re3d, named or not."""
    return [(e["begin"], e["end"], WEAPON) for e in row["entities"] if e["type"] in WEAPONS]


def _cut_down(text: str, spans: list[Span]) -> list[Span]:
    """Spans without articles, common nouns around the name, and titles."""
    result = []
    for begin, end, label in spans:
        titles = [m.end() for m in _TITLES.finditer(text, begin, end)] if label == "PER" else []
        start, stop = proper_part(text, titles[-1] if titles else begin, end)
        if start < stop:
            result.append((start, stop, label))
    return result


def _as_bodies(found: list[Span], gold: list[Span]) -> list[Span]:
    """`found`, where a place or people that is an organisation in `gold` is one."""
    bodies = {(begin, end) for begin, end, label in gold if label == "ORG"}
    return [
        (b, e, "ORG" if (b, e) in bodies and label in {"LOC", "NORP"} else label) for b, e, label in found
    ]


def _figures(tally: Tally) -> dict[str, float]:
    right = sum(tally.right[label] for label in SHARED_TYPES)
    figures = {
        "f1": tally.f1(SHARED_TYPES),
        "precision": 100 * right / max(1, sum(tally.found[label] for label in SHARED_TYPES)),
        "recall": 100 * right / max(1, sum(tally.gold[label] for label in SHARED_TYPES)),
        "overlap": tally.f1(SHARED_TYPES, ".overlap"),
    }
    return figures | {label: tally.f1((label,)) for label in (*SHARED_TYPES, "NORP") if tally.gold[label]}


def _predicted(row: dict[str, Any], names: list[Span]) -> dict[str, Any]:
    """The row with our names in place of the corpus', in the corpus' own shape."""
    if _is_re3d(row):
        entities: list[Any] = [
            {"begin": b, "end": e, "type": RE3D[OURS.get(label, label)], "text": row["text"][b:e]}
            for b, e, label in names
        ]
    else:
        entities = [[begin, end, label] for begin, end, label in names if label in OURS]
    kept = {key: row[key] for key in ("id", "doc", "split", "text", "tokens") if key in row}
    return kept | {"entities": entities}


def _write(target: Path, rows: list[dict[str, Any]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
