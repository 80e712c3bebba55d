"""Actors: pointing back within a report (GUM), and linking mentions to the registry.

In the report, over GUM documents of news and interviews: of the personal and possessive pronouns, of the
definite descriptions and of the short names whose group has a fuller mention, how many are brought to a
mention of their own group (`recall`), and how many answers are right (`precision`). Over a CSV file (mention,
context, date, expected id or NIL, hard): how many links are right, and how many hard confusions are accepted.
With `news_` before, the same for mentions labelled without sight of the registry (`benchmarks.linking`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.linking import cast_of, link_at, news_figures, rows_of
from dateline.model import Party

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

DEFAULT_DATA = "ner/gum_mentions.dev.jsonl"

_GENRES = frozenset({"news", "interview"})
_TYPES = frozenset({"person", "organization", "place"})
_PRONOUNS = frozenset(
    "he him his she her hers it its they them their himself herself itself themselves".split()
)
_MENTIONS = Path(__file__).parents[1] / "tests" / "grounding" / "who" / "mentions.csv"


@dataclass(frozen=True)
class Mention:
    """A gold mention in the joined text; `head` is the span of its head word, `group` its entity."""

    start: int
    end: int
    head: tuple[int, int]
    group: str
    type: str


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures in percent: over `data` (GUM's shape), and over the mentions to link."""
    counts: Counter[tuple[str, str]] = Counter()
    answers = []
    for line in data.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["genre"] in _GENRES:
            answers += list(_measure(row, counts))
    if predictions:
        predictions.write_text("".join(json.dumps(answer) + "\n" for answer in answers), "utf-8")
    figures = {}
    for kind in ("pronoun", "description", "short_name"):
        figures[f"{kind}_recall"] = _percent(counts[kind, "right"], counts[kind, "gold"])
        figures[f"{kind}_precision"] = _percent(counts[kind, "right"], counts[kind, "answered"])
    news = {f"news_{name}": value for name, value in news_figures().items()}
    return figures | link_figures(_MENTIONS) | news


def link_figures(path: Path) -> dict[str, float]:
    """Precision and recall of links over a CSV of mentions, and the hard confusions that were accepted."""
    counts: Counter[str] = Counter()
    for row in rows_of(path):
        found, expected = link_of(row["mention"], row["context"], row["date"] or None), row["expected"]
        if row["hard"]:
            counts["hard"] += 1
            counts["hard_wrong"] += found is not None and found != expected
        counts["expected"] += expected != "NIL"
        counts["answered"] += found is not None
        counts["right"] += found is not None and found == expected
    return {
        "link_precision": _percent(counts["right"], counts["answered"]),
        "link_recall": _percent(counts["right"], counts["expected"]),
        "hard_accepted": float(counts["hard_wrong"]),
    }


def link_of(mention: str, context: str, date: str | None) -> str | None:
    """The registry id that a report of that date gives to the first words `mention` in `context`."""
    start = context.index(mention)
    return link_at(context, start, start + len(mention), date)


def _measure(row: dict[str, Any], counts: Counter[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    text, mentions = _joined(row)
    doc, cast = cast_of(text, None)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.group, []).append(mention)
    for mention in mentions:
        fuller = [
            m for m in groups[mention.group] if m != mention and text[slice(*m.head)].lower() not in _PRONOUNS
        ]
        token = next(iter(_within(doc, *mention.head)), None)
        kind = None if _is_nested(mention, mentions, text) else _kind(text, mention, fuller, token)
        if kind is None or token is None:
            continue
        parties = [p for p in cast.parties(token) if _is_answer(p, kind)]
        right = any(_hits(party, kind, fuller, text) for party in parties)
        counts[kind, "gold"] += 1
        counts[kind, "answered"] += bool(parties)
        counts[kind, "right"] += right
        yield {
            "doc": row["doc"],
            "kind": kind,
            "text": text[mention.start : mention.end],
            "said": [party.name for party in parties],
            "gold": [text[m.start : m.end] for m in fuller[:2]],
            "right": right,
        }


def _joined(row: dict[str, Any]) -> tuple[str, list[Mention]]:
    """The document as one text, a sentence after the other, and its mentions of things that can act."""
    starts, text = [], ""
    for sentence in row["sents"]:
        starts.append(len(text))
        text += sentence["text"] + " "
    mentions = [
        Mention(
            starts[m["sent"]] + m["begin"],
            starts[m["sent"]] + m["end"],
            (starts[m["sent"]] + m["head"][0], starts[m["sent"]] + m["head"][1]),
            m["group"],
            m["type"],
        )
        for m in row["mentions"]
        if m["type"] in _TYPES
    ]
    return text, mentions


def _kind(text: str, mention: Mention, fuller: list[Mention], token: Token | None) -> str | None:
    """pronoun, description or short_name; None for what has nothing to be brought to."""
    earlier = [m for m in fuller if m.end <= mention.start]
    if token is None or not earlier:
        return None
    words = text[mention.start : mention.end]
    if words.lower() in _PRONOUNS:
        return "pronoun"
    named = [m for m in fuller if text[slice(*m.head)][:1].isupper()]
    if token.pos_ == "NOUN" and words.lower().startswith(("the ", "this ", "that ")) and named:
        return "description"
    if any(m.start <= mention.start and mention.end < m.end for m in fuller):
        return None
    longer = [m for m in named if words in text[m.start : m.end] and m.end - m.start > len(words)]
    return "short_name" if token.pos_ == "PROPN" and longer else None


def _is_nested(mention: Mention, mentions: list[Mention], text: str) -> bool:
    """True for a name within another name ("Texas" in "Texas Rangers")."""
    around = (m for m in mentions if m.start <= mention.start and mention.end <= m.end)
    named = text[mention.head[0]].isupper()
    return any(named and m.group != mention.group and text[m.head[0]].isupper() for m in around)


def _is_answer(party: Party, kind: str) -> bool:
    """A description that was left as it stands is no answer."""
    return kind == "short_name" or party.via is not None


def _hits(party: Party, kind: str, fuller: list[Mention], text: str) -> bool:
    if kind == "short_name":
        return any(party.name in text[m.start : m.end] and party.name for m in fuller)
    via = party.via
    return via is not None and any(m.start < via.end and via.start < m.end for m in fuller)


def _within(doc: Doc, start: int, end: int) -> list[Token]:
    return [token for token in doc if token.idx < end and start < token.idx + len(token)]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
