"""Resolver: which namesake a place name means in its report, or none."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.folding import fold, sound
from dateline.grounding.where.gazetteer import AREA_KINDS, Gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.options import NO_HOLDER, Holder, Option
from dateline.grounding.where.votes import Votes
from dateline.grounding.where.weights import DEFAULT_WEIGHTS, Weights

MOST_CANDIDATES = 60
ROUNDS = 3
SEAT_POPULATION = 10_000
# A small place is astray where another country has this share of the report and its own a part of that.
DOMINANT = 0.6
ASTRAY = 0.35
NEARBY = 1.0  # unless the report names places around it
COUNTS = 0.5  # a sign worth less is not named as evidence
RIVAL_KM = 100.0  # a namesake nearer than this is no other answer
NO_RIVAL = 5.0  # the lead of a name that is the only one
FAMOUS = 5.5  # of a place worth more "Tehran, Iraq and Syria" says nothing
BESIDE_KM = 150.0  # farther than this is not "near"
_ELSEWHERE = "only known elsewhere"
_WIDE = frozenset({"country", "admin1"})
_BESIDE = re.compile(
    r"\s*,?\s+(?:just\s+)?(?:near|outside|close\s+to|not\s+far\s+from|next\s+to)\s+(?:the\s+(?:\w+\s+){0,2}of\s+)?"
)
_INSIDE = re.compile(r"\s*,\s*(?:in\s+)?(?:the\s+)?|\s*\(\s*")
_INSIDE_LOOSELY = re.compile(
    r"\s+(?:in|of)\s+(?:the\s+)?(?:\w+ern\s+|central\s+)?|\s*,\s*(?:a|the)\s[\w\s]{1,30}\s(?:in|of)\s+"
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention means: an entry or None, how sure (0..1), and the rules that decided."""

    mention: Mention
    entry: Entry | None
    score: float = 0.0
    evidence: tuple[str, ...] = ()
    held_by_next: bool = False  # the text says that it lies in the next mention


@dataclass(frozen=True, slots=True)
class Ranking:
    """What an option is worth in a report, and what each sign adds to that."""

    total: float
    option: Option
    gains: Mapping[str, float]

    def evidence(self) -> tuple[str, ...]:
        """The signs that counted, in neutral words."""
        found = [name for name, gain in self.gains.items() if gain >= COUNTS]
        if self.option.alike:
            found.append("sounds alike")
        return tuple(found) or ("size",)


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
        options: dict[str, tuple[Option, ...]] = {}
        for key, mention in zip(keys, mentions, strict=True):
            if key not in options:
                options[key] = self._options(mention, day)
        holders = self._holders(text, mentions, [options[key] for key in keys])
        beside = _beside(text, mentions, keys)
        chosen: dict[str, tuple[Entry, float]] = {}
        resolutions: list[Resolution] = []
        for _ in range(ROUNDS):
            votes = self._votes(keys, options, chosen, hints)
            neighbours = {key: chosen[other][0] for key, other in beside.items() if other in chosen}
            resolutions = [
                self._choose(
                    mention, key, options[key], votes, holders.get(at, NO_HOLDER), neighbours.get(key)
                )
                for at, (mention, key) in enumerate(zip(mentions, keys, strict=True))
            ]
            chosen = _one_sense(keys, resolutions)
        return tuple(
            _settled(resolution, chosen.get(key), at in holders)
            for at, (key, resolution) in enumerate(zip(keys, resolutions, strict=True))
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
        loose = alike or self._gazetteer.loses_article(mention.asked)
        entries = found or self._gazetteer.alike(mention.asked)
        bare = mention.kind not in AREA_KINDS
        options = []
        for entry in entries:
            prior = self._prior(entry) + (self._weights.alike if alike else 0.0)
            if not bare and entry.kind in AREA_KINDS and entry.kind != mention.kind:
                prior += self._weights.other_kind
            if bare and entry.kind in ("admin1", "admin2"):
                prior = min(prior, self._seat_prior(entry, entries) + self._weights.hosts_namesake)
            options.append(Option(entry, prior, alike, loose))
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
        neighbour: Entry | None,
    ) -> Resolution:
        near = _near(options, neighbour)
        if options and not near:
            return Resolution(mention, None, 0.0, (_ELSEWHERE,))
        ranked = sorted(
            self._ranked(key, near, votes, holder), key=lambda row: (-row.total, row.option.entry.id)
        )
        if not ranked or ranked[0].total < self._weights.least:
            return Resolution(mention, None, 0.0, ("none that fits" if options else "not in the gazetteer",))
        best = ranked[0]
        if self._is_astray(key, best, votes):
            return Resolution(mention, None, 0.0, (_ELSEWHERE,))
        rivals = (row.total for row in ranked if row.option.entry.km_to(best.option.entry) > RIVAL_KM)
        lead = best.total - next(rivals, best.total - NO_RIVAL)
        score = 1 / (1 + math.exp(0.5 - min(best.total - self._weights.least, 2) - lead))
        return Resolution(mention, best.option.entry, round(score, 3), best.evidence())

    def _ranked(self, key: str, options: Sequence[Option], votes: Votes, holder: Holder) -> Iterator[Ranking]:
        """The options that nothing speaks against, with what each is worth in this report."""
        weights = self._weights
        for option in options:
            entry = option.entry
            inside = holder.worth if holder.holds(entry) else 0.0
            support = votes.country(key, entry)
            if option.loose and not inside and support < weights.least_support:
                continue
            if option.prior < FAMOUS and holder.bars(entry):
                continue
            gains = {
                "country of the report": weights.country * support,
                "division of the report": weights.division * votes.division(key, entry),
                "nearby places": weights.nearness * votes.nearness(key, entry),
                "stated container": inside,
            }
            yield Ranking(option.prior + sum(gains.values()), option, gains)

    def _is_astray(self, key: str, best: Ranking, votes: Votes) -> bool:
        """True for a small place in a country that the report hardly speaks of: another is meant."""
        option, gains = best.option, best.gains
        if option.prior >= FAMOUS or option.entry.kind not in ("town", "admin2"):
            return False
        if gains["stated container"] or gains["nearby places"] >= NEARBY:
            return False
        leading = votes.leading(key)
        return leading >= DOMINANT and votes.country(key, option.entry) < ASTRAY * leading


def _beside(text: str, mentions: Sequence[Mention], keys: Sequence[str]) -> dict[str, str]:
    """The name that each name is said to lie beside: "El Tandil near Tumaco"."""
    return {
        keys[at]: keys[at + 1]
        for at, (mention, following) in enumerate(pairwise(mentions))
        if keys[at] != keys[at + 1] and _BESIDE.fullmatch(text[mention.end : following.start])
    }


def _near(options: Sequence[Option], neighbour: Entry | None) -> Sequence[Option]:
    """The options without those far from where the name is said to be; a famous place stays."""
    if neighbour is None or neighbour.kind in _WIDE:
        return options
    return [o for o in options if o.prior >= FAMOUS or o.entry.km_to(neighbour) <= BESIDE_KM]


def _without_parts(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Without places inside a country of the same name: a bare "Mexico" is not its capital or its state."""
    countries = [entry for entry in found if entry.kind == "country"]
    return tuple(entry for entry in found if not any(entry.lies_in(country) for country in countries))


def _settled(resolution: Resolution, sense: tuple[Entry, float] | None, held: bool) -> Resolution:
    """A mention left open takes the sense that the name has elsewhere in the report."""
    if resolution.entry is None and sense is not None:
        return Resolution(resolution.mention, *sense, ("said elsewhere",))
    return replace(resolution, held_by_next=held)


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
