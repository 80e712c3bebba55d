"""PlaceFinder: a report's place names as Where, resolved or left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.extent import Extent, extent_of, located
from dateline.grounding.where.folding import fold
from dateline.grounding.where.gazetteer import AREA_KINDS, Gazetteer, default_gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.mentions import MentionFinder
from dateline.grounding.where.resolver import Resolution, Resolver
from dateline.grounding.where.words import PlaceWords, place_words
from dateline.model import Report, Where

if TYPE_CHECKING:
    from dateline.language.tree import Doc

DEMONYM_WEIGHT = 0.5  # what "Iraqi" tells of the country, beside a place's 1
AROUND_KM = 10.0  # what an unknown building may lie outside the town that it is named after


class PlaceFinder:
    """Finds and resolves places with one gazetteer; one instance serves any number of reports."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words = place_words()
        self._mentions = MentionFinder(gazetteer, self._words)
        self._resolver = Resolver(gazetteer)

    def find(self, doc: Doc, report: Report) -> tuple[Where, ...]:
        """Every place mention in text order."""
        mentions = self._mentions.find(doc, report.text)
        hints = self._hints(doc)
        resolved = self._resolver.resolve(report.text, mentions, hints, report.published)
        namesakes = [self._named_after(resolution) for resolution in resolved]
        around: Sequence[Resolution] = resolved
        if any(stem is not resolution.mention for stem, resolution in zip(namesakes, resolved, strict=True)):
            around = self._resolver.resolve(report.text, namesakes, hints, report.published)
        return tuple(
            self._where(report, resolution, around[at], around[at + 1 : at + 2])
            for at, resolution in enumerate(resolved)
        )

    def _hints(self, doc: Doc) -> list[tuple[str, float]]:
        """Countries that the people named in the report belong to."""
        found: list[tuple[str, float]] = []
        for token in doc:
            word = token.text
            if word[0].isupper() and word.isalpha():
                key = fold(word)
                isos = self._gazetteer.demonyms.get(key) or self._gazetteer.demonyms.get(key[:-1], ())
                found += [(iso, DEMONYM_WEIGHT / len(isos)) for iso in isos]
        return found

    def _named_after(self, resolution: Resolution) -> Mention:
        """For an unknown "Mosul University" a mention of Mosul; else the mention itself."""
        mention = resolution.mention
        if resolution.entry or not mention.kind or mention.kind in AREA_KINDS:
            return mention
        stem = _without_kind(mention.asked, self._words)
        return replace(mention, name=stem) if stem and self._gazetteer.candidates(stem) else mention

    def _where(
        self, report: Report, resolution: Resolution, around: Resolution, following: Sequence[Resolution]
    ) -> Where:
        mention, entry = resolution.mention, resolution.entry
        span = report.span(mention.start, mention.end)
        if entry is None:
            return self._open_where(report, resolution, around, following)
        extent = extent_of(entry, mention)
        return located(span, _name(mention), entry, extent, resolution.score, resolution.evidence)

    def _open_where(
        self, report: Report, resolution: Resolution, around: Resolution, following: Sequence[Resolution]
    ) -> Where:
        """An unknown place: within the place stated or named beside it, or nowhere that we know."""
        mention = resolution.mention
        span, name, kind = report.span(mention.start, mention.end), _name(mention), mention.kind or None
        holder = following[0].entry if following and resolution.held_by_next else None
        if holder is not None:
            extent, reason = extent_of(holder, following[0].mention), "stated container"
        elif around.entry is not None and _may_lend_its_name(around.entry, around.evidence):
            holder, reason = around.entry, "named after a place"
            extent = Extent(holder.lat, holder.lon, holder.radius_km + AROUND_KM, "near")
        else:
            return Where(span, name, kind=kind, evidence=resolution.evidence)
        return Where(
            span,
            name,
            None,
            kind,
            holder.country,
            (holder.name, *holder.within),
            extent.lat,
            extent.lon,
            extent.radius_km,
            "near" if extent.precision == "exact" else extent.precision,
            None,
            (*resolution.evidence, reason),
        )


def _may_lend_its_name(entry: Entry, evidence: Sequence[str]) -> bool:
    """True for a town of the report's country; an embassy of a country, though, lies in another one."""
    return entry.official and entry.kind != "country" and "country of the report" in evidence


def _without_kind(name: str, words: PlaceWords) -> str:
    """A name without the words for its kind at the end: "Mosul" for "Mosul University"."""
    parts = name.split()
    count, _ = words.longest_before("kind", [part.lower() for part in parts])
    return " ".join(parts[: len(parts) - count]) if count else ""


def _name(mention: Mention) -> str:
    """The report's words on one line; a telex in capitals loses them."""
    name = " ".join(mention.text.split())
    return name.title() if name.isupper() and len(name) > 4 and "." not in name else name


@cache
def _default_finder() -> PlaceFinder:
    return PlaceFinder(default_gazetteer())


def find_places(doc: Doc, report: Report) -> tuple[Where, ...]:
    """The report's place mentions in text order, each resolved to an entry of the gazetteer or left open.

    `doc` must be parsed from exactly `report.text`.
    """
    return _default_finder().find(doc, report)
