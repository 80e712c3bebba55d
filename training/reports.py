"""Annotated reports as the event models learn from them: gold in the guide's shape, on parsed text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.evaluation.gold import QuotedText
from dateline.grounding.who import Cast, find_actors
from dateline.language import Pipeline
from dateline.language.tree import Doc, Token
from dateline.model import EventClaim, Original, Report
from dateline.sources import read_paths

PRESS = ("guardian-", "fakes-", "hrds-", "re3d-bbc-")
"""Names of reports whose licence lets them measure but not train."""

ANNOTATIONS = Path(__file__).with_name("annotations")
"""The project's own annotations."""

_SAME = str.maketrans("“”‘’–—\u00a0", "\"\"''-- ")
_FILLING = frozenset("the a an of and in on for to its their his her s".split())
_NAMING = frozenset({"flat", "compound", "amod", "appos", "nmod:poss", "nmod:desc", "fixed", "nummod"})


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """`triggers` are character offsets, the fullest mention first."""

    type: str
    core: bool
    triggers: tuple[tuple[int, int], ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Annotated:
    """One annotated report: `name` decides its fold, `whole` is False for the one-paragraph items.

    Where it isn't `complete`, only the events that it lists are known, not that there are no others.
    """

    name: str
    text: str
    events: tuple[GoldEvent, ...]
    whole: bool
    doc: Doc
    complete: bool = True

    @property
    def is_open(self) -> bool:
        """True where the licence allows weights trained on it to be shipped."""
        return not self.name.startswith(PRESS)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words that touch these offsets."""
        return [t for t in self._words if t.idx < end and t.idx + len(t) > start]

    @cached_property
    def _words(self) -> list[Token]:
        return [t for t in self.doc if not t.is_space]

    def head(self, start: int, end: int) -> Token | None:
        """The word there that governs the others."""
        tokens = [t for t in self.tokens(start, end) if not t.is_punct]
        inside = {t.i for t in tokens}
        return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)

    @cached_property
    def cast(self) -> Cast:
        """Who is who in the report, as the reading sees it."""
        original = Original("0" * 64, "text", len(self.text))
        return find_actors(self.doc, Report(self.name, self.name, self.text, original))

    def bearers(self, name: str, near: Token, allowed: Sequence[Token]) -> list[Token]:
        """The phrases among `allowed` that stand for `name` or, in an item, hold it verbatim."""
        found = {t.i: t for t in allowed if any(alike(name, p.name) for p in self.cast.parties(t))}
        held = None if self.whole else self._verbatim(name, near, {t.i for t in allowed})
        if held is not None:
            found[held.i] = held
        return [found[i] for i in sorted(found)]

    def _verbatim(self, name: str, near: Token, allowed: set[int]) -> Token | None:
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        places = sorted(re.finditer(pattern, self.text), key=lambda m: abs(m.start() - near.idx))
        for place in places:
            token = self.head(place.start(), place.end())
            if token is None or token.sent != near.sent:
                continue
            while token.i not in allowed and token.dep_ in _NAMING and token.head.i != token.i:
                token = token.head
            if token.i in allowed:
                return token
        return None


def read_reports(folder: Path, pipeline: Pipeline) -> Iterator[Annotated]:
    """The pairs ID.txt and ID.json of `folder`, in order of their names."""
    for path in sorted(folder.glob("*.json")):
        text = _body(path.with_suffix(".txt").read_text("utf-8"))
        record = json.loads(path.read_text("utf-8"))
        events = tuple(_event(event, _spans(text, event["mentions"])) for event in record["events"])
        yield Annotated(path.stem, text, events, True, pipeline.parse(text))


def report_folders(gold: Path) -> tuple[Path, ...]:
    """The folders of whole annotated reports, `gold` in the shape of the annotation guide."""
    return *(ANNOTATIONS / name for name in ("wikinews", "statements", "written")), gold / "train"


def read_gold(folder: Path) -> Iterator[tuple[Report, list[dict[str, Any]]]]:
    """The reports of `folder` as the reading takes them, each with its gold events in the guide's shape."""
    for report in read_paths(sorted(folder.glob("*.txt"))):
        if isinstance(report, Report):
            yield report, json.loads((folder / f"{report.name}.json").read_text("utf-8"))["events"]


def touched(claim: EventClaim, gold: Sequence[dict[str, Any]], text: QuotedText) -> list[int]:
    """The events of `gold`, by place, a trigger of which touches that of `claim`; those of its type first."""
    here = text.place(claim.quote.text, claim.trigger.text)
    found = [
        at
        for at, event in enumerate(gold if here else ())
        for mention in event["mentions"]
        if here and (place := text.place(mention["quote"], mention["trigger"]))
        if place[2] < here[3] and here[2] < place[3]
    ]
    return sorted(dict.fromkeys(found), key=lambda at: gold[at]["type"] != claim.type)


def read_items(path: Path, pipeline: Pipeline) -> Iterator[Annotated]:
    """The one-paragraph items of `path`, one JSON object a line."""
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        events = tuple(_event(event, _item_spans(item["text"], event)) for event in item["events"])
        yield Annotated(item["id"], item["text"], events, False, pipeline.parse(item["text"]))


def alike(one: str, other: str) -> bool:
    """True where all telling words of one name stand in the other: "Taliban", "Taliban fighters"."""
    words = [set(re.findall(r"\w+", name.casefold())) - _FILLING for name in (one, other)]
    return all(words) and (words[0] <= words[1] or words[1] <= words[0])


def _body(text: str) -> str:
    """The text after the front matter."""
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def _event(event: dict[str, Any], triggers: Iterable[tuple[int, int]]) -> GoldEvent:
    names = (tuple(event.get(role) or ()) for role in ("actor", "target"))
    return GoldEvent(event["type"], event.get("core", True), tuple(triggers), *names)


def _item_spans(text: str, event: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for words in (event["trigger"], *event.get("also", ())):
        places = [m.start() for m in re.finditer(re.escape(words), text)]
        which = event.get("n", 1) - 1 if words == event["trigger"] else 0
        if which < len(places):
            yield places[which], places[which] + len(words)


def _spans(text: str, mentions: list[dict[str, str]]) -> Iterator[tuple[int, int]]:
    flat, offsets = _flat(text)
    for mention in mentions:
        quote, trigger = _flat(mention["quote"])[0].strip(), _flat(mention["trigger"])[0].strip()
        at, inner = flat.find(quote), quote.find(trigger)
        if at >= 0 and inner >= 0:
            yield offsets[at + inner], offsets[at + inner + len(trigger) - 1] + 1


def _flat(text: str) -> tuple[str, list[int]]:
    """`text` with runs of white space as one blank and plain quotation marks, and where each stood."""
    kept = [i for i, c in enumerate(text) if not (c.isspace() and i and text[i - 1].isspace())]
    return "".join(" " if text[i].isspace() else text[i] for i in kept).translate(_SAME), kept
