"""Tree: a parsed text in plain Python objects, which are walked many times and never change.

spaCy finds and makes each word, head and child anew whenever it is asked for; reading asks thousands of
times a report. Attributes are named and mean as spaCy's do, so that what walks one walks the other.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed
    from spacy.tokens import Token as ParsedToken


class Token:
    """One word, mark or stretch of space; `idx` is its offset into the text, `i` its index in the document.

    `children` are `lefts` and `rights` in text order; the head of a root is the root itself.
    """

    __slots__ = (
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_lower",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "is_title",
        "is_upper",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "morph",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    head: Token
    left_edge: Token
    right_edge: Token
    sent: Span

    def __init__(self, doc: Doc, told: ParsedToken) -> None:
        """What `told` says of itself; `Doc` sets what leads to other words."""
        self.doc = doc
        self.i: int = told.i
        self.idx: int = told.idx
        self.text: str = told.text
        self.whitespace_: str = told.whitespace_
        self.lower_: str = told.lower_
        self.lemma_: str = told.lemma_
        self.pos_: str = told.pos_
        self.tag_: str = told.tag_
        self.dep_: str = told.dep_
        self.morph: str = str(told.morph)
        self.ent_type_: str = told.ent_type_
        self.is_sent_start: bool = told.i == 0 or told.is_sent_start is True
        self.is_alpha: bool = told.is_alpha
        self.is_lower: bool = told.is_lower
        self.is_punct: bool = told.is_punct
        self.is_quote: bool = told.is_quote
        self.is_space: bool = told.is_space
        self.is_title: bool = told.is_title
        self.is_upper: bool = told.is_upper
        self.like_num: bool = told.like_num
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()
        self._subtree: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        """Characters, as in `text`."""
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The word and the space after it, if there is one."""
        return self.text + self.whitespace_

    @property
    def is_sent_end(self) -> bool:
        """True for the last token of its sentence."""
        return self.i + 1 == self.sent.end

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all that hangs on it: what stands left of it, itself, what stands right of it."""
        if self._subtree is None:
            before = (token for child in self.lefts for token in child.subtree)
            after = (token for child in self.rights for token in child.subtree)
            self._subtree = (*before, self, *after)
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other members of the coordination that the token is in."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for token in joined:
            joined += (child for child in token.rights if child.dep_ == "conj")
        return tuple(token for token in joined if token is not self)

    def nbor(self, by: int = 1) -> Token:
        """The token `by` places on; raises IndexError where there is none."""
        if self.i + by < 0:
            raise IndexError(f"no token {by} places from token {self.i}")
        return self.doc[self.i + by]


class Span:
    """Tokens `start` to `end` (exclusive) of a document; `label_` is the kind of a name, else empty."""

    __slots__ = ("doc", "end", "end_char", "label_", "start", "start_char")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self.start_char = doc[start].idx if start < len(doc) else len(doc.text)
        self.end_char = doc[end - 1].idx + len(doc[end - 1]) if end > start else self.start_char

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if not isinstance(at, slice):
            return self.doc.tokens[self.start : self.end][at]
        start, end, _ = at.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        return self.text

    @property
    def _key(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    @property
    def text(self) -> str:
        """The words, without the space after the last."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several; a word before a mark."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        leaving = (token for token in tokens if not self.start <= token.head.i < self.end)
        return min(leaving, key=_depth, default=tokens[0])

    @property
    def ents(self) -> tuple[Span, ...]:
        """The names that lie within."""
        return tuple(name for name in self.doc.ents if self.start <= name.start and name.end <= self.end)

    @property
    def sent(self) -> Span:
        """The sentence of the first token."""
        return self.doc[self.start].sent


class Doc:
    """A parsed text: its tokens, `sents` (sentences) and `ents` (names), both in text order."""

    def __init__(self, parsed: Parsed) -> None:
        self.text: str = parsed.text
        self.tokens = [Token(self, told) for told in parsed]
        self.user_data: dict[Any, Any] = {}
        self._link(parsed)
        self._starts = [token.idx for token in self.tokens]
        self.sents = tuple(self._sentences())
        self.ents = tuple(Span(self, name.start, name.end, name.label_) for name in parsed.ents)

    def _link(self, parsed: Parsed) -> None:
        tokens = self.tokens
        for token, told in zip(tokens, parsed, strict=True):
            token.head = tokens[told.head.i]
            token.left_edge = tokens[told.left_edge.i]
            token.right_edge = tokens[told.right_edge.i]
        for token in tokens:
            head = token.head
            if token.i < head.i:
                head.lefts += (token,)
            elif token.i > head.i:
                head.rights += (token,)
        for token in tokens:
            token.children = token.lefts + token.rights

    def _sentences(self) -> Iterator[Span]:
        starts = [token.i for token in self.tokens if token.is_sent_start]
        for start, end in pairwise([*starts, len(self.tokens)]):
            sentence = Span(self, start, end)
            for token in self.tokens[start:end]:
                token.sent = sentence
            yield sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if not isinstance(at, slice):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def char_span(
        self, start: int, end: int, alignment_mode: Literal["strict", "contract", "expand"] = "strict"
    ) -> Span | None:
        """The tokens of `text[start:end]`, None where there are none.

        Where `start` or `end` falls within a token, "expand" takes it in, "contract" leaves it out and
        "strict" gives None.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begun, unended = first.idx < start, end < last.idx + len(last)
        if alignment_mode == "strict":
            exact = first.idx == start and end == last.idx + len(last)
            return Span(self, first.i, last.i + 1) if exact else None
        if alignment_mode == "expand":
            return Span(self, first.i + (start == first.idx + len(first)), last.i + 1)
        if last.i - unended < first.i + begun:
            return None
        return Span(self, first.i + begun, last.i + 1 - unended)

    def _at(self, offset: int) -> Token | None:
        """The token that covers `offset`, with the space after it."""
        if not 0 <= offset < len(self.text):
            return None
        return self.tokens[bisect_right(self._starts, offset) - 1]


def _depth(token: Token) -> float:
    """Steps up to the root; no mark or space on which nothing hangs is nearer than a word."""
    if (token.is_space or token.is_punct) and not token.children:
        return math.inf
    return sum(1 for _ in token.ancestors)
