"""Find the relations of a report: ties in its words, with their ends named and placed in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import Lexicon
from dateline.model import Party, Reason, RelationClaim, Report, Span, When, relation_claim_id
from dateline.model.vocabulary import SYMMETRIC_RELATIONS
from dateline.reading.lookup import tokens_of
from dateline.reading.relation.between import between_ties
from dateline.reading.relation.ends import Ends
from dateline.reading.relation.nominal import alias_ties, belonging_ties, noun_ties
from dateline.reading.relation.post import post_ties
from dateline.reading.relation.ruler import rulers
from dateline.reading.relation.tie import Stated, Tie, words
from dateline.reading.relation.verbal import opposing_ties, participle_ties, verbal_ties

if TYPE_CHECKING:
    from dateline.grounding.who import Cast, Registry
    from dateline.language.tree import Doc, Token
    from dateline.reading.speaker import Attributions

_OF_STATES = frozenset({"relation:title:prime minister", "relation:title:premier", "relation:title:king"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})


def find_relations(
    doc: Doc, report: Report, cast: Cast, times: Sequence[When], attributions: Attributions
) -> tuple[RelationClaim, ...]:
    """The lasting ties that `report` states, each once, in the order of the words that state them."""
    claims, told = [], set[tuple[str, ...]]()
    for stated in _stated(doc, report, cast):
        keys = _keys(stated)
        if _may_hold(stated, cast.registry) and told.isdisjoint(keys):
            claims.append(_claim(stated, report, times, attributions))
            told |= keys
    return tuple(sorted(claims, key=lambda claim: (claim.quote.start, claim.id)))


def _stated(doc: Doc, report: Report, cast: Cast) -> Iterator[Stated]:
    ends = Ends(cast, report)
    for tie in _ties(doc):
        for source, target in ends.of(tie):
            yield Stated(tie.type, source, target, tie.word, tie.core, tie.rule)
    yield from between_ties(doc, report, cast)
    yield from rulers(doc, report, cast)


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


def _may_hold(tie: Stated, registry: Registry) -> bool:
    """Nobody is tied to himself, and each type joins what it can join."""
    source, target = tie.source, tie.target
    match tie.type:
        case "backs":
            persons = source.schema == target.schema == "Person"
            odd = persons or _rules(target, source, registry) or not (_is_force(source) and _is_force(target))
        case "operates_in":
            odd = source.schema == "Person" or _names(source, target)
        case "fights":
            unnamed = source.kind == target.kind == "unnamed"
            odd = unnamed or not (_is_force(source) and _is_force(target))
        case "member_of":
            unnamed = target.kind == "unnamed" and tie.rule.startswith("relation:verb")
            odd = unnamed or source.schema == "Country" or target.schema == "Person"
        case "leads":
            body = tie.rule in _OF_STATES and tie.target.via is not None and target.schema != "Country"
            odd = body or target.schema == "Person" or not _is_force(target, "state", "media")
        case "allied_with":
            odd = source.kind == target.kind == "unnamed"
        case _:
            odd = False
    return not odd and source.name.lower() != target.name.lower()


def _rules(person: Party, state: Party, registry: Registry) -> bool:
    """True where `person` leads `state` by the registry: "Syrian forces backing Assad"."""
    return state.actor is not None and person.actor in {a.id for a in registry.leaders(state.actor, None)}


def _names(source: Party, target: Party) -> bool:
    """ "The Britain-based monitor" says of nobody with a name where he is."""
    return source.kind == "unnamed" and target.name in source.name


def _is_force(party: Party, *classes: str) -> bool:
    """Somebody with a name, or a group or fighters without one; no "partners", no "press freedom"."""
    noun = party.name.split(" of ")[0].split()[-1]
    found = Lexicon.shipped().noun(noun, _singular(noun))
    return party.kind != "unnamed" or found in {"group", "fighter", "body", *classes}


def _singular(noun: str) -> str:
    return noun.removesuffix("s")


def _keys(tie: Stated) -> set[tuple[str, ...]]:
    """What makes two ties one: the names of the ends, and whom they stand for."""
    parties = (tie.source, tie.target)
    names = [party.name.lower() for party in parties]
    actors = [party.actor or party.name.lower() for party in parties]
    ends = [names] if tie.type == "also_known_as" else [names, actors]
    return {(tie.type, *(sorted(e) if tie.type in SYMMETRIC_RELATIONS else e)) for e in ends}


def _claim(tie: Stated, report: Report, times: Sequence[When], attributions: Attributions) -> RelationClaim:
    sentence = tie.word.sent
    text = sentence.text.rstrip()
    quote = report.span(sentence.start_char, sentence.start_char + len(text))
    why = Reason(tie.rule, report.span(tie.word.idx, tie.word.idx + len(tie.word.text)))
    return RelationClaim(
        id=relation_claim_id(tie.type, tie.source.span, tie.target.span),
        report=report.id,
        type=tie.type,
        core=tie.core,
        source=tie.source,
        target=tie.target,
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
