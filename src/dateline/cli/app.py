"""The commands and what happens to their errors. Nothing heavy is imported before a command needs it."""

import os
import sys
from typing import Annotated

import typer

from dateline.cli.build import build
from dateline.cli.evaluate import evaluate
from dateline.cli.exit import Exit, status_of
from dateline.cli.export import export
from dateline.cli.read import read
from dateline.cli.ref import ref
from dateline.cli.screen import complain
from dateline.cli.show import show
from dateline.model.errors import DatelineError

_TRACEBACK = "DATELINE_TRACEBACK"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, show, read, export, evaluate, ref):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        from dateline import __version__

        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read news reports of conflict and keep who did what to whom, when and where, and who says so.

    Start with: dateline build CASE PATH...   then: dateline show CASE
    """


def run() -> None:
    """Run a command; whatever goes wrong on purpose ends in one line on standard error and a status."""
    try:
        app(prog_name="dateline")
    except DatelineError as error:
        complain(str(error))
        sys.exit(status_of(error))
    except KeyboardInterrupt:
        complain("interrupted")
        sys.exit(Exit.INTERRUPTED)
    except Exception as error:  # a fault of ours: one line for the user, the rest for who asks for it
        if _TRACEBACK in os.environ:
            raise
        complain(f"a fault in dateline: {type(error).__name__}: {error} (set {_TRACEBACK}=1 to see where)")
        sys.exit(Exit.STOPPED)
