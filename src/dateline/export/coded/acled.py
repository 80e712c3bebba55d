"""ACLED: the record as its 31 columns, one row for each day and place.

Rules: ACLED codebook as of 2023 to 2025 (columns, precision codes, numbers for vague words, lowest of rival
tolls, order of sub-event types). What ACLED decides by its own lists (names of actors with their years,
whether an armed group is a rebel group or a militia) is left as the record has it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from dateline.case.rows import Value
from dateline.export import csv
from dateline.export.chosen import Chosen
from dateline.export.coded.code import Acled, acled, code_of
from dateline.export.coded.day import acled_days
from dateline.export.coded.mark import happened, listed, number_of, outlet_of, reports_of
from dateline.export.coded.site import Site, sites
from dateline.export.coded.standing import of_words, standing
from dateline.export.coded.toll import lowest
from dateline.export.format import Format
from dateline.model import Event, Party

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

_TAKEN, _REGAINED = "Non-state actor overtakes territory", "Government regains territory"
_CROWD = ("participants", "protesters", "demonstrators")
_INTERS = (
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters",
    "Civilians", "External/Other forces",
)  # fmt: skip
_UNNAMED = {
    "Political militia": "Unidentified Armed Group",
    "Civilians": "Civilians",
    "Protesters": "Protesters",
    "Rioters": "Rioters",
}


@dataclass(frozen=True, slots=True)
class Record:
    """What ACLED takes for one event: a day, a place, a kind, two sides; made of one event or of several."""

    day: date
    precision: int
    site: Site
    kind: Acled
    side1: tuple[Party, ...]
    side2: tuple[Party, ...]
    events: tuple[Event, ...]
    fatalities: int

    @property
    def key(self) -> tuple[object, ...]:
        """Records with one key are one record, where the day is known."""
        place = self.site.where.entry or self.site.where.name
        apart = () if self.precision == 1 else tuple(event.id for event in self.events)
        names = (tuple(p.name for p in side) for side in (self.side1, self.side2))
        return (self.day, self.precision, place, self.kind.sub_event, *names, *apart)


def records(chosen: Chosen) -> list[Record]:
    """All records of what was chosen, by day and place."""
    merged: dict[tuple[object, ...], Record] = {}
    for event in chosen.record.events:
        for record in _of_event(chosen, event):
            merged[record.key] = _merged(merged.get(record.key), record)
    return sorted(merged.values(), key=lambda r: (r.day, r.site.where.name, r.kind.rank, r.events[0].id))


def _of_event(chosen: Chosen, event: Event) -> Iterator[Record]:
    kind = kind_of(event)
    places = [site for site in sites(event) if site.acled_precision]
    days = acled_days(event.when)
    if kind is None or not happened(event) or not places or not days:
        return
    side1, side2 = _sides(event)
    shares = _shared(lowest(chosen, event), len(places) * len(days))
    for day, precision in days:
        for site in places:
            yield Record(day, precision, site, kind, side1, side2, (event,), next(shares))


def _merged(known: Record | None, new: Record) -> Record:
    if known is None:
        return new
    return replace(known, events=(*known.events, *new.events), fatalities=known.fatalities + new.fatalities)


def kind_of(event: Event) -> Acled | None:
    """ACLED's kind of event; None where ACLED has no such row."""
    code = code_of(event)
    if code.acled is None:
        return None
    sub_event = code.acled if _is_fought(event) else code.acled_civilians or code.acled
    if sub_event == _TAKEN and event.actors and standing(event.actors[0]).side == "state":
        sub_event = _REGAINED
    return acled(sub_event)


def _is_fought(event: Event) -> bool:
    """True where both sides bear arms: a target does, or two stand against each other without one."""
    if event.targets:
        return any(standing(party).civilian is False for party in event.targets)
    return len(event.actors) > 1


def _hits_civilians(event: Event) -> bool:
    """True where all targets are civilians, or no target is named and civilians are counted."""
    if event.targets:
        return all(standing(party).civilian for party in event.targets)
    return any(of_words(count.who).civilian for count in event.counts)


