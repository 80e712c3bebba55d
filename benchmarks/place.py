"""Places: toponyms to coordinates, right within 161 km (100 miles) as the literature counts.

`given`: gold spans are handed over and only resolved, one left open counts as wrong. `found`: names are
found and resolved, a gold toponym counts when a name of ours overlaps it and lies right; precision is over
ours. A country is right when it is the same country, whatever the coordinates: the middle of one is a
matter of taste. `wrong_country` is the share of answers in another country, where the corpus names it.
All shares x 100; `memory_mb` is the peak of a process that only resolves names.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.grounding.where import Gazetteer, find_places
from dateline.grounding.where.entry import distance_km
from dateline.grounding.where.folding import fold
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.resolver import Resolution, Resolver
from dateline.language import load
from dateline.model import Original, Report, Where, report_id
from training.annotated import read_jsonl

DEFAULT_DATA = ("geo/lgl_half.jsonl", "geo/geovirus.jsonl")
RIGHT_KM = 161.0
_COUNTRY_CODES = frozenset({"PCLI", "PCLS", "PCLD", "PCLF"})
_RESOLVE_ALL = """
import json, sys
from dateline.grounding.where import Gazetteer
gazetteer = Gazetteer()
for name in json.load(sys.stdin):
    gazetteer.candidates(name)
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
"""

Row = dict[str, Any]


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `geo/`, or over all such files of a folder."""
    gazetteer = Gazetteer()
    counts: Counter[str] = Counter()
    names: list[str] = []
    for path in sorted(data.rglob("*.jsonl")) if data.is_dir() else [data]:
        rows = list(read_jsonl(path))
        given = _resolve(rows, gazetteer, counts)
        found = [find_places(load().parse(row["text"]), _report(row)) for row in rows]
        for row, resolutions, wheres in zip(rows, given, found, strict=True):
            _count_given(row, resolutions, gazetteer, counts)
            _count_found(row, wheres, gazetteer, counts)
        names += [toponym["text"] for row in rows for toponym in row["toponyms"]]
        if predictions:
            target = predictions / path.name if data.is_dir() else predictions
            _write(target, [_predicted(*three) for three in zip(rows, given, found, strict=True)])
    return _figures(counts) | _memory(names)


def _toponyms(row: Row) -> list[Row]:
    """A row's toponyms in text order."""
    return sorted(row["toponyms"], key=lambda toponym: (toponym["begin"], toponym["end"]))


def _resolve(rows: list[Row], gazetteer: Gazetteer, counts: Counter[str]) -> list[tuple[Resolution, ...]]:
    """The gold spans of each row, resolved; the time it takes goes to the counts in microseconds."""
    resolver = Resolver(gazetteer)
    resolver.resolve("", [Mention(0, 4, "Iraq")])  # opens the index, which a run does once
    started = time.process_time()
    resolved = [
        resolver.resolve(row["text"], [Mention(t["begin"], t["end"], t["text"]) for t in _toponyms(row)])
        for row in rows
    ]
    counts["microseconds"] += round((time.process_time() - started) * 1e6)
    counts["rows"] += len(rows)
    return resolved


def _report(row: Row) -> Report:
    text = row["text"]
    return Report(report_id(text, None, None, None, None), row["id"], text, Original("0" * 64, "jsonl", 0))


def _country(toponym: Row) -> str | None:
    """The country that a toponym is, by its folded name; None for everything smaller."""
    if toponym.get("fcode") in _COUNTRY_CODES:
        return fold(toponym.get("country") or toponym["name"])
    title = toponym.get("wikipedia", "").rpartition("/")[2]
    return fold(re.sub(r"_\(country\)$", "", title)) or None


def _names_of(country: str | None, gazetteer: Gazetteer) -> set[str]:
    """All folded names of the country with this ISO code."""
    nation = gazetteer.nations.get(country or "")
    return {fold(name) for name in (nation.name, *nation.aliases)} if nation else set()


