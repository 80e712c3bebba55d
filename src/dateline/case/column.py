"""Column: one value of a row and how it is got; and how values are written in a cell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.case.rows import Value
from dateline.case.shelf import Shelf
from dateline.model import Copy, Count, Party, Report, Speaker, When, Where

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its `name` and the value for a noun; what it means stands in `columns.tsv`."""

    name: str
    value: Callable[[T, Shelf], Value]


def listed(words: Iterable[object], between: str = "; ") -> str | None:
    """All of `words` in one cell, each once; None when there are none."""
    return between.join(dict.fromkeys(str(word) for word in words if word is not None)) or None


def names(parties: Iterable[Party]) -> str | None:
    """The names of `parties`."""
    return listed(p.name for p in parties)


def ids(parties: Iterable[Party]) -> str | None:
    """The registry ids of those of `parties` that have one."""
    return listed(p.actor for p in parties)


def said_by(speakers: Iterable[Speaker]) -> str | None:
    """The names of `speakers`, outermost first."""
    return listed(s.party.name for s in speakers)


def bounds(count: Count) -> str:
    """A count's number as people write it: "5", "5-8", "5 or more", "up to 8"."""
    if count.min is None:
        return f"up to {count.max}"
    if count.max is None:
        return f"{count.min} or more"
    return str(count.min) if count.min == count.max else f"{count.min}-{count.max}"


def tolls(counts: Iterable[Count]) -> str | None:
    """`counts` in words: "killed 5-8 soldiers; attacks 3"."""
    return listed(" ".join(filter(None, (c.what, bounds(c), c.who))) for c in counts)


def changes(copy: Copy) -> list[str]:
    """What a copy changed that could change what is told: "count: 19 > 25"."""
    return [f"{change.field}: {change.before.text} > {change.after.text}" for change in copy.changes]


def day(when: When | None, side: str) -> str | None:
    """The `side` (earliest, latest) of a time, None where it is open or unknown."""
    found = getattr(when, side, None)
    return found if isinstance(found, str) else None


def innermost(places: tuple[Where, ...]) -> Where | None:
    """The most specific of `places`."""
    return places[0] if places else None


def time_columns(when: Callable[[T], When | None]) -> tuple[Column[T], ...]:
    """The columns of a time: its interval, its precision and its words."""
    return (
        Column(
            "earliest",
            lambda n, _: day(when(n), "earliest"),
        ),
        Column(
            "latest",
            lambda n, _: day(when(n), "latest"),
        ),
        Column(
            "time_precision",
            lambda n, _: w.precision if (w := when(n)) else None,
        ),
        Column("time_words", lambda n, _: w.span.text if (w := when(n)) else None),
    )


def place_columns(places: Callable[[T], tuple[Where, ...]]) -> tuple[Column[T], ...]:
    """The columns of a place: its name, its gazetteer entry and where that lies."""

    def first(name: str) -> Callable[[T, Shelf], Value]:
        return lambda n, _: getattr(innermost(places(n)), name, None)

    return (
        Column("place", first("name")),
        Column(
            "places",
            lambda n, _: listed(p.name for p in places(n)),
        ),
        Column("place_id", first("entry")),
        Column("country", first("country")),
        Column("latitude", first("lat")),
        Column("longitude", first("lon")),
        Column("place_precision", first("precision")),
    )


def report_columns(report: Callable[[T], str]) -> tuple[Column[T], ...]:
    """The columns that say which report a claim stands in."""

    def field(name: str) -> Callable[[T, Shelf], Value]:
        return lambda n, shelf: getattr(shelf.reports[report(n)], name)

    return (
        Column("report", lambda n, _: report(n)),
        Column("report_name", field("name")),
        Column("outlet", field("outlet")),
        Column("published", field("published")),
    )


def reports_columns(reports: Callable[[T, Shelf], tuple[Report, ...]]) -> tuple[Column[T], ...]:
    """The columns that say which reports several claims stand in."""
    return (
        Column("reports", lambda n, s: listed(r.id for r in reports(n, s))),
        Column("report_names", lambda n, s: listed(r.name for r in reports(n, s))),
        Column("outlets", lambda n, s: listed(r.outlet for r in reports(n, s))),
        Column("published", lambda n, s: listed(r.published for r in reports(n, s))),
    )
