"""Anaphora: whom a pronoun or a description points back to, or nobody where that would be a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import ORGANISATIONS, PERSONS, PLURALS, Lexicon
from dateline.grounding.who.phrase import heads_of, is_plural, is_subject, sentence_numbers
from dateline.grounding.who.quotation import SPEAKER, Quotations

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

RELATIVE = frozenset("who whom whose which that".split())
SILENT = frozenset("you your yours yourself this these there what whatever one ones nobody none such".split())
_HE, _SHE, _IT, _THEY = "he", "she", "it", "they"
_WORDS = {
    **dict.fromkeys("he him his himself".split(), _HE),
    **dict.fromkeys("she her hers herself".split(), _SHE),
    **dict.fromkeys("it its itself".split(), _IT),
    **dict.fromkeys("they them their theirs themselves".split(), _THEY),
}
_MALE = frozenset(
    "mr man men boy father son brother husband king prince emir sheikh spokesman chairman pope".split()
)
_FEMALE = frozenset(
    "mrs ms miss woman girl mother daughter sister wife widow queen princess spokeswoman chairwoman".split()
)
_SENTENCES_BACK = {_HE: 6, _SHE: 6, _IT: 2, _THEY: 3}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun that can be pointed back to.

    `sort`: person, group (organisation), state, people (plural) or unknown (a name that nothing tells of).
    `key`: one for all mentions of a referent.
    """

    token: Token
    key: str
    sort: str
    named: bool
    plural: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a candidate stands, or a pronoun that was brought to it."""

    at: Token
    sentence: int
    subject: bool
    candidate: Candidate


class Anaphora:
    """Points back within one parsed report.

    `known(token)`: a noun's key, its sort and whether it is a name; None where it can't act.
    """

    def __init__(
        self, doc: Doc, known: Callable[[Token], tuple[str, str, bool] | None], quotations: Quotations
    ) -> None:
        self._doc = doc
        self._known = known
        self._quotations = quotations

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a personal or possessive pronoun points back to; None: left open."""
        return self._resolved.get(pronoun.i)

    @cached_property
    def _sentences(self) -> list[int]:
        return sentence_numbers(self._doc)

    @cached_property
    def _nouns(self) -> list[Occurrence]:
        return [
            Occurrence(c.token, self._sentences[c.token.i], is_subject(c.token), c)
            for c in self._candidates()
        ]

    def _candidates(self) -> Iterator[Candidate]:
        lexicon = Lexicon.shipped()
        for token in self._doc:
            if token.pos_ not in ("NOUN", "PROPN", "NUM") or token.dep_ in (
                "compound",
                "flat",
                "amod",
                "nmod:desc",
            ):
                continue
            known = self._known(token)
            if known is not None:
                key, sort, named = known
                many = is_plural(token) or len(heads_of(token)) > 1
                collective = lexicon.noun(token.text, token.lemma_) == "people"
                yield Candidate(token, key, sort, named, many or collective, _gender(token))

    @cached_property
    def _resolved(self) -> dict[int, Token]:
        """All pronouns in text order: each makes whom it was brought to likelier, and tells the gender."""
        resolved: dict[int, Token] = {}
        genders: dict[str, str] = {}
        seen: list[Occurrence] = []
        nouns = iter(self._nouns)
        following = next(nouns, None)
        for token in self._doc:
            while following is not None and following.at.i < token.i:
                seen.append(following)
                following = next(nouns, None)
            word = _WORDS.get(token.lower_) if is_pronoun(token) and token.dep_ != "expl" else None
            chosen = self._best(token, word, seen, genders) if word else None
            if chosen is not None and word is not None:
                resolved[token.i] = chosen.token
                seen.append(Occurrence(token, self._sentences[token.i], is_subject(token), chosen))
                if word in (_HE, _SHE):
                    genders.setdefault(chosen.key, word)
        return resolved

    def _key_of(self, sayer: Token | None) -> str | None:
        """The key of who is quoted: nobody says "he" of himself."""
        known = self._known(sayer) if sayer is not None else None
        return known[0] if known else None

    def _best(
        self, pronoun: Token, word: str, seen: list[Occurrence], genders: dict[str, str]
    ) -> Candidate | None:
        here = self._sentences[pronoun.i]
        best: tuple[float, int, Candidate] | None = None
        sayer = self._key_of(self._quotations.quoted(pronoun))
        for occurrence in reversed(seen):
            back = here - occurrence.sentence
            if back > _SENTENCES_BACK[word]:
                break
            candidate = occurrence.candidate
            gender = candidate.gender or genders.get(candidate.key)
            if candidate.key == sayer:
                continue
            if not _agrees(candidate, word, gender) or _same_clause(occurrence.at, pronoun):
                continue
            score = _weight(occurrence, back, word, pronoun)
            if best is None or (score, occurrence.at.i) > best[:2]:
                best = (score, occurrence.at.i, candidate)
        return best[2] if best else None


def is_pronoun(token: Token) -> bool:
    """A word that points to somebody; by its letters, as "IT" in "an IT worker" and "US" are none."""
    known = token.lower_ in _WORDS or token.lower_ in RELATIVE or token.lower_ in SPEAKER
    return known and token.pos_ in ("PRON", "DET") and not (token.is_upper and len(token) > 1)


def _weight(occurrence: Occurrence, back: int, word: str, pronoun: Token) -> float:
    """Recency, subject, name, number, gender; weights rounded from a search on GUM's news and interviews."""
    candidate = occurrence.candidate
    score = -2.0 * back + 1.0 * occurrence.subject + 0.3 * candidate.named
    score += 0.3 * (occurrence.subject and is_subject(pronoun))
    score += 0.7 * (occurrence.at != candidate.token)
    score -= 2.5 * (word == _THEY and not candidate.plural)
    return score + 1.0 * (candidate.gender == word)


def _agrees(candidate: Candidate, word: str, gender: str | None) -> bool:
    if word in (_HE, _SHE):
        return candidate.sort in ("person", "unknown") and not candidate.plural and gender in (None, word)
    if word == _IT:
        return candidate.sort in ("group", "state", "unknown") and not candidate.plural and gender is None
    return candidate.sort in ("people", "group", "state") or candidate.plural


def _gender(token: Token) -> str | None:
    words = {token.lower_} | {child.lower_.rstrip(".") for child in token.lefts}
    if words & _MALE:
        return _HE
    return _SHE if words & _FEMALE else None


def _same_clause(noun: Token, pronoun: Token) -> bool:
    """A pronoun that is no possessive can't mean another argument of its own verb."""
    if pronoun.dep_ == "nmod:poss":
        return pronoun.head == noun
    if noun.head == pronoun or pronoun.head == noun:
        return True
    return noun.head == pronoun.head and noun.dep_ not in ("conj", "nmod", "nmod:poss")


def sort_of_class(noun: str | None, plural: bool) -> str | None:
    """The sort of an unnamed noun by its class in the lexicon."""
    if noun in PERSONS:
        return "people" if plural else "person"
    if noun in PLURALS:
        return "person" if noun == "fighter" and not plural else "people"
    if noun in ORGANISATIONS:
        return "people" if plural else ("state" if noun == "state" else "group")
    return None