def _is_right(toponym: Row, country: str | None, kind: str, spot: tuple[float, float], g: Gazetteer) -> bool:
    if kind == "country" and _country(toponym) in _names_of(country, g):
        return True
    return distance_km(*spot, toponym["lat"], toponym["lon"]) <= RIGHT_KM


def _count_given(row: Row, resolutions: tuple[Resolution, ...], g: Gazetteer, counts: Counter[str]) -> None:
    for toponym, resolution in zip(_toponyms(row), resolutions, strict=True):
        entry = resolution.entry
        if toponym.get("lat") is None:
            continue
        counts["gold"] += 1
        if entry is None:
            continue
        counts["answered"] += 1
        counts["right"] += _is_right(toponym, entry.country, entry.kind, (entry.lat, entry.lon), g)
        if toponym.get("country") and entry.countries:
            counts["country_known"] += 1
            named = {name for iso in entry.countries for name in _names_of(iso, g)}
            counts["wrong_country"] += fold(toponym["country"]) not in named


def _count_found(row: Row, wheres: tuple[Where, ...], g: Gazetteer, counts: Counter[str]) -> None:
    gold = _toponyms(row)
    located = [where for where in wheres if where.entry is not None]
    counts["found"] += len(wheres)
    counts["located"] += len(located)
    for toponym in gold:
        over = [w for w in wheres if w.span.start < toponym["end"] and toponym["begin"] < w.span.end]
        counts["tagged"] += bool(over)
        if toponym.get("lat") is None or not over or over[0].lat is None or over[0].lon is None:
            continue
        where = over[0]
        counts["found_right"] += _is_right(
            toponym, where.country, where.kind or "", (over[0].lat, over[0].lon), g
        )
    counts["toponyms"] += len(gold)
    spans = [(toponym["begin"], toponym["end"]) for toponym in gold]
    counts["found_gold"] += sum(any(w.span.start < e and b < w.span.end for b, e in spans) for w in wheres)


def _figures(counts: Counter[str]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return 100 * counts[part] / max(1, counts[whole])

    figures = {
        "given": share("right", "gold"),
        "given.answered": share("answered", "gold"),
        "given.of_answered": share("right", "answered"),
        "found": share("found_right", "gold"),
        "tagged.recall": share("tagged", "toponyms"),
        "tagged.precision": share("found_gold", "found"),
        "docs_per_second": counts["rows"] / max(1e-9, counts["microseconds"] / 1e6),
    }
    if counts["country_known"]:
        figures["given.wrong_country"] = share("wrong_country", "country_known")
    return figures


def _memory(names: list[str]) -> dict[str, float]:
    """Peak memory in MB of a fresh process that looks all names up; empty where the system doesn't tell."""
    if not Path("/proc/self/status").exists():
        return {}
    done = subprocess.run(
        [sys.executable, "-c", _RESOLVE_ALL],
        input=json.dumps(names),
        text=True,
        capture_output=True,
        check=True,
    )
    return {"memory_mb": float(done.stdout)}


def _predicted(row: Row, resolutions: tuple[Resolution, ...], wheres: tuple[Where, ...]) -> Row:
    """The row with our coordinates for its toponyms, and under `found` the places that we find ourselves."""
    toponyms = [
        {"begin": t["begin"], "end": t["end"], "text": t["text"], **_spot(resolution)}
        for t, resolution in zip(_toponyms(row), resolutions, strict=True)
    ]
    found = [
        {"begin": w.span.start, "end": w.span.end, "text": w.span.text, "lat": w.lat, "lon": w.lon}
        for w in wheres
    ]
    return {"id": row["id"], "text": row["text"], "toponyms": toponyms, "found": found}


def _spot(resolution: Resolution) -> Row:
    entry = resolution.entry
    if entry is None:
        return {"lat": None, "lon": None, "entry": None}
    return {"lat": entry.lat, "lon": entry.lon, "entry": entry.id, "name": entry.name}


def _write(target: Path, rows: list[Row]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
