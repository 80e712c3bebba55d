"""`dateline registry list`: the actors of the registry."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.registries import Registries, load_registry

if TYPE_CHECKING:
    from dateline.grounding.who import Actor

Kinds = Literal[
    "state", "government", "military", "police", "intelligence", "armed group", "party", "organisation",
    "media", "person",
]  # fmt: skip


def list_actors(
    kind: Annotated[Kinds | None, typer.Option(help="Only actors of this kind.")] = None,
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only actors of this state, by its two-letter ISO code."),
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="Show at most so many; 0 for all.")] = 100,
    registry: Registries = None,
) -> None:
    """List actors: id, name, kind, states, and how many names and ties they have."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from dateline.cli.screen import out

    loaded = load_registry(registry)
    found = [actor for actor in loaded if _fits(actor, kind, country)]
    shown = found[:limit] if limit else found
    table = Table("Id", "Name", "Kind", "States", "Names", "Ties", box=box.SIMPLE_HEAD, pad_edge=False)
    for actor in shown:
        table.add_row(*map(Text, _cells(actor)))
    out().print(table)
    if len(shown) < len(found):
        typer.echo(f"{len(shown)} of {len(found)} actors; all with --limit 0")


def _fits(actor: "Actor", kind: str | None, country: str | None) -> bool:
    return (not kind or actor.kind == kind) and (not country or country.lower() in actor.country)


def _cells(actor: "Actor") -> Iterator[str]:
    yield from (actor.id, actor.name, actor.kind, ", ".join(actor.country))
    yield from (str(len(actor.names)), str(len(actor.roles)))
