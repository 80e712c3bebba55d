"""The place names of a parsed report: what the language model marks and what the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.folding import fold
from dateline.grounding.where.gazetteer import Gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.words import LONGEST, PlaceWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAME = 7
_LINKS = frozenset("- – ' ’ of and the al el ez az es as ad ar de la du da".split())
_TRIMMED = frozenset("the a an ' ’ 's ’s \" “ ” ( ) , .".split())
_KNOWN_TOWN = 15_000  # a town of fewer people needs a locative word before it
_LARGE_TOWN = 100_000


class MentionFinder:
    """Finds mentions; one instance serves any number of documents."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer, self._words = gazetteer, words

    def find(self, doc: Doc) -> list[Mention]:
        """All mentions in text order, none overlapping."""
        spans = dict(self._labelled(doc))
        taken = {at for (start, end) in spans for at in range(start, end)}
        closed = {token.i for ent in doc.ents if ent.label_ not in PLACE_LABELS for token in ent}
        caseless = _is_caseless(doc)
        at = 0
        while at < len(doc):
            end = 0 if at in taken else self._known(doc, at, taken | closed, caseless)
            if end:
                spans[at, end] = ""
            at = max(at + 1, end)
        for start, end in self._described(doc, taken | closed | {i for s, e in spans for i in range(s, e)}):
            spans[start, end] = ""
        return self._without_overlap(self._mention(doc, *span, spans[span]) for span in sorted(spans))

    def _labelled(self, doc: Doc) -> Iterator[tuple[tuple[int, int], str]]:
        """The language model's places, without articles and quotes at their edges."""
        for ent in doc.ents:
            if ent.label_ not in PLACE_LABELS:
                continue
            start, end = ent.start, ent.end
            while start < end and doc[start].lower_ in _TRIMMED:
                start += 1
            while end > start and doc[end - 1].lower_ in _TRIMMED:
                end -= 1
            if start < end and any(ch.isalpha() for ch in doc[start:end].text):
                yield (start, end), ent.label_

    def _known(self, doc: Doc, start: int, closed: set[int], caseless: bool) -> int:
        """Where the longest name that the gazetteer knows and the context allows ends, 0 where none does."""
        if start in closed or not (_is_name(doc[start]) or caseless) or not doc[start].is_alpha:
            return 0
        for end in range(_name_end(doc, start, caseless), start, -1):
            if any(at in closed for at in range(start, end)) or doc[end - 1].lower_ in _LINKS:
                continue
            found = self._gazetteer.candidates(doc[start:end].text)
            if found and self._is_believable(doc, start, end, found, caseless):
                return end
        return 0

    def _is_believable(
        self, doc: Doc, start: int, end: int, found: tuple[Entry, ...], caseless: bool
    ) -> bool:
        """May a name without a label be a place here? Ordinary words and people share many names."""
        text = doc[start:end].text
        if end - start == 1 and self._words.has("never", text.lower()):
            return False
        if fold(text) in self._gazetteer.demonyms or (
            end - start == 1 and len(text) < 3 and not text.isupper()
        ):
            return False
        located = self._is_located(doc, start) or self._holds_next(doc, end)
        if not located and self._is_inside_name(doc, start, end):
            return False
        if caseless and not located:
            return any(entry.kind == "country" for entry in found) and len(text) > 3
        largest = max(found, key=lambda entry: entry.population)
        strong = any(entry.kind not in ("town", "admin2") for entry in found)
        if located:
            return doc[start].pos_ == "PROPN" or strong or caseless
        if doc[start].is_sent_start and end - start == 1 and doc[start].pos_ != "PROPN":
            return any(entry.kind == "country" for entry in found)
        return strong or largest.population >= (_KNOWN_TOWN if doc[start].pos_ == "PROPN" else _LARGE_TOWN)

    def _is_located(self, doc: Doc, start: int) -> bool:
        before = self._words_before(doc, start)
        return any(self._words.longest_before(role, before)[0] for role in ("in", "near", "from", "to"))

    def _holds_next(self, doc: Doc, end: int) -> bool:
        """True before ", Syria" and the like."""
        if end + 1 >= len(doc) or doc[end].text != "," or not _is_name(doc[end + 1]):
            return False
        stop = _name_end(doc, end + 1, caseless=False)
        found = self._gazetteer.candidates(doc[end + 1 : stop].text)
        return any(entry.kind in ("country", "admin1") for entry in found)

    def _is_inside_name(self, doc: Doc, start: int, end: int) -> bool:
        """True where the words are part of a longer name ("Jordan Smith", "Washington Post")."""
        before = doc[start - 1] if start else None
        after = doc[end] if end < len(doc) else None
        if before is not None and _is_name(before) and not before.is_sent_start and before.pos_ == "PROPN":
            return not self._words.has("compass", before.lower_) and not self._words.has(
                "kind", before.lower_
            )
        if after is not None and _is_name(after) and after.pos_ == "PROPN":
            return not self._words.has("kind", after.lower_)
        return False

    def _described(self, doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Names that only a word for the kind shows to be places: "Burkah district", "the village of Rufaila"."""
        for token in doc:
            if not _is_name(token) or token.i in taken or (token.i and _is_name(doc[token.i - 1])):
                continue
            end = _name_end(doc, token.i, caseless=False)
            if any(at in taken for at in range(token.i, end)) or fold(token.text) in self._gazetteer.demonyms:
                continue
            kinds = self._words.longest_after("kind", [word.lower_ for word in doc[end : end + LONGEST]])[0]
            before = self._words_before(doc, token.i)
            named = len(before) >= 2 and before[-1] == "of" and self._words.has("kind", before[-2])
            if named or (kinds and token.pos_ == "PROPN"):
                yield token.i, end

    def _mention(self, doc: Doc, start: int, end: int, label: str) -> Mention:
        """The span with the words beside it that belong to the place."""
        after = [token.lower_ for token in doc[end : end + LONGEST]]
        kinds, kind = self._words.longest_after("kind", after)
        if kinds and doc[end].text[0].islower() and label == "GPE" and kind == "town":
            kinds = 0  # "Homs city" is Homs
        before = self._words_before(doc, start)
        parts, bearing = self._words.longest_before("compass", before)
        if not kind and len(before) >= 2 and before[-1] == "of":
            kind = self._words.value("kind", before[-2]) or ""
        if not kind:
            kind = self._words.value("kind", doc[end - 1].lower_) or ""
        near = bool(self._words.longest_before("near", before[: len(before) - parts])[0])
        name = doc[start : end + kinds].text
        first = doc[start - _tokens_of(before, parts)] if parts else doc[start]
        text = doc.text[first.idx : doc[start].idx] + name
        return Mention(
            first.idx, first.idx + len(text), text, name, label, kind, int(bearing) if parts else None, near
        )

    def _words_before(self, doc: Doc, start: int) -> list[str]:
        words = [token.lower_ for token in doc[max(0, start - LONGEST - 1) : start]]
        while words and words[-1] in ("the", "a", "an"):
            words.pop()
        return words

    @staticmethod
    def _without_overlap(mentions: Iterator[Mention]) -> list[Mention]:
        kept: list[Mention] = []
        for mention in mentions:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept


def _tokens_of(words: list[str], parts: int) -> int:
    return parts if parts <= len(words) else 0


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_caseless(doc: Doc) -> bool:
    """True for telex in capitals and for text that lost its capitals: case says nothing there."""
    letters = [token.text[0] for token in doc if token.is_alpha and len(token) > 3]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) > 20 and not 0.02 < capitals / len(letters) < 0.8


def _name_end(doc: Doc, start: int, caseless: bool) -> int:
    """The end of the run of name words that opens at `start`; links count only between name words."""
    end = at = start + 1
    while at < min(len(doc), start + LONGEST_NAME):
        token = doc[at]
        if token.is_space or (token.is_punct and token.text not in _LINKS):
            break
        if _is_name(token) or (caseless and token.is_alpha):
            end = at + 1
        elif token.lower_ not in _LINKS:
            break
        at += 1
    return end
