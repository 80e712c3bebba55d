"""Grammar: finds the expressions of a text by the rule table, before anybody says what day they mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.grounding.when.hints import Hints, union
from dateline.grounding.when.words import alternatives, compile_pattern, meaning, rows

# Words that can stand before any expression and belong to it: "early in", "the end of", "nearly".
_LEAD_GAP = r"(?:\s+(?:on|in|this)(?=\s))?(?:\s+|-)(?:the\s+)?"
_COUNTED = {"duration", "ago", "later"}  # "over" and "under" go with numbers only
_ABOUT = _COUNTED | {"clock", "calendar", "year", "decade", "holiday"}
_LEAD_REACH = 40  # characters; the longest lead has 30


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a text that some rule takes for a time; offsets are those of the text.

    `slots` are the parts that the rule names. `edge` (early, mid, late) and `approx` (about, more, less) come
    from words before it, which lie within `start`; `core` is where the rule's own words begin.
    """

    rule: str
    resolver: str
    start: int
    end: int
    core: int
    slots: dict[str, str]
    edge: str | None = None
    approx: str | None = None

    def moved(self, offset: int) -> "Expression":
        """The same words, `offset` characters further on."""
        return replace(self, start=self.start + offset, end=self.end + offset, core=self.core + offset)

    @property
    def amount(self) -> float | None:
        """The number that it counts with; None where the words leave it open ("several", "weeks")."""
        words = self.slots.get("number")
        half = 0.5 if "half" in self.slots or self.rule == "half-unit" else 0
        if words is None:
            return half or (1 if self.rule == "unit-long" else None)
        told = (meaning("number", words) or words).replace(",", "")
        if told.endswith(("1/2", "½")):
            told, half = told.removesuffix("1/2").removesuffix("½"), 0.5
        return None if told == "X" else float(told) + half


@cache
def _lead(kind: str) -> re.Pattern[str]:
    gap, article = (_LEAD_GAP, r"(?:the\s+)?") if kind == "edge" else (r"\s+", "")
    return re.compile(rf"(?<!\w){article}(?P<word>{alternatives(kind)}){gap}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of rules.tsv: it is tried only near words of the classes in `needs`, everywhere without any."""

    name: str
    resolver: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def parse(cls, name: str, resolver: str, needs: str, pattern: str) -> "Rule":
        """A rule from the words of its row."""
        return cls(name, resolver, tuple(needs.split(",")) if needs != "-" else (), compile_pattern(pattern))


class Grammar:
    """The rules of rules.tsv and `extra` ones, which win over those of equal length."""

    def __init__(self, extra: Iterable[Rule], hints: Hints) -> None:
        told = (
            Rule.parse(row["rule"], row["resolver"], row["needs"], row["pattern"])
            for row in rows("rules.tsv")
        )
        self._rules = (*extra, *told)
        self._hints = hints

    def find(self, text: str) -> tuple[Expression, ...]:
        """The expressions of `text` in order, without overlaps: the leftmost, then the longest match wins."""
        found = sorted(self._matches(text), key=lambda item: item[:3])
        kept: list[Expression] = []
        free = 0
        for start, _, rank, match in found:
            if start >= free:
                kept.extend(self._split(self._with_lead(text, free, rank, match), match))
                free = match.end()
        return tuple(kept)

    def _matches(self, text: str) -> Iterator[tuple[int, int, int, re.Match[str]]]:
        windows = self._hints.windows(text)
        for rank, rule in enumerate(self._rules):
            if not rule.needs:
                stretches = [(0, len(text))]
            elif len(rule.needs) == 1:
                stretches = windows.get(rule.needs[0], [])
            else:
                stretches = union(windows.get(need, []) for need in rule.needs)
            for low, high in stretches:
                for match in rule.pattern.finditer(text, low, high):
                    yield match.start(), -match.end(), rank, match

    def _split(self, found: Expression, match: re.Match[str]) -> tuple[Expression, ...]:
        """ "3-5 January" and "2013-19" as the two expressions that they are short for."""
        second = {name[:-1]: words for name, words in found.slots.items() if name in ("day2", "year2")}
        if not second:
            return (found,)
        shared = {name: words for name, words in found.slots.items() if name not in ("day2", "year2", "gap")}
        if "year" in second:
            second["year"] = shared["year"][: -len(second["year"])] + second["year"]
            if second["year"] <= shared["year"]:  # "2010-09" is a month
                slots = {"y": shared["year"], "m": second["year"][-2:]}
                return (replace(found, rule="iso-month", resolver="numeric", slots=slots),)
        end, start = match.span("gap")
        return (
            replace(found, end=end, slots=shared),
            replace(found, start=start, core=start, slots=shared | second, edge=None, approx=None),
        )

    def _with_lead(self, text: str, free: int, rank: int, match: re.Match[str]) -> Expression:
        rule = self._rules[rank]
        slots = {name: words for name, words in match.groupdict().items() if words}
        start = match.start()
        values: dict[str, str | None] = {"edge": slots.pop("edge", None), "approx": slots.pop("approx", None)}
        for kind in ("edge", "approx"):
            before = max(free, start - _LEAD_REACH)
            lead = _lead(kind).search(text[before:start])
            told = meaning(kind, lead["word"]) if lead else None
            if lead and (kind == "edge" or rule.resolver in (_COUNTED if told != "about" else _ABOUT)):
                values[kind] = told
                start = before + lead.start()
        edge, approx = values["edge"], values["approx"]
        return Expression(rule.name, rule.resolver, start, match.end(), match.start(), slots, edge, approx)
