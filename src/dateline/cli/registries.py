"""Registries: the files of actors that a person gives, on top of the shipped registry."""

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
