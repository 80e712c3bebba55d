"""Find the relations of a report: ties in its words, with their ends named and placed in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.grounding.who import registry
from dateline.grounding.who.lexicon import Lexicon
from dateline.model import Party, Reason, RelationClaim, Report, Span, When, relation_claim_id
from dateline.model.vocabulary import SYMMETRIC_RELATIONS
from dateline.reading import clause
from dateline.reading.lookup import tokens_of
from dateline.reading.relation.nominal import alias_ties, belonging_ties, noun_ties
from dateline.reading.relation.post import post_ties
from dateline.reading.relation.ruler import rulers
from dateline.reading.relation.tie import Tie, words
from dateline.reading.relation.verbal import opposing_ties, participle_ties, verbal_ties

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.grounding.who import Cast
    from dateline.reading.speaker import Attributions

_OF_GROUPS = frozenset({"operates_in", "allied_with", "part_of"})
_MANY = frozenset({"thousand", "hundred", "dozen", "score", "thousands", "hundreds", "dozens", "scores"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})


def find_relations(
    doc: Doc, report: Report, cast: Cast, times: Sequence[When], attributions: Attributions
) -> tuple[RelationClaim, ...]:
    """The lasting ties that `report` states, each once, in the order of the words that state them."""
    found: dict[tuple[str, ...], RelationClaim] = {}
    for tie in _ties(doc):
        for source in _parties(_group_of(tie.source) if tie.type in _OF_GROUPS else tie.source, cast, report):
            if _is_post(source, tie):
                continue
            for target in _ends(tie, report, cast):
                key = _key(tie, source, target)
                if _may_hold(tie, source, target) and key not in found:
                    found[key] = _claim(tie, source, target, report, times, attributions)
    for word, person, state in rulers(doc, report, cast):
        tie = Tie("leads", word, word, word, True, f"relation:ruler:{word.lower_}")
        found.setdefault(_key(tie, person, state), _claim(tie, person, state, report, times, attributions))
    return tuple(sorted(found.values(), key=lambda claim: (claim.quote.start, claim.id)))


def _group_of(head: Token) -> Token:
    """The group of "Isis fighters" and of "thousands of Isis fighters": it is what operates or is allied."""
    if head.pos_ == "NOUN" and head.lemma_.lower() in _MANY:
        head = next((c for c in head.children if clause.case(c) == "of"), head)
    named = (c for c in head.children if c.dep_ == "compound" and c.ent_type_ == "ORG")
    return next(named, head) if Lexicon.shipped().noun(head.text, head.lemma_) == "fighter" else head


def _ties(doc: Doc) -> Iterator[Tie]:
    for token in tokens_of(doc, words()):
        yield from verbal_ties(token)
        yield from participle_ties(token)
        if token.lower_ in {"anti", "counter"}:
            yield from opposing_ties(token)
        yield from post_ties(token)
        yield from noun_ties(token)
    for token in tokens_of(doc, frozenset({"of"})):
        yield from belonging_ties(token)
    yield from alias_ties(doc)


def _is_post(party: Party, tie: Tie) -> bool:
    """ "Soleimani, commander of the Quds Force": the post itself holds no post."""
    title = tie.rule.startswith("relation:title")
    return title and party.kind == "unnamed" and party.span.start <= tie.word.idx < party.span.end


def _may_hold(tie: Tie, source: Party, target: Party) -> bool:
    """Nobody is tied to himself, one person's vote for another is no backing, and an ally has a name."""
    if tie.type == "backs" and source.schema == target.schema == "Person":
        return False
    if tie.type == "allied_with" and source.kind == target.kind == "unnamed":
        return False
    return source.name.lower() != target.name.lower()


def _key(tie: Tie, source: Party, target: Party) -> tuple[str, ...]:
    names = (source.actor or source.name.lower(), target.actor or target.name.lower())
    return (tie.type, *(sorted(names) if tie.type in SYMMETRIC_RELATIONS else names))


