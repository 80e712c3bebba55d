"""Current: the registry that names are looked up in where a caller gives none."""

import os
from functools import cache
from pathlib import Path

from dateline.grounding.who.registry import Registry, shipped

VARIABLE = "DATELINE_REGISTRY"
"""Names registry files that go on top of the shipped one, split as PATH is."""


def current() -> Registry:
    """The shipped registry, with the files on top that `VARIABLE` names; read once a process.

    Raises OSError where such a file can't be read.
    """
    return _with(os.environ.get(VARIABLE, ""))


def current_version() -> str:
    """The version of `current()`, empty and without reading anything where `VARIABLE` names no file."""
    return current().version if os.environ.get(VARIABLE) else ""


@cache
def _with(paths: str) -> Registry:
    files = [Path(path) for path in paths.split(os.pathsep) if path]
    return Registry.load(*files) if files else shipped()