def _sides(event: Event) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who stands first and who second; of a clash without attacker the second one named."""
    if event.targets or len(event.actors) < 2:
        return event.actors, event.targets
    return event.actors[:1], event.actors[1:]


def _shared(fatalities: int, records: int) -> Iterator[int]:
    """A total over several days and places, divided evenly; what is left over goes to the first."""
    each, over = divmod(fatalities, records)
    return (each + (at < over) for at in range(records))


def _row(chosen: Chosen, record: Record) -> list[Value]:
    country, where, kind = record.site.country, record.site.where, record.kind
    one, two = _inter(record.side1, record.site), _inter(record.side2, record.site)
    id_ = number_of("acled", *(event.id for event in record.events), record.day, where.name)
    reports = reports_of(chosen, record.events)
    civilians = two == "Civilians" or any(_hits_civilians(event) for event in record.events)
    targeting = "Civilian targeting" if civilians and "Political" in kind.disorder else None
    return [
        f"{country.iso3 if country else ''}{id_}",
        record.day.isoformat(), record.day.year, record.precision,
        kind.disorder, kind.event, kind.sub_event,
        *_named(record.side1, record.site), one,
        *_named(record.side2, record.site), two,
        _interaction(one, two), targeting,
        country.number if country else None, country.acled_region if country else None,
        country.name if country else None,
        record.site.admin1, record.site.admin2, None, where.name, where.lat, where.lon,
        record.site.acled_precision,
        listed(outlet_of(r) for r in reports), None, _notes(chosen, record.events),
        record.fatalities, _tags(chosen, record), _timestamp(r.published for r in reports),
    ]  # fmt: skip


def _named(side: tuple[Party, ...], site: Site) -> tuple[Value, Value]:
    """The first actor of a side, and those with it."""
    names = list(dict.fromkeys(_name(party, site) for party in side))
    return (names[0] if names else None), (listed(names[1:]) or None)


def _name(party: Party, site: Site) -> str:
    """As the record has it; unnamed people as ACLED calls them, with the country."""
    inter = standing(party).inter if party.kind == "unnamed" else ""
    called = _UNNAMED.get(inter)
    return f"{called} ({site.country.name})" if called and site.country else party.name


def _inter(side: tuple[Party, ...], site: Site) -> str | None:
    return (standing(side[0]).inter_in(site.country) or None) if side else None


def _interaction(one: str | None, two: str | None) -> str | None:
    """Both sides, in ACLED's own order of them."""
    inters = sorted(filter(None, (one, two)), key=_INTERS.index)
    return f"{inters[0]} only" if len(inters) == 1 else ("-".join(inters) or None)


def _notes(chosen: Chosen, events: Iterable[Event]) -> str:
    """The words of every claim, with their outlets and days."""
    told = []
    for event in events:
        for id_ in event.claims:
            quote = chosen.claims[id_].quote
            report = chosen.reports[quote.report]
            told.append(
                f'{outlet_of(report)}, {report.published or "no date"}: "{" ".join(quote.text.split())}"'
            )
    return listed(told, " | ")


def _tags(chosen: Chosen, record: Record) -> str:
    crowds = [c for e in record.events for c in e.counts if c.what in _CROWD and c.min is not None]
    return listed(
        (
            f"crowd size={min(c.min or 0 for c in crowds)}" if crowds else "",
            f"claims={' '.join(claim for event in record.events for claim in event.claims)}",
            f"events={' '.join(event.id for event in record.events)}",
            *(f"disputed={field}" for e in record.events for field in chosen.disputed.get(e.id, ())),
            *(f"status={event.status}" for event in record.events if event.status != "actual"),
            f"case={chosen.version}",
        )
    )


def _timestamp(published: Iterable[str | None]) -> int | None:
    """The day of publication of the latest report, in seconds since 1970."""
    latest = max(filter(None, published), default=None)
    return int(datetime.fromisoformat(latest).replace(tzinfo=UTC).timestamp()) if latest else None


def content(chosen: Chosen) -> Iterator[str]:
    """A table under ACLED's column names."""
    return csv.lines(COLUMNS, (_row(chosen, record) for record in records(chosen)))


FORMAT = Format(
    name="acled",
    family="coding schemes",
    suffix=".csv",
    media="text/csv",
    people="users of ACLED, acledR",
    rule="One row for each day, place, kind and pair of sides; an armed clash where a target bears arms, "
    "else an attack on civilians; lowest toll, several = 3, dozens = 12, hundreds = 100; time precision 1 "
    "day, 2 week, 3 month; geo precision 1 town, 2 around it, 3 province. Claims, events and case stand in "
    "tags, quotes in notes.",
    loss="What ACLED has no sub-event type for; what was threatened, planned or denied; times longer than a "
    "month or open; places no finer than a country; all tolls but the lowest (0 is none or not told), the "
    "injured; who said what; ACLED's own actor names, group types and source scale.",
    content=content,
)
