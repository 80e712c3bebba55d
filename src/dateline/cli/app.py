"""The commands and what happens to their errors. Nothing heavy is imported before a command needs it."""

import os
import sys
from typing import Annotated

import typer

from dateline.cli.build import build
from dateline.cli.decide import decide
from dateline.cli.evaluate import evaluate
from dateline.cli.exit import Exit, status_of
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.open import open_case
from dateline.cli.read import read
from dateline.cli.ref import ref
from dateline.cli.registry import app as registry
from dateline.cli.screen import complain
from dateline.cli.show import show
from dateline.cli.why import why

_TRACEBACK = "DATELINE_TRACEBACK"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, show, why, decide, read, explain, export, evaluate, ref):
    app.command()(command)
app.command("open")(open_case)
app.add_typer(registry, name="registry")


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
    except KeyboardInterrupt:
        complain("interrupted")
        sys.exit(Exit.INTERRUPTED)
    except Exception as error:
        sys.exit(_tell(error))


def _tell(error: Exception) -> Exit:
    """Say in one line what went wrong; a fault of ours is raised again for who asks for it."""
    from dateline.model.errors import DatelineError

    if isinstance(error, DatelineError):
        complain(str(error))
        return status_of(error)
    if _TRACEBACK in os.environ:
        raise error
    if isinstance(error, OSError) and error.strerror:  # a full disk, most of all
        complain(f"{error.filename or 'output'}: {error.strerror[0].lower()}{error.strerror[1:]}")
        return Exit.STOPPED
    complain(f"a fault in dateline: {type(error).__name__}: {error} (set {_TRACEBACK}=1 to see where)")
    return Exit.STOPPED
