"""Tables: the tab-separated lexicons in `data/`, read once.

A table opens with comment lines (`#`), then a header line with the names of its columns.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/NAME.tsv`, in order, each a dict of its columns; short rows are filled with ""."""
    text = (_DATA / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t") + [""] * len(header), strict=False)) for line in lines[1:])
