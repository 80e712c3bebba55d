"""Gazetteer: every place that a name may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from dateline.grounding.where import layout
from dateline.grounding.where.entry import Entry
from dateline.grounding.where.folding import division_name, fold, sound, without_article
from dateline.grounding.where.index import Index
from dateline.grounding.where.tables import Feature, Nation, read_features, read_nations

AREA_KINDS = frozenset({"country", "admin1", "admin2"})
_TOWN_WORDS = ("city", "town", "village", "municipality")


class Gazetteer:
    """Place names to entries: the built index, the countries, the feature registry and what users add to it.

    `features` are further registry files in the form of `features.csv` (docs/reference/where.md). Everything
    is opened on the first question.
    """

    def __init__(self, features: Iterable[Path] = ()) -> None:
        self._feature_files = tuple(features)
        self.candidates = lru_cache(maxsize=50_000)(self._candidates)

    @cached_property
    def index(self) -> Index:
        """The GeoNames part."""
        return Index()

    @cached_property
    def nations(self) -> dict[str, Nation]:
        """Countries by ISO code."""
        return {nation.iso: nation for nation in read_nations()}

    @cached_property
    def features(self) -> dict[str, Feature]:
        """The registry by entry id; a user's row replaces ours of the same id."""
        rows = read_features()
        for path in self._feature_files:
            rows += read_features(path)
        return {feature.entry.id: feature for feature in rows}

    @cached_property
    def countries(self) -> dict[str, Entry]:
        """Country entries by ISO code, under their common English names."""
        found = {}
        for entry in self.index.countries():
            iso = entry.countries[0]
            found[iso] = replace(entry, name=self.nations[iso].name) if iso in self.nations else entry
        return found

    @cached_property
    def demonyms(self) -> dict[str, tuple[str, ...]]:
        """Countries whose people a folded word names ("iraqi", "congolese")."""
        return _by_key(
            (demonym, nation.iso) for nation in self.nations.values() for demonym in nation.demonyms
        )

    @cached_property
    def seats(self) -> dict[str, tuple[str, ...]]:
        """Countries whose government a folded place name may stand for ("moscow")."""
        return _by_key((seat, nation.iso) for nation in self.nations.values() for seat in nation.seats)

    def _candidates(self, name: str) -> tuple[Entry, ...]:
        """The entries that `name` names, in a fixed order; empty where none does.

        A word for the kind narrows the choice ("Anbar province" is no town).
        """
        key = _without_the(fold(name))
        found = {entry.id: entry for entry in self._by_kind_word(key)}
        found.update((entry.id, entry) for entry in self._named(key) or self._named(without_article(key)))
        return tuple(found.values()) or self.land_of(name)

    def loses_article(self, name: str) -> bool:
        """True where `name` is listed without its Arabic article only: "El Tandil" may be no Tandil."""
        key = _without_the(fold(name))
        return without_article(key) != key and not (self._by_kind_word(key) or self._named(key))

    def is_people(self, name: str) -> bool:
        """True for the name of a people that is no country's name too ("Iraqis", but not "US")."""
        key = fold(name)
        if key not in self.demonyms and key.removesuffix("s") not in self.demonyms:
            return False
        return not any(entry.kind == "country" for entry in self._tables.get(key, ()))

    def alike(self, name: str) -> tuple[Entry, ...]:
        """Entries whose name sounds like `name`: guesses that need another reason to be believed."""
        key = sound(_without_the(fold(name)))
        return tuple(self._rows(layout.SOUND + key)) if key else ()

    def _named(self, key: str) -> list[Entry]:
        if not key:
            return []
        return [*self._tables.get(key, ()), *self._rows(key)]

    def _rows(self, key: str) -> list[Entry]:
        return [self.index.entry(row, official) for row, official in self.index.rows(key)]

    def _by_kind_word(self, key: str) -> list[Entry]:
        bare = division_name(key)
        if bare == key:
            return []
        towns = any(word in key.split() for word in _TOWN_WORDS)
        return [e for e in self._named(bare) if (e.kind == "town") == towns and e.kind != "country"]

    def land_of(self, people: str) -> tuple[Entry, ...]:
        """The countries of a people: Thailand for "Thai"; empty for everything else."""
        key = fold(people)
        isos = self.demonyms.get(key) or self.demonyms.get(key.removesuffix("s"), ())
        return tuple(self.countries[iso] for iso in isos)

    @cached_property
    def _tables(self) -> dict[str, list[Entry]]:
        tables: dict[str, dict[str, Entry]] = defaultdict(dict)

        def add(name: str, entry: Entry) -> None:
            tables[_without_the(fold(name))].setdefault(entry.id, entry)

        for iso, entry in self.countries.items():
            nation = self.nations.get(iso)
            for name in (entry.name, *(nation.aliases if nation else ())):
                add(name, entry)
        for feature in self.features.values():
            within = tuple(
                self.countries[iso].name for iso in feature.entry.countries[:1] if iso in self.countries
            )
            for name in feature.names:
                add(name, replace(feature.entry, within=within))
        return {key: list(entries.values()) for key, entries in tables.items()}


def _without_the(key: str) -> str:
    return key.removeprefix("the ")


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, iso in pairs:
        found[fold(name)].append(iso)
    return {key: tuple(isos) for key, isos in found.items()}


@cache
def default_gazetteer() -> Gazetteer:
    """The gazetteer as it ships, opened once for the process."""
    return Gazetteer()
