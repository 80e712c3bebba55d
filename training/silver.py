"""Silver names: what a text, the open lists and all linked texts together say about capitalised words.

Known strings are named, runs of capitals that tell their type ("Somali National Army", "President X Y")
are typed, and whatever else looks like a name is unknown: never taught as a non-name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from training.name_lists import NameLists
from training.named_text import Name, NamedText

POSSESSIVE = re.compile(r"['’]s?$")
LINKERS = frozenset("of the for al de du da bin ul ibn - – '".split())

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'&.+-]*[^\W_]|[^\W_]|\S")
_NO_NAMES = frozenset(
    "I I'm I've I'd I'll I’m I’ve Mr Mrs Ms Dr St Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December".split()
)
_SENTENCE_MARKS = frozenset('.!?:"“')
_PLACE_WORDS = frozenset({"in", "at", "near", "of", "outside", "around"})
_LOWER_TITLES = frozenset({"president", "minister", "leader", "general", "governor", "senator", "mayor"})
_AFTER_COMMA = re.compile(r", ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)")

Known = dict[str, tuple[str, str]]
"""Label and kind by the words of a name."""


@dataclass(frozen=True)
class Silver:
    """Completes a text in which some names, or none, are given."""

    lists: NameLists
    agreed: Known
    given_names: frozenset[str]
    plain_words: frozenset[str]

    def complete(
        self, text: str, names: list[Name], closed: tuple[tuple[int, int], ...] | list[tuple[int, int]] = ()
    ) -> NamedText:
        """The text with its given names, the typed ones and the unknown rest; `closed` holds no name."""
        local = _with_surnames({text[n.begin : n.end]: (n.label, n.kind) for n in names})
        runs = list(self._capital_runs(text, [(n.begin, n.end) for n in names] + list(closed)))
        typed = [self._typed_run(text, begin, end, local) for begin, end in runs]
        # A second look, with what the first one found: "Juan Guaidó" types a later "Guaidó".
        local |= _with_surnames({text[n.begin : n.end]: (n.label, n.kind) for n in typed if n})
        typed = [name or self._typed_run(text, *run, local) for name, run in zip(typed, runs, strict=True)]
        unknown = tuple(run for name, run in zip(typed, runs, strict=True) if not name)
        return NamedText(text, tuple(_with_state(text, names + [n for n in typed if n])), unknown)

    def _typed_run(self, text: str, begin: int, end: int, local: Known) -> Name | None:
        """A run of capitalised words that is known as a whole, or tells its type."""
        surface = POSSESSIVE.sub("", text[begin:end])
        end = begin + len(surface)
        found = local.get(surface) or self.agreed.get(surface) or self._told(text, begin, surface)
        if found is None and self._stands_before_country(text, begin, end):
            found = ("GPE", "GPE")
        return Name(begin, end, *found) if found else None

    def _told(self, text: str, begin: int, surface: str) -> tuple[str, str] | None:
        """The type that the words of a longer name, or the title before it, tell."""
        words = surface.split()
        if len(words) == 1 or text[:begin].endswith(" and "):
            return None
        label = self.lists.head_label(surface, {"FAC", "LOC", "ORG"})
        if label:
            return label, ""
        is_person = self._follows_title(text, begin) or words[0] in self.given_names
        return ("PERSON", "PER") if is_person and len(words) <= 3 else None

    def _follows_title(self, text: str, begin: int) -> bool:
        before = text[:begin].rstrip().split(" ")[-1].rstrip(".")
        return before in self.lists.titles or before in _LOWER_TITLES

    def _stands_before_country(self, text: str, begin: int, end: int) -> bool:
        """True for the X of "in X, Michigan"."""
        before = text[:begin].split(" ")[-2:-1]
        after = _AFTER_COMMA.match(text, end)
        is_place = after is not None and self.agreed.get(after[1], ("",))[0] == "GPE"
        return bool(before) and before[0] in _PLACE_WORDS and is_place

    def _capital_runs(self, text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Maximal runs of capitalised words outside `taken`, without titles, dates and sentence openers."""
        run: list[re.Match[str]] = []
        opener = True
        for token in _TOKEN.finditer(text):
            word = token.group()
            inside = any(begin <= token.start() < end for begin, end in taken)
            apart = bool(run) and "\n" in text[run[-1].end() : token.start()]
            if apart:
                yield from _span_of(run)
                run = []
            if not inside and (self._is_capital(word, opener or apart) or (run and word in LINKERS)):
                run.append(token)
            else:
                yield from _span_of(run)
                run = []
            opener = word in _SENTENCE_MARKS
        yield from _span_of(run)

    def _is_capital(self, word: str, opener: bool) -> bool:
        bare = POSSESSIVE.sub("", word)
        if not any(char.isupper() for char in bare) or bare in _NO_NAMES or bare in self.lists.titles:
            return False
        plain = bare.lower().split("-")[0] in self.plain_words
        return not (opener and plain) or bare in self.agreed


def _with_surnames(known: Known) -> Known:
    surnames = {s.split()[-1]: its for s, its in known.items() if its[0] == "PERSON" and " " in s}
    return surnames | known


def _with_state(text: str, names: list[Name]) -> list[Name]:
    """ "Peruvian" + "Supreme Court" are one name of one body."""
    merged: list[Name] = []
    for name in sorted(names, key=lambda n: n.begin):
        before = merged[-1] if merged else None
        if (
            before
            and name.kind in {"GOV", "MIL"}
            and before.label in {"GPE", "NORP"}
            and text[before.end : name.begin] == " "
        ):
            merged[-1] = Name(before.begin, name.end, "ORG", name.kind)
        else:
            merged.append(name)
    return merged


def _span_of(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    while run and run[-1].group() in LINKERS:
        run = run[:-1]
    if run:
        yield run[0].start(), run[-1].end()
