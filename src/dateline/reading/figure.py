"""Figures: numbers about a state of things or a period, which are no single event's own count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from dateline.model import Count, EventClaim, FigureClaim, Party, Reason, Report, When, Where, figure_claim_id
from dateline.reading import clause
from dateline.reading.amount import Amount, find_amounts
from dateline.reading.number import Number, find_shares
from dateline.reading.table import rows
from dateline.reading.toll import toll_of

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token
    from dateline.reading.speaker import Attributions

_Grounded = TypeVar("_Grounded", When, Where)

_TOTALS = ("in total", "so far", "a total of", "in all of", "to date", "overall", "altogether")
_LASTING = frozenset({"war", "conflict", "uprising", "insurgency", "violence", "crackdown", "unrest"})
_BEFELL = frozenset({"killed", "injured", "killed and injured", "abducted", "captured", "tortured"})
_GROUND = frozenset(
    {"territory", "city", "town", "land", "country", "area", "province", "region", "ground", "village"}
)
_STANDING_CLAUSES = frozenset(
    {"believe", "estimate", "think", "help", "support", "remain", "leave", "station", "base", "trap"}
)


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
    found = [_share_claim(share, (report, times, places, attributions), cast) for share in _shares(doc)]
    for amount in find_amounts(doc):
        what, core, rule = _measure(amount, cast, amount.number.start in counted) or (None, False, "")
        if what is not None:
            found.append(_claim(amount, what, core, rule, (report, times, places, attributions), cast))
    return tuple(sorted(found, key=lambda figure: figure.count.span.start))


def _measure(amount: Amount, cast: Cast, is_count: bool) -> tuple[str, bool, str] | None:
    """What the amount measures, whether it is core, and the rule; None where it is no figure."""
    toll = toll_of(amount, cast)
    if toll is not None and _tells_total(amount, toll.anchor):
        return toll.what, True, "figure:period"
    if toll is not None and toll.what in _table("standing").values() and _is_standing(toll.anchor):
        return toll.what, True, "figure:standing"
    if toll is not None and toll.what in _BEFELL:
        return None  # "wounded four peacekeepers near the city" tells no state of things
    moved = _said_of(amount.noun)
    if moved is not None:
        return moved, True, "figure:state"
    state = _state(amount.noun, is_count)
    return (state, True, "figure:state") if state else None


def _tells_total(amount: Amount, anchor: Token) -> bool:
    """ "since October 7", "in total", "so far", "the war has killed": the number sums up a period."""
    sentence = amount.noun.sent
    if _total_pattern().search(sentence.text):
        return True
    cause = clause.child(anchor, "nsubj")
    if cause is not None and cause.lemma_ in _LASTING:
        return True
    for token in sentence:
        if (
            token.lower_ == "since"
            and token.dep_ in {"mark", "case"}
            and token.nbor(-1 if token.i else 0).lower_ != "ever"
        ):
            over = {token.head.i, *(g.i for g in clause.governors(token.head))}
            if anchor.i in over:
                return True
    return False


def _is_standing(anchor: Token) -> bool:
    """ "are being held", "were currently in custody": it goes on, nobody was seized just now."""
    adverbs = {c.lower_ for c in anchor.children if c.dep_ == "advmod"}
    return anchor.lemma_ in {"hold", "imprison", "displace", "detainee", "prisoner", "lose"} or bool(
        adverbs & {"currently", "still", "now"}
    )


def _said_of(noun: Token) -> str | None:
    """ "20,000 civilians have left", "50,000 are trapped", "95 % of the territory was retaken"."""
    verb = noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ in clause.SUBJECTS and lemma in _table("verb"):
        return _table("verb")[lemma]
    if noun.dep_ in clause.SUBJECTS and lemma == "leave" and _word(noun) not in _fighting():
        return "displaced"
    if noun.dep_ in clause.SUBJECTS and lemma == "fight":
        return "fighters"
    if noun.dep_ in clause.SUBJECTS and lemma == "custody":
        return "detained"
    return None


def _state(noun: Token, is_count: bool) -> str | None:
    """Troops, fighters or residents of whom the report says that they are somewhere. What also is an event's
    count ("to withdraw the 2,000 US troops in Syria") is one only where the phrase itself says where they
    are."""
    what = _table("noun").get(_word(noun))
    verb = noun.head
    stands = noun.dep_ in clause.SUBJECTS and (
        verb.lemma_.lower() in _table("stative")
        or clause.child(verb, "cop") is not None
        or verb.tag_ == "VBG"
    )
    listed = noun.dep_ in {"obj", "nmod", "obl"} and verb.lemma_.lower() in _table("stative")
    placed = any(
        c.dep_ == "nmod" and clause.case(c) in {"in", "inside", "across", "near"} for c in noun.children
    )
    described = any(
        c.lower_ in {"remaining", "estimated"}
        or (c.dep_ in {"acl", "acl:relcl"} and c.lemma_ in _STANDING_CLAUSES)
        for c in noun.children
    )
    tells = placed or described or (not is_count and (stands or listed))
    return what if what is not None and tells else None


def _word(noun: Token) -> str:
    """The singular of a noun, also where the lemmatiser leaves an unknown plural as it is."""
    lemma = noun.lemma_.lower()
    return lemma if lemma in _table("noun") else lemma.removesuffix("s")


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


def _shares(doc: Doc) -> Iterator[tuple[Number, Token, str]]:
    """ "has lost more than 95% of its territory": the number, the verb, and what was done to the ground."""
    for number in find_shares(doc.text):
        words = doc.char_span(number.digits_at, number.end, alignment_mode="expand")
        if words is None:
            continue
        after = doc[words.end : min(words.end + 5, words.sent.end)]
        verb = next((g for g in clause.governors(words.root) if g.pos_ == "VERB"), words.root)
        if any(t.lemma_.lower() in _GROUND for t in after) and verb.lemma_.lower() in _table("share"):
            yield number, verb, f"territory {_table('share')[verb.lemma_.lower()]} (percent)"


def _share_claim(
    share: tuple[Number, Token, str],
    grounded: tuple[Report, Sequence[When], Sequence[Where], Attributions],
    cast: Cast,
) -> FigureClaim:
    number, verb, what = share
    return _claim(Amount(number, verb), what, True, "figure:share", grounded, cast)


def _inside(grounded: Sequence[_Grounded], start: int, end: int) -> Iterator[_Grounded]:
    return (item for item in grounded if start <= item.span.start < end)


def _doer(noun: Token, cast: Cast) -> Party | None:
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
def _table(kind: str) -> dict[str, str]:
    return {row["word"] or row["what"]: row["what"] for row in rows("figures") if row["kind"] == kind}


@cache
def _total_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, _TOTALS)) + r")\b", re.IGNORECASE)


@cache
def _fighting() -> frozenset[str]:
    return frozenset(word for word, what in _table("noun").items() if what in {"troops", "fighters"})
