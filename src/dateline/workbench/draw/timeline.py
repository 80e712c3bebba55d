"""Time line: events as the intervals in which they may have happened, in lanes.

A day is a point, a longer interval a bar of its length, an open side an arrow. Where too many events are
chosen to tell them apart, each lane shows how many fall into each stretch of time instead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dateline.workbench.draw.scale import Scale, day_ticks, days_of
from dateline.workbench.facet import Mask
from dateline.workbench.index import UNKNOWN_DAY, Index

WIDTH, LEFT, RIGHT, TOP = 960, 150, 16, 28
MOST_BARS = 300
MOST_LANES = 10
BINS = 90
ROW, GAP = 12, 10
_MOST_ROWS = 14
_DENSE_HEIGHT = 34
_ARROW = 26
_MANY = 50
_OUTERMOST = 0.01

Days = NDArray[np.int32]
_POINT = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """One event in its lane, from `x` on `length` units long; an arrow stands where a side is open."""

    event: str
    x: float
    length: float
    y: float
    open_before: bool
    open_after: bool


@dataclass(frozen=True, slots=True)
class Heap:
    """How many events of a lane may have begun from `since` to `until`; its height grows with them."""

    x: float
    width: float
    y: float
    height: float
    count: int
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A time that is written at the line, at `x`, with its first and its last day."""

    x: float
    words: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one value, below each other at `y`."""

    value: str
    y: float
    height: float
    bars: list[Bar]
    heaps: list[Heap]


@dataclass(frozen=True, slots=True)
class Line:
    """A time line, ready to be written; `undated` events have no place in it.

    `span` is what it shows, `outside` how many events lie before or after that.
    """

    lanes: list[Lane]
    ticks: list[Tick]
    height: float
    undated: int
    shown: int
    outside: int
    span: tuple[str, str]


def time_line(index: Index, chosen: Mask, lanes: Mapping[str, Mask]) -> Line | None:
    """The `chosen` events that are dated, each in every lane whose mask has it; None when none is dated."""
    dated = chosen & ((index.earliest != UNKNOWN_DAY) | (index.latest != UNKNOWN_DAY))
    count = int(np.count_nonzero(dated))
    if not count:
        return None
    starts = np.where(index.earliest == UNKNOWN_DAY, index.latest, index.earliest)
    ends = np.where(index.latest == UNKNOWN_DAY, index.earliest, index.latest)
    first, last = _span(starts[dated], ends[dated])
    dated &= (ends >= first) & (starts <= last)
    scale = Scale(first, last + 1, LEFT, WIDTH - RIGHT)
    drawn, y = [], float(TOP)
    for value, mask in lanes.items():
        at = np.flatnonzero(dated & mask)
        if len(at):
            if count <= MOST_BARS:
                lane = _told_apart(index, value, [int(i) for i in at], scale, y)
            else:
                lane = _heaped(value, starts[at], scale, y)
            drawn.append(lane)
            y += lane.height + GAP
    return Line(
        drawn,
        [Tick(scale(day), words, *days_of(words)) for day, words in day_ticks(first, last)],
        y + 6,
        int(np.count_nonzero(chosen)) - count,
        count,
        count - int(np.count_nonzero(dated)),
        (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()),
    )


def _span(starts: Days, ends: Days) -> tuple[int, int]:
    """The first and the last day shown: all, or without the outermost where they would squeeze the rest."""
    if len(starts) < _MANY:
        return int(starts.min()), int(ends.max())
    first, last = np.quantile(starts, (_OUTERMOST, 1 - _OUTERMOST))
    return int(first), int(last)


def _told_apart(index: Index, value: str, at: Sequence[int], scale: Scale, top: float) -> Lane:
    """A lane of bars; those that would cover each other stand in rows, as far as there is room."""
    ends: list[float] = []
    bars = []
    for position in sorted(at, key=lambda i: (int(_start(index, i)), i)):
        bar = _bar(index, position, scale)
        left = bar.x - (_ARROW if bar.open_before else 0)
        right = bar.x + bar.length + (_ARROW if bar.open_after else 0)
        row = next((n for n, end in enumerate(ends) if end + 2 <= left), len(ends))
        if row == len(ends) and row < _MOST_ROWS:
            ends.append(right)
        row = min(row, _MOST_ROWS - 1)
        ends[row] = max(ends[row], right)
        bars.append(
            Bar(bar.event, bar.x, bar.length, top + row * ROW + ROW / 2, bar.open_before, bar.open_after)
        )
    return Lane(value, top, len(ends) * ROW, bars, [])


def _start(index: Index, at: int) -> int:
    return int(index.earliest[at] if index.earliest[at] != UNKNOWN_DAY else index.latest[at])


def _bar(index: Index, at: int, scale: Scale) -> Bar:
    earliest, latest = int(index.earliest[at]), int(index.latest[at])
    before, after = earliest == UNKNOWN_DAY, latest == UNKNOWN_DAY
    x = max(scale.start, scale(latest if before else earliest))
    end = min(scale.end, scale(latest + 1))
    length = _POINT if before or after else max(_POINT, end - x)
    return Bar(index.events[at].id, x, round(length, 1), 0, before, after)


def _heaped(value: str, starts: Days, scale: Scale, y: float) -> Lane:
    """A lane of heaps: how many of its events may have begun in each stretch."""
    edges = np.linspace(scale.low, scale.high, BINS + 1)
    counts, _ = np.histogram(starts, edges)
    most = int(counts.max())
    heaps = [
        Heap(
            scale(edges[n]),
            round((WIDTH - RIGHT - LEFT) / BINS - 1, 1),
            round(y + _DENSE_HEIGHT * (1 - counts[n] / most), 1),
            round(_DENSE_HEIGHT * counts[n] / most, 1),
            int(counts[n]),
            date.fromordinal(int(np.ceil(edges[n]))).isoformat(),
            date.fromordinal(int(max(np.ceil(edges[n]), np.ceil(edges[n + 1]) - 1))).isoformat(),
        )
        for n in np.flatnonzero(counts)
    ]
    return Lane(value, y, _DENSE_HEIGHT, [], heaps)
