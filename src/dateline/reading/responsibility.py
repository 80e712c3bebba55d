"""Responsibility: who claims an act, and who denies it, also where this stands in another sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.model import EventClaim, Party
from dateline.reading import clause
from dateline.reading.lookup import tokens_of
from dateline.reading.modality import is_negated, modal
from dateline.reading.nobody import names_nobody
from dateline.reading.reach import sentence_back
from dateline.reading.retort import Retort, find_retorts
from dateline.reading.speaker.content import content_of_verb
from dateline.reading.speaker.cue import Entry, entry_of, voices
from dateline.reading.status import SELF
from dateline.reading.telling import IN_COURT

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token

_CLAIMING = frozenset({"claim", "accept", "take", "assume"})
_ADMITTING = frozenset({"admit", "acknowledge", "confess", "boast", "brag"})
_DENYING = frozenset({"deny", "reject", "refute", "dispute", "disclaim", "dismiss"})
_OWNED = frozenset({"responsibility", "credit"})
_CHARGES = frozenset(
    "involvement role accusation allegation charge claim report assertion link part complicity wrongdoing "
    "responsibility credit it this that which".split()
)
_POINTING = frozenset({"it", "them", "this", "that", "these"})
_CLAIMED = frozenset({"ASSAULT"})
_DENIED = frozenset(
    {"ASSAULT", "COERCE", "CONSULT", "CONCEDE", "RETREAT", "ACCUSE", "MOBILIZE", "SANCTION", "AID"}
)
_SPOKEN = frozenset({"ACCUSE"})
_REACH = 3  # sentences back to the act that a bare "claimed responsibility" speaks of
# "denied this" is of the sentence before or its own, "which he denied" of its own.
_NEAR = {"which": 0, "it": 1, "this": 1, "that": 1}
_SEVERAL = frozenset({"both", "all"})
_SELDOM = frozenset({"rarely", "seldom"})
_GROUP = "Organization"  # no public body, state or person
_PLAIN = Entry("say", frozenset())


@dataclass(frozen=True, slots=True)
class _Avowal:
    """Somebody claims (or denies) what stands at `acts` (token ranges), or the last act before where `bare`,
    all acts shortly before where `several` ("responsibility for both attacks"); `reach` sentences back."""

    word: Token
    parties: tuple[Party, ...]
    denies: bool
    acts: tuple[tuple[int, int], ...]
    bare: bool
    several: bool = False
    reach: int = _REACH


def claims_of_responsibility(doc: Doc, cast: Cast, events: Sequence[EventClaim]) -> tuple[EventClaim, ...]:
    """`events` with `claimed_by` and `denied_by` filled in, in the same order.

    A claim or denial is of the event that its words name; where they name none ("claimed responsibility",
    "denied involvement") of the last act of violence up to three sentences before; a pronoun ("denied this")
    means one of the sentence before or of its own, "which" one of its own.
    """
    filled = list(events)
    for avowal in _avowals(doc, cast):
        for index in _acts_of(avowal, doc, filled):
            filled[index] = _with(filled[index], avowal)
    return tuple(_told_by_doer(_denied_by_speaker(event, doc), doc) for event in filled)


def _told_by_doer(event: EventClaim, doc: Doc) -> EventClaim:
    """ "The Lashkar said its men had shot the mayor": a group that tells of its own attack claims it."""
    teller = event.speakers[-1].party if event.speakers else None
    if teller is None or teller.schema != _GROUP or event.type not in _CLAIMED or event.claimed_by:
        return event
    own = event.status in {"actual", "alleged"} and any(teller.name == party.name for party in event.actors)
    return replace(event, claimed_by=(teller,)) if own and _is_said_of_himself(event, doc) else event


def _denied_by_speaker(event: EventClaim, doc: Doc) -> EventClaim:
    """ "We did not bomb the clinic": who says of himself that he did not do it denies it."""
    if event.status != "denied" or event.type not in _DENIED - _SPOKEN or event.denied_by:
        return event
    if not _is_said_of_himself(event, doc):
        return event
    return replace(event, denied_by=tuple(speaker.party for speaker in event.speakers[-1:]))


def _is_said_of_himself(event: EventClaim, doc: Doc) -> bool:
    """ "It has attacked nobody", "our forces have": the one who speaks or his own people are the doers."""
    words = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    doer = None if words is None else clause.subject(words.root)
    return doer is not None and any(word.lower_ in SELF for word in (doer, *doer.children))


def _avowals(doc: Doc, cast: Cast) -> Iterator[_Avowal]:
    yield from _retorts(doc, cast)
    for verb in tokens_of(doc, _CLAIMING | _ADMITTING | _DENYING):
        passive = clause.is_passive(verb)
        who = clause.agent(verb) if passive else clause.subject(verb)
        thing = clause.subject(verb) if passive else clause.child(verb, "obj")
        if verb.pos_ != "VERB" or who is None or names_nobody(who) or not _can_avow(verb, who, thing, cast):
            continue
        if is_negated(verb) or any(c.lower_ in _SELDOM for c in verb.children):
            continue  # "neither confirmed nor denied", "rarely claims"
        if thing is None and verb.dep_ == "acl:relcl":
            thing = verb.head  # "a charge that he denied"
        avowal = _read(verb, who, thing, cast.parties(who))
        if avowal is not None and avowal.parties:
            yield avowal


def _can_avow(verb: Token, who: Token, thing: Token | None, cast: Cast) -> bool:
    """True for somebody who can act, for a source that denies, and for whatever noun claims responsibility:
    it stands for somebody."""
    if cast.is_actor(who):
        return True
    if verb.lemma_.lower() in _DENYING and voices().get(who.lemma_.lower()) == "withheld":
        return True
    owned = thing is not None and thing.lemma_.lower() in _OWNED and verb.lemma_.lower() in _CLAIMING
    return owned and who.pos_ in {"NOUN", "PROPN"}


def _retorts(doc: Doc, cast: Cast) -> Iterator[_Avowal]:
    """Denials without a verb of denying: "called the accusations baseless", "had nothing to do with"."""
    for retort in find_retorts(doc):
        parties = _parties_of(retort, cast)
        if parties:
            yield _Avowal(retort.word, parties, True, (retort.about,), True)


def _parties_of(retort: Retort, cast: Cast) -> tuple[Party, ...]:
    named = (cast.parties(who) for who in retort.denier if not names_nobody(who) and cast.is_actor(who))
    return next((parties for parties in named if parties), ())


def _read(verb: Token, who: Token, thing: Token | None, parties: tuple[Party, ...]) -> _Avowal | None:
    lemma = verb.lemma_.lower()
    noun = thing.lemma_.lower() if thing is not None else ""
    if lemma in _CLAIMING:
        if thing is None or (noun not in _OWNED and lemma != "claim") or modal(verb, False) is not None:
            return None
        acts = (
            (clause.extent(thing),)
            if noun in _OWNED
            else tuple((t.i, t.i + 1) for t in clause.conjuncts(thing))
        )
        several = any(t.lower_ in _SEVERAL for t in thing.subtree)
        return _Avowal(verb, parties, False, acts, noun in _OWNED or _points_back(thing), several)
    if lemma in _ADMITTING:
        told = [
            c
            for c in verb.children
            if c.dep_ in {"ccomp", "xcomp", "obj"} and _of_itself(verb, clause.extent(c))
        ]
        acts = tuple(
            (t.i, t.i + 1)
            for c in told
            for t in (c, *c.children)
            if t is c or t.dep_ in {"xcomp", "conj", "obj"}
        )
        return _Avowal(verb, parties, False, acts, False) if acts else None
    denied = content_of_verb(verb, who, entry_of(verb) or _PLAIN)
    named = tuple((t.i, t.i + 1) for t in clause.conjuncts(thing)) if thing is not None else ()
    if noun in _CHARGES and thing is not None:
        return _Avowal(verb, parties, True, (clause.extent(thing),), True, reach=_NEAR.get(noun, _REACH))
    about = (*(denied if thing is None else ()), *named, *_gerund(verb))
    return _Avowal(verb, parties, True, about, False)


def _points_back(thing: Token) -> bool:
    """ "claimed it", "claimed the hit": an act told before is meant."""
    article = clause.child(thing, "det")
    return thing.lower_ in _POINTING or (article is not None and article.lower_ in {"the", "this", "that"})


def _gerund(verb: Token) -> tuple[tuple[int, int], ...]:
    """ "denied bombing the clinic": the act right after the verb, whatever a parser takes it for."""
    after = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    return ((after.i, after.i + 1),) if after.tag_ == "VBG" else ()


def _of_itself(verb: Token, part: tuple[int, int]) -> bool:
    """ "acknowledged their government had shot down": the words speak of the speaker himself."""
    return any(t.lower_ in SELF or t.tag_ == "VBG" for t in verb.doc[part[0] : min(part[1], part[0] + 3)])


def _acts_of(avowal: _Avowal, doc: Doc, events: Sequence[EventClaim]) -> list[int]:
    """Positions of the events that the claim or denial is about."""
    fitting = _DENIED if avowal.denies else _CLAIMED
    ranges = [(doc[start].idx, doc[end - 1].idx + 1) for start, end in avowal.acts if start < end]
    own = (avowal.word.idx, avowal.word.idx + len(avowal.word.text))
    named = [
        index
        for index, event in enumerate(events)
        if event.type in fitting
        and event.mode not in IN_COURT
        and not own[0] <= event.trigger.start < own[1]
        and any(start < event.trigger.end and event.trigger.start < end for start, end in ranges)
    ]
    if avowal.several:
        return [*named, *_acts_before(avowal, events)]
    if not avowal.bare or any(events[index].type != "ACCUSE" for index in named):
        return named
    charge = _last_charge(avowal, events) if avowal.denies else []
    meant = list(dict.fromkeys((*named, *charge, *_last_act(avowal, events))))
    return meant or (_last_said(avowal, events) if avowal.denies and avowal.reach < _REACH else [])


def _last_said(avowal: _Avowal, events: Sequence[EventClaim]) -> list[int]:
    """What another says shortly before, for "denied this": the last event of his that can be denied."""
    names = {party.name for party in avowal.parties}
    said = [
        index
        for index in _told_before(avowal, avowal.reach, events)
        if events[index].type in _DENIED - _SPOKEN and events[index].speakers
    ]
    others = (i for i in said if not names & {speaker.party.name for speaker in events[i].speakers})
    return list(others)[-1:]


def _last_charge(avowal: _Avowal, events: Sequence[EventClaim]) -> list[int]:
    """The last accusation before, in the sentence of the denial or the one before that."""
    told = _told_before(avowal, min(1, avowal.reach), events)
    return [index for index in told if events[index].type in _SPOKEN][-1:]


def _last_act(avowal: _Avowal, events: Sequence[EventClaim]) -> list[int]:
    """The last act of violence told shortly before, one of the same party before others."""
    told = _acts_before(avowal, events)
    names = {party.name for party in avowal.parties}
    own = [index for index in told if any(party.name in names for party in events[index].actors)]
    return (own or told)[-1:]


def _acts_before(avowal: _Avowal, events: Sequence[EventClaim]) -> list[int]:
    """The acts of violence told as many sentences before as the words reach."""
    told = _told_before(avowal, avowal.reach, events)
    return [index for index in told if events[index].type == "ASSAULT"]


def _told_before(avowal: _Avowal, reach: int, events: Sequence[EventClaim]) -> list[int]:
    """What is told before the words, from so many sentences back."""
    since, until = sentence_back(avowal.word, reach).start_char, avowal.word.idx
    return [index for index, event in enumerate(events) if since <= event.trigger.start < until]


def _with(event: EventClaim, avowal: _Avowal) -> EventClaim:
    field = event.denied_by if avowal.denies else event.claimed_by
    known = {party.name for party in field}
    joined = field + tuple(p for p in avowal.parties if p.name not in known)
    return replace(event, denied_by=joined) if avowal.denies else replace(event, claimed_by=joined)
