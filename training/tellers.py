"""Train what decides who tells an event: which of those who speak near it the record names as its source.

    python -m training.tellers GOLD_DIR [--check]

Learns from reports of open licence alone: `train/` of GOLD_DIR and the annotated reports beside this file.
`--check` prints precision and recall of each kind of teller at the thresholds that reading uses,
cross-validated by report, and the same on reports that only measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluation.gold import QuotedText
from dateline.model import Report
from dateline.reading import Reader
from dateline.reading.event import find_events
from dateline.reading.lexicon import Lexicon
from dateline.reading.teller import ENOUGH, TELLS, Candidate, Seen, Tellers
from dateline.reading.telling import performers_of
from dateline.reading.weights import Weights
from training.command import gold_command
from training.events import DATA, FOLDS, SMALLEST, fold
from training.implied import gold_of
from training.linear import Sample, fit, write
from training.reports import PRESS, alike, read_gold, report_folders

SILENT = "silent"
PENALTY = 10.0
LEAST = 3
"""A feature seen in fewer candidates teaches nothing."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One who may tell an event of `report`, and whether the gold has him as its source."""

    report: str
    candidate: Candidate
    tells: bool

    @property
    def sample(self) -> Sample:
        """What the model learns from."""
        return Sample(list(self.candidate.features), TELLS if self.tells else SILENT, self.report)


def judged(folder: Path, reader: Reader) -> Iterator[Judged]:
    """Everybody who may tell an event that the gold of the reports in `folder` has too."""
    for report, gold in read_gold(folder):
        yield from _judged(report, gold, reader)


def _judged(report: Report, gold: list[dict[str, Any]], reader: Reader) -> Iterator[Judged]:
    grounds = reader.ground(report)
    tellers, text = Tellers(grounds.doc, grounds.attributions), QuotedText(report.text)
    for event in find_events(grounds, Lexicon.load()):
        told = gold_of(event, gold, text)
        words = grounds.doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        if told is None or words is None:
            continue
        seen = Seen(event.type, event.mode, event.core, event.status, event.attribution, event.actors)
        performed = performers_of(words.root, seen, event.trigger, grounds.attributions)
        for candidate in tellers.candidates(words.root, seen, performed):
            yield Judged(report.name, candidate, _tells(candidate, told))


def _tells(candidate: Candidate, told: dict[str, Any]) -> bool:
    """Whose words it stands in tells it where the gold has any source: the name may be told elsewhere."""
    if candidate.kind == "told":
        return bool(told["source"])
    return any(alike(s.party.name, name) for s in candidate.speakers for name in told["source"])


def check(learnt: Sequence[Judged], measured: Sequence[Judged]) -> None:
    """Print how good the choice is, cross-validated by report and on what never trains."""
    crossed: list[tuple[Judged, float]] = []
    for part in range(FOLDS):
        weights = _fit(one for one in learnt if fold(one.report) != part)
        crossed.extend((one, _odds(weights, one)) for one in learnt if fold(one.report) == part)
    weights = _fit(learnt)
    pressed = [(one, _odds(weights, one)) for one in measured]
    for name, pairs in (("cross-validated", crossed), ("press, never trained on", pressed)):
        for kind, enough in ENOUGH.items():
            print(f"{name:24} {kind:7} {_line([p for p in pairs if p[0].candidate.kind == kind], enough)}")


def _fit(learnt: Iterable[Judged]) -> Weights:
    return fit([one.sample for one in learnt], PENALTY, LEAST)


def _odds(weights: Weights, one: Judged) -> float:
    return float(weights.probabilities(one.candidate.features)[weights.classes.index(TELLS)])


def _line(pairs: Sequence[tuple[Judged, float]], enough: float) -> str:
    taken = [one for one, odds in pairs if odds >= enough]
    right, all_right = sum(one.tells for one in taken), sum(one.tells for one, _ in pairs)
    return (
        f"of {len(pairs)}, {all_right / max(1, len(pairs)):.2f} of them right, taken {len(taken)}, "
        f"right {right / max(1, len(taken)):.2f}, found {right / max(1, all_right):.2f}"
    )


def main(arguments: list[str] | None = None) -> None:
    """Train, or check, as the command line asks."""
    asked = gold_command(__doc__).parse_args(arguments)
    reader = Reader()
    given = [one for folder in report_folders(asked.gold) for one in judged(folder, reader)]
    learnt = [one for one in given if not one.report.startswith(PRESS)]
    if asked.check:
        check(learnt, [one for one in given if one.report.startswith(PRESS)])
    else:
        size = write(_fit(learnt), DATA / "tellers.npz", SMALLEST)
        print(f"tellers: {len(learnt)} candidates, {size} bytes")


if __name__ == "__main__":
    main()
