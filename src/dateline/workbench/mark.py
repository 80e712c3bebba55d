"""Mark: the text of a report cut at the words of its claims, so that each stretch knows what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Claim, EventClaim, Passage, RelationClaim, Report, Span
from dateline.workbench.visible import name_of, pieces, sign_of


@dataclass(frozen=True, slots=True)
class Lit:
    """Words that a claim rests on: its whole quote, or the `key` words that say it."""

    start: int
    end: int
    kind: str
    claim: str
    key: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a report, all of one standing.

    `parts` are its words, each with whether it is a sign for an unseen character. `quoted` are the kinds of
    claims whose quote they stand in; `key` is the claim that they say, where they do. `passage` is the kind
    of passage, `here` True in the words that the address asks for.
    """

    start: int
    end: int
    parts: tuple[tuple[str, str], ...]
    quoted: tuple[str, ...]
    key: Lit | None
    passage: str
    here: bool


def lit_by(claim: Claim) -> list[Lit]:
    """The words to light up for `claim`."""
    if isinstance(claim, EventClaim):
        return _lit(claim, "event", (claim.trigger,))
    if isinstance(claim, RelationClaim):
        return _lit(claim, "relation", (claim.source.span, claim.target.span))
    return _lit(claim, "figure", (claim.count.span,))


def _lit(claim: Claim, kind: str, keys: tuple[Span, ...]) -> list[Lit]:
    quote = claim.quote
    return [
        Lit(quote.start, quote.end, kind, claim.id, False),
        *(Lit(key.start, key.end, kind, claim.id, True) for key in keys),
    ]


def stretches(report: Report, lit: Iterable[Lit], here: tuple[int, int] | None = None) -> list[Stretch]:
    """The whole text of `report` in order, cut wherever `lit` words, a passage or `here` begin or end."""
    lit = sorted(lit, key=lambda one: (one.start, one.end))
    cuts = {0, len(report.text), *(here or ())}
    cuts.update(at for one in lit for at in (one.start, one.end))
    cuts.update(at for passage in report.passages for at in (passage.start, passage.end))
    ordered = sorted(at for at in cuts if 0 <= at <= len(report.text))
    found, waiting, active = [], list(reversed(lit)), list[Lit]()
    for start, end in pairwise(ordered):
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        active = [one for one in active if one.end > start]
        found.append(_stretch(report, start, end, active, here))
    return found


def _stretch(
    report: Report, start: int, end: int, active: list[Lit], here: tuple[int, int] | None
) -> Stretch:
    keys = [one for one in active if one.key]
    return Stretch(
        start,
        end,
        tuple(_part(words, is_sign) for words, is_sign in pieces(report.text[start:end])),
        tuple(dict.fromkeys(one.kind for one in active if not one.key)),
        min(keys, key=lambda one: one.end - one.start) if keys else None,
        _passage(report.passages, start),
        here is not None and here[0] <= start and end <= here[1],
    )


def _part(words: str, is_sign: bool) -> tuple[str, str]:
    """What is shown, and for a sign what it stands for."""
    return (sign_of(words), name_of(words)) if is_sign else (words, "")


def _passage(passages: tuple[Passage, ...], at: int) -> str:
    return next((p.kind for p in passages if p.start <= at < p.end), "prose")


def values_of(claim: EventClaim) -> list[Lit]:
    """The words of each value of one claim, by the field that a person can put right."""
    lit = [Lit(claim.quote.start, claim.quote.end, "event", claim.id, False)]
    words: list[tuple[str, Span | None]] = [
        ("type", claim.trigger),
        ("status", claim.status_cue),
        *(("actor", party.span) for party in claim.actors),
        *(("target", party.span) for party in claim.targets),
        *(("speaker", speaker.party.span) for speaker in claim.speakers),
        *(("claimed_by", party.span) for party in claim.claimed_by),
        *(("denied_by", party.span) for party in claim.denied_by),
        ("time", claim.when.span if claim.when else None),
        *(("place", where.span) for where in claim.places),
        *(("count", count.span) for count in claim.counts),
        ("instrument", claim.instrument.span if claim.instrument else None),
    ]
    lit.extend(Lit(span.start, span.end, field, claim.id, True) for field, span in words if span)
    return lit
