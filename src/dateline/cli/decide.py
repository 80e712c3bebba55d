"""`dateline decide`: a person's judgements about a case; each is kept, listed, and can be undone."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from dateline.case import Case
    from dateline.case.decided import DecisionSeen
    from dateline.model import Decision

Action = Literal[
    "accept", "reject", "edit", "merge", "split", "same-actor", "other-actor", "undo", "list"
]  # fmt: skip
Field = Literal[
    "type", "mode", "status", "core", "actor", "target", "speaker", "claimed_by", "denied_by",
    "time", "place", "count", "instrument",
]  # fmt: skip
_NAMED = 8
_CAME_OF = {"merge": "merged into", "split": "split into"}


def decide(  # noqa: PLR0913, PLR0917 (each is an option that a person may give)
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case.")],
    action: Annotated[
        Action,
        typer.Argument(
            metavar="ACTION",
            help="accept, reject, edit, merge, split, same-actor, other-actor, undo or list.",
        ),
    ],
    about: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...",
            help="Events (all their claims) or claims; names or registry ids of actors; a decision to undo.",
        ),
    ] = None,
    field: Annotated[Field | None, typer.Option(help="What to edit, such as time, place or count.")] = None,
    value: Annotated[str | None, typer.Option(help="The value that the field has.")] = None,
    no_value: Annotated[bool, typer.Option("--no-value", help="The field has no value at all.")] = False,
    words: Annotated[str | None, typer.Option(help="The words of the report that say so, verbatim.")] = None,
    apart: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="ID", help="What to split from; by default the rest of the event."),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who decides; by default your user name.")] = None,
    note: Annotated[str | None, typer.Option(help="A note of your own.")] = None,
) -> None:
    """Judge claims, events and actors of a case.

    Nothing is overwritten: what was read stays beside it. How values are written: docs/reference/decisions.md
    """
    from dateline.cli.view import opened_case

    with opened_case(case, None) as opened:
        if action == "list":
            _list(opened)
            return
        about_edit = {"field": field, "value": value, "no_value": no_value, "words": words}
        options = {**_options(action, about_edit, apart), "by": by, "note": note}
        before = len(opened.record().events)
        try:
            decision = _MAKE[action](opened, about or [], options)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint=f"decide {action}") from None
        _tell(opened, decision, before)


def _options(action: str, edit: Mapping[str, Any], apart: list[str] | None) -> dict[str, Any]:
    """The options that `action` takes; those of another action are refused."""
    if apart and action != "split":
        raise typer.BadParameter("is for split only", param_hint="--from")
    if action != "edit":
        if given := [name for name, value in edit.items() if value]:
            raise typer.BadParameter("is for edit only", param_hint=f"--{given[0].replace('_', '-')}")
        return {"apart": apart or []} if action == "split" else {}
    if edit["field"] is None or (edit["value"] is None) != edit["no_value"]:
        raise typer.BadParameter("give --field, and either --value or --no-value", param_hint="decide edit")
    return {name: edit[name] for name in ("field", "value", "words")}


def _undo(case: "Case", about: list[str], options: dict[str, Any]) -> "Decision":
    if len(about) != 1:
        raise ValueError("give the id of one decision; they stand in: dateline decide CASE list")
    return case.undo(about[0], **options)


_MAKE: "dict[str, Callable[[Case, list[str], dict[str, Any]], Decision]]" = {
    "accept": lambda case, about, options: case.accept(*about, **options),
    "reject": lambda case, about, options: case.reject(*about, **options),
    "edit": lambda case, about, options: case.edit(*about, **options),
    "merge": lambda case, about, options: case.merge(*about, **options),
    "split": lambda case, about, options: case.split(*about, **options),
    "same-actor": lambda case, about, options: case.same_actor(*about, **options),
    "other-actor": lambda case, about, options: case.other_actor(*about, **options),
    "undo": _undo,
}


def _list(case: "Case") -> None:
    from dateline.cli.screen import out
    from dateline.export.view import RENDERERS

    if not case.shelf.decisions:
        path = quote(str(case.path))
        typer.echo(f"Nobody decided anything yet. Make the first decision: dateline decide {path} ACTION ID")
        return
    out().print(RENDERERS["decisions"](case.shelf, case.decision_list(), out().width))


def _tell(case: "Case", decision: "Decision", events_before: int) -> None:
    """What was decided, what came of it, and how to take it back."""
    from dateline.export.cell import plain

    seen = next(seen for seen in case.decision_list() if seen.decision.id == decision.id)
    for line in (seen.about, *_effects(case, seen, events_before)):
        typer.echo(plain(line))
    typer.echo(f"undo with: dateline decide {quote(str(case.path))} undo {decision.id}")


def _events(case: "Case", ids: Sequence[str]) -> str:
    handles = ", ".join(case.shelf.handles[event] for event in ids[:_NAMED])
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{'event' if len(ids) == 1 else 'events'} {handles}{more}"


def _effects(case: "Case", seen: "DecisionSeen", events_before: int) -> list[str]:
    lines = [f"but {seen.idle}"] if seen.idle else []
    if seen.events:
        lines.append(f"{_CAME_OF.get(seen.decision.kind, 'about')} {_events(case, seen.events)}")
    events = len(case.record().events)
    if events != events_before:
        lines.append(f"the case had {events_before} events and has {events} now")
    if seen.decision.kind == "edit":
        lines.append(f"what was read stays beside it: {seen.read or 'nothing'}")
    return lines
