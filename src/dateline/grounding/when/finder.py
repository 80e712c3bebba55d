"""Finder: all time expressions of a report, each resolved to days as far as the report allows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from dateline.grounding.when import (
    calendar,
    clock,
    compound,
    daypart,
    duration,
    holiday,
    numeric,
    relative,
    weekday,
)
from dateline.grounding.when.bounds import bound_word, bounded, edtf_of, joined, stretched
from dateline.grounding.when.compound import Found, in_order, merge, share_years
from dateline.grounding.when.context import Context, Course, Home, Tense
from dateline.grounding.when.grammar import Expression, Grammar, Rule
from dateline.grounding.when.hints import Hints
from dateline.grounding.when.home import FILING_LINE, home_of, is_filing_date
from dateline.grounding.when.lasting import lasting
from dateline.grounding.when.named import NamedEvents
from dateline.grounding.when.narration import is_narrative
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.sense import is_time
from dateline.grounding.when.tense import tense_of
from dateline.grounding.when.tokens import Tokens
from dateline.grounding.when.words import pattern_of, table
from dateline.language.tree import Doc
from dateline.model import Report, When

_RESOLVERS: Mapping[str, Callable[[Expression, Context], Reading | None]] = (
    calendar.RESOLVERS
    | numeric.RESOLVERS
    | relative.RESOLVERS
    | weekday.RESOLVERS
    | daypart.RESOLVERS
    | duration.RESOLVERS
    | clock.RESOLVERS
    | compound.RESOLVERS
    | holiday.RESOLVERS
)

_AHEAD_REACH = 36  # characters before a date in which "next" and the like still belong to it


class TimeFinder:
    """Finds times by the rule tables. `named` are the events that may stand for dates (the shipped table)."""

    def __init__(self, named: NamedEvents | None = None) -> None:
        self._named = named or NamedEvents()
        days = holiday.holidays()
        feast = (
            r"(?:(?:the )?{day}(?:st|nd|rd|th)?(?: of)? )?"
            rf"(?P<holiday>{pattern_of(days)})(?:,? (?:of )?{{year}}|,? (?P<which>last|this|next) year)?"
        )
        event = rf"(?:the )?(?P<named>{pattern_of(self._named.names())})"
        rules = (
            Rule.parse("named", "named", "named", event),
            Rule.parse("holiday", "holiday", "holiday", feast),
        )
        self._grammar = Grammar(rules, Hints({"named": self._named.names(), "holiday": days}))
        self._plain = Grammar((), Hints({}))

    def find(self, doc: Doc, report: Report) -> tuple[When, ...]:
        """Every time expression of `report` in text order; `doc` is parsed from exactly `report.text`."""
        tokens = Tokens(doc, report.text)
        told = tuple(found for found in self._grammar.find(report.text) if is_time(found, tokens))
        home = home_of(report, told, self._resolve)
        expressions = share_years(report.text, self._named_by(home, told, report.text))
        found = self._read(tokens, expressions, home)
        return tuple(_when(report, each, reading, home) for each, reading in _bound(tokens, found, home))

    def _named_by(self, home: Home | None, told: tuple[Expression, ...], text: str) -> tuple[Expression, ...]:
        """The expressions, where a named event that lies after the report's day is read as plain words."""
        kept: list[Expression] = []
        for each in told:
            event = self._named.get(each.slots["named"]) if "named" in each.slots else None
            if event and home and event.first > home.day:
                plain = self._plain.find(text[each.start : each.end])
                kept.extend(found.moved(each.start) for found in plain)
            else:
                kept.append(each)
        return tuple(kept)

    def _read(self, tokens: Tokens, expressions: tuple[Expression, ...], home: Home | None) -> list[Found]:
        course = Course(home, is_narrative(expressions, home))
        found: list[Found] = []
        for each in expressions:
            context = course.context(_looking(tokens, each))
            reading = self._resolve(each, context)
            if reading:
                head = tokens.head(each.core, each.end)
                found.append((each, lasting(tokens.text, each, reading, context, head)))
                if reading.kind in ("DATE", "TIME"):
                    course.note(reading.period, each.start, reading.anchor)
        return in_order(tokens.text, merge(tokens.text, found))

    def _resolve(self, found: Expression, context: Context) -> Reading | None:
        if found.resolver == "named":
            event = self._named.get(found.slots["named"])
            return event.reading() if event else None
        try:
            reading = _RESOLVERS[found.resolver](found, context)
        except (ValueError, OverflowError):  # 31 June, a million years ago
            return None
        about = reading and found.approx == "about" and reading.modifier is None
        return replace(reading, modifier="about") if reading and about else reading


@cache
def default_finder() -> TimeFinder:
    """The finder with the shipped tables, made once."""
    return TimeFinder()


def find_times(doc: Doc, report: Report) -> tuple[When, ...]:
    """Every time expression of `report` in text order; `doc` is parsed from exactly `report.text`."""
    return default_finder().find(doc, report)


def _tense(tokens: Tokens, found: Expression) -> Tense | None:
    return tense_of(tokens.head(found.core, found.end), tokens.parsed)


def _looking(tokens: Tokens, found: Expression) -> Tense | None:
    """The tense for choosing a date; "by" and "until" point ahead even where the verb is past."""
    tense = _tense(tokens, found)
    ends = bound_word(tokens.text, found.start) in ("by", "until", "through")
    before = tokens.text[max(0, found.start - _AHEAD_REACH) : found.start].casefold().split()
    ahead = ends or any(word in table("forward") for word in before)
    return None if tense == "past" and ahead and found.resolver == "calendar" else tense


def _bound(tokens: Tokens, found: list[Found], home: Home | None) -> list[Found]:
    """The readings as the words before them and their neighbours bound them."""
    text = tokens.text
    bounded_ones: list[Found] = []
    for index, (each, reading) in enumerate(found):
        now = _capped(reading, home, _tense(tokens, each))
        if index and joined(text, _ends(found[index - 1][0]), _ends(each)):
            before = bounded_ones[-1]
            one, two = stretched(found[index - 1][1], now)
            bounded_ones[-1] = (before[0], one)
            bounded_ones.append((each, two))
        else:
            word = None if tokens.describes(each.start, each.end) else bound_word(text, each.start)
            bounded_ones.append((each, bounded(now, word)))
    return bounded_ones


def _ends(found: Expression) -> tuple[int, int]:
    return found.start, found.end


def _capped(reading: Reading, home: Home | None, tense: Tense | None) -> Reading:
    """A reported past never reaches beyond the report's day, a future one never starts before it."""
    if home is None or reading.first is None or reading.last is None:
        return reading
    if not reading.first <= home.day < reading.last or reading.precision in ("day", "part_of_day"):
        return reading
    if tense == "past":
        return replace(reading, last=home.day)
    if tense == "future" and reading.anchor == home.anchor:
        return replace(reading, first=home.day)
    return reading


def _when(report: Report, found: Expression, reading: Reading, home: Home | None) -> When:
    return When(
        span=report.span(found.start, found.end),
        kind=reading.kind,
        earliest=reading.first.isoformat() if reading.first else None,
        latest=reading.last.isoformat() if reading.last else None,
        precision=reading.precision,
        modifier=reading.modifier,
        anchor=reading.anchor,
        rule=FILING_LINE if is_filing_date(found, reading, home) else found.rule,
        value=reading.value,
        edtf=edtf_of(reading),
    )
