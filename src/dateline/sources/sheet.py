"""Sheets: tables of reports as spreadsheets save them (CSV), a report a row, columns named on top."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from dateline.sources.draft import Draft
from dateline.sources.fields import KNOWN, TEXT_FIELDS
from dateline.sources.limits import MAX_BYTES
from dateline.sources.records import draft_of

_DELIMITERS = ",;\t"
_COLUMN = re.compile(r"\w[\w.-]*( [\w.-]+){0,3}")


def opens_sheet(text: str) -> bool:
    """True when the first line of `text` names two columns or more, one of them known, and a row fits it."""
    header, row = [*islice(_rows(text), 2), [], []][:2]
    return (
        len(header) > 1
        and len(header) == len(row)
        and all(_COLUMN.fullmatch(name) for name in header)
        and any(name.lower() in KNOWN for name in header)
    )


def sheet_drafts(text: str) -> Iterator[tuple[int, Draft | str]]:
    """Each row of `text` by number, from 1 under the header: its draft, or what is wrong with it."""
    rows = _rows(text)
    header = [name.lower() for name in next(rows)]
    if not set(header) & set(TEXT_FIELDS):
        yield 0, f"is a table without a column of texts; name that column {TEXT_FIELDS[0]}"
        return
    for number, row in enumerate(filter(any, rows), 1):
        if len(row) > len(header):
            yield number, f"has {len(row)} cells under {len(header)} columns"
        else:
            yield number, draft_of(dict(zip(header, row, strict=False)), "column")


def _rows(text: str) -> Iterator[list[str]]:
    """The rows of cells; quotes that are never closed run to the end of the last one."""
    csv.field_size_limit(MAX_BYTES)  # a cell may hold a whole report
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    return ([cell.strip() for cell in row] for row in rows)
