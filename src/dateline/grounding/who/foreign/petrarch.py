"""PETRARCH: actor dictionaries of PETRARCH, Phoenix and TABARI, with CAMEO codes and the dates of them.

    HEAD_NAME_ [CODE] ; then lines "+SYNONYM_" and, indented, "[CODE 030101-041130]", "[CODE >20030101]",
    "[CODE <030101]" or "[CODE]"; "#" opens a comment, a last "_" says that nothing is to be stemmed.

Six-digit years up to 30 are of this century, later ones of the last. The dictionaries tell neither persons
from groups nor names from descriptions: what codes say of that is taken, and a synonym is weak until somebody
looked at it. Of an entry for a whole country only the state is taken, because cities and provinces are listed
there as its synonyms.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dateline.grounding.who.foreign.value import Lines, Reject, further_names, id_of
from dateline.grounding.who.rows import ActorRow, NameRow, RoleRow
from dateline.grounding.who.spelling import fold
from dateline.grounding.who.states import State, read_states

_COMMENT = re.compile(r"(?:^|(?<=[\s\]_]))#.*")
_CODE = re.compile(r"([A-Z]{3,})(?:\s+(?:([<>])\s*(\d{8}|\d{6})|(\d{8}|\d{6})\s*-\s*(\d{8}|\d{6})))?")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_ACRONYM = re.compile(r"(.+?) \(([A-Z][A-Z0-9/-]{1,9})\)")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_SMALL = frozenset("of the and for in on to de da du des la le el al y".split())
_LAST_OF_THIS_CENTURY = 30
_KINDS = {
    "REB": "armed group", "INS": "armed group", "SEP": "armed group", "UAF": "armed group",
    "MIL": "military", "COP": "police", "SPY": "intelligence", "MED": "media", "PTY": "party",
    "GOV": "government",
}  # fmt: skip
_LICENCE = "MIT"


@dataclass(slots=True)
class _Entry:
    """An entry as it stands in the file: names as written, ties of type "code"."""

    line: int
    head: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[RoleRow] = field(default_factory=list)


def read_petrarch(file: str, lines: Lines, reject: Reject) -> Iterator[ActorRow]:
    """A row for each entry, in order; a line that can't be read is rejected, its entry goes on without it."""
    entry: _Entry | None = None
    parted = False
    for number, raw in lines:
        line = _COMMENT.sub("", raw).rstrip()
        if not line.strip():
            parted = parted or not raw.strip()
            continue
        opens = line[0] not in "+[\t " and _name(line)
        if opens:
            if entry:
                yield _row(file, entry)
            entry, parted = _Entry(number, _name(line)), False
        if fault := _take(entry, line, parted):
            reject(number, fault)
    if entry:
        yield _row(file, entry)


def _take(entry: _Entry | None, line: str, parted: bool) -> str | None:
    """Add to `entry` what a line says; what is wrong with the line, or None."""
    if entry is None:
        return "stands before any name"
    if parted:
        return "follows an empty line: whose it is can't be told"
    if line.count("[") != len(_BRACKETS.findall(line)):
        return "a bracket is not closed"
    if line.startswith("+"):
        if not _name(line[1:]):
            return "no name after +"
        entry.synonyms.append(_name(line[1:]))
    faults = [fault for code in _BRACKETS.findall(line) if (fault := _add_code(entry, code.strip()))]
    return faults[0] if faults else None


def _name(line: str) -> str:
    return " ".join(line.partition("[")[0].replace("_", " ").split())


def _add_code(entry: _Entry, text: str) -> str | None:
    found = _CODE.fullmatch(text)
    if found is None:
        return f"code [{text}] is no CAMEO code with <DATE, >DATE or DATE-DATE"
    code, sign, bound, first, last = found.groups()
    try:
        start = _date(bound if sign == ">" else first)
        end = _date(bound if sign == "<" else last)
    except ValueError:
        return f"code [{text}] has a date that is in no calendar"
    entry.codes.append(RoleRow("code", start=start, end=end, scheme="CAMEO", code=code))
    return None


def _date(digits: str | None) -> str | None:
    """The ISO date of YYMMDD or YYYYMMDD; ValueError where there is no such day."""
    if digits is None:
        return None
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= _LAST_OF_THIS_CENTURY else "19") + digits
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()


def _row(file: str, entry: _Entry) -> ActorRow:
    codes = [role.code or "" for role in entry.codes]
    states = list(dict.fromkeys(s.id for code in codes if (s := _states().get(code[:3]))))
    source, name = [f"{file}:{entry.line}"], _written(_bracketed(entry.head)[0])
    if (state := _whole_country(entry.head, codes)) is not None:
        return ActorRow(state.id, roles=entry.codes, source=source, licence=_LICENCE)
    kind = _kind(entry.codes)
    return ActorRow(
        id=id_of("petrarch", codes[0][:3] if codes else "", entry.head) or f"petrarch-{entry.line}",
        name=name,
        schema="Person" if kind == "person" else "Organization",
        kind=kind,
        names=_names(name, entry),
        country=states,
        roles=list(dict.fromkeys(entry.codes)),
        source=source,
        licence=_LICENCE,
    )


def _names(name: str, entry: _Entry) -> list[NameRow | str]:
    pairs = [_bracketed(text) for text in (entry.head, *entry.synonyms)]
    spelled = further_names(name, (_written(text) for text, _ in pairs), "weak")
    letters = dict.fromkeys(letters for _, letters in pairs if letters)
    return [*spelled, *(NameRow(text, "acronym", needs_context=True) for text in letters)]


def _bracketed(name: str) -> tuple[str, str | None]:
    """A name and the letters in brackets behind it, where these shorten it; else the name as it stands."""
    found = _ACRONYM.fullmatch(name)
    if found is None:
        return name, None
    long, short = found[1], re.sub(r"[^A-Z]", "", found[2])
    letters = iter(fold(long).upper())
    shortens = bool(short) and long[:1] == short[:1] and all(letter in letters for letter in short)
    return (long, short) if shortens else (name, None)


def _written(name: str) -> str:
    """A name in capitals as reports write it."""
    words = [_WORD.sub(lambda word: word[0].capitalize(), word) for word in name.split()]
    return " ".join(word.lower() if at and word.lower() in _SMALL else word for at, word in enumerate(words))


def _kind(codes: list[RoleRow]) -> str:
    """By the roles in the codes: a rebel group stays one whatever else it was; dates make a person."""
    roles = [(role.code or "")[at : at + 3] for role in codes for at in range(3, len(role.code or ""), 3)]
    kinds = [_KINDS[role] for role in roles if role in _KINDS]
    if "armed group" in kinds and "ELI" not in roles:
        return "armed group"
    if "ELI" in roles or any(role.start or role.end for role in codes):
        return "person"
    return kinds[-1] if kinds else "organisation"


def _whole_country(head: str, codes: list[str]) -> State | None:
    state = _states().get(codes[0]) if codes else None
    named = state is not None and fold(head) in {fold(name) for name in (state.name, *state.other_names)}
    return state if named else None


@cache
def _states() -> dict[str, State]:
    return {state.iso3: state for state in read_states()}
