"""When two names in a record say the same: folded alike, known as one actor, or mostly the same words."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from anyascii import anyascii

# Maps a folded name to the one actor it can mean, or to itself: whatever it gives is only compared.
Canonical = Callable[[str], str]

_EMPTY = frozenset(
    "the a an of and in on for to its their his her s al el forces force group groups fighters".split()
)
_ENOUGH = 0.5  # share of all their words that two names must have in common


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower-case ASCII words, "U.S." as "us", without a leading article."""
    plain = anyascii(str(name)).lower()
    plain = re.sub(r"\b([a-z])\.([a-z])\.", r"\1\2", plain)
    words = re.sub(r"[^a-z0-9]+", " ", plain).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def same_name(one: str, other: str, canonical: Canonical = str) -> bool:
    """True when both names stand for one actor, place or thing as a coder would judge it."""
    a, b = fold(one), fold(other)
    if a == b or canonical(a) == canonical(b):
        return True
    first, second = set(a.split()) - _EMPTY, set(b.split()) - _EMPTY
    if not first or not second:
        return False
    shared = first & second
    if first <= second or second <= first:
        return any(len(word) > 2 for word in shared)
    return len(shared) / len(first | second) >= _ENOUGH


def matches(gold: Iterable[str], system: Iterable[str], canonical: Canonical = str) -> int:
    """How many gold names find a system name of their own, one to one."""
    left = list(system)
    found = 0
    for name in gold:
        hit = next((other for other in left if same_name(name, other, canonical)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    return found
