"""`dateline open`: the workbench."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.registries import Registries, use_registries


def open_case(
    case: Annotated[
        Path, typer.Argument(metavar="CASE", help="The case; one that is not there starts empty.")
    ],
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="PORT", help="Port of 127.0.0.1; 0 takes a free one.")
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address, open no browser.")
    ] = False,
    registry: Registries = None,
) -> None:
    """See and judge a case in the browser, on this machine alone.

    The address that is printed works once, for one browser. Ctrl-C ends it.
    """
    from dateline.workbench.serve import serve

    use_registries(registry)

    def tell(address: str) -> None:
        typer.echo(f"The workbench of {case} is open (Ctrl-C ends it):\n  {address}")

    serve(case, port, not no_browser, tell)
