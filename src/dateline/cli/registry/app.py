"""The commands below `dateline registry`."""

import typer

from dateline.cli.registry.check import check
from dateline.cli.registry.explain import explain
from dateline.cli.registry.export import export
from dateline.cli.registry.find import find
from dateline.cli.registry.intake import take_in
from dateline.cli.registry.listing import list_actors

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Who is who: bring in files of actors, check them, look names up, give the registry out.",
)
app.command("import")(take_in)
app.command()(check)
app.command()(find)
app.command()(explain)
app.command("list")(list_actors)
app.command()(export)
