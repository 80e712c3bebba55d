"""Registries: the files of actors that a person gives, on top of the shipped registry."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.screen import complain

if TYPE_CHECKING:
    from dateline.grounding.who import Registry

Registries = Annotated[
    list[Path] | None,
    typer.Option(
        "--registry",
        metavar="FILE",
        envvar="DATELINE_REGISTRY",
        help="Your own file of actors, on top of the shipped registry; more than one may be given.",
    ),
]


def load_registry(files: list[Path] | None) -> "Registry":
    """The shipped registry with `files` on top; a line about each row that isn't taken.

    Raises RunError where a file can't be read.
    """
    from dateline.grounding.who import Registry
    from dateline.model import RunError

    try:
        registry = Registry.load(*(files or ()))
    except OSError as error:
        raise RunError(f"{error.filename}: {(error.strerror or 'can not be read').lower()}") from None
    for row in registry.rejected:
        complain(str(row))
    return registry


def use_registries(files: list[Path] | None) -> None:
    """Let everything that this process does know `files`: what it reads, weaves, decides and exports.

    Raises RunError where a file can't be read.
    """
    from dateline.grounding.who.current import VARIABLE

    if files:
        load_registry(files)
        os.environ[VARIABLE] = os.pathsep.join(str(file.absolute()) for file in files)
