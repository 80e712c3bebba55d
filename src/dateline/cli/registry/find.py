"""`dateline registry find`: whom a name may stand for, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.exit import Exit
from dateline.cli.registries import Registries, load_registry

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.grounding.who.inquiry import Inquiry


def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report writes it.")],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day on which the report was published.")
    ] = None,
    near: Annotated[
        list[str] | None,
        typer.Option(
            "--near", metavar="NAME", help="Somebody else whom the report names; more may be given."
        ),
    ] = None,
    registry: Registries = None,
) -> None:
    """Show whom a name may stand for, who is chosen, and why the others are not."""
    from dateline.case.select import check_day
    from dateline.cli.screen import out
    from dateline.grounding.who.inquiry import inquire

    if on is not None:
        try:
            check_day(on)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--on") from None
    loaded = load_registry(registry)
    beside = [actor for other in near or () for actor in loaded.link(other, date=on).actors]
    context = frozenset(key for actor in beside for key in (actor.id, *actor.country))
    inquiry = inquire(loaded, name, context, on)
    typer.echo(answer(inquiry))
    if not inquiry.candidates:
        raise typer.Exit(Exit.NOTHING_READ)
    out().print(candidates(inquiry, on))


def answer(inquiry: "Inquiry") -> str:
    """What the registry says, in a line."""
    if actor := inquiry.link.actor:
        return f"{inquiry.text}: {actor.name} ({actor.id})"
    if inquiry.link.actors:
        return f"{inquiry.text}: ambiguous, left open"
    return f"{inquiry.text}: nobody in the registry; a report's own actor"


def candidates(inquiry: "Inquiry", on: str | None) -> "Table":
    """The candidates as a table: who, by which name, what they are, and what came of it."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table("Actor", "By the name", "What", "Why", box=box.SIMPLE_HEAD, pad_edge=False)
    for candidate in inquiry.candidates:
        actor = candidate.actor
        held = [role for role in actor.roles if role.post and role.holds(on)]
        what = [actor.kind, *actor.country, *(f"{role.post} of {role.target}" for role in held[:2])]
        mark = "*" if candidate.chosen else " "
        cells = (f"{mark} {actor.id}", candidate.name, ", ".join(what), candidate.verdict)
        table.add_row(*map(Text, cells))
    return table
