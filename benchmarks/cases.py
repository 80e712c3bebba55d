"""Cases: the example reports woven together, beside what a person sees over all of them (`case.json`).

Every figure comes twice: `key.` from claims made of the answer keys, which measures weaving alone, and
`read.` from the reports as dateline reads them.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.key_claims import find_words, key_claims, key_relations, triggers
from dateline.grounding.where import find_places
from dateline.language import load
from dateline.model import Claim, Disagreement, EventClaim, Record, Report, Side, Span, Update
from dateline.reading import Reader
from dateline.sources import read_paths
from dateline.weaving import weave

DEFAULT_DATA = str(Path(__file__).parents[1] / "examples")
Plain = dict[str, Any]
_PARTS = ("events", "events_all", "mentions", "disagreements", "copies", "updates")


@dataclass(slots=True)
class Hits:
    """What was shown and how much of it is right; what there is to find and how much of it was found.

    Two figures for what is right, as one disagreement over forty reprints answers forty lines of a key.
    """

    shown: int = 0
    right: int = 0
    there: int = 0
    found: int = 0

    def table(self, part: str) -> dict[str, float]:
        """F1, precision and recall under the name of the `part`."""
        precision = self.right / self.shown if self.shown else 0.0
        recall = self.found / self.there if self.there else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return {part: f1, f"{part}_precision": precision, f"{part}_recall": recall}

    def add_pair(self, there: bool, shown: bool) -> None:
        """Count a pair that is one happening (`there`) or not, and is shown as one or not."""
        self.there += there
        self.shown += shown
        self.right += there and shown
        self.found += there and shown

    def add_lists(self, shown: list[bool], found: list[bool]) -> None:
        """Count for everything shown whether it is right, for everything there whether it was found."""
        self.shown += len(shown)
        self.right += sum(shown)
        self.there += len(found)
        self.found += sum(found)


@dataclass(frozen=True)
class Example:
    """One example case: its reports by name, their keys by name, and what is seen over all of them."""

    reports: Mapping[str, Report]
    keys: Mapping[str, Plain]
    whole: Plain


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """The figures of `measure` over the folders of `data` with a `case.json`."""
    return measure([_example(file) for file in sorted(data.glob("*/case.json"))], predictions)


def measure(examples: Iterable[Example], predictions: Path | None) -> dict[str, float]:
    """Precision, recall and F1 by part over `examples`, each woven by itself; `predictions`: the errors."""
    examples = list(examples)
    figures: dict[str, float] = {}
    errors: list[str] = []
    for mode, claims_of in (("key", _claims_by_key), ("read", _claims_by_reading)):
        hits = {part: Hits() for part in _PARTS}
        for example in examples:
            record, claims = _woven(example, claims_of(example))
            errors += [f"{mode}\t{line}" for line in _score(example, record, claims, hits)]
        for part in _PARTS:
            figures |= {f"{mode}.{name}": round(v, 3) for name, v in hits[part].table(part).items()}
    if predictions:
        predictions.write_text("\n".join(errors) + "\n", "utf-8")
    return figures


def _example(case: Path) -> Example:
    folder = case.parent
    reports = {r.name: r for r in read_paths([folder / "reports"]) if isinstance(r, Report)}
    keys = {
        file.stem: json.loads(file.read_text("utf-8")) for file in sorted((folder / "key").glob("*.json"))
    }
    return Example(reports, keys, json.loads(case.read_text("utf-8")))


def _claims_by_key(example: Example) -> Iterator[Claim]:
    pipeline = load()
    for name, report in example.reports.items():
        yield from key_relations(report, example.keys[name])
        yield from key_claims(report, example.keys[name], find_places(pipeline.parse(report.text), report))


def _claims_by_reading(example: Example) -> Iterator[Claim]:
    reader = Reader()
    for report in example.reports.values():
        yield from reader.read(report)


def _woven(example: Example, claims: Iterable[Claim]) -> tuple[Record, dict[str, EventClaim]]:
    listed = list(claims)
    record = weave(example.reports.values(), listed)
    return record, {c.id: c for c in listed if isinstance(c, EventClaim)}


def _score(
    example: Example, record: Record, claims: Mapping[str, EventClaim], hits: Mapping[str, Hits]
) -> list[str]:
    return [
        *_score_identity(example, record, claims, hits),
        *_score_disagreements(example, record, hits["disagreements"]),
        *_score_copies(example, record, hits["copies"]),
        *_score_updates(example, record, claims, hits["updates"]),
    ]


def _score_identity(
    example: Example, record: Record, claims: Mapping[str, EventClaim], hits: Mapping[str, Hits]
) -> list[str]:
    """Pairs of key events of two reports, and pairs of mentions within one, that are one happening."""
    home = {claim: event.id for event in record.events for claim in event.claims}
    happening = {
        (member["report"], member["event"]): at
        for at, whole in enumerate(example.whole["happenings"])
        for member in whole["members"]
    }
    events: list[tuple[tuple[str, str], str | None]] = []
    errors: list[str] = []
    for name, key in example.keys.items():
        told = [claim for claim in claims.values() if claim.report == example.reports[name].id]
        mentions = []
        for event in key["events"]:
            found = [_home_of(span, told, home) for span in triggers(example.reports[name], event)]
            mentions += [(event["id"], here) for here in found]
            known = Counter(here for here in found if here)
            events.append(((name, event["id"]), known.most_common(1)[0][0] if known else None))
        errors += _pairs(mentions, lambda a, b: a == b, hits["mentions"], None, f"within {name}")

    def same(one: tuple[str, str], other: tuple[str, str]) -> bool | None:
        if one[0] == other[0]:
            return None
        return one in happening and happening[one] == happening.get(other)

    return errors + _pairs(events, same, hits["events"], hits["events_all"], "across")


def _home_of(span: Span, told: Iterable[EventClaim], home: Mapping[str, str]) -> str | None:
    return next((home[claim.id] for claim in told if claim.trigger.touches(span)), None)


def _pairs(
    units: list[tuple[Any, str | None]], same: Any, hits: Hits, whole: Hits | None, label: str
) -> list[str]:
    errors = []
    for (one, first), (other, second) in combinations(units, 2):
        gold = same(one, other)
        if gold is None:
            continue
        joined = first is not None and first == second
        if whole:
            whole.add_pair(gold, joined)
        if first is None or second is None:
            continue
        hits.add_pair(gold, joined)
        if gold != joined:
            errors.append(f"{label}\t{'missed' if gold else 'wrong'}\t{one}\t{other}")
    return errors


def _score_disagreements(example: Example, record: Record, hits: Hits) -> list[str]:
    key = example.whole["disagreements"]
    right = [any(_answers(example, d, told) for told in key) for d in record.disagreements]
    found = [any(_answers(example, d, told) for d in record.disagreements) for told in key]
    hits.add_lists(right, found)
    wrong = [f"{d.field}\t{d.about}\t{_quoted(d)}" for d in record.disagreements]
    missed = [f"{told['field']}\t{told['about']}\t{told['reports']}" for told in key]
    return _errors("disagreement", wrong, right, missed, found)


def _answers(example: Example, shown: Disagreement, told: Plain) -> bool:
    """The right field, and a quote each of two sides that touches words of the key, not the same ones.

    Where the key has one sentence for both sides ("accused each other"), two sides that touch it.
    """
    if shown.field != told["field"]:
        return False
    touched = [_touched(example, side, told) for side in shown.sides]
    if len(told["quotes"]) == 1:
        return sum(map(bool, touched)) > 1
    return any(len(one | other) > 1 for one, other in combinations(touched, 2) if one and other)


def _touched(example: Example, side: Side, told: Plain) -> set[int]:
    return {
        at
        for at, quote in enumerate(told["quotes"])
        for place in (_place(example, quote),)
        if place and any(place.touches(span) for span in side.quotes)
    }


def _place(example: Example, quote: Plain) -> Span | None:
    report = example.reports[quote["report"]]
    found = find_words(report.text, quote["quote"])
    return report.span(*found) if found else None


def _quoted(shown: Disagreement) -> str:
    return " | ".join(f"{s.value}: " + " / ".join(q.text for q in s.quotes) for s in shown.sides)


def _score_copies(example: Example, record: Record, hits: Hits) -> list[str]:
    """Every pair of reports of one text: copies of one copy are copies of each other."""
    group = {report.id: {report.id} for report in example.reports.values()}
    for copy in record.copies:
        joined = group[copy.report] | group[copy.copy]
        for report in joined:
            group[report] = joined
    key = {
        frozenset(example.reports[name].id for name in pair)
        for names in example.whole["copies"]
        for pair in combinations(names, 2)
    }
    for one, other in combinations(group, 2):
        hits.add_pair(frozenset((one, other)) in key, other in group[one])
    return []


def _score_updates(
    example: Example, record: Record, claims: Mapping[str, EventClaim], hits: Hits
) -> list[str]:
    key = example.whole["updates"]
    shown = [_steps(u, claims) for u in record.updates]
    right = [any(len(steps & _series(example, told)) > 1 for told in key) for steps in shown]
    found = [any(len(steps & _series(example, told)) > 1 for steps in shown) for told in key]
    hits.add_lists(right, found)
    wrong = [f"{u.what}\t{_revised(u)}" for u in record.updates]
    return _errors("update", wrong, right, [told["about"] for told in key], found)


def _steps(update: Update, claims: Mapping[str, EventClaim]) -> set[tuple[str, int]]:
    """The reports and numbers of an update's steps."""
    return {
        (claims[claim].report, int(number))
        for step in update.steps
        for claim in step.claims
        for number in re.findall(r"\d+", step.value)
    }


def _series(example: Example, told: Plain) -> set[tuple[str, int]]:
    return {(example.reports[name].id, least) for name, _, _, least in told["series"]}


def _revised(update: Update) -> str:
    return " > ".join(f"{s.value}: " + " / ".join(q.text for q in s.quotes) for s in update.steps)


def _errors(kind: str, shown: list[str], right: list[bool], key: list[str], found: list[bool]) -> list[str]:
    return [
        *(f"{kind}\twrong\t{line}" for line, ok in zip(shown, right, strict=True) if not ok),
        *(f"{kind}\tmissed\t{line}" for line, ok in zip(key, found, strict=True) if not ok),
    ]
