"""Attributions of a report: for every token the chain of speakers whose words it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dateline.model import Party, Report, Span, Speaker, Where
from dateline.reading import clause
from dateline.reading.lookup import tokens_of
from dateline.reading.nobody import names_nobody
from dateline.reading.speaker.cue import entry_of, voices
from dateline.reading.speaker.holder import owner_of
from dateline.reading.speaker.introduced import name_given_later
from dateline.reading.speaker.quotation import find_quotations
from dateline.reading.speaker.quoted import attribute_quotations
from dateline.reading.speaker.saying import Saying, find_sayings

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token
    from dateline.language.tree import Span as Words


_PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
_FIRST_PERSON = frozenset({"i", "we"})
_HE_OR_SHE = frozenset({"he", "she"})
_SPEAKS_ON = 250  # tokens over which "he said" may point back to the last person who spoke
_SENTENCES_BACK = 8  # sentences over which "we" may point back to the issuing body


class Attributions:
    """Who says what in one report. Made by `find_attributions`; asks the cast only for speakers that are
    used."""

    def __init__(self, doc: Doc, report: Report, cast: Cast, sayings: tuple[Saying, ...]) -> None:
        self._doc = doc
        self._report = report
        self._cast = cast
        self.sayings = sayings
        self._by_cue = sorted(sayings, key=lambda s: s.cue)
        self._over: list[list[Saying]] = [[] for _ in range(len(doc))]
        told = [s for s in sayings if s.stance != "judge"]
        for saying in sorted(told, key=lambda s: (-s.size(), s.cue)):
            for start, end in saying.content:
                for index in range(start, end):
                    if not saying.cue[0] <= index < saying.cue[1]:
                        self._over[index].append(saying)
        self._named: dict[int, tuple[Speaker, ...]] = {}

    def sayings_over(self, token: Token) -> tuple[Saying, ...]:
        """The sayings whose content holds `token`, outermost first."""
        return tuple(self._over[token.i])

    def speakers(self, token: Token) -> tuple[Speaker, ...]:
        """Whose words `token` is in, outermost first; empty where the report speaks in its own voice."""
        chain: list[Speaker] = []
        for saying in self._over[token.i]:
            for speaker in self._speakers_of(saying):
                if all(speaker.party.name != known.party.name for known in chain):
                    chain.append(speaker)
        return tuple(chain)

    def who(self, saying: Saying) -> tuple[Speaker, ...]:
        """Who holds the words of one `saying`, outermost first; empty where nobody is told."""
        return self._speakers_of(saying)

    def cue(self, token: Token) -> Span | None:
        """The words that say so for the innermost speaker ("said"), None in the report's own voice."""
        over = self._over[token.i]
        return self._span(over[-1].cue) if over else None

    def performers(self, token: Token) -> tuple[Speaker, ...]:
        """Who demands, threatens, accuses or agrees with the word of speech `token` ("warned", "their call").

        Empty for other words, and for a speaker's "we condemn": those are his own words already.
        """
        entry = entry_of(token)
        if entry is None or "deed" in entry.marks or self.is_first_person(token):
            return ()
        saying = next((s for s in self.sayings if s.cue[0] <= token.i < s.cue[1]), None)
        if saying is not None and saying.holder is not None:
            return self._speakers_of(saying)
        if token.pos_ == "NOUN":
            holder = owner_of(token)
        else:
            holder = clause.agent(token) if clause.is_passive(token) else clause.subject(token)
        if holder is None or not self._cast.is_actor(holder):
            return ()
        return self._as_speakers(holder, self._span((token.i, token.i + 1)))

    def is_first_person(self, token: Token) -> bool:
        """True where a quoted speaker does himself what `token` says: "we condemn", "I ask"."""
        subject = clause.subject(token)
        return bool(self._over[token.i]) and subject is not None and subject.lower_ in _FIRST_PERSON

    def _speakers_of(self, saying: Saying) -> tuple[Speaker, ...]:
        known = self._named.get(saying.cue[0])
        if known is None:
            cue = self._span(saying.cue)
            known = self._again(saying)
            if not known:
                named = name_given_later(saying, self._by_cue)
                all_who = (saying.relay, *saying.beside, named or saying.holder)
                told = (speaker for who in all_who for speaker in self._as_speakers(who, cue))
                known = tuple({speaker.party.name: speaker for speaker in told}.values())
            self._named[saying.cue[0]] = known
        return known

    def _again(self, saying: Saying) -> tuple[Speaker, ...]:
        """ "the source added": the speakers of the last saying of a source, with the outlet that passed it
        on."""
        holder = saying.holder
        if holder is None or holder.lemma_.lower() not in voices() or not _is_bare_definite(holder):
            return ()
        for earlier in reversed([s for s in self.sayings if s.cue < saying.cue]):
            told = earlier.holder
            if told is not None and told.lemma_ == holder.lemma_ and told.i != holder.i:
                cue = self._span(saying.cue)
                again = tuple(replace(speaker, cue=cue) for speaker in self._speakers_of(earlier))
                passed_on = () if earlier.relay is not None else self._as_speakers(saying.relay, cue)
                return passed_on + again
        return ()

    def _as_speakers(self, holder: Token | None, cue: Span) -> tuple[Speaker, ...]:
        if holder is None or names_nobody(holder):
            return ()
        if holder.lower_ in _HE_OR_SHE and not self._cast.parties(holder):
            return self._last_person(holder, cue)
        return tuple(
            Speaker(party, cue, anonymous=_is_withheld(holder, party)) for party in self._cast.parties(holder)
        )

    def _last_person(self, pronoun: Token, cue: Span) -> tuple[Speaker, ...]:
        """Who "he" or "she" is where the cast leaves it open: whoever spoke last."""
        words = self._report.span(pronoun.idx, pronoun.idx + len(pronoun.text))
        for earlier in reversed([s for s in self.sayings if s.cue[1] <= pronoun.i]):
            told = earlier.holder
            if pronoun.i - earlier.cue[1] > _SPEAKS_ON:
                break
            if told is None or self._over[told.i] or not _is_person(told):
                continue
            for spoke in self._speakers_of(earlier)[-1:]:
                party = replace(spoke.party, span=words, via=spoke.party.via or spoke.party.span)
                return (Speaker(party, cue, spoke.anonymous),)
        return ()

    def _span(self, tokens: tuple[int, int]) -> Span:
        words = self._doc[tokens[0] : tokens[1]]
        return self._report.span(words.start_char, words.end_char)


