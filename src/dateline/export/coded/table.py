"""Tables: the data files by which values of a record become codes of other schemes."""

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `export/data/NAME.tsv`; its first lines, which open with "#", say what the columns are."""
    text = files("dateline.export").joinpath(f"data/{name}.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
