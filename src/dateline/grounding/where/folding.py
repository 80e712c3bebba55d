"""Keys that spellings of one place name share."""

import re
from functools import lru_cache

from anyascii import anyascii

_DROPPED = re.compile(r"[’'‘`´ʻʼʿʾ.\"“”]")
_APART = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset("al el as ash ad adh ar at ath an az es esh ed er et en ez ul il".split())
# Romanisations of Arabic, Persian, Pashto, Kurdish and Cyrillic differ mostly in these.
_SOUNDS = (
    (re.compile(r"dj"), "j"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"q|ck|c(?!h)"), "k"),
    (re.compile(r"aw|au|ou|oo|[ouw]+"), "u"),
    (re.compile(r"a[iy]+|e[iy]+|[iey]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ia"), "a"),
    (re.compile(r"(?<=.{3})(?:ah|ih|at|a|h)$"), "a"),
)
_DIVISIONS = frozenset(
    "province governorate oblast region state county district prefecture department municipality krai raion"
    " parish emirate division wilayat wilaya republic canton voivodeship muhafazat muhafazah city regional"
    " autonomous federal territory".split()
)


@lru_cache(maxsize=50_000)  # reports ask for the same few words again and again
def fold(name: str) -> str:
    """`name` in lower-case ASCII words: no diacritics, apostrophes or full stops; hyphens part words."""
    plain = anyascii(_DROPPED.sub("", name)).lower()
    return _APART.sub(" ", _DROPPED.sub("", plain)).strip()


@lru_cache(maxsize=50_000)
def sound(key: str) -> str:
    """A looser key of a folded `key`: without Arabic articles, spaces, doubled letters and vowel spellings.

    "al hudaydah" and "hodeidah" meet in it, and now and then two different places do: whoever uses it must
    have another reason to believe the match. Empty for keys too short to tell anything.
    """
    letters = "".join(word for word in key.split() if word not in _ARTICLES)
    for pattern, sign in _SOUNDS:
        letters = pattern.sub(sign, letters)
    return letters if len(letters) >= 4 else ""


def without_article(key: str) -> str:
    """A folded `key` without an Arabic article at its start; the key itself where it has none."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _ARTICLES else key


def division_name(key: str) -> str:
    """A folded name of a division without the words for its kind: "anbar" for "anbar province".

    The key itself where nothing else would be left.
    """
    words = key.split()
    while words and words[-1] in _DIVISIONS:
        words.pop()
    while words and (words[0] in _DIVISIONS or (words[0] == "of" and len(words) < len(key.split()))):
        words.pop(0)
    return " ".join(words) or key
