"""Value: what a person writes for a field, read strictly and as the fields of an event's claim."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from dateline.grounding.where.stated import stated_places
from dateline.grounding.who.current import current
from dateline.model import Count, Party, Span, Speaker, Term, When
from dateline.model.vocabulary import EVENT_TYPES, STATUSES, EditField, TimePrecision

Words = Callable[[str], Span]
"""From a value to the words of the report that stand for it."""

_BETWEEN = ";"
_EMPTY = " \t\n,;"
_OPEN = ".."
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PRECISION: dict[int, TimePrecision] = {4: "year", 7: "month", 10: "day"}
_COUNT = re.compile(
    r"(?P<what>[a-z]+) (?:(?P<min>\d+)(?:-(?P<max>\d+)|(?P<more> or more))?|up to (?P<most>\d+))"
    r"(?: (?P<who>.+))?"
)
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def read_value(field: EditField, value: str | None, words: Words, rule: str) -> dict[str, object]:
    """The fields of an event's claim that `value` gives for `field`, None for no value at all.

    `words` finds the words of each part, `rule` says who gave it. ValueError says in one line what is wrong.
    """
    if value is not None and not value.strip(_EMPTY):
        raise ValueError(f"an empty value for {field}; leave the value out to say that there is none")
    if field in _NEEDED:
        return _NEEDED[field]("" if value is None else value.strip(), words)
    return _OPTIONAL[field](None if value is None else value.strip(), words, rule)


def _type(value: str, _: Words) -> dict[str, object]:
    if value.upper() not in EVENT_TYPES:
        raise ValueError(f"{value or 'nothing'} is no type; the types: dateline ref types")
    return {"type": value.upper()}


def _status(value: str, words: Words) -> dict[str, object]:
    if value not in STATUSES:
        raise ValueError(f"{value or 'nothing'} is no status; the statuses: {', '.join(STATUSES)}")
    return {"status": value, "status_cue": None if value == "actual" else words(value)}


def _core(value: str, _: Words) -> dict[str, object]:
    if value.lower() not in _YES_NO:
        raise ValueError(f"{value or 'nothing'} is neither yes nor no")
    return {"core": _YES_NO[value.lower()]}


def _mode(value: str | None, _: Words, __: str) -> dict[str, object]:
    return {"mode": value}


def _time(value: str | None, words: Words, rule: str) -> dict[str, object]:
    if value is None:
        return {"when": None}
    first, last = _ends(value)
    whole = "/" not in value
    precision = _PRECISION[len(value)] if whole else _precision_of(value)
    return {
        "when": When(
            words(value),
            "DATE",
            first,
            last,
            precision,
            rule=rule,
            value=value if whole else None,
            edtf=value,
        )
    }


def _ends(value: str) -> tuple[str | None, str | None]:
    """The first and the last day of an EDTF date or interval, None where open."""
    start, _, end = value.partition("/")
    first = None if start == _OPEN else _days(start, value)[0]
    last = None if end == _OPEN else _days(end or start, value)[1]
    if (first is None and last is None) or value.endswith("/") or (first and last and first > last):
        raise ValueError(_no_time(value))
    return first, last


def _precision_of(interval: str) -> TimePrecision:
    start, _, end = interval.partition("/")
    if _OPEN in (start, end):
        return _PRECISION[len(start if end == _OPEN else end)]
    return "day" if start == end else "period"


def _days(part: str, value: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day."""
    if not _CALENDAR.fullmatch(part):
        raise ValueError(_no_time(value))
    year, month, day = (int(part[at : at + size] or 0) for at, size in ((0, 4), (5, 2), (8, 2)))
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        raise ValueError(_no_time(value)) from None
    return first.isoformat(), last.isoformat()


def _no_time(value: str) -> str:
    return (
        f"{value} is no time; write 2020-01-03, 2020-01, 2020, 2020-01-02/2020-01-05, 2020-01-03/.."
        " or ../2020-01-03"
    )


def _place(value: str | None, words: Words, rule: str) -> dict[str, object]:
    return {"places": stated_places(value, words(value), rule) if value else ()}


def _count(value: str | None, words: Words, _: str) -> dict[str, object]:
    return {"counts": tuple(_one_count(part, words) for part in _parts(value))}


def _one_count(part: str, words: Words) -> Count:
    found = _COUNT.fullmatch(part)
    if not found:
        raise ValueError(f"{part} is no count; write: killed 5, killed 5-8 soldiers, injured 5 or more")
    number = found["min"] or found["most"]
    low = int(found["min"]) if found["min"] else None
    high = found["max"] or found["most"] or (None if found["more"] else found["min"])
    if low is not None and high is not None and int(high) < low:
        raise ValueError(f"{part}: the lower number comes first")
    return Count(found["what"], found["who"] or "", low, int(high) if high else None, words(number))


def _instrument(value: str | None, words: Words, _: str) -> dict[str, object]:
    return {"instrument": Term(value, words(value)) if value else None}


def _parties(claim_field: str) -> Callable[[str | None, Words, str], dict[str, object]]:
    def read(value: str | None, words: Words, _: str) -> dict[str, object]:
        return {claim_field: tuple(party_named(part, words(part)) for part in _parts(value))}

    return read


def _speaker(value: str | None, words: Words, _: str) -> dict[str, object]:
    parties = [party_named(part, words(part)) for part in _parts(value)]
    return {"speakers": tuple(Speaker(p, None, anonymous=p.kind == "unnamed") for p in parties)}


def party_named(name: str, words: Span) -> Party:
    """The party of that registry id or name; unnamed when it has no capital letter ("gunmen")."""
    registry = current()
    if name in registry:
        return Party(registry[name].name, words, name, schema=registry[name].schema)
    link = registry.link(name)
    if link.actor:
        return Party(name, words, link.actor.id, schema=link.actor.schema)
    if link.actors:
        return Party(name, words, kind="ambiguous")
    return Party(name, words, kind="named" if any(c.isupper() for c in name) else "unnamed")


def _parts(value: str | None) -> list[str]:
    return [part.strip() for part in (value or "").split(_BETWEEN) if part.strip()]


_NEEDED: dict[str, Callable[[str, Words], dict[str, object]]] = {
    "type": _type,
    "status": _status,
    "core": _core,
}
_OPTIONAL: dict[str, Callable[[str | None, Words, str], dict[str, object]]] = {
    "mode": _mode,
    "actor": _parties("actors"),
    "target": _parties("targets"),
    "speaker": _speaker,
    "claimed_by": _parties("claimed_by"),
    "denied_by": _parties("denied_by"),
    "time": _time,
    "place": _place,
    "count": _count,
    "instrument": _instrument,
}
