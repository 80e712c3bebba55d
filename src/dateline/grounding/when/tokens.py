"""Tokens: from character offsets to the tokens of a parsed text."""

from bisect import bisect_right

from dateline.language.tree import Doc, Token


class Tokens:
    """The tokens of one doc by character offset; `text` is its text, which a Doc makes anew when asked."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text
        self.parsed = any(token.dep_ for token in doc)
        self._starts = [token.idx for token in doc]

    def at(self, offset: int) -> Token:
        """The token that covers `offset`, or the last one before it."""
        return self.doc[max(bisect_right(self._starts, offset) - 1, 0)]

    def head(self, start: int, end: int) -> Token:
        """The token of `start:end` that the others there hang on; the first one without a parse."""
        first, last = self.at(start), self.at(max(end - 1, start))
        if not self.parsed:
            return first
        inside = range(first.i, last.i + 1)
        return next(
            (self.doc[i] for i in inside if self.doc[i].head.i not in inside or self.doc[i].head.i == i),
            first,
        )

    def describes(self, start: int, end: int) -> bool:
        """True where the words at `start:end` stand before a noun that they describe ("1991 peace talks")."""
        head = self.head(start, end)
        after = self.at(end)
        if after.lower_ in ("'s", "’s", "'", "’") and after.idx >= end:
            return True
        return head.dep_ in ("compound", "nmod", "nmod:poss", "nummod", "amod") and head.head.idx >= end
