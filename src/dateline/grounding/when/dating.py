"""Dating: which of a report's time expressions dates the event that a trigger tells."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.grounding.when.tokens import Tokens
from dateline.grounding.when.words import table
from dateline.model import When

# Relations that lead out of a clause: what hangs there tells of another event.
_CLAUSES = {
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "csubj",
    "csubj:pass",
    "parataxis",
    "conj",
    "advcl:relcl",
    "xcomp",
}
_BARRED = {"acl:relcl", "ccomp", "csubj", "parataxis", "csubj:pass", "advcl:relcl"}
_TURNS = {
    "after",
    "before",
    "since",
    "until",
    "till",
    "if",
    "unless",
    "because",
    "although",
    "though",
    "while",
}


def date_of(token: Token, doc: Doc, times: tuple[When, ...]) -> When | None:
    """The expression that dates the event which `token` tells, or None where the report leaves it open.

    First the words in its own clause, then those of the clauses that carry it, never those of a saying verb
    for what is said. Where its sentence tells no time at all, the time of the sentence before it stands in and
    `inherited` is set.
    """
    dated = _Dated(doc, times)
    own = dated.by_syntax(token)
    return own or dated.by_discourse(token)


class _Dated:
    """The expressions that can date anything, by the token they hang on."""

    def __init__(self, doc: Doc, times: tuple[When, ...]) -> None:
        self._doc = doc
        tokens = Tokens(doc)
        self._heads: dict[int, When] = {}
        for when in times:
            if when.kind != "SET" and (when.kind != "DURATION" or when.earliest or when.latest):
                self._heads.setdefault(tokens.head(when.span.start, when.span.end).i, when)

    def by_syntax(self, trigger: Token) -> When | None:
        """The time in the trigger's clause or in one that carries it."""
        for up in _carriers(trigger):
            when = self._under(up, trigger)
            if when:
                return when
        return None

    def by_discourse(self, trigger: Token) -> When | None:
        """The last time told before, where the trigger's own sentence tells none."""
        sentence = trigger.sent
        if any(sentence.start <= index < sentence.end for index in self._heads):
            return None
        before = [index for index in self._heads if index < sentence.start]
        if not before:
            return None
        last = max(before)
        if last < self._doc[max(sentence.start - 1, 0)].sent.start:
            return None
        return replace(self._heads[last], inherited=True)

    def _under(self, top: Token, trigger: Token) -> When | None:
        inside = [index for index in _clause(top) if index in self._heads]
        if not inside:
            return None
        return self._heads[min(inside, key=lambda index: (abs(index - trigger.i), index))]


def _carriers(trigger: Token) -> Iterator[Token]:
    """The trigger, then the heads above it as long as their time is also its own."""
    yield trigger
    token = trigger
    while token.head.i != token.i:
        if token.dep_ in _BARRED or _turns(token):
            return
        above = token.head
        if above.lemma_.lower() in table("say") and token.dep_ in ("ccomp", "parataxis"):
            return
        yield above
        token = above


def _turns(token: Token) -> bool:
    """True for a clause that "after", "if" and the like set apart from the one above it."""
    return token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _TURNS for c in token.children)


def _clause(top: Token) -> Iterator[int]:
    """The token and what hangs on it, without the clauses below."""
    yield top.i
    for child in top.children:
        if child.dep_ not in _CLAUSES:
            yield from _clause(child)
