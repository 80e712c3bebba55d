"""Anaphora: whom a pronoun or a description points back to, or nobody where that would be a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import ORGANISATIONS, PERSONS, PLURALS, Lexicon
from dateline.grounding.who.phrase import heads_of, is_plural, is_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
SPEAKER = frozenset("i me my mine myself we us our ours ourselves".split())
RELATIVE = frozenset("who whom whose which that".split())

_HE, _SHE, _IT, _THEY = "he", "she", "it", "they"
_WORDS = {**dict.fromkeys(MASCULINE, _HE), **dict.fromkeys(FEMININE, _SHE)}
_WORDS |= {**dict.fromkeys(NEUTER, _IT), **dict.fromkeys(PLURAL, _THEY)}
_MALE = frozenset("mr man men boy father son brother husband king prince emir sheikh spokesman chairman pope".split())
_FEMALE = frozenset("mrs ms miss woman women girl mother daughter sister wife widow queen princess spokeswoman chairwoman".split())
_SENTENCES_BACK = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun that can be pointed back to. `sort`: person, group (collective or organisation), state or people (plural)."""

    token: Token
    sort: str
    named: bool
    subject: bool
    plural: bool
    gender: str | None


class Anaphora:
    """Points back within one parsed report. `sort_of(token)` tells a noun's sort and whether it is named."""

    def __init__(self, doc: Doc, sort_of: Callable[[Token], tuple[str, bool] | None]) -> None:
        self._doc = doc
        self._sort_of = sort_of
        self._sentence = [0] * len(doc)
        for number, sentence in enumerate(doc.sents):
            for token in sentence:
                self._sentence[token.i] = number
        self._candidates = list(self._find())
        self._resolved: dict[int, Token | None] = {}

    def _find(self) -> Iterator[Candidate]:
        lexicon = Lexicon.shipped()
        for token in self._doc:
            found = self._sort_of(token) if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") else None
            if found is not None and token.dep_ not in ("compound", "flat", "amod", "nmod:desc"):
                sort, named = found
                noun = lexicon.noun(token.text, token.lemma_)
                plural = is_plural(token) or len(heads_of(token)) > 1 or noun in ("people",)
                yield Candidate(token, sort, named, is_subject(token), plural, _gender(token))

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a personal or possessive pronoun points back to, never another pronoun; None: left open."""
        if pronoun.i not in self._resolved:
            word = _WORDS.get(pronoun.lower_)
            self._resolved[pronoun.i] = self._best(pronoun, word) if word and not _is_expletive(pronoun) else None
        return self._resolved[pronoun.i]

    def _best(self, pronoun: Token, word: str) -> Token | None:
        here = self._sentence[pronoun.i]
        best: tuple[float, int, Token] | None = None
        for candidate in self._candidates:
            token = candidate.token
            if token.i >= pronoun.i:
                break
            back = here - self._sentence[token.i]
            if back > _SENTENCES_BACK or not _agrees(candidate, word) or _same_clause(token, pronoun):
                continue
            score = self._weight(candidate, back, word, pronoun)
            if best is None or (score, token.i) > best[:2]:
                best = (score, token.i, token)
        return best[2] if best else None

    def _weight(self, candidate: Candidate, back: int, word: str, pronoun: Token) -> float:
        """Recency, subject and name; the weights were set on GUM news and interview training documents."""
        score = -1.6 * back + 1.5 * candidate.subject + 0.8 * candidate.named
        if candidate.subject and is_subject(pronoun) and back == 1:
            score += 0.4
        if word == _THEY and not candidate.plural:
            score -= 1.0
        if word == _IT and candidate.sort == "group":
            score += 0.3
        return score

    def speaker(self, pronoun: Token) -> Token | None:
        """Who says "I" or "we": the subject of the verb of saying around the clause, else of the nearest one."""
        verbs = Lexicon.shipped().verbs
        at = pronoun
        while at.head != at:
            at = at.head
            if verbs.get(at.lemma_.lower()) == "say":
                subject = next((c for c in at.children if is_subject(c) and c.lower_ not in SPEAKER), None)
                if subject is not None and subject != pronoun:
                    return subject
        return None

    def described(self, description: Token, classes: frozenset[str]) -> Token | None:
        """The last named organisation or state of the sort that a definite description ("the group") tells."""
        here = self._sentence[description.i]
        best: tuple[float, int, Token] | None = None
        for candidate in self._candidates:
            token = candidate.token
            if token.i >= description.i or here - self._sentence[token.i] > _SENTENCES_BACK + 1:
                continue
            if not candidate.named or candidate.sort not in classes or _same_clause(token, description):
                continue
            score = -1.0 * (here - self._sentence[token.i]) + 1.0 * candidate.subject
            if best is None or (score, token.i) > best[:2]:
                best = (score, token.i, token)
        return best[2] if best else None


def _agrees(candidate: Candidate, word: str) -> bool:
    if word in (_HE, _SHE):
        return candidate.sort == "person" and not candidate.plural and candidate.gender in (None, word)
    if word == _IT:
        return candidate.sort in ("group", "state") and not candidate.plural
    return candidate.sort in ("people", "group", "state") or candidate.plural


def _gender(token: Token) -> str | None:
    words = {token.lower_} | {child.lower_.rstrip(".") for child in token.lefts}
    if words & _MALE:
        return _HE
    return _SHE if words & _FEMALE else None


def _same_clause(noun: Token, pronoun: Token) -> bool:
    """A pronoun that is no possessive can't mean another argument of its own verb."""
    if pronoun.dep_ == "nmod:poss":
        return noun.head == pronoun.head or pronoun.head == noun
    return noun.head == pronoun.head and noun.dep_ != "conj" and noun.dep_ not in ("nmod", "nmod:poss")


def _is_expletive(token: Token) -> bool:
    return token.dep_ == "expl"


def sort_of_class(noun: str | None, plural: bool) -> str | None:
    """The sort of an unnamed noun by its class in the lexicon."""
    if noun in PERSONS:
        return "people" if plural else "person"
    if noun in PLURALS:
        return "person" if noun == "fighter" and not plural else "people"
    if noun in ORGANISATIONS:
        return "people" if plural else ("state" if noun == "state" else "group")
    return None
