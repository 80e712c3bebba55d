"""English: whether a text is in the one language that is read, so that nobody takes silence for peace."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2_000  # words; a report does not change its language later
_FEWEST = 20  # with fewer words, headlines and lists of names would be taken for another language
_SMALLEST_SHARE = 0.1  # function words make up 0.3 to 0.5 of English news; in other languages 0 to 0.07
_FUNCTION_WORDS = frozenset(
    "the of and to in a that was for on is with by said at from as were he has his it had be have not their"
    " who after an which but are this they will its been more also than".split()
)


def is_english(text: str) -> bool:
    """False when a text of some length has hardly any of the small words that English is full of."""
    words = [found[0].lower() for found, _ in zip(_WORD.finditer(text), range(_LOOKED_AT), strict=False)]
    return len(words) < _FEWEST or sum(w in _FUNCTION_WORDS for w in words) >= _SMALLEST_SHARE * len(words)
