"""Figures: numbers about a state of things or a period, which are no single event's own count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import Count, EventClaim, FigureClaim, Reason, Report, When, Where, figure_claim_id
from dateline.reading import clause
from dateline.reading.amount import Amount, find_amounts
from dateline.reading.count import toll_of
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.grounding.who import Cast
    from dateline.reading.speaker import Attributions

_PERIODS = frozenset({"since", "until"})


def find_figures(
    doc: Doc,
    report: Report,
    cast: Cast,
    times: Sequence[When],
    places: Sequence[Where],
    attributions: Attributions,
    events: Sequence[EventClaim],
) -> tuple[FigureClaim, ...]:
    """The figures of `report` in text order. A number that is an event's count is one only where the
    sentence tells of a period ("since October 7", "this year", "in total")."""
    counted = {count.span.start for event in events for count in event.counts}
    found = []
    for amount in find_amounts(doc):
        what, core, rule = _measure(amount, amount.number.start in counted, times) or (None, False, "")
        if what is not None:
            found.append(_claim(amount, what, core, rule, (report, times, places, attributions), cast))
    return tuple(found)


def _measure(amount: Amount, is_count: bool, times: Sequence[When]) -> tuple[str, bool, str] | None:
    """What the amount measures, whether it is core, and the rule; None where it is no figure."""
    period = _period(amount.noun.sent.start_char, amount.noun.sent.end_char, times) or _has_total(amount)
    toll = toll_of(amount)
    if toll is not None and (period or (not is_count and toll.what in _standing())):
        return toll.what, True, "figure:period" if period else "figure:standing"
    if is_count:
        return None
    state = _state(amount.noun)
    return (state, True, "figure:state") if state else None


def _state(noun: Token) -> str | None:
    """What a number of somebody means: troops, fighters, residents, or what a verb says of them."""
    what = _nouns().get(noun.lemma_.lower())
    if what is not None:
        return what
    verb = noun.head
    if noun.dep_ in {*clause.SUBJECTS, "obj"} and verb.pos_ in {"VERB", "ADJ", "AUX"}:
        return _verbs().get(verb.lemma_.lower())
    return None


def _period(start: int, end: int, times: Sequence[When]) -> bool:
    return any(w.modifier in _PERIODS or w.kind == "DURATION" for w in times if start <= w.span.start < end)


def _has_total(amount: Amount) -> bool:
    words = {t.lower_ for t in amount.noun.sent}
    return bool(words & {"since", "total", "overall", "altogether"})


def _claim(
    amount: Amount,
    what: str,
    core: bool,
    rule: str,
    grounded: tuple[Report, Sequence[When], Sequence[Where], Attributions],
    cast: Cast,
) -> FigureClaim:
    report, times, places, attributions = grounded
    number = amount.number
    span = report.span(number.start, number.end)
    sentence = amount.noun.sent
    text = sentence.text.rstrip()
    start, end = sentence.start_char, sentence.start_char + len(text)
    by = _doer(amount.noun, cast)
    return FigureClaim(
        id=figure_claim_id(span, what),
        report=report.id,
        core=core,
        count=Count(what, amount.who(), number.min, number.max, span),
        quote=report.span(start, end),
        by=by,
        when=next(_inside(times, start, end), None),
        places=tuple(_inside(places, start, end)),
        speakers=attributions.speakers(amount.noun),
        why=(Reason(rule, span),),
    )


def _inside(grounded: Sequence[When] | Sequence[Where], start: int, end: int) -> Iterator:  # type: ignore[type-arg]
    return (item for item in grounded if start <= item.span.start < end)


def _doer(noun: Token, cast: Cast):  # type: ignore[no-untyped-def]
    verb = noun.head
    who = (
        clause.agent(verb)
        if clause.is_passive(verb)
        else clause.subject(verb)
        if noun.dep_ == "obj"
        else None
    )
    if who is None or not cast.is_actor(who):
        return None
    parties = cast.parties(who)
    return parties[0] if parties else None


@cache
def _nouns() -> dict[str, str]:
    return {row["word"]: row["what"] for row in rows("figures") if row["kind"] == "noun"}


@cache
def _verbs() -> dict[str, str]:
    return {row["word"]: row["what"] for row in rows("figures") if row["kind"] == "verb"}


@cache
def _standing() -> frozenset[str]:
    return frozenset(row["what"] for row in rows("figures") if row["kind"] == "standing")
