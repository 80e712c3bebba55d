"""CSV: the rows of a view for spreadsheets and statistics; `dateline ref columns` says what they mean."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from dateline.case.rows import Rows, Value
from dateline.case.views import VIEWS
from dateline.export.chosen import Chosen
from dateline.export.format import Format, view_of
from dateline.export.listing import Listing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(rows: Rows, stream: TextIO) -> None:
    """Write `rows` under a line of column names: UTF-8, commas, "\\n".

    Words that a spreadsheet would run as a formula get an apostrophe before them; numbers stay as they are.
    """
    stream.writelines(lines(rows.columns, ([row[column] for column in rows.columns] for row in rows)))


def lines(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The lines of a table as `write` writes them, one by one."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    yield buffer.getvalue()
    for values in rows:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([_cell(value) for value in values])
        yield buffer.getvalue()


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def content(chosen: Chosen) -> Iterator[str]:
    """One view."""
    listing = Listing(chosen, VIEWS[view_of(chosen, FORMAT)])
    return lines(listing.columns, listing.rows())


FORMAT = Format(
    name="csv",
    family="lists",
    suffix=".csv",
    media="text/csv",
    people="spreadsheets, statistics",
    rule="One row for each event (or claim, tie, figure, side of a disagreement …), with documented columns.",
    loss="Of several values in a cell, which words stand for which; all spans but those of the quotes.",
    content=content,
    views=tuple(VIEWS),
)
