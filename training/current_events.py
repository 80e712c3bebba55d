"""Names from the links of the current-events items: silver annotation of the very domain.

A linked name is typed by its page, or by its own words; what all items agree on is known everywhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import chain
from pathlib import Path

from training.annotated import read_jsonl, title_length
from training.name_lists import NameLists
from training.named_text import Name, NamedText
from training.silver import LINKERS, POSSESSIVE, Known, Silver

_ORGANISED = frozenset({"COMPANY", "GOV", "GROUP", "IGO", "MEDIA", "MIL", "NGO", "PARTY"})
_NAMES_OF_OTHER_THINGS = frozenset({"EVENT", "LAW", "OTHER", "WEAPON"})
_SAME = {"PER": "PERSON", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC"}

Votes = Counter[tuple[str, str]]


class CurrentEvents:
    """The items with their links as names, and what they teach about strings in other texts."""

    def __init__(self, corpora: Path, lists: NameLists) -> None:
        self._lists = lists
        self._items = list(read_jsonl(corpora / "current_events/items.jsonl"))
        votes = self._votes()
        plain_words = _words_in_lower_case(chain((item["text"] for item in self._items), _reports(corpora)))
        self.silver = Silver(
            lists, self._agreed(votes, plain_words), _given_names(votes, lists, plain_words), plain_words
        )

    def texts(self, left_out: Container[str] = ()) -> Iterator[NamedText]:
        """The items, but for those of some ids."""
        for item in self._items:
            if item["id"] in left_out:
                continue
            linked = [(link, self._linked(item["text"], *link)) for link in item["links"]]
            closed = [
                (begin, end)
                for (begin, end, page), name in linked
                if name is None and self._is_other_thing(item["text"][begin:end], page)
            ]
            yield self.silver.complete(item["text"], [name for _, name in linked if name], closed)

    def _votes(self) -> dict[str, Votes]:
        votes: dict[str, Votes] = defaultdict(Counter)
        for item in self._items:
            for link in item["links"]:
                name = self._linked(item["text"], *link)
                if name:
                    votes[item["text"][name.begin : name.end]][name.label, name.kind] += 1
        return votes

    def _agreed(self, votes: dict[str, Votes], plain_words: frozenset[str]) -> Known:
        """Strings that two links or more type alike, and the lists."""
        places = self._lists.places
        agreed: Known = {s: (places[s], "GPE") for s in sorted(places) if s not in plain_words}
        for surface, counts in [*votes.items(), *_surnames(votes).items()]:
            [(winner, count)] = counts.most_common(1)
            if count >= 2 and count / counts.total() >= 0.9 and surface.lower() not in plain_words:
                agreed.setdefault(surface, winner)
        agreed |= dict.fromkeys(sorted(self._lists.peoples), ("NORP", ""))
        return agreed | dict.fromkeys(sorted(self._lists.countries), ("GPE", "STATE"))

    def _linked(self, text: str, begin: int, end: int, page: str) -> Name | None:
        """The name that a link says, or None where its words are no name that we label."""
        surface = POSSESSIVE.sub("", text[begin:end])
        if surface.startswith(("the ", "The ")):
            begin, surface = begin + 4, surface[4:]
        kind = self._lists.page_types.get(page, "")
        cut = title_length(surface, self._lists) if kind == "PER" else 0
        begin, surface = begin + cut, surface[cut:]
        label = self._label(surface, kind) if _looks_like_name(surface) else None
        return Name(begin, begin + len(surface), label, kind) if label else None

    def _label(self, surface: str, kind: str) -> str | None:
        lists = self._lists
        if surface in lists.peoples or kind == "NORP":
            return "NORP"
        if surface in lists.countries:
            return "GPE"
        if surface.split()[-1] in lists.titles or kind == "STATE":
            return None
        if kind in _ORGANISED:
            return "ORG"
        if kind:
            return _SAME.get(kind)
        return lists.places.get(surface) or lists.head_label(surface, {"FAC", "GPE", "LOC", "ORG"})

    def _is_other_thing(self, surface: str, page: str) -> bool:
        """True for the full name of an event, law, weapon or work: known not to be ours."""
        return _looks_like_name(surface) and self._lists.page_types.get(page) in _NAMES_OF_OTHER_THINGS


def _surnames(votes: dict[str, Votes]) -> dict[str, Votes]:
    """Votes for the last words of persons' full names, against whatever else such a word names."""
    result: dict[str, Votes] = defaultdict(Counter)
    for surface, counts in votes.items():
        persons = counts["PERSON", "PER"]
        if " " in surface and persons:
            last = surface.split()[-1]
            result[last]["PERSON", "PER"] += persons
            result[last].update(votes.get(last, {}))
    return result


def _given_names(votes: dict[str, Votes], lists: NameLists, plain_words: frozenset[str]) -> frozenset[str]:
    """First words of persons' full names that are neither places nor plain words."""
    persons = [s for s, counts in votes.items() if counts["PERSON", "PER"]] + list(lists.pools["PER"])
    first = {s.split()[0] for s in persons if " " in s}
    kept = {word for word in first if len(word) > 2 and word not in lists.places}
    return frozenset(kept - lists.peoples - lists.titles - {w.capitalize() for w in plain_words})


def _looks_like_name(surface: str) -> bool:
    words = surface.split()
    if not words or not (words[0][0].isupper() or "-" in words[0]):
        return False
    return all(w[0].isupper() or w[0].isdigit() or w.split("-")[0] in LINKERS for w in words)


def _reports(corpora: Path) -> Iterator[str]:
    return (row["text"] for row in read_jsonl(corpora / "wikinews/articles.jsonl"))


def _words_in_lower_case(texts: Iterable[str]) -> frozenset[str]:
    counts = Counter(word for text in texts for word in re.findall(r"\b[a-z]{2,}\b", text))
    return frozenset({"a"} | {word for word, count in counts.items() if count >= 2})
