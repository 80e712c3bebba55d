"""Train what decides which mentions in one report tell of one happening.

    python -m training.retelling GOLD_DIR [--check]

Learns from reports of open licence alone: `train/` of GOLD_DIR and the annotated reports beside this file.
`--check` prints how well likely pairs are told from others, cross-validated and on reports that only measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from dateline.evaluation.gold import QuotedText
from dateline.model import EventClaim, RelationClaim, Report
from dateline.reading import Reader
from dateline.weaving.facet import facets_of
from dateline.weaving.kin import kin_of
from dateline.weaving.likeness import clash
from dateline.weaving.retelling import ALWAYS, signs
from training.command import gold_command
from training.reports import PRESS, read_gold, report_folders, touched

TABLE = Path(__file__).parent.parent / "src" / "dateline" / "weaving" / "retelling.tsv"
PENALTY = 0.03
LEAST = 20
FOLDS = 4
HEADER = """\
# What each sign weighs that two mentions in one report tell of one happening (weaving/retelling.py), made by
# `python -m training.retelling` from reports of open licence. `always` is the weight of every pair. Signs
# are told in docs/models/identity.md.
sign\tweight
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that could tell of one happening, what is seen of them, and whether they do."""

    report: str
    signs: list[str]
    same: bool


def pairs(folder: Path, reader: Reader) -> Iterator[Pair]:
    """Every pair of mentions in the reports of `folder` of which the gold knows both."""
    for report, gold in read_gold(folder):
        yield from _pairs(report, gold, reader)


def _pairs(report: Report, gold: list[dict[str, Any]], reader: Reader) -> Iterator[Pair]:
    claims = reader.read(report)
    events = sorted((c for c in claims if isinstance(c, EventClaim)), key=lambda c: (c.trigger.start, c.id))
    kin = kin_of(c for c in claims if isinstance(c, RelationClaim))
    told = facets_of(events, {report.id: report}, kin)
    crowd, text = Counter(f.family for f in told), QuotedText(report.text)
    known = [
        (facet, event)
        for facet in told
        if (event := next(iter(touched(facet.claim, gold, text)), None)) is not None
    ]
    for (one, first), (other, second) in combinations(known, 2):
        # What is to come and what was done teach as well, though they are never joined.
        if one.family == other.family and not clash(one, replace(other, done=one.done)):
            yield Pair(report.name, signs(one, other, crowd), first == second)


def fit(learnt: Sequence[Pair]) -> dict[str, float]:
    """The weight of each sign that enough pairs show, and of every pair."""
    seen = Counter(sign for pair in learnt for sign in pair.signs)
    names = sorted(sign for sign, n in seen.items() if n >= LEAST)
    model = LogisticRegression(C=PENALTY, max_iter=1000)
    model.fit(_matrix(learnt, names), [pair.same for pair in learnt])
    return dict(zip(names, map(float, model.coef_[0]), strict=True)) | {ALWAYS: float(model.intercept_[0])}


def scores(weights: dict[str, float], pairs: Sequence[Pair]) -> list[float]:
    """How strongly each pair speaks for one happening, as log odds."""
    return [weights[ALWAYS] + sum(weights.get(sign, 0.0) for sign in pair.signs) for pair in pairs]


def _matrix(of: Sequence[Pair], names: list[str]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([[float(name in pair.signs) for name in names] for pair in of])


def check(learnt: Sequence[Pair], measured: Sequence[Pair]) -> None:
    """Print how well the scores tell pairs, cross-validated by report and on what never trains."""
    crossed = np.zeros(len(learnt))
    for fold, rest in GroupKFold(FOLDS).split(learnt, groups=[pair.report for pair in learnt]):
        crossed[rest] = scores(fit([learnt[i] for i in fold]), [learnt[i] for i in rest])
    for name, held, got in (
        ("cross-validated", learnt, crossed),
        ("press, never trained on", measured, scores(fit(learnt), measured)),
    ):
        same = np.array([pair.same for pair in held])
        joined = np.array(got) > 0
        precision = average_precision_score(same, got)
        print(f"{name:24} {len(held)} pairs, {same.mean():.2f} the same; average precision {precision:.3f}")
        print(f"{'':24} {joined.sum()} likelier the same than not, right {same[joined].mean():.2f}")


def write(weights: dict[str, float], path: Path) -> None:
    """The table that `weaving.retelling` reads, the weightiest sign first."""
    rows = sorted(weights.items(), key=lambda row: (-row[1], row[0]))
    path.write_text(HEADER + "".join(f"{sign}\t{weight:.3f}\n" for sign, weight in rows), "utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Train, or check, as the command line asks."""
    asked = gold_command(__doc__).parse_args(arguments)
    reader = Reader()
    # The written reports retell more plainly than found ones: with them press reports are read worse.
    folders = (
        folder for folder in report_folders(asked.gold) if folder.name not in {"written", "statements"}
    )
    found = [pair for folder in folders for pair in pairs(folder, reader)]
    learnt = [pair for pair in found if not pair.report.startswith(PRESS)]
    if asked.check:
        check(learnt, [pair for pair in found if pair.report.startswith(PRESS)])
    else:
        write(fit(learnt), TABLE)


if __name__ == "__main__":
    main()
