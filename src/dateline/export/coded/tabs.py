"""Tab-separated lines, for schemes whose files have neither quotes nor line breaks within a value."""

from collections.abc import Iterable

from dateline.case.rows import Value

_FORMULA = ("=", "+", "-", "@")


def line(values: Iterable[Value]) -> str:
    """One line; white space within a value is a blank, and words that a spreadsheet would run are not."""
    return "\t".join(map(_cell, values)) + "\n"


def _cell(value: Value) -> str:
    if not isinstance(value, str):
        return "" if value is None else str(value)
    words = " ".join(value.split())
    return f"'{words}" if words.startswith(_FORMULA) else words
