"""Comparison: a time that only tells how long an act has had no equal ("the largest since 2010")."""

from dateline.grounding.when.words import table
from dateline.language.tree import Token

_REACH = 15  # tokens between "largest" and the time
_SUPERLATIVE = ("JJS", "RBS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_compared(time: Token) -> bool:
    """True where a superlative or "first" stands before the "since" of the expression at `time`.

    Both stand in one phrase; a clause that describes its noun may stand between ("the worst it saw since").
    """
    start = max(time.sent.start, time.i - _REACH)
    for word in reversed(time.doc[start : time.i]):
        if word.tag_ in _SUPERLATIVE or word.lower_ in table("unequalled"):
            return True
        if word.tag_ in _FINITE and not word.dep_.startswith(("acl", "aux", "cop")):
            return False
    return False
