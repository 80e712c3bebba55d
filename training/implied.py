"""Train what decides on implied roles: which party acts, or is hit, where only other sentences say so.

    python -m training.implied GOLD_DIR [--check]

Learns from reports of open licence alone: `train/` of GOLD_DIR and the annotated reports beside this file.
`--check` prints cross-validated precision and recall by threshold, and the same on reports that only measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from dateline.evaluation.gold import QuotedText
from dateline.model import EventClaim, Report
from dateline.reading import Reader
from dateline.reading.event import find_events
from dateline.reading.implied import candidates, imply_actors, lacks_target
from dateline.reading.lexicon import Lexicon
from dateline.reading.side import Side, Sides
from training.command import gold_command
from training.events import DATA
from training.reports import PRESS, alike, read_gold, report_folders, touched

SIDES: tuple[Side, ...] = ("actor", "target")
ENOUGH: dict[Side, float] = {"actor": 0.7, "target": 0.5}
"""Chosen for precision: cross-validated, an implied actor is right in 7 of 10 cases, a target in 5."""
PENALTY = 0.5
FOLDS = 5
HEADER = """\
# Weights of the features that speak for a party as the implied actor or target of an event (reading/side.py),
# made by `python -m training.implied` from reports of open licence; the last row of a role is the likelihood
# that is enough.
role\tfeature\tweight
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One party that could bear a role of one event without a bearer, and whether the gold names it."""

    side: Side
    report: str
    event: str
    features: dict[str, float]
    right: bool
    answerable: bool


def choices(folder: Path, reader: Reader) -> Iterator[Choice]:
    """Every choice that the reports of `folder` offer."""
    for report, gold in read_gold(folder):
        grounds, text = reader.ground(report), QuotedText(report.text)
        doc, cast = grounds.doc, grounds.cast
        events = find_events(grounds, Lexicon.load())
        lacking = [event for event in events if not event.actors]
        yield from _choices("actor", report, lacking, gold, text, Sides(doc, events, cast))
        events = imply_actors(doc, events, cast)
        lacking = [event for event in events if lacks_target(event, doc, cast)]
        yield from _choices("target", report, lacking, gold, text, Sides(doc, events, cast))


def _choices(
    side: Side,
    report: Report,
    lacking: Iterable[EventClaim],
    gold: list[dict[str, Any]],
    text: QuotedText,
    sides: Sides,
) -> Iterator[Choice]:
    for event in lacking:
        told = gold_of(event, gold, text)
        if told is None:
            continue
        for key in candidates(event, sides, side):
            names = {spot.party.name for spot in sides.seen[key]}
            right = any(alike(name, other) for name in told[side] for other in names)
            features = sides.features(event, key, side)
            yield Choice(side, report.name, event.id, features, right, bool(told[side]))


def gold_of(event: EventClaim, gold: list[dict[str, Any]], text: QuotedText) -> dict[str, Any] | None:
    """The gold event of the same type whose trigger touches that of `event`."""
    likeliest = next((gold[at] for at in touched(event, gold, text)), None)
    return likeliest if likeliest is not None and likeliest["type"] == event.type else None


def fit(learnt: list[Choice]) -> dict[str, float]:
    """The weight of each feature."""
    names = sorted({name for choice in learnt for name in choice.features})
    model = LogisticRegression(C=PENALTY, fit_intercept=False, max_iter=1000)
    model.fit(_matrix(learnt, names), [choice.right for choice in learnt])
    return dict(zip(names, map(float, model.coef_[0]), strict=True))


def likelihoods(weights: dict[str, float], measured: list[Choice]) -> list[float]:
    """How likely each choice is right."""
    scores = _matrix(measured, list(weights)) @ np.array(list(weights.values()))
    return [float(p) for p in 1 / (1 + np.exp(-scores))]


def _matrix(of: list[Choice], names: list[str]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([[choice.features.get(name, 0.0) for name in names] for choice in of])


def check(learnt: list[Choice], measured: list[Choice]) -> None:
    """Print how good the choice is by threshold, cross-validated by report and on what never trains."""
    reports = [choice.report for choice in learnt]
    crossed: list[tuple[Choice, float]] = []
    for fold, rest in GroupKFold(FOLDS).split(learnt, groups=reports):
        weights = fit([learnt[i] for i in fold])
        held = [learnt[i] for i in rest]
        crossed.extend(zip(held, likelihoods(weights, held), strict=True))
    scored = list(zip(measured, likelihoods(fit(learnt), measured), strict=True))
    for name, pairs in (("cross-validated", crossed), ("press, never trained on", scored)):
        for enough in (0.3, 0.4, 0.5, 0.6, 0.7):
            print(f"{name:24} {enough:.1f}  {_line(pairs, enough)}")


def _line(pairs: Iterable[tuple[Choice, float]], enough: float) -> str:
    best: dict[tuple[str, str], tuple[Choice, float]] = {}
    for choice, likelihood in pairs:
        event = (choice.report, choice.event)
        if event not in best or likelihood > best[event][1]:
            best[event] = (choice, likelihood)
    given = [choice for choice, likelihood in best.values() if likelihood >= enough]
    right = sum(choice.right for choice in given)
    answerable = sum(choice.answerable for choice, _ in best.values())
    return (
        f"given {len(given)}, right {right / max(1, len(given)):.2f}, found {right / max(1, answerable):.2f}"
    )


def rows_of(side: Side, weights: dict[str, float]) -> Iterator[str]:
    """The rows of one role in the table that `reading.implied` reads."""
    for name, weight in weights.items():
        yield f"{side}\t{name}\t{weight:.3f}"
    yield f"{side}\tlikely enough\t{ENOUGH[side]}"


def main(arguments: list[str] | None = None) -> None:
    """Train, or check, as the command line asks."""
    asked = gold_command(__doc__).parse_args(arguments)
    reader = Reader()
    given = [choice for folder in report_folders(asked.gold) for choice in choices(folder, reader)]
    lines: list[str] = []
    for side in SIDES:
        of_side = [choice for choice in given if choice.side == side]
        learnt = [choice for choice in of_side if not choice.report.startswith(PRESS)]
        if asked.check:
            print(side)
            check(learnt, [choice for choice in of_side if choice.report.startswith(PRESS)])
        lines += rows_of(side, fit(learnt))
    if not asked.check:
        (DATA / "implied.tsv").write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