def find_attributions(doc: Doc, report: Report, cast: Cast, places: Sequence[Where] = ()) -> Attributions:
    """Read who says what in `doc`, the parsed text of `report`; `cast` resolves the speakers' names.

    The names of `places` in it say nothing before a colon ("RIYADH: …").
    """
    headings = frozenset(where.span.start for where in places)
    found = find_sayings(doc, partial(_can_speak, cast))
    told = (saying for saying in found if not _is_dateline(saying, doc, headings))
    sayings = attribute_quotations(doc, tuple(told))
    sayings = (*sayings, *_own_voice(doc, sayings, cast))
    return Attributions(doc, report, cast, sayings)


def _is_dateline(saying: Saying, doc: Doc, headings: frozenset[int]) -> bool:
    """True for a place before a colon: what follows is told there, and not by it."""
    who = saying.holder
    return who is not None and doc[saying.cue[0]].text == ":" and who.idx in headings


def _own_voice(doc: Doc, sayings: tuple[Saying, ...], cast: Cast) -> Iterator[Saying]:
    """Sentences in which an issuing body speaks of itself ("We condemn …") are its words.

    Who "we" is where the cast leaves it open: the body that the report last spoke of in its own voice.
    """
    quoted = {i for quotation in find_quotations(doc) for i in range(quotation.start, quotation.end)}
    for pronoun in tokens_of(doc, frozenset({"we"})):
        sentence = pronoun.sent
        if (
            pronoun.dep_ not in clause.SUBJECTS
            or pronoun.i in quoted
            or any(s.covers(pronoun.i) for s in sayings)
        ):
            continue
        holder = pronoun if _is_body(pronoun, cast) else _body_before(sentence, sayings, cast)
        if holder is not None:
            yield Saying((pronoun.i, pronoun.i + 1), holder, ((sentence.start, sentence.end),), "say")


def _body_before(sentence: Words, sayings: tuple[Saying, ...], cast: Cast) -> Token | None:
    """The last named body that an earlier sentence of the report's own voice has as its subject."""
    doc = sentence.doc
    start = sentence.start
    for _ in range(_SENTENCES_BACK):
        if start == 0:
            return None
        earlier = doc[start - 1].sent
        start = earlier.start
        who = clause.child(earlier.root, *clause.SUBJECTS)
        if who is not None and not any(s.covers(who.i) for s in sayings) and _is_body(who, cast):
            return who
    return None


def _is_body(who: Token, cast: Cast) -> bool:
    return who.ent_type_ != "PERSON" and any(party.kind == "named" for party in cast.parties(who))


def _is_person(holder: Token) -> bool:
    return holder.ent_type_ == "PERSON" or voices().get(holder.lemma_.lower()) == "withheld"


def _is_withheld(holder: Token, party: Party) -> bool:
    return party.kind == "unnamed" and voices().get(holder.lemma_.lower()) == "withheld"


def _is_bare_definite(holder: Token) -> bool:
    return [c.lower_ for c in holder.children if c.dep_ not in {"punct", "case"}] in (
        ["the"],
        ["same", "the"],
        ["the", "same"],
    )


def _can_speak(cast: Cast, token: Token) -> bool:
    return cast.is_actor(token) or token.lower_ in _PRONOUNS or token.lemma_.lower() in voices()
