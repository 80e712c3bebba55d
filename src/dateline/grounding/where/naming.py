"""Naming: which words of a parsed report are place names, as token spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.gazetteer import Gazetteer
from dateline.grounding.where.words import LONGEST, PlaceWords

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAME = 7
KNOWN_TOWN = 3_000  # smaller towns that the model didn't mark need ", Syria" after them
CASELESS_TOWN = 30_000  # without capitals more ordinary words look like towns
LARGE_TOWN = 100_000  # and below this, at least an "in" before them
_LINKS = frozenset("- – ' ’ of and the al el ez az es as ad ar de la du da".split())
_EDGES = frozenset("the a an ' ’ 's ’s \" “ ” ( ) , . - – —".split())
_LOCATIVE = ("in", "near", "from", "to", "along", "between")
_AFTER_DATELINE = frozenset(", ( - – — --".split())
_SETTLED = frozenset({"town", "admin1", "admin2"})
LONGEST_ACRONYM = 5  # letters; "UN" and "SANA" are towns somewhere

TokenSpan = tuple[int, int, str]  # first token, token after the last, the model's label or ""


class NameFinder:
    """Finds place names; one instance serves any number of documents."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer, self._words = gazetteer, words

    def find(self, doc: Doc) -> list[TokenSpan]:
        """The names in text order, none overlapping."""
        caseless = is_caseless(doc)
        refused = self._refused(doc)
        labelled = [span for span in self._labelled(doc, caseless) if refused.isdisjoint(range(*span[:2]))]
        spans = [*labelled, *(s for s in self._mislabelled(doc) if refused.isdisjoint(range(*s[:2])))]
        taken = {at for start, end, _ in spans for at in range(start, end)}
        closed = {token.i for ent in doc.ents if ent.label_ not in PLACE_LABELS for token in ent}
        spans += self._known(doc, taken | closed | refused, caseless)
        taken |= {at for start, end, _ in spans for at in range(start, end)}
        spans += self._described(doc, taken)
        kept: list[TokenSpan] = []
        for span in sorted(spans):
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return kept

    def _labelled(self, doc: Doc, caseless: bool) -> Iterator[TokenSpan]:
        """What the language model marks as a place; it needs capitals to mark where a name ends."""
        for ent in doc.ents:
            if ent.label_ not in PLACE_LABELS:
                continue
            start, end = self._with_seat(ent)
            if start >= end or not self._is_place_like(doc[start:end]):
                continue
            if not caseless or self._named(doc[start:end].text):
                yield start, end, ent.label_

    def _refused(self, doc: Doc) -> set[int]:
        """Tokens that the report has for a person, and those of marked places that no gazetteer knows."""
        surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
        marked = [doc[ent.start : ent.end] for ent in doc.ents if ent.label_ in PLACE_LABELS]
        bare = [doc[t.i : t.i + 1] for t in doc if t.text in surnames and t.ent_type_ not in PLACE_LABELS]
        names = (name for name in (*marked, *bare) if not self._is_located(doc, name.start))
        return {token.i for name in names if self._names_no_place(name.text, surnames) for token in name}

    def _names_no_place(self, text: str, surnames: set[str]) -> bool:
        """True for a name that the report has for a person, and for an acronym that no gazetteer knows."""
        found = self._named(text)
        if text in surnames:
            return not any(entry.kind == "country" for entry in found)
        return text.isupper() and text.isalpha() and len(text) <= LONGEST_ACRONYM and not found

    def _with_seat(self, ent: Span) -> tuple[int, int]:
        """The tokens of an entity, with a ", D.C." that tells a city from a state of its name."""
        start, end = _trimmed(ent)
        after = [token.lower_ for token in ent.doc[end : end + 2]]
        if len(after) == 2 and after[0] == "," and self._words.has("suffix", after[1]):
            end += 2
        return start, end

    def _is_place_like(self, span: Span) -> bool:
        if not any(ch.isalpha() for ch in span.text) or self._is_no_place(span.text):
            return False
        adjective = span[-1].lower_.partition("-")[2] or (len(span) > 2 and span[-2].text == "-")
        if adjective and span[-1].text.islower() and not self._words.has("kind", span[-1].lower_):
            return False  # "rebel-held", "Alawite-majority"
        return not self._gazetteer.is_people(span.text)

    def _mislabelled(self, doc: Doc) -> Iterator[TokenSpan]:
        """Names that the model takes for people or organisations, where the sentence says place."""
        for ent in doc.ents:
            start, end = _trimmed(ent)
            if ent.label_ in PLACE_LABELS or start >= end:
                continue
            found = self._named(doc[start:end].text)
            located = (
                self._is_located(doc, start)
                or self._is_described(doc, start, end)
                or _opens_dateline(doc, start, end)
            )
            ends_in_kind = end - start > 1 and self._words.has("kind", doc[end - 1].lower_)
            after_town = ends_in_kind and bool(self._named(doc[start : end - 1].text))
            strong = any(entry.kind not in ("town", "admin2") for entry in found)
            described = ent.label_ != "NORP" and self._is_described(doc, start, end)
            held = bool(found) and self._holds_next(doc, end)
            if strong or described or held or after_town or (located and (found or ends_in_kind)):
                yield start, end, ""

    def _named(self, text: str) -> tuple[Entry, ...]:
        """What the gazetteer knows by that name, peoples left out."""
        if self._gazetteer.is_people(text) or self._is_no_place(text):
            return ()
        found = self._gazetteer.candidates(text)
        if text.isupper() and len(text) <= LONGEST_ACRONYM:
            return tuple(e for e in found if e.kind not in _SETTLED or (e.official and _is_large(e)))
        return found

    def _known(self, doc: Doc, closed: set[int], caseless: bool) -> Iterator[TokenSpan]:
        """Names that only the gazetteer knows, the longest first."""
        done = 0
        for token in doc:
            word = token.text
            opens = (word[0].isupper() or (caseless and word[0].isalpha())) and token.lower_ not in _EDGES
            if opens and token.i >= done and token.i not in closed:
                end = self._known_end(doc, token.i, closed, caseless)
                if end:
                    yield token.i, end, ""
                    done = end

    def _known_end(self, doc: Doc, start: int, closed: set[int], caseless: bool) -> int:
        """Where the longest known name that the context allows ends, 0 where none does."""
        for end in range(name_end(doc, start, caseless), start, -1):
            if doc[end - 1].lower_ in _LINKS or not closed.isdisjoint(range(start, end)):
                continue
            found = self._named(doc[start:end].text)
            if found and self._is_believable(doc, start, end, found, caseless):
                return end
        return 0

    def _is_believable(
        self, doc: Doc, start: int, end: int, found: tuple[Entry, ...], caseless: bool
    ) -> bool:
        """May an unmarked name be a place here? Ordinary words and people share many names."""
        single = end - start == 1
        text = doc[start:end].text
        if single and len(text) < 3 and not text.isupper():
            return False
        if self._is_certain(doc, start, end, found):
            return True
        if not caseless and self._is_inside_name(doc, start, end):
            return False
        strong = any(entry.kind not in ("town", "admin2") for entry in found)
        size = max((entry.population for entry in found if entry.official), default=0)
        if self._is_located(doc, start):
            enough = CASELESS_TOWN if caseless else KNOWN_TOWN
            return strong or (size >= enough and (caseless or doc[start].pos_ == "PROPN"))
        if caseless or (single and doc[start].is_sent_start and doc[start].pos_ != "PROPN"):
            return len(text) > 3 and any(entry.kind == "country" for entry in found)
        return strong or size >= LARGE_TOWN

    def _is_certain(self, doc: Doc, start: int, end: int, found: tuple[Entry, ...]) -> bool:
        """True where the words around leave no doubt: ", Syria" after it, a town before it, a dateline."""
        if self._holds_next(doc, end) or _opens_dateline(doc, start, end):
            return True
        wide = any(entry.kind in ("country", "admin1") for entry in found)
        return wide and self._follows_place(doc, start)

    def _is_no_place(self, text: str) -> bool:
        """True for ordinary words that the index knows as a place: "March", "Central", "Police Station"."""
        roles = ("never", "compass", "kind")
        return all(any(self._words.has(role, word) for role in roles) for word in text.lower().split())

    def _follows_place(self, doc: Doc, start: int) -> bool:
        """True for the state in "Charleston, W.Va."."""
        if start < 2 or doc[start - 1].text != ",":
            return False
        return doc[start - 2].ent_type_ in PLACE_LABELS or bool(self._named(doc[start - 2].text))

    def _is_located(self, doc: Doc, start: int) -> bool:
        """True after a word that locates: in, near, from, to."""
        before = words_before(doc, start)
        return any(self._words.longest_before(role, before)[0] for role in _LOCATIVE)

    def _holds_next(self, doc: Doc, end: int) -> bool:
        """True before ", Syria" and the like."""
        if end + 1 >= len(doc) or doc[end].text != "," or not is_name(doc[end + 1]):
            return False
        stop = name_end(doc, end + 1, caseless=False)
        return any(entry.kind in ("country", "admin1") for entry in self._named(doc[end + 1 : stop].text))

    def _is_inside_name(self, doc: Doc, start: int, end: int) -> bool:
        """True where the words are part of a longer name ("Jordan Smith", "Washington Post")."""
        before = doc[start - 1] if start else None
        after = doc[end] if end < len(doc) else None
        if before is not None and is_name(before) and not before.is_sent_start and before.pos_ == "PROPN":
            return not any(self._words.has(role, before.lower_) for role in ("compass", "kind"))
        if after is not None and is_name(after) and after.pos_ == "PROPN":
            return not self._words.has("kind", after.lower_)
        return False

    def _described(self, doc: Doc, taken: set[int]) -> Iterator[TokenSpan]:
        """Names that a word for the kind shows to be places: "Burkah district", "the village of Rufaila"."""
        closed = taken | {token.i for ent in doc.ents if ent.label_ not in PLACE_LABELS for token in ent}
        for token in doc:
            if not is_name(token) or token.pos_ != "PROPN" or (token.i and is_name(doc[token.i - 1])):
                continue
            end = name_end(doc, token.i, caseless=False)
            if closed.isdisjoint(range(token.i, end)) and self._is_described(doc, token.i, end):
                yield token.i, end, ""

    def _is_described(self, doc: Doc, start: int, end: int) -> bool:
        text = doc[start:end].text
        if self._gazetteer.is_people(text) or self._is_no_place(text):
            return False
        before = words_before(doc, start)
        if len(before) >= 2 and before[-1] == "of" and self._words.has("kind", before[-2]):
            return True
        after = [token.lower_ for token in doc[end : end + LONGEST]]
        return self._words.longest_after("kind", after)[1] not in ("", "country")


