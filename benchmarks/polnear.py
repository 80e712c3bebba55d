"""Speakers: source, cue and content of attributions against PolNeAR.

Overlap: a found piece that shares a character with a gold piece of its kind, one to one; exact: the same
span.
A source, cue or content in several fragments counts as the stretch from its first to its last character.
F1 x 100.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.grounding.who import find_actors
from dateline.language import load
from dateline.model import Original, Report, report_id
from dateline.reading.speaker import find_attributions
from training.annotated import read_jsonl

if TYPE_CHECKING:
    from dateline.language.tree import Doc
    from dateline.reading.speaker import Attributions

DEFAULT_DATA = ("polnear/dev.jsonl",)
KINDS = ("source", "cue", "content")

Piece = tuple[int, int]
Attribution = dict[str, list[Piece]]


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `polnear/dev.jsonl`; predictions are written in that
    shape."""
    rows = list(read_jsonl(data))
    counts: Counter[str] = Counter()
    written = []
    for row, doc in zip(rows, load().parse_many(row["text"] for row in rows), strict=True):
        found = find(doc, row)
        gold = [{kind: [_piece(part) for part in a[kind]] for kind in KINDS} for a in row["attributions"]]
        for kind in KINDS:
            compare(_whole(gold, kind), _whole(found, kind), kind, counts)
        written.append({**row, "attributions": [_as_row(attribution, row["text"]) for attribution in found]})
    if predictions:
        predictions.parent.mkdir(parents=True, exist_ok=True)
        predictions.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in written), "utf-8"
        )
    return {f"{kind}_{how}": _f1(counts, kind, how) for how in ("overlap", "exact") for kind in KINDS}


def find(doc: Doc, row: dict[str, Any]) -> list[Attribution]:
    """The attributions of one row as character ranges, in the order of their cues."""
    report = Report(
        id=report_id(row["text"], row.get("title"), row.get("publisher"), row.get("date"), None),
        name=row["id"],
        text=row["text"],
        original=Original("0" * 64, "jsonl", len(row["text"])),
        published=row.get("date"),
    )
    attributions = find_attributions(doc, report, find_actors(doc, report))
    return sorted(_ranges(doc, attributions), key=lambda found: found["cue"])


def _ranges(doc: Doc, attributions: Attributions) -> Iterable[Attribution]:
    for saying in attributions.sayings:
        if any(other.covers(saying.cue[0]) for other in attributions.sayings if other is not saying):
            continue  # PolNeAR is flat: what stands inside somebody's words is not annotated again
        holder = saying.holder
        heads = () if holder is None else (*saying.beside, holder)
        ends = [(head.left_edge.i, head.right_edge.i + 1) for head in heads]
        yield {
            "source": [_characters(doc, end) for end in ends],
            "cue": [_characters(doc, saying.cue)],
            "content": [_characters(doc, part) for part in saying.content],
        }


def _characters(doc: Doc, tokens: Piece) -> Piece:
    words = doc[tokens[0] : tokens[1]]
    return (words.start_char, words.end_char)


def _piece(part: dict[str, Any]) -> Piece:
    return (part["begin"], part["end"])


def _whole(attributions: list[Attribution], kind: str) -> list[Piece]:
    spans = (a[kind] for a in attributions if a[kind])
    return sorted({(min(p[0] for p in pieces), max(p[1] for p in pieces)) for pieces in spans})


def compare(gold: list[Piece], found: list[Piece], kind: str, counts: Counter[str]) -> None:
    """Count pieces, overlapping ones and exact ones; exact matches are paired first."""
    counts[f"{kind} gold"] += len(gold)
    counts[f"{kind} found"] += len(found)
    same = set(gold) & set(found)
    counts[f"{kind} exact"] += len(same)
    counts[f"{kind} overlap"] += len(same)
    free = [piece for piece in gold if piece not in same]
    for begin, end in (piece for piece in found if piece not in same):
        match = next((piece for piece in free if piece[0] < end and begin < piece[1]), None)
        if match:
            free.remove(match)
            counts[f"{kind} overlap"] += 1


def _f1(counts: Counter[str], kind: str, how: str) -> float:
    both = counts[f"{kind} gold"] + counts[f"{kind} found"]
    return 200 * counts[f"{kind} {how}"] / both if both else 0.0


def _as_row(attribution: Attribution, text: str) -> dict[str, list[dict[str, Any]]]:
    return {
        kind: [{"begin": begin, "end": end, "text": text[begin:end]} for begin, end in attribution[kind]]
        for kind in KINDS
    }
