"""Scores: how near a system's records come to gold ones, with the meaning of every figure.

found    core gold events that a system event was paired with, whatever its type
event    the same with the right type (CONCEDE and RETREAT count as one)
actor, target, source, claimed_by, denied_by, counts
         values right over correctly typed pairs whose gold event is core
time, time_bounds, place, status
         share right over the same pairs; `time` asks for a common day, `time_bounds` for both ends
row      share of all core gold events with type, actor, target, source, time, place and status right
relations, figures, disagreements
         found among the core ones of the gold

Recall is over core gold; a system event paired with gold that is not core is neither rewarded nor punished.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dateline.evaluation.field import NAME_FIELDS, Fields, Tally, amount
from dateline.evaluation.gold import QuotedText
from dateline.evaluation.name import Canonical, fold, same_name
from dateline.evaluation.pairing import pair_events, places_of
from dateline.model.vocabulary import SYMMETRIC_RELATIONS

Plain = dict[str, Any]


@dataclass(slots=True)
class Scores:
    """The figures over any number of reports; `table` gives them by name."""

    reports: int = 0
    core: int = 0
    rows: int = 0
    repeats: int = 0
    quotes_not_in_text: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Tally] = field(default_factory=dict)

    def tally(self, name: str) -> Tally:
        """The precision and recall tally called `name`."""
        return self.tallies.setdefault(name, Tally())

    def share(self, name: str) -> Tally:
        """The share called `name`: `right` of `gold`."""
        return self.shares.setdefault(name, Tally())

    def table(self) -> dict[str, float]:
        """Every figure by name: F1 for tallies, share right for shares."""
        figures: dict[str, float] = {"reports": self.reports}
        for name in ("found", "event"):
            tally = self.tally(name)
            figures |= {name: tally.f1, f"{name}_precision": tally.precision, f"{name}_recall": tally.recall}
        figures["row"] = self.rows / self.core if self.core else 0.0
        for name in (*NAME_FIELDS, "counts"):
            figures[name] = self.tally(name).f1
        for name in ("time", "time_bounds", "place", "status"):
            figures[name] = self.share(name).recall
        for name in ("relations", "figures", "disagreements"):
            figures[name] = self.tally(name).f1
        figures["quotes_not_in_text"] = self.quotes_not_in_text
        return {name: round(value, 3) for name, value in figures.items()}


def score(reports: Iterable[tuple[Plain, Plain, str]], canonical: Canonical = str) -> Scores:
    """Scores over (gold record, system record, whole text) of every report."""
    scores = Scores()
    for gold, system, text in reports:
        scores.reports += 1
        _score_events(scores, gold.get("events", []), system.get("events", []), QuotedText(text), canonical)
        _score_ties(scores, gold, system, canonical)
        _score_figures(scores, gold, system, canonical)
        _score_disagreements(scores, gold.get("disagreements") or [], system.get("disagreements") or [])
    return scores


def _score_events(
    scores: Scores, gold: list[Plain], system: list[Plain], text: QuotedText, canonical: Canonical
) -> None:
    gold_places = [places_of(event, text)[0] for event in gold]
    system_places = []
    for event in system:
        places, missing = places_of(event, text)
        system_places.append(places)
        scores.quotes_not_in_text += missing
    pairing = pair_events(gold, system, (gold_places, system_places), canonical)
    core = {i for i, event in enumerate(gold) if event.get("core")}
    scores.core += len(core)
    scores.repeats += len(pairing.repeats)
    for name, pairs in (("found", pairing.pairs), ("event", [p for p in pairing.pairs if p.typed])):
        hits = sum(p.gold in core for p in pairs)
        scores.tally(name).add(hits, len(core), len(system) - (len(pairs) - hits))
    for pair in pairing.pairs:
        if pair.typed and pair.gold in core:
            _add_fields(scores, pair.fields)


def _add_fields(scores: Scores, fields: Fields) -> None:
    scores.rows += fields.row
    for name, tally in (*fields.names.items(), ("counts", fields.counts)):
        scores.tally(name).add(tally.right, tally.gold, tally.system)
    shares = {
        "time": fields.time_near,
        "time_bounds": fields.time_exact,
        "place": fields.place,
        "status": fields.status,
    }
    for name, right in shares.items():
        if right is not None:
            scores.share(name).add(int(right), 1, 1)


def _score_ties(scores: Scores, gold: Plain, system: Plain, canonical: Canonical) -> None:
    def same(mine: Plain, theirs: Plain) -> bool:
        if mine["type"] != theirs.get("type"):
            return False
        ends = (theirs.get("from", ""), theirs.get("to", ""))
        orders = [ends, ends[::-1]] if mine["type"] in SYMMETRIC_RELATIONS else [ends]
        return any(
            same_name(mine["from"], a, canonical) and same_name(mine["to"], b, canonical) for a, b in orders
        )

    _score_list(scores, "relations", gold, system, same)


def _score_figures(scores: Scores, gold: Plain, system: Plain, canonical: Canonical) -> None:
    def same(mine: Plain, theirs: Plain) -> bool:
        if amount(mine)[1] != amount(theirs)[1]:
            return False
        return same_name(mine["what"], theirs.get("what", ""), canonical)

    _score_list(scores, "figures", gold, system, same)


def _score_list(scores: Scores, name: str, gold: Plain, system: Plain, same: Any) -> None:
    listed = gold.get(name) or []
    core = [item for item in listed if item.get("core", True)]
    left = list(system.get(name) or [])
    hits = neutral = 0
    for at, item in enumerate([*core, *(item for item in listed if not item.get("core", True))]):
        hit = next((other for other in left if same(item, other)), None)
        if hit is not None:
            left.remove(hit)
            hits, neutral = (hits + 1, neutral) if at < len(core) else (hits, neutral + 1)
    scores.tally(name).add(hits, len(core), len(system.get(name) or []) - neutral)


def _score_disagreements(scores: Scores, gold: list[Plain], system: list[Plain]) -> None:
    found = sum(any(_same_disagreement(mine, theirs) for theirs in system) for mine in gold)
    scores.tally("disagreements").add(found, len(gold), len(system))


def _same_disagreement(gold: Plain, system: Plain) -> bool:
    if gold.get("field") != system.get("field"):
        return False
    theirs = fold(" ".join(system.get("quotes", [])))
    quotes = [fold(quote) for quote in gold.get("quotes", [])]
    return any(quote[:40] in theirs or theirs[:40] in quote for quote in quotes)