def _parties(head: Token, cast: Cast, report: Report) -> tuple[Party, ...]:
    """The parties of a phrase; an adjective of a state ("Turkish", "Iranian") is the state."""
    named_within = head.ent_type_ == "GPE" and head.dep_ in {"compound", "obl:unmarked"}  # "US-led coalition"
    if head.pos_ == "ADJ" or head.ent_type_ == "NORP" or named_within:
        states = registry.shipped().states_of(head.lower_)
        if len(states) == 1:
            actor = registry.shipped()[states[0]]
            return (Party(actor.name, report.span(head.idx, head.idx + len(head.text)), actor.id),)
        if head.pos_ == "ADJ":
            return ()
    return cast.parties(head) if cast.is_actor(head) else ()


def _ends(tie: Tie, report: Report, cast: Cast) -> tuple[Party, ...]:
    """The second end: a place for `operates_in`, the words themselves for a second name, else a party."""
    if tie.type == "operates_in":
        return tuple(_place(head, report) for head in clause.conjuncts(tie.target) if head.pos_ == "PROPN")
    if tie.type == "also_known_as":
        return (_second_name(tie.target, report),)
    parties = _parties(tie.target, cast, report)
    if tie.rule.startswith("relation:participle"):
        parties = parties[:1]  # "the US-led coalition and Russia"
    is_state_post = tie.type == "member_of" and tie.target.ent_type_ in {"GPE", "NORP"}
    if not parties and tie.rule.startswith("relation:title") and tie.target.ent_type_ == "GPE":
        return (_place(tie.target, report),)  # a city has a mayor, though it acts through nobody
    return () if is_state_post else parties  # a minister or spokesman of a state states no tie of a group


def _second_name(head: Token, report: Report) -> Party:
    """The words of a second name: to the closing mark where it is quoted, else the run of capitals."""
    doc, end = head.doc, head.i + 1
    quoted = head.i > 0 and head.nbor(-1).is_quote
    while end < head.sent.end and (not doc[end].is_quote if quoted else doc[end].text[:1].isupper()):
        end += 1
    words = doc[head.i : end]
    return Party(words.text, report.span(words.start_char, words.end_char))


def _place(head: Token, report: Report) -> Party:
    start = end = head.i
    while (
        start > head.sent.start
        and head.doc[start - 1].pos_ == "PROPN"
        and head.doc[start - 1].head.i in {head.i, start}
    ):
        start -= 1
    while end + 1 < head.sent.end and head.doc[end + 1].dep_ == "flat":
        end += 1
    words = head.doc[start : end + 1]
    return Party(words.text, report.span(words.start_char, words.end_char))


def _claim(
    tie: Tie, source: Party, target: Party, report: Report, times: Sequence[When], attributions: Attributions
) -> RelationClaim:
    sentence = tie.word.sent
    text = sentence.text.rstrip()
    quote = report.span(sentence.start_char, sentence.start_char + len(text))
    why = Reason(tie.rule, report.span(tie.word.idx, tie.word.idx + len(tie.word.text)))
    return RelationClaim(
        id=relation_claim_id(tie.type, source.span, target.span),
        report=report.id,
        type=tie.type,
        core=tie.core,
        source=source,
        target=target,
        quote=quote,
        negated=any(c.lower_ in _NEGATIONS for c in tie.word.children),
        when=_when(tie.word, times),
        speakers=attributions.speakers(tie.word),
        why=(why,),
    )


def _when(word: Token, times: Sequence[When]) -> When | None:
    """The time expression that hangs on the word itself: "since 2015"."""
    for part in word.children:
        if part.dep_ in {"obl", "obl:tmod", "nmod", "advmod"}:
            words = part.doc[part.left_edge.i : part.right_edge.i + 1]
            for when in times:
                if _within(when.span, words.start_char, words.end_char):
                    return when
    return None


def _within(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end
