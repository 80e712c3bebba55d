"""Rows of a registry file: JSON Lines, one actor a line, each line good or rejected with a reason."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[~?]?")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NameRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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


class RoleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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


class ActorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that was not taken: `line` counts from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def read_rows(file: str, lines: Iterable[str]) -> Iterator[ActorRow | BadRow]:
    """The rows of `lines`; a malformed line becomes a BadRow and the rest is read on."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=ActorRow)
        except (msgspec.ValidationError, msgspec.DecodeError, UnicodeError) as error:
            yield BadRow(file, number, str(error))
            continue
        reason = _fault(row)
        yield BadRow(file, number, reason) if reason else row


def _fault(row: ActorRow) -> str | None:
    """What is wrong with a row that is well-formed JSON."""
    if not _ID.fullmatch(row.id):
        return f"id {row.id!r} is not lower-case words joined by '-'"
    if row.name is not None and not row.name.strip():
        return "name is empty"
    texts = (name if isinstance(name, str) else name.text for name in row.names)
    if not all(text.strip() for text in texts):
        return "a name in names is empty"
    dates = [row.inception, row.dissolution]
    dates += [date for role in row.roles for date in (role.start, role.end)]
    dates += [
        date for name in row.names if isinstance(name, NameRow) for date in (name.valid_from, name.valid_to)
    ]
    wrong = next((date for date in dates if date is not None and not _DATE.fullmatch(date)), None)
    return (
        None
        if wrong is None
        else f"date {wrong!r} is not YYYY, YYYY-MM or YYYY-MM-DD (with ~ or ? where unsure)"
    )
