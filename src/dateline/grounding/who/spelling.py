"""Names as keys: the folded form, the skeleton of a transliteration, and what keeps two names apart."""

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_DOT_OR_APOSTROPHE = re.compile("[.'’‘`ʼʻ´ʿʾ]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset("al el ul il ad an ar as ash at az the of and wal wa".split())
_ASSIMILATED = frozenset("ad an ar as ash at az".split())
_SMALL = _ARTICLES | frozenset("for in on to de du des la le".split())
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
# Longest first; what Arabic, Persian, Turkish, Cyrillic and Hebrew names are spelled with in English.
_SOUNDS = re.compile("sch|tch|dzh|sh|ch|kh|gh|dh|th|ph|zh|dj|ts|tz|ck|[cqxwyh]")
_SAME_SOUND = {
    "sch": "s", "tch": "s", "dzh": "j", "sh": "s", "ch": "s", "kh": "k", "gh": "g", "dh": "d", "th": "t",
    "ph": "f", "zh": "j", "dj": "j", "ts": "s", "tz": "s", "ck": "k", "c": "k", "q": "k", "x": "ks",
    "w": "v", "y": "", "h": "",
}  # fmt: skip
_VOWELS = re.compile("[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """`text` in lower-case ASCII words: without accents, apostrophes, dots and a leading "the"."""
    if text.isascii() and text.replace(" ", "").isalnum():  # most names: the long way gives the same
        return " ".join(text.lower().split()).removeprefix("the ")
    plain = _DOT_OR_APOSTROPHE.sub("", text)
    if not plain.isascii():
        plain = _DOT_OR_APOSTROPHE.sub("", anyascii(plain))
    folded = _NOT_WORD.sub(" ", plain.lower().replace("+", " plus")).strip()
    return folded.removeprefix("the ")


def skeleton(text: str) -> str:
    """The consonants of `text`, equal sounds alike: what the English spellings of a foreign name share.

    Equal skeletons are a reason to look closer, never a decision: "Khamenei" and "Khomeini" share theirs.
    """
    return skeletons([text])[0]


def skeletons(texts: Iterable[str]) -> list[str]:
    """The skeleton of each of `texts`; far quicker than one by one for the names of a large registry."""
    spelled = [_without_articles(fold(text).split()) for text in texts]
    bones = _bones({word for words in spelled for word in words})
    return [" ".join([bones[word] for word in words]) for words in spelled]


def _without_articles(words: list[str]) -> list[str]:
    """ "ash" is one before "Sham", whose first sound it takes on, and none in "Ash Carter"."""
    if _ARTICLES.isdisjoint(words):
        return words
    after = (*words[1:], "")
    return [
        w for w, other in zip(words, after, strict=True) if w not in _ARTICLES or not _is_article(w, other)
    ]


def _is_article(word: str, after: str) -> bool:
    return word not in _ASSIMILATED or after.startswith(word[1:])


def _bones(words: set[str]) -> dict[str, str]:
    """The consonants of each word; all of them go through each rule at once, a word a line."""
    numbers = {word: word for word in words if word[0].isdigit()}
    plain = [word for word in words if word not in numbers]
    sounds = _SOUNDS.sub(lambda sound: _SAME_SOUND[sound.group()], "\n".join(plain))
    bare = zip(sounds.split("\n"), _VOWELS.sub("", sounds).split("\n"), strict=True)
    single = _DOUBLED.sub(r"\1", "\n".join(consonants or sound[:1] for sound, consonants in bare))
    return dict(zip(plain, single.split("\n"), strict=bool(plain))) | numbers


def initials(text: str) -> str:
    """The initials of the words of `text` that are not articles or prepositions, in capitals."""
    return "".join(word[0] for word in fold(text).split() if word not in _SMALL).upper()


def differ(one: str, other: str) -> str | None:
    """Why two similar names must not be taken for one, or None.

    "number" (1st and 31st Brigade), or the class in `data/distinguishing.csv` of words that only one has:
    "compass" (South Sudan), "head" (Syrian National Army and Coalition), "qualifier" (Real IRA).
    """
    first, second = set(fold(one).split()), set(fold(other).split())
    if _numbers(first) != _numbers(second):
        return "number"
    classes = distinguishing()
    for kind in ("compass", "head", "qualifier"):
        mine, theirs = (_marked(words, classes, kind) for words in (first, second))
        if mine != theirs and (kind != "head" or (mine and theirs)):
            return kind
    return None


@cache
def distinguishing() -> dict[str, tuple[str, str]]:
    """Word to its class and to the word it counts as ("forces" as "force")."""
    lines = files(__package__).joinpath("data/distinguishing.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["word"]: (row["class"], row["as"] or row["word"]) for row in rows}


def _marked(words: set[str], classes: dict[str, tuple[str, str]], kind: str) -> set[str]:
    return {classes[word][1] for word in words if word in classes and classes[word][0] == kind}


def _numbers(words: set[str]) -> set[str]:
    found = {re.sub(r"\D", "", word) for word in words if _NUMBER.fullmatch(word)}
    return found | _marked(words, distinguishing(), "number")
