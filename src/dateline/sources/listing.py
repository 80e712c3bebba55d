"""Listings: the tab-separated data files that lie beside this code."""

from importlib.resources import files


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of the data file `name`; lines that are empty or open with "#" are comments."""
    lines = files("dateline.sources").joinpath(name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
