"""What show and export share: the case that a person asked to see."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dateline.case import Case


def opened_case(path: Path, as_of: str | None) -> "Case":
    """The case at `path`, as it stood on the day `as_of` where one is given."""
    from dateline.case import Case

    try:
        return Case(path, as_of=as_of)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from None
