"""Named: events that reports use as dates, from a table that users extend."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.grounding.when.period import Period
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.words import rows
from dateline.model import RunError
from dateline.model.vocabulary import TimePrecision


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """One row of named_events.csv: a name that means one event, and its days (inclusive)."""

    name: str
    first: date
    last: date

    def reading(self) -> Reading:
        """The event's days as a reading, anchored by its name."""
        told = [self.first.isoformat()] + ([self.last.isoformat()] if self.last != self.first else [])
        period = Period("day", self.first, self.last, "/".join(told))
        precision: TimePrecision = "day" if len(told) == 1 else "period"
        return Reading("DATE", period.value, self.first, self.last, precision, period, f"named:{self.name}")


class NamedEvents:
    """The named events by every spelling. `extra` are CSV files of the user's own, in the same columns.

    Raises RunError with file and row where a date can't be read.
    """

    def __init__(self, extra: Iterable[Path] = ()) -> None:
        self._by_name: dict[str, NamedEvent] = {}
        self._add(rows("named_events.csv"), "named_events.csv")
        for path in extra:
            lines = path.read_text("utf-8").splitlines()
            self._add(csv.DictReader(line for line in lines if line and not line.startswith("#")), str(path))

    def __len__(self) -> int:
        return len({id(event) for event in self._by_name.values()})

    def get(self, words: str) -> NamedEvent | None:
        """The event of that name in any case, spacing and with or without article, or None."""
        return self._by_name.get(_folded(words))

    def names(self) -> tuple[str, ...]:
        """Every name and alias, folded, in the order of the tables."""
        return tuple(self._by_name)

    def _add(self, table: Iterable[dict[str, str]], where: str) -> None:
        for row in table:
            event = _event(row, where)
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                self._by_name[_folded(name)] = event


def _event(row: dict[str, str], where: str) -> NamedEvent:
    try:
        first = date.fromisoformat(row["start"])
        last = date.fromisoformat(row["end"] or row["start"])
    except (KeyError, TypeError, ValueError) as error:
        raise RunError(f"{where}: {row}: {error}") from None
    if last < first:
        raise RunError(f"{where}: {row}: ends before it starts")
    return NamedEvent(row["name"], first, last)


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).replace("’", "'").casefold().removeprefix("the ")
