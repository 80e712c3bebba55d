"""CSV: the rows of a view for spreadsheets and statistics; `dateline ref columns` says what they mean."""

import csv
from typing import TextIO

from dateline.case.rows import Rows, Value

_FORMULA = ("=", "+", "-", "@", "\t")


def write(rows: Rows, stream: TextIO) -> None:
    """Write `rows` under a line of column names: UTF-8, commas, "\\n".

    Words that a spreadsheet would run as a formula get an apostrophe before them; numbers stay as they are.
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in rows.columns])


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
