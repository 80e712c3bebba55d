"""Clauses of a parsed sentence: who does what a verb says, what stands over it, what words belong to it.

Trees follow Universal Dependencies. All functions take tokens of a `Doc` and answer with tokens of the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_PORTIONS = frozenset(
    "number total majority most some many several few all half third rest lot handful couple score dozen "
    "hundred thousand tens life body".split()
)
_MAX_STEPS = 40  # a chain of governors longer than this is a broken tree


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent of `token` that bears one of `relations`."""
    return next((c for c in token.children if c.dep_ in relations), None)


def governors(token: Token) -> Iterator[Token]:
    """`token`'s head, its head's head and so on up to the root."""
    for _ in range(_MAX_STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def subject(verb: Token) -> Token | None:
    """Who or what `verb` is said of: its own subject, a shared one, or the noun that its clause describes."""
    for _ in range(_MAX_STEPS):
        own = child(verb, *SUBJECTS)
        if own is not None:
            relative = verb.dep_.startswith("acl") and own.lower_ in RELATIVES
            return verb.head if relative else own
        if verb.dep_.startswith("acl") or verb.dep_ == "amod":
            return verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def is_passive(verb: Token) -> bool:
    """True for "was told", "killed by"; a bare participle after its noun counts as passive."""
    if child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"} and child(verb, "obj", "aux") is None


def agent(verb: Token) -> Token | None:
    """Who does what a passive `verb` says ("by …")."""
    marked = child(verb, "obl:agent")
    if marked is not None:
        return marked
    return next((c for c in verb.children if c.dep_ == "obl" and case(c) == "by"), None)


def case(noun: Token) -> str:
    """The preposition before `noun`, lower case, fixed parts joined: "of", "according to"; "" where there
    is none."""
    mark = child(noun, "case")
    if mark is None:
        return ""
    parts = [mark, *(c for c in mark.children if c.dep_ == "fixed")]
    return " ".join(p.lower_ for p in sorted(parts, key=lambda p: p.i))


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is joined to it by "and", "or" or commas."""
    return [token, *(c for c in token.subtree if c.dep_ == "conj" and _chained(c, token))]


def _chained(part: Token, first: Token) -> bool:
    while part.dep_ == "conj":
        part = part.head
        if part.i == first.i:
            return True
    return False


def whole(part: Token) -> Token | None:
    """What `part` is a number or portion of: "journalists" in "10 of the journalists", "a number of
    journalists"; None for other words."""
    if part.lemma_.lower() not in _PORTIONS and part.pos_ != "NUM":
        return None
    return next((c for c in part.children if c.dep_ == "nmod" and case(c) == "of"), None)


def _shares_place(token: Token) -> bool:
    return token.dep_ == "conj" or (token.dep_ == "nmod" and whole(token.head) == token)


def extent(token: Token) -> tuple[int, int]:
    """First and one-past-last token index of everything under `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def is_finite_verb(token: Token) -> bool:
    """True where `token` is a verb or auxiliary that can carry a main clause."""
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def path(start: Token, goal: Token) -> list[str]:
    """The way through the tree from `start` to `goal`: "^" goes up, a preposition stands after ":".

    Passive and active read alike (the passive's subject is "obj"), coordinated phrases share one place, so
    does a part with its whole ("dozens of men"), and a relative clause leads to its noun as the pronoun
    would. Empty where the two stand in different trees.
    """
    return way(start, goal)[0]


def way(start: Token, goal: Token) -> tuple[list[str], Token | None]:
    """`path` from `start` to `goal`, and the word where the ways up from both meet, None where none is."""
    up = [start, *governors(start)]
    down = [goal, *governors(goal)]
    index = {token.i: n for n, token in enumerate(up)}
    meeting = next((n for n, token in enumerate(down) if token.i in index), None)
    if meeting is None:
        return [], None
    rising = up[: index[down[meeting].i]]
    falling = down[:meeting]
    steps = [f"^{_upward(token)}" for token in rising if not _shares_place(token)]
    steps += [_downward(token) for token in reversed(falling) if not _shares_place(token)]
    return steps, down[meeting]


def _upward(token: Token) -> str:
    if token.dep_.startswith("acl"):
        return f"acl:{'obj' if _described_is_object(token) else 'nsubj'}"
    mark = case(token) if token.dep_ in {"obl", "nmod", "obl:agent"} else ""
    return f"{_label(token)}:{mark}" if mark else _label(token)


def _described_is_object(verb: Token) -> bool:
    """True where the noun that the clause of `verb` describes is what the verb was done to."""
    if is_passive(verb):
        return True
    own = child(verb, *SUBJECTS)
    return own is not None and own.lower_ not in RELATIVES


def _downward(token: Token) -> str:
    if token.dep_ in {"obl", "nmod", "obl:agent"}:
        mark = case(token)
        return f"P:{mark}" if mark else token.dep_
    return _label(token)


def _label(token: Token) -> str:
    return {"nsubj:pass": "obj", "nsubj:outer": "nsubj"}.get(token.dep_, token.dep_)
