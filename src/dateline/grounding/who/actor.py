"""Actor: one entry of the registry, with its names and its dated ties."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.grounding.who.rows import ActorRow, NameRow


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an actor; kinds and dates as in `rows.NameRow`, and "name" for the head name."""

    text: str
    kind: str
    needs_context: bool = False
    valid_from: str | None = None
    valid_to: str | None = None

    def holds(self, date: str | None) -> bool:
        """True when the name was in use on that ISO date; without a date, True."""
        return _within(date, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class Role:
    """A dated tie: `type` and `target` as in `rows.RoleRow`; None for an end that is open or not known."""

    type: str
    target: str | None
    post: str | None
    start: str | None
    end: str | None
    source: str | None

    def holds(self, date: str | None) -> bool:
        """True when the tie may hold on that ISO date: an end that is open or unknown excludes nothing."""
        return _within(date, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """`kind`: state, government, military, police, intelligence, armed group, party, organisation, media or
    person.

    `unlike` are the ids that this actor must never be taken for, however alike the names are.
    """

    id: str
    name: str
    schema: str
    kind: str
    names: tuple[Name, ...]
    unlike: frozenset[str]
    country: tuple[str, ...]
    roles: tuple[Role, ...]
    inception: str | None
    dissolution: str | None
    source: tuple[str, ...]

    @property
    def tied(self) -> frozenset[str]:
        """The ids of actors that this one is tied to, its states among them."""
        return frozenset(self.country) | {role.target for role in self.roles if role.target}


def actor_of(rows: list[ActorRow]) -> Actor:
    """The actor that rows of one id describe together; the first row that names it gives the name.

    Raises ValueError where none does.
    """
    named = next((row for row in rows if row.name), None)
    if named is None or named.name is None:
        raise ValueError(f"actor {rows[0].id!r} has no name")
    names = [Name(named.name, "name")]
    names += [_name(entry) for row in rows for entry in row.names]
    names += [Name(row.name, "spelling") for row in rows if row.name and row.name != named.name]
    roles = [Role(r.type, r.target, r.post, r.start, r.end, r.source) for row in rows for r in row.roles]
    return Actor(
        id=named.id,
        name=named.name,
        schema=named.schema,
        kind=kind_of(rows),
        names=tuple(dict.fromkeys(names)),
        unlike=frozenset(other for row in rows for other in row.not_),
        country=tuple(dict.fromkeys(code for row in rows for code in row.country)),
        roles=tuple(roles),
        inception=next((row.inception for row in rows if row.inception), None),
        dissolution=next((row.dissolution for row in rows if row.dissolution), None),
        source=tuple(dict.fromkeys(source for row in rows for source in row.source)),
    )


def kind_of(rows: Sequence[ActorRow]) -> str:
    """The kind that the first of the rows says; without one, a person by its schema, else an organisation."""
    said = next((row.kind for row in rows if row.kind), None)
    return said or ("person" if any(row.schema == "Person" for row in rows) else "organisation")


def _name(entry: NameRow | str) -> Name:
    if isinstance(entry, str):
        return Name(entry, "spelling")
    return Name(entry.text, entry.kind, entry.needs_context, entry.valid_from, entry.valid_to)


def _within(date: str | None, start: str | None, end: str | None) -> bool:
    """ISO and EDTF dates compare as text up to the coarser one's precision."""
    if date is None:
        return True
    first, last = (start or "").rstrip("~?"), (end or "").rstrip("~?")
    return date[: len(first)] >= first and (not last or date[: len(last)] <= last)