def _opens_dateline(doc: Doc, start: int, end: int) -> bool:
    """True for the town in capitals that opens a report: "BOGOTA, 30 AUG 89 --", "BAGHDAD (Reuters) -"."""
    opens = start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    return opens and doc[start].is_upper and end < len(doc) and doc[end].text in _AFTER_DATELINE


def _is_large(entry: Entry) -> bool:
    return entry.population >= LARGE_TOWN


def words_before(doc: Doc, start: int) -> list[str]:
    """The lower-cased words before a token, articles left out at the end."""
    words = [token.lower_ for token in doc[max(0, start - LONGEST - 1) : start]]
    while words and words[-1] in ("the", "a", "an"):
        words.pop()
    return words


def is_name(token: Token) -> bool:
    """True for a word that opens with a capital."""
    return token.text[:1].isupper()


def is_caseless(doc: Doc) -> bool:
    """True for telex in capitals and for text that lost its capitals: case says nothing there."""
    letters = [token.text[0] for token in doc if token.is_alpha and len(token) > 3]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) > 8 and not 0.02 < capitals / len(letters) < 0.8


def name_end(doc: Doc, start: int, caseless: bool) -> int:
    """The end of the run of name words that opens at `start`; links count only between name words."""
    end = at = start + 1
    while at < min(len(doc), start + LONGEST_NAME):
        token = doc[at]
        if token.is_space or (token.is_punct and token.text not in _LINKS):
            break
        if is_name(token) or (caseless and token.is_alpha):
            end = at + 1
        elif token.lower_ not in _LINKS:
            break
        at += 1
    return end


def _trimmed(ent: Span) -> tuple[int, int]:
    """The tokens of an entity without articles, quotes and dashes at its edges, up to a spaced dash."""
    doc, start, end = ent.doc, ent.start, ent.end
    for at in range(start + 1, end - 1):
        if doc[at].is_space or (doc[at].text in ("-", "–", "—") and doc[at - 1].whitespace_):
            end = at
            break
    while start < end and doc[start].lower_ in _EDGES:
        start += 1
    while end > start and doc[end - 1].lower_ in _EDGES:
        end -= 1
    return start, end
