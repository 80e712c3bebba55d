"""Checking: what a person should look at in a registry file before reports are read with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.grounding.who.actor import Actor
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.rows import ActorRow, BadRow, read_rows
from dateline.grounding.who.spelling import fold

_PUBLIC = frozenset(
    "leads holds_office speaks_for member_of deputy_of founded part_of public_role code".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a line of a file, from 1. `grave`: the row is not taken, or says what can't be."""

    file: str
    line: int
    reason: str
    grave: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'' if self.grave else 'note: '}{self.reason}"


def check(path: Path, registry: Registry) -> list[Finding]:
    """The findings about the registry file at `path`, in order of lines; `registry` holds it on top.

    Grave are malformed rows, actors without a name, ties to nobody, and dates that run backward. Noted are
    ids given twice, names that two actors share, rows without a source, and persons without a public role.
    Raises OSError where the file can't be read.
    """
    file = str(path)
    found: list[Finding] = []
    rows: list[tuple[int, ActorRow]] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        for row in read_rows(file, [line]):
            if isinstance(row, BadRow):
                found.append(Finding(file, number, row.reason, True))
            else:
                rows.append((number, row))
    first: dict[str, int] = {}
    for number, row in rows:
        grave = [*_faults(row, registry)]
        noted = [*_notes(row, registry, first.get(row.id))]
        found += [Finding(file, number, reason, True) for reason in grave]
        found += [Finding(file, number, reason, False) for reason in noted]
        first.setdefault(row.id, number)
    found += _clashes(file, first, registry)
    return sorted(found, key=lambda finding: (finding.line, not finding.grave, finding.reason))


def _faults(row: ActorRow, registry: Registry) -> Iterator[str]:
    if row.id not in registry:
        yield f"{row.id} is a new actor without a name"
        return
    for role in row.roles:
        if role.type != "code" and role.target is not None and role.target not in registry:
            yield f"{role.type} {role.target}: there is no such actor"
    yield from (f"not {other}: there is no such actor" for other in row.not_ if other not in registry)
    yield from (f"{start} to {end} runs backward" for start, end in _spans(row) if _backward(start, end))


def _spans(row: ActorRow) -> Iterator[tuple[str | None, str | None]]:
    yield row.inception, row.dissolution
    yield from ((role.start, role.end) for role in row.roles)
    yield from ((name.valid_from, name.valid_to) for name in row.all_names)


def _backward(start: str | None, end: str | None) -> bool:
    if not start or not end:
        return False
    first, last = start.rstrip("~?"), end.rstrip("~?")
    return first[: len(last)] > last[: len(first)]


def _notes(row: ActorRow, registry: Registry, before: int | None) -> Iterator[str]:
    if before is not None:
        yield f"{row.id} stands in line {before} too: both are one actor"
    if not row.source:
        yield f"{row.id} names no source"
    if row.id in registry and _is_private(registry[row.id]):
        yield f"{registry[row.id].name} is a person whose public role isn't told; leave private persons out"


def _is_private(actor: Actor) -> bool:
    held = {role.type for role in actor.roles}
    return actor.kind == "person" and held.isdisjoint(_PUBLIC)


def _clashes(file: str, lines: dict[str, int], registry: Registry) -> Iterator[Finding]:
    """Names by themselves, without context, of an actor of the file that are another actor's too."""
    for id_, line in lines.items():
        free = [n.text for n in registry[id_].names if not n.needs_context] if id_ in registry else []
        for text in {fold(text): text for text in free}.values():
            if others := _bearers(text, id_, registry):
                reason = f"{text!r} names {id_} and {', '.join(others)}: a report's context must tell which"
                yield Finding(file, line, reason, False)


def _bearers(text: str, but: str, registry: Registry) -> list[str]:
    found = (actor.id for actor, name in registry.named(text) if not name.needs_context)
    return [key for key in dict.fromkeys(found) if key != but]
