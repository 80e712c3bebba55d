"""Press releases: the day, province, group, kind, killed and captured of ISAF's operations.

A release tells one operation, first in short and then at length. Its coders entered the day that it tells,
else its own; a leader taken and the suspects taken beside him are added up. `date` the first event of a
single day or night, `province` any of the places or what holds one of them, by any of its names;
`killed` and `captured` the least numbers, `group` any of the groups, which the words about an event name,
`type` the kind of operation. Each is the share of `releases` that have it right, x 100. Releases that train
the event models are left out.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dateline.grounding.when.home import FILING_LINE
from dateline.grounding.where import Gazetteer
from dateline.model import EventClaim, Original, Report, report_id
from dateline.reading import Reader
from training.annotated import read_jsonl
from training.reports import ANNOTATIONS

DEFAULT_DATA = ("conflict/isaf_press.jsonl",)
FIGURES = ("date", "province", "group", "type", "killed", "captured")
_ONE_NIGHT = 1  # days from the first to the last of what happened "overnight" or "in the past 24 hours"
_AREA = re.compile(r"\s+(?:provinces?|districts?)$")
_GROUPS = {
    "taliban": "taliban",
    "haqqani": "haqqani",
    "uzbekistan": "imu",
    "imu": "imu",
    "gulbuddin": "hig",
    "hig": "hig",
    "qaida": "aq",
    "qaeda": "aq",
}


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `conflict/isaf_press.jsonl`; predictions too."""
    rows = unseen(list(read_jsonl(data)), trained(data))
    reader = Reader()
    written = []
    right = dict.fromkeys(FIGURES, 0)
    for row in rows:
        report = _report(row)
        found = summary([claim for claim in reader.read(report) if isinstance(claim, EventClaim)])
        if found["start_date"] is None:
            found["start_date"] = released(reader, report)
        for name, is_right in _judged(found, row["event"]).items():
            right[name] += is_right
        written.append({**row, "event": found})
    if predictions:
        predictions.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in written)
        predictions.write_text("".join(lines), "utf-8")
    return {"releases": float(len(rows))} | {n: 100 * c / max(1, len(rows)) for n, c in right.items()}


def unseen(rows: list[dict[str, Any]], trained: frozenset[str]) -> list[dict[str, Any]]:
    """The releases whose id isn't among those that train."""
    return [row for row in rows if row["id"] not in trained]


def trained(data: Path) -> frozenset[str]:
    """Names of all reports that train the event models: the project's own, and those of the `gold/train`
    that lies beside a folder above `data`, where there is one."""
    folders = (ANNOTATIONS / "statements", *(above / "gold" / "train" for above in data.resolve().parents))
    return frozenset(path.stem for folder in folders for path in folder.glob("*.json"))


def summary(events: Sequence[EventClaim]) -> dict[str, Any]:
    """What a release's events say, in the corpus's own fields."""
    killed, captured = _highest(events, {"killed"}), _added(events, {"detained", "captured"})
    return {
        "start_date": next(filter(None, map(_day, events)), None),
        "province": sorted({_place(name) for event in events for name in _places(event)}),
        "target_group": sorted({_GROUPS[word] for event in events for word in _words(event) & set(_GROUPS)}),
        "event_type": _kinds(events, killed, captured),
        "min_killed": killed,
        "min_captured": captured,
    }


def released(reader: Reader, report: Report) -> str | None:
    """The day of the release itself, from the line that says where and when it was filed."""
    times = reader.ground(report).times
    return next((when.earliest for when in times if when.rule == FILING_LINE), None)


def _judged(found: dict[str, Any], gold: dict[str, Any]) -> dict[str, bool]:
    provinces = {name for given in gold["province"] if given for name in _provinces(given)}
    groups = {name for given in gold["target_group"] for name in given.split(";") if name}
    return {
        "date": found["start_date"] == gold["start_date"],
        "province": bool(provinces & set(found["province"])),
        "group": bool(groups & set(found["target_group"])) if groups else not found["target_group"],
        "type": set(found["event_type"]) == {kind for each in gold["event_type"] for kind in each.split(";")},
        "killed": found["min_killed"] == gold["min_killed"],
        "captured": found["min_captured"] == gold["min_captured"],
    }


def _day(event: EventClaim) -> str | None:
    """The first day of what is dated to a day or a night."""
    when = event.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    return when.earliest if (last - first).days <= _ONE_NIGHT else None


def _highest(events: Sequence[EventClaim], what: set[str]) -> int:
    """The highest toll of one event: the dead are told again by other names ("insurgents", "the leader")."""
    tolls = ({c.span: c.min or 0 for c in e.counts if c.what in what} for e in events)
    return max((sum(toll.values()) for toll in tolls), default=0)


def _added(events: Sequence[EventClaim], what: set[str]) -> int:
    """The highest number that is told of each sort of people, added up: a leader and suspects beside him."""
    told: dict[str, int] = defaultdict(int)
    for count in (count for event in events for count in event.counts if count.what in what):
        sort = _sort(count.who)
        told[sort] = max(told[sort], count.min or 0)
    return sum(told.values())


def _sort(who: str) -> str:
    """What people are called: the last word before whatever tells more of them, without the plural."""
    head = re.split(r"\b(?:of|in|with|for|who|during|along|and)\b|,", who.casefold())[0].split()
    return head[-1].removesuffix("s") if head else ""


def _kinds(events: Iterable[EventClaim], killed: int, captured: int) -> list[str]:
    if any("airstrike" in (event.mode or "") for event in events):
        return ["airstrike"]
    if killed:
        return ["captureandkill" if captured else "insurgentskilled"]
    return ["detention"]


def _words(event: EventClaim) -> set[str]:
    names = [event.quote.text, *(party.name for party in (*event.actors, *event.targets))]
    return set(re.findall(r"\w+", " ".join(names).casefold()))


def _places(event: EventClaim) -> Iterable[str]:
    return (name for where in event.places for name in (where.name, *where.containing))


def _place(name: str) -> str:
    return _AREA.sub("", name.casefold())


def _provinces(name: str) -> set[str]:
    """The names of the province that is called `name`."""
    entries = (entry.name for entry in _gazetteer().candidates(name) if entry.kind == "admin1")
    return {_place(each) for each in (name, *entries)}


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()


def _report(row: dict[str, Any]) -> Report:
    text = row["text"]
    return Report(
        id=report_id(text, None, None, None, None),
        name=row["id"],
        text=text,
        original=Original("0" * 64, "jsonl", len(text)),
    )
