"""MentionFinder: place names with the words beside them that belong to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.grounding.where.folding import fold
from dateline.grounding.where.gazetteer import Gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.naming import NameFinder, TokenSpan, words_before
from dateline.grounding.where.words import LONGEST, PlaceWords

if TYPE_CHECKING:
    from dateline.language.tree import Doc


class MentionFinder:
    """Finds mentions; one instance serves any number of documents."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer, self._words = gazetteer, words
        self._names = NameFinder(gazetteer, words)

    def find(self, doc: Doc, text: str) -> list[Mention]:
        """All mentions in text order, none overlapping; `text` is what `doc` was parsed from."""
        spans = self._names.find(doc)
        mentions = [self._mention(doc, text, span) for span in spans]
        named = {at for start, end, _ in spans for at in range(start, end)}
        mentions += self._lands(doc, text, named)
        kept: list[Mention] = []
        for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def _mention(self, doc: Doc, text: str, span: TokenSpan) -> Mention:
        start, end, label = span
        kind, kinds = self._kind(doc, start, end, label)
        before = words_before(doc, start)
        parts, bearing = self._words.longest_before("compass", before)
        ahead = before[: len(before) - parts]
        near = any(self._words.longest_before(role, ahead)[0] for role in ("near", "between"))
        first = doc[start - parts].idx
        last = doc[end + kinds - 1]
        stop = last.idx + len(last)
        return Mention(
            first,
            stop,
            text[first:stop],
            text[doc[start].idx : stop],
            label,
            kind,
            int(bearing) if parts else None,
            near,
        )

    def _kind(self, doc: Doc, start: int, end: int, label: str) -> tuple[str, int]:
        """What a word in or beside the name says it is, and how many words after it belong to the name."""
        after = [token.lower_ for token in doc[end : end + LONGEST]]
        count, kind = self._words.longest_after("kind", after)
        if count and not self._names_another(doc, end + count) and not (kind == "town" and label == "GPE"):
            return kind, count  # but "Homs city" is Homs
        before = words_before(doc, start)
        if not kind and len(before) >= 2 and before[-1] == "of":
            kind = self._words.value("kind", before[-2]) or ""
        return kind or self._words.value("kind", doc[end - 1].lower_) or "", 0

    @staticmethod
    def _names_another(doc: Doc, at: int) -> bool:
        """True where the words for the kind go on: "the Red Sea port of Mokha" is not the Red Sea port."""
        return at < len(doc) and (doc[at].lower_ == "of" or doc[at].pos_ in ("NOUN", "PROPN"))

    def _lands(self, doc: Doc, text: str, named: set[int]) -> list[Mention]:
        """A people's name before a word for its land: "Thai territory", "the Iranian border"."""
        found = []
        for token in doc[:-1]:
            word = token.text
            if not word[0].isupper() or token.i in named or fold(word) not in self._gazetteer.demonyms:
                continue
            after = [word.lower_ for word in doc[token.i + 1 : token.i + 1 + LONGEST]]
            count, reach = self._words.longest_after("ground", after)
            if count and doc[token.i + 1].text.islower():
                last = doc[token.i + count]
                stop = last.idx + len(last)
                words = text[token.idx : stop]
                near = reach == "near"
                found.append(Mention(token.idx, stop, words, token.text, kind="land", near=near))
        return found
