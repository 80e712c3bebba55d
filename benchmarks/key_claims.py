"""Claims made from an answer key: what perfect reading would hand on, so that weaving is measured alone.

A key gives an event's values once and its mentions as words. Every mention becomes a claim; the first carries
all values, but a number, a time or a denial goes to the mention in whose sentence its words stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dateline.evaluation.name import fold
from dateline.grounding.who import Registry
from dateline.model import (
    Count,
    EventClaim,
    Party,
    RelationClaim,
    Report,
    Span,
    Speaker,
    Term,
    When,
    Where,
    event_claim_id,
)
from dateline.model.ids import content_id
from dateline.reading.number import find_numbers

Plain = dict[str, Any]
_DENIAL = re.compile(
    r"\b(?:den(?:y|ied|ies)|reject(?:ed|s)?|disowned|nothing to do with|had no part|untrue|baseless)\b"
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def key_claims(report: Report, key: Plain, places: Iterable[Where]) -> list[EventClaim]:
    """The event claims of `report` as its `key` tells them; `places` are those that grounding finds in it."""
    known = {fold(where.name): where for where in places}
    told: dict[str, list[EventClaim]] = {}
    for event in key["events"]:
        told[event["id"]] = list(_claims(report, event, known))
    first = {number: claims[0].id for number, claims in told.items() if claims}
    return [
        _with_response(claim, first.get(event["responds_to"] or ""))
        for event in key["events"]
        for claim in told[event["id"]]
    ]


def key_relations(report: Report, key: Plain) -> Iterator[RelationClaim]:
    """The relation claims of `report` as its `key` tells them."""
    for tie in key["relations"]:
        if place := find_words(report.text, tie["quote"]):
            quote = report.span(*place)
            ends = _party(tie["from"], quote), _party(tie["to"], quote)
            identity = content_id("t", report.id, tie["id"])
            yield RelationClaim(
                identity, report.id, tie["type"], tie["core"], *ends, quote, negated=tie["negated"]
            )


def find_words(text: str, words: str, start: int = 0) -> tuple[int, int] | None:
    """Where `words` stand in `text` from `start` on, whatever the white space; None where they don't."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(pattern).search(text, start)
    return found.span() if found else None


def triggers(report: Report, event: Plain) -> list[Span]:
    """The trigger words of every mention of a key's event that stands in the report."""
    spans = []
    for mention in event["mentions"]:
        quote = find_words(report.text, mention["quote"])
        trigger = quote and find_words(report.text, mention["trigger"], quote[0])
        if trigger:
            spans.append(report.span(*trigger))
    return spans


def _claims(report: Report, event: Plain, known: Mapping[str, Where]) -> Iterator[EventClaim]:
    spans = triggers(report, event)
    sentences = [sentence_of(report, span) for span in spans]
    homes = {count_at: _home(sentences, count) for count_at, count in enumerate(event["counts"])}
    dated = next((i for i, s in enumerate(sentences) if _time_in(s, event["time"])), 0)
    for at, (trigger, sentence) in enumerate(zip(spans, sentences, strict=True)):
        counts = [count for i, count in enumerate(event["counts"]) if homes[i] == at]
        yield EventClaim(
            id=event_claim_id(trigger, event["type"]),
            report=report.id,
            type=event["type"],
            core=event["core"],
            quote=sentence,
            trigger=trigger,
            mode=event["mode"] if at == 0 else None,
            actors=_parties(event["actor"], trigger, sentence, at),
            targets=_parties(event["target"], trigger, sentence, at),
            status=event["status"],
            speakers=tuple(Speaker(p) for p in _parties(event["source"], trigger, sentence, at)),
            claimed_by=_parties(event["claimed_by"], trigger, sentence, at),
            denied_by=_deniers(report, event["denied_by"], trigger) if at == 0 else (),
            when=_when(event["time"], sentence) if at == dated else None,
            places=tuple(
                known.get(fold(name)) or Where(trigger, name)
                for name in event["place"]
                if at == 0 or _stands_in(name, sentence)
            ),
            counts=tuple(_count(count, sentence, report) for count in counts),
            instrument=Term(event["instrument"], trigger) if event["instrument"] and at == 0 else None,
        )


def _with_response(claim: EventClaim, answered: str | None) -> EventClaim:
    return replace(claim, responds_to=answered)


def sentence_of(report: Report, span: Span) -> Span:
    """The sentence around `span`, by its full stops."""
    ends = [m.end() for m in _SENTENCE_END.finditer(report.text)]
    start = max((end for end in ends if end <= span.start), default=0)
    end = min((end for end in ends if end >= span.end), default=len(report.text))
    words = report.text[start:end].strip()
    begin = report.text.index(words, start)
    return report.span(begin, begin + len(words))


def _parties(names: list[str], trigger: Span, sentence: Span, at: int) -> tuple[Party, ...]:
    return tuple(_party(name, trigger) for name in names if at == 0 or _stands_in(name, sentence))


def _deniers(report: Report, names: list[str], trigger: Span) -> tuple[Party, ...]:
    """The deniers, at the words of denial that follow the act."""
    found = _DENIAL.search(report.text, trigger.end) or _DENIAL.search(report.text)
    at = report.span(*found.span()) if found else trigger
    return tuple(_party(name, at) for name in names)


def _party(name: str, span: Span) -> Party:
    actor = _registry().link(name).actor
    named = actor is not None or name[:1].isupper()
    return Party(
        name,
        span,
        actor.id if actor else None,
        "named" if named else "unnamed",
        schema=actor.schema if actor else None,
    )


@cache
def _registry() -> Registry:
    return Registry.load()


def _stands_in(name: str, sentence: Span) -> bool:
    return fold(name) in fold(sentence.text)


def _time_in(sentence: Span, time: Plain | None) -> bool:
    return time is not None and find_words(sentence.text, time["text"]) is not None


def _when(time: Plain | None, sentence: Span) -> When | None:
    return When(sentence, "DATE", time["earliest"], time["latest"], None) if time else None


def _home(sentences: list[Span], count: Plain) -> int:
    return next((i for i, sentence in enumerate(sentences) if _number_in(sentence, count)), 0)


def _number_in(sentence: Span, count: Plain) -> tuple[int, int] | None:
    for number in find_numbers(sentence.text):
        if {number.min, number.max} & {count["min"], count["max"]} - {None}:
            return number.start, number.end
    return None


def _count(count: Plain, sentence: Span, report: Report) -> Count:
    """The count at its number, in the mention's sentence or else where the report first has that number."""
    if place := _number_in(sentence, count):
        words = report.span(sentence.start + place[0], sentence.start + place[1])
    elif place := _number_in(report.span(0, len(report.text)), count):
        words = report.span(*place)
    else:
        words = sentence
    return Count(count["what"], count["who"], count["min"], count["max"], words)
