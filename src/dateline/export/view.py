"""View: how each view of a case is shown to people."""

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import RenderableType

from dateline.case.shelf import Shelf
from dateline.export import quoted, table

Renderer = Callable[[Shelf, Iterable[Any], int], RenderableType]
"""From the nouns of a view to what is shown at that width."""

RENDERERS: dict[str, Renderer] = {
    "events": table.events,
    "relations": lambda shelf, nouns, _: quoted.relations(shelf, nouns),
    "figures": lambda shelf, nouns, _: quoted.figures(shelf, nouns),
    "disagreements": lambda shelf, nouns, _: quoted.disagreements(shelf, nouns),
    "updates": lambda shelf, nouns, _: quoted.updates(shelf, nouns),
    "copies": lambda shelf, nouns, _: table.copies(shelf, nouns),
    "actors": lambda _, nouns, __: table.actors(nouns),
    "reports": lambda _, nouns, width: table.reports(nouns, width),
    "timeline": table.timeline,
    "tolls": lambda shelf, nouns, _: table.tolls(shelf, nouns),
    "origins": lambda _, nouns, __: table.origins(nouns),
    "decisions": lambda _, nouns, __: table.decisions(nouns),
    "skipped": lambda _, nouns, __: table.skipped(nouns),
}
