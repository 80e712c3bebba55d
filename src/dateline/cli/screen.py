"""Screen: what goes to standard output and standard error, in colour only on a terminal."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH_WHEN_PIPED = 140


@cache
def out() -> "Console":
    """Standard output; as wide as the terminal, as COLUMNS says, or wide enough for a table when piped."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_WHEN_PIPED
    return Console(width=width, highlight=False)


@cache
def err() -> "Console":
    """Standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def complain(line: str) -> None:
    """One line on standard error about something that went wrong or should be known."""
    print(f"dateline: {' '.join(line.split())}", file=sys.stderr)
