"""Resolver: which namesake a place name means in its report, or none."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.folding import fold, sound
from dateline.grounding.where.gazetteer import AREA_KINDS, Gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.votes import Votes

MOST_CANDIDATES = 60
ROUNDS = 3
SEAT_POPULATION = 10_000
BESIDE_KM = 15.0
FAMOUS = 5.5  # of a place worth more "Tehran, Iraq and Syria" says nothing
_INSIDE = re.compile(r"\s*,\s*(?:in\s+)?(?:the\s+)?|\s*\(\s*")
_INSIDE_LOOSELY = re.compile(
    r"\s+(?:in|of)\s+(?:the\s+)?(?:\w+ern\s+|central\s+)?|\s*,\s*(?:a|the)\s[\w\s]{1,30}\s(?:in|of)\s+"
)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth, in factors of ten of inhabitants. Tuned on local and on world news."""

    country_kind: float = 10.0  # a country, whatever its size
    admin1_kind: float = 0.6
    admin2_kind: float = -0.5
    feature_kind: float = 8.0  # a feature, whatever its size
    capital: float = 1.75
    unofficial: float = -1.8
    alike: float = -2.0
    other_kind: float = -2.0  # a province that is called a district, and the other way round
    hosts_namesake: float = -0.5  # a division beside the town of its name that lies in it
    country: float = 7.5
    division: float = 4.5
    nearness: float = 3.5
    inside: float = 4.0
    inside_loosely: float = 4.5
    least: float = 2.6  # below this an answer is a guess
    least_support: float = (
        0.15  # the share of the report that must speak of the country of a name that only sounds alike
    )


DEFAULT_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention means: an entry or None, how sure (0..1), and the rules that decided."""

    mention: Mention
    entry: Entry | None
    score: float = 0.0
    evidence: tuple[str, ...] = ()
    held_by_next: bool = False  # the text says that it lies in the next mention


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a name may mean, with what it is worth before the report is looked at."""

    entry: Entry
    prior: float
    alike: bool = False  # the name only sounds like the entry's


@dataclass(frozen=True, slots=True)
class Holder:
    """What the next mention may be where the text says that a place lies in it, and what that is worth."""

    options: tuple[Option, ...] = ()
    worth: float = 0.0
    outright: bool = False  # "X in Y", where Y may be a town; "X, Y" may be a list of towns

    def holds(self, entry: Entry) -> bool:
        """True when `entry` lies in something of the holder's name."""
        return any(
            entry.lies_in(option.entry) or self._is_beside(entry, option.entry) for option in self.options
        )

    def _is_beside(self, entry: Entry, town: Entry) -> bool:
        return self.outright and town.kind == "town" and entry.km_to(town) <= town.radius_km + BESIDE_KM

    def bars(self, entry: Entry) -> bool:
        """True when `entry` lies elsewhere and its country isn't the holder's either."""
        wide = ("country", "admin1", "town") if self.outright else ("country", "admin1")
        if not self.options or self.options[0].entry.kind not in wide or entry.kind == "country":
            return False
        countries = {option.entry.country for option in self.options if option.entry.kind in wide}
        return entry.country not in countries and not self.holds(entry)


NO_HOLDER = Holder()


