"""Bystanders: phrases that bear no role in an event although their place in the sentence looks like it.

Who tells of an event, judges it or lays it at somebody's door didn't do it; nor did whoever acts in another
clause beside it. The weights of `role.py` decide among the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.grounding.who.phrase import HYPHENS
from dateline.reading import clause
from dateline.reading.nobody import names_nobody
from dateline.reading.speaker.cue import stance_of
from dateline.reading.status import SPEECH_ACTS
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Token
    from dateline.model import When
    from dateline.reading.speaker import Attributions
    from dateline.reading.trigger import Trigger

_NAMING = frozenset({"compound", "flat", "appos", "nmod:desc", "fixed", "amod"})
_SHARED = frozenset({"xcomp", "conj"})
_CARRIED = frozenset({"obj", "obl", "nmod", "conj", "compound", "advcl", "acl", "nsubj:pass"})
_ACCUSING = {
    **dict.fromkeys("accuse blame charge suspect indict convict".split(), frozenset({"of", "for", "with"})),
    "implicate": frozenset({"in"}),
    "link": frozenset({"to", "with"}),
}
"""Verbs that lay an act at somebody's door, and the words before the act."""
_SUFFERED = frozenset({"die", "fall"})
_HYPHENED = 2  # tokens of "US-" before "led", of "anti-" before a name
_NEAR = 4  # tokens before a noun in which "anti-" is sought
_CLAUSES = frozenset({"ccomp", "parataxis", "nsubj", "nsubj:pass"})
_ASIDE = frozenset({"say", "doubt", "fear", "accuse", "demand"})


class Bystanders:
    """Asks the sayings of one report, who its phrases stand for, and which of its words tell a time."""

    def __init__(self, attributions: Attributions, cast: Cast, times: Sequence[When]) -> None:
        self._attributions = attributions
        self._cast = cast
        self._times = [(when.span.start, when.span.end) for when in times]

    def bears_nothing(self, trigger: Trigger, phrase: Token) -> bool:
        """True where the phrase headed by `phrase` bears no role of `trigger` for what its clause says."""
        return self.why_nothing(trigger, phrase) is not None

    def why_nothing(self, trigger: Trigger, phrase: Token) -> str | None:
        """Why `phrase` bears no role of `trigger`, in words; None where it may bear one."""
        if names_nobody(phrase):
            return "names nobody"
        if self._is_time(phrase):
            return "tells a time"
        if self._acts_elsewhere(trigger, phrase):
            return "acts in another clause"
        if trigger.type in SPEECH_ACTS:
            return None
        if _is_according(trigger.token, phrase) or self._only_tells(trigger.token, phrase):
            return "only tells of it"
        return "judges it" if _judges(named_head(phrase), trigger.token) else None

    def never_acts(self, trigger: Trigger, phrase: Token) -> bool:
        """True where `phrase` heads who blames somebody for, answers or describes what `trigger` says."""
        head = named_head(phrase)
        accusing = blaming_verb(trigger.token)
        if accusing is not None:
            return head == (clause.agent(accusing) if _is_done_to(accusing) else clause.subject(accusing))
        verb, how = _governing(trigger.token)
        return how in _onlookers().get(verb.lemma_.lower(), ()) and head == clause.subject(verb)

    def _is_time(self, phrase: Token) -> bool:
        """True for "Friday", not for a name within the words of a time ("since the Iran–Iraq War")."""
        return not phrase.ent_type_ and any(start <= phrase.idx < end for start, end in self._times)

    def _only_tells(self, word: Token, phrase: Token) -> bool:
        head = named_head(phrase)
        if _is_under(word, phrase) or _is_done_by(word, head) or self._refers_back(word):
            return False
        for saying in self._attributions.sayings_over(word):
            if saying.holder is not None and saying.stance in _ASIDE:
                cue = word.doc[saying.cue[1] - 1]
                held = phrase.i == saying.holder.i or head == named_head(saying.holder)
                if held and _stands_apart(word, cue, _CLAUSES | {"advcl"}):
                    return True
        verb = head.head
        told = stance_of(verb) == "say" and head.dep_ == "nsubj" and verb.i != word.i
        return told and verb.pos_ == "VERB" and _stands_apart(word, verb, _CLAUSES)

    def _refers_back(self, word: Token) -> bool:
        """True where the speaker may do it: unsaid, or as "we" or "it" whom the cast can't tell."""
        doer = clause.subject(word)
        if doer is None:
            return clause.is_finite_verb(word) and not clause.is_passive(word)
        return doer.pos_ == "PRON" and not self._cast.parties(doer)

    def _acts_elsewhere(self, trigger: Trigger, phrase: Token) -> bool:
        """True for two coordinated clauses with a doer each, `trigger` in one and `phrase` in the other."""
        word = trigger.token
        others = (a for a in _clauses_joined(phrase) if not _is_under(word, a) and not _trails(word, a))
        if any(self._has_doer(other) for other in others):
            return True
        if trigger.frame in _SUFFERED:
            return False
        own = (a for a in _clauses_joined(word) if a.i in {word.i, word.head.i})
        return any(self._has_doer(a) and not _is_under(phrase, a) for a in own)

    def _has_doer(self, verb: Token) -> bool:
        doer = clause.child(verb, "nsubj")
        finite = clause.is_finite_verb(verb) or clause.child(verb, "aux") is not None
        return finite and doer is not None and self._cast.is_actor(doer)


