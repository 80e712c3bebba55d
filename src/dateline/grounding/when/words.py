"""Words: the tables of words that tell time, and the rule patterns that are written with them."""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

_SLOT = re.compile(r"\{(\w+?)(\d?)\}")
_PROPER = {"month", "weekday"}  # written with a capital, or "may" and "sat." would be found everywhere
_DIGITS = {
    "year": r"1[0-9]\d\d|20\d\d",
    "day": r"3[01]|[12]\d|0?[1-9]",
    "number": r"\d{1,3}(?:[.,]\d+|\s1/2|\s?½)?",
    "ordinal": r"\d{1,2}(?:st|nd|rd|th)",
}


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a data file of this package by column; lines that open with `#` are comments."""
    text = (files(__package__) / "data" / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return csv.DictReader(lines, delimiter="\t" if name.endswith(".tsv") else ",")


@cache
def table(kind: str) -> dict[str, str]:
    """The words of one class, folded, with their values."""
    return {row["word"].casefold(): row["value"] for row in rows("words.csv") if row["class"] == kind}


def meaning(kind: str, words: str) -> str | None:
    """The value of `words` in class `kind` whatever its case and spacing, or None."""
    return table(kind).get(re.sub(r"\s+", " ", words).casefold())


def alternatives(kind: str) -> str:
    """The words of a class (and the digits it allows) as one regular expression, longest first."""
    options = [re.escape(word).replace(r"\ ", r"\s+") for word in sorted(table(kind), key=len, reverse=True)]
    digits = [_DIGITS[kind]] if kind in _DIGITS else []
    if kind not in _PROPER:
        return "|".join(digits + options)
    return "|".join(f"(?-i:{option[0].upper()}){option[1:]}" for option in options)


def pattern_of(names: Iterable[str]) -> str:
    """Names as one pattern for a rule, longest first; apostrophes match straight and curly."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", " ").replace("'", "['’]") for name in ordered)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A rule's pattern as a regular expression.

    `{class}` stands for a word of that class and names the group (`{month2}`: a second month); a space for
    any white space, `~` for white space or a hyphen. Plain words match in any case.
    """
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", r"(?:\s+|\s?-\s?)")
    body = _SLOT.sub(lambda slot: f"(?P<{slot[1]}{slot[2]}>{alternatives(slot[1])})", spaced)
    return re.compile(rf"(?<![\w$€£])(?:{body})(?!\w)", re.IGNORECASE)