class Resolver:
    """Chooses among namesakes by size, kind, the report's countries and divisions, nearness and ", X"."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights = DEFAULT_WEIGHTS) -> None:
        self._gazetteer, self._weights = gazetteer, weights

    def resolve(
        self,
        text: str,
        mentions: Sequence[Mention],
        hints: Sequence[tuple[str, float]] = (),
        day: str | None = None,
    ) -> tuple[Resolution, ...]:
        """One resolution a mention, in the order given, which must be text order.

        `hints` are countries that other words of the report speak of ("Iraqi"), with weights; `day` is the
        report's own (ISO): a place that came up later isn't meant.
        """
        keys = [fold(mention.asked) for mention in mentions]
        options = {
            key: self._options(mention, day)
            for key, mention in zip(reversed(keys), reversed(mentions), strict=True)
        }
        holders = self._holders(text, mentions, [options[key] for key in keys])
        chosen: dict[str, tuple[Entry, float]] = {}
        resolutions: list[Resolution] = []
        for _ in range(ROUNDS):
            votes = self._votes(keys, options, chosen, hints)
            resolutions = [
                self._choose(mention, key, options[key], votes, holders.get(at, NO_HOLDER))
                for at, (mention, key) in enumerate(zip(mentions, keys, strict=True))
            ]
            chosen = _one_sense(keys, resolutions)
        return tuple(
            replace(resolution, held_by_next=at in holders)
            if resolution.entry or keys[at] not in chosen
            else Resolution(resolution.mention, *chosen[keys[at]], ("said elsewhere",))
            for at, resolution in enumerate(resolutions)
        )

    def _options(self, mention: Mention, day: str | None) -> tuple[Option, ...]:
        features = self._gazetteer.features
        found = _without_parts(
            [
                entry
                for entry in self._candidates(mention)
                if entry.id not in features or features[entry.id].is_known_on(day)
            ]
        )
        alike = not found
        entries = found or self._gazetteer.alike(mention.asked)
        bare = mention.kind not in AREA_KINDS
        options = []
        for entry in entries:
            prior = self._prior(entry) + (self._weights.alike if alike else 0.0)
            if not bare and entry.kind in AREA_KINDS and entry.kind != mention.kind:
                prior += self._weights.other_kind
            if bare and entry.kind in ("admin1", "admin2"):
                prior = min(prior, self._seat_prior(entry, entries) + self._weights.hosts_namesake)
            options.append(Option(entry, prior, alike))
        options.sort(key=lambda option: (-option.prior, option.entry.id))
        return tuple(options[:MOST_CANDIDATES])

    def _candidates(self, mention: Mention) -> tuple[Entry, ...]:
        if mention.kind == "land":
            return self._gazetteer.land_of(mention.asked)
        return self._gazetteer.candidates(mention.asked)

    def _seat_prior(self, area: Entry, entries: Sequence[Entry]) -> float:
        """What the town of its name in a division is worth; infinite where there is none of any size."""
        seats = (
            self._prior(town)
            for town in entries
            if town.kind == "town"
            and (town.official or sound(fold(town.name)) == sound(fold(area.name)))
            and town.population >= SEAT_POPULATION
            and town.country == area.country
            and town.km_to(area) <= 2 * area.radius_km
        )
        return max(seats, default=math.inf)

    def _prior(self, entry: Entry) -> float:
        weights = self._weights
        if entry.kind == "country":
            return weights.country_kind
        size = math.log10(entry.population + 10)
        if entry.kind == "town":
            prior = size
            if entry.country in self._gazetteer.seats.get(fold(entry.name), ()):
                prior += weights.capital
        elif entry.kind == "admin1":
            prior = size + weights.admin1_kind
        elif entry.kind == "admin2":
            prior = size + weights.admin2_kind
        else:
            return weights.feature_kind
        return prior + (0.0 if entry.official else weights.unofficial)

    def _holders(
        self, text: str, mentions: Sequence[Mention], options: Sequence[tuple[Option, ...]]
    ) -> dict[int, Holder]:
        """The holder of each mention that is followed by ", X" or "in X"."""
        found = {}
        for at, (mention, following) in enumerate(pairwise(mentions)):
            between = text[mention.end : following.start]
            if _INSIDE.fullmatch(between):
                found[at] = Holder(options[at + 1], self._weights.inside)
            elif _INSIDE_LOOSELY.fullmatch(between):
                found[at] = Holder(options[at + 1], self._weights.inside_loosely, outright=True)
        return found

    def _votes(
        self,
        keys: Sequence[str],
        options: Mapping[str, tuple[Option, ...]],
        chosen: Mapping[str, tuple[Entry, float]],
        hints: Sequence[tuple[str, float]],
    ) -> Votes:
        votes = Votes(hints)
        for key in keys:
            if key in chosen:
                votes.add(key, *chosen[key])
            elif not chosen:
                for entry, share in _shares(options[key]):
                    votes.add(key, entry, share)
        return votes

    def _choose(
        self,
        mention: Mention,
        key: str,
        options: Sequence[Option],
        votes: Votes,
        holder: Holder,
    ) -> Resolution:
        ranked = []
        for option in options:
            inside = holder.worth if holder.holds(option.entry) else 0.0
            support = votes.country(key, option.entry)
            if option.alike and not inside and support < self._weights.least_support:
                continue
            if option.prior < FAMOUS and holder.bars(option.entry):
                continue
            gains = {
                "country of the report": self._weights.country * support,
                "division of the report": self._weights.division * votes.division(key, option.entry),
                "nearby places": self._weights.nearness * votes.nearness(key, option.entry),
                "stated container": inside,
            }
            ranked.append((option.prior + sum(gains.values()), option, gains))
        ranked.sort(key=lambda row: (-row[0], row[1].entry.id))
        if not ranked or ranked[0][0] < self._weights.least:
            return Resolution(mention, None, 0.0, ("too unsure",) if ranked else ("not in the gazetteer",))
        best, option, gains = ranked[0]
        rival = next((total for total, other, _ in ranked if other.entry.km_to(option.entry) > 100), best - 5)
        evidence = [name for name, gain in gains.items() if gain >= 0.5]
        if option.alike:
            evidence.append("sounds alike")
        score = 1 / (1 + math.exp(0.5 - min(best - self._weights.least, 2) - (best - rival)))
        return Resolution(mention, option.entry, round(score, 3), tuple(evidence) or ("size",))


def _without_parts(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Without places inside a country of the same name: a bare "Mexico" is not its capital or its state."""
    countries = [entry for entry in found if entry.kind == "country"]
    return tuple(entry for entry in found if not any(entry.lies_in(country) for country in countries))


def _one_sense(keys: Sequence[str], resolutions: Sequence[Resolution]) -> dict[str, tuple[Entry, float]]:
    """One meaning a name: the surest of its mentions."""
    best: dict[str, tuple[Entry, float]] = {}
    for key, resolution in zip(keys, resolutions, strict=True):
        if resolution.entry and (key not in best or resolution.score > best[key][1]):
            best[key] = resolution.entry, resolution.score
    return best


def _shares(options: Sequence[Option]) -> list[tuple[Entry, float]]:
    """How a mention's one vote spreads over its namesakes before anything is chosen."""
    weights = [10 ** min(option.prior, 9.0) for option in options if not option.alike]
    total = sum(weights)
    return [
        (option.entry, weight / total)
        for option, weight in zip(options, weights, strict=False)
        if weight > total / 50
    ]