def accused(word: Token) -> Token | None:
    """Who is blamed for what `word` says ("accused *the army* of killing"), None where nobody is."""
    verb = blaming_verb(word)
    if verb is None or _has_own_doer(word, verb):
        return None
    return clause.subject(verb) if _is_done_to(verb) else clause.child(verb, "obj")


def leader(word: Token) -> Token | None:
    """Who leads what `word` says ("a *US*-led attack"), None where nobody does."""
    led = next((part for part in word.lefts if part.lower_ == "led"), None)
    if led is None or led.i < _HYPHENED or led.nbor(-1).text not in HYPHENS:
        return None
    return led.nbor(-2)


def opposed(word: Token) -> Token | None:
    """Against whom what `word` says is ("an anti-*Lashkar* offensive"), None where it doesn't say so."""
    for part in word.doc[max(word.i - _NEAR, _HYPHENED) : word.i]:
        against = part.nbor(-1).text in HYPHENS and part.nbor(-2).lower_ == "anti"
        if against and part.head == word:
            return part
    return None


def is_epithet(noun: Token) -> bool:
    """True for "commander" in "Qassem Soleimani, commander of the force": the same party said once more."""
    described = noun.head.pos_ == "PROPN" and noun.text.islower() and noun.pos_ in {"NOUN", "PROPN"}
    if not described or clause.child(noun, "conj", "cc") is not None:
        return False
    if noun.dep_ == "appos":
        return True
    # an apposition without article is easily taken for the next of a list
    return noun.dep_ == "conj" and clause.child(noun, "det", "nummod") is None and noun.tag_ in {"NN", "NNP"}


def blaming_verb(word: Token) -> Token | None:
    """The verb that lays the event of `word` at somebody's door ("blamed for", "accused of"), else None."""
    below, marks = word, {_mark(word)}
    for over in clause.governors(word):
        before = _ACCUSING.get(over.lemma_.lower()) if over.pos_ == "VERB" else None
        if before is not None:
            return over if before & marks else None
        if below.dep_.split(":")[0] not in _CARRIED:
            return None
        below = over
        marks.add(_mark(over))
    return None


def named_head(phrase: Token) -> Token:
    """The head of the whole phrase that `phrase` helps to name ("chief" in "police chief Abdi Omar")."""
    while phrase.dep_ in _NAMING and phrase.head.i != phrase.i:
        phrase = phrase.head
    return phrase


def _is_done_to(verb: Token) -> bool:
    """True where the subject of `verb` is the one blamed, also in "They appeared in court, charged with"."""
    bare = verb.tag_ == "VBN" and verb.dep_ == "advcl" and clause.child(verb, "obj", "aux") is None
    return bare or clause.is_passive(verb)


def _mark(word: Token) -> str:
    mark = clause.child(word, "case", "mark")
    return mark.lower_ if mark is not None else ""


def _has_own_doer(word: Token, verb: Token) -> bool:
    between = [word, *clause.governors(word)]
    between = between[: next(n for n, token in enumerate(between) if token.i == verb.i)]
    return any(clause.child(token, "nsubj", "nsubj:pass", "obl:agent") is not None for token in between)


def _governing(word: Token) -> tuple[Token, str]:
    """What stands over the phrase of `word`, and how: "object", the preposition or ""."""
    while word.dep_ in {"conj", "compound"} and word.head.pos_ != "VERB":
        word = word.head
    how = {"obj": "object", "obl": clause.case(word)}.get(word.dep_, "")
    return word.head, how


def _judges(who: Token, word: Token) -> bool:
    """True for the subject of a verb of praise or blame whose object `word` is."""
    verb, how = _governing(word)
    return how == "object" and stance_of(verb) == "judge" and clause.subject(verb) == who


def _is_done_by(word: Token, doer: Token) -> bool:
    """True where `doer` is the subject of a chain of verbs that holds `word`: "claimed to have shot"."""
    return word.pos_ == "VERB" and clause.subject(word) == doer and doer.head.i in _chain(word)


def _chain(verb: Token) -> set[int]:
    found = {verb.i}
    while verb.dep_ in _SHARED and verb.head.i != verb.i:
        verb = verb.head
        found.add(verb.i)
    return found


def _stands_apart(word: Token, verb: Token, clauses: frozenset[str]) -> bool:
    """True where `word` is neither the object of `verb` ("announced a ban") nor in a chain with it."""
    below = word
    for over in clause.governors(word):
        if over.i == verb.i:
            return below.dep_ in clauses
        below = over
    return True


def _is_according(word: Token, phrase: Token) -> bool:
    """True for what stands under "according to the clinic, run by Caritas" where `word` doesn't."""
    told = (over for over in (phrase, *clause.governors(phrase)) if clause.case(over) == "according to")
    return any(not _is_under(word, over) for over in told)


def _is_under(word: Token, top: Token) -> bool:
    return word.i == top.i or any(over.i == top.i for over in clause.governors(word))


def _trails(word: Token, verb: Token) -> bool:
    """True for a participle after a clause, whose doer it may share: "police raided it, taking laptops"."""
    return word.tag_ == "VBG" and word.dep_ == "advcl" and word.i > verb.i


def _clauses_joined(word: Token) -> Iterator[Token]:
    """Heads of the coordinated clauses that hold `word`."""
    verbs = (t for t in (word, *clause.governors(word)) if t.dep_ == "conj" and t.pos_ == "VERB")
    return (verb for verb in verbs if verb.head.pos_ in {"VERB", "AUX"})


@cache
def _onlookers() -> dict[str, frozenset[str]]:
    return {row["verb"]: frozenset(row["over"].split()) for row in rows("bystanders")}
