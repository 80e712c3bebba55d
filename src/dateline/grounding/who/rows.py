"""Rows of a registry file: JSON Lines, an actor a line; each line good, or rejected with a reason."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[~?]?")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ORDER = (
    "id", "schema", "kind", "name", "names", "not", "country", "roles", "inception", "dissolution",
    "wikidataId", "source", "licence",
)  # fmt: skip


class NameRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A further name. `kind`: spelling, translation, acronym, former or weak (a surname, a short form).

    `needs_context`: the name alone doesn't tell this actor; it counts only where the report also names the
    actor in full, its country, or somebody tied to it. `valid_from`/`valid_to`: EDTF dates, None for open.
    """

    text: str
    kind: str = "spelling"
    needs_context: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    language: str | None = None


class RoleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A dated tie: `type` (leads, member_of, part_of, wing_of, code…) to the actor whose id is `target`.

    `post` names the office ("president"). `start`/`end` are EDTF dates to the day, month or year; None where
    it is open or not known.
    """

    type: str
    target: str | None = None
    post: str | None = None
    start: str | None = None
    end: str | None = None
    scheme: str | None = None
    code: str | None = None
    source: str | None = None


class ActorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One actor as it stands in a file (docs/reference/who.md); a string in `names` is a spelling."""

    id: str
    name: str | None = None
    schema: str = "Organization"
    kind: str | None = None
    names: list[NameRow | str] = []
    not_: list[str] = msgspec.field(default_factory=list, name="not")
    country: list[str] = []
    roles: list[RoleRow] = []
    inception: str | None = None
    dissolution: str | None = None
    wikidataId: str | None = None  # noqa: N815  (FollowTheMoney's name)
    source: list[str] = []
    licence: str | None = None

    @property
    def all_names(self) -> list[NameRow]:
        """The further names, plain strings among them as the spellings that they are."""
        return [name if isinstance(name, NameRow) else NameRow(name) for name in self.names]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that was not taken: `line` counts from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def read_rows(file: str, lines: Iterable[str | bytes]) -> Iterator[ActorRow | BadRow]:
    """The rows of `lines`; a malformed line becomes a BadRow and the rest is read on."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=ActorRow)
        except (msgspec.ValidationError, msgspec.DecodeError, UnicodeError) as error:
            yield BadRow(file, number, str(error))
            continue
        reason = fault_of(row)
        yield BadRow(file, number, reason) if reason else row


def line_of(row: ActorRow) -> str:
    """`row` as a line of a registry file, without its end: fields in one order, empty ones left out."""
    fields = {**msgspec.to_builtins(row), "names": [_name(name) for name in row.all_names]}
    fields["roles"] = [_said(msgspec.to_builtins(role)) for role in row.roles]
    return json.dumps(_said({key: fields[key] for key in _ORDER}), ensure_ascii=False)


def _name(name: NameRow) -> str | dict[str, Any]:
    return name.text if name == NameRow(name.text) else _said(msgspec.to_builtins(name))


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, [], False)}


def fault_of(row: ActorRow) -> str | None:
    """What is wrong with a row that is well-formed; None where nothing is."""
    if not _ID.fullmatch(row.id):
        return f"id {row.id!r} is not lower-case words joined by '-'"
    if row.name is not None and not row.name.strip():
        return "name is empty"
    dates = [row.inception, row.dissolution]
    for name in row.names:
        text = name if isinstance(name, str) else name.text
        if not text or text.isspace():
            return "a name in names is empty"
        if isinstance(name, NameRow):
            dates += (name.valid_from, name.valid_to)
    for role in row.roles:
        dates += (role.start, role.end)
    wrong = next((date for date in dates if date is not None and not _DATE.fullmatch(date)), None)
    return (
        None
        if wrong is None
        else f"date {wrong!r} is not YYYY, YYYY-MM or YYYY-MM-DD (with ~ or ? where unsure)"
    )
