"""FollowTheMoney: events, actors, ties and reports as entities, for Aleph and OpenSanctions tools.

Schemata and properties are those of followthemoney 4.11.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.case.store import Kept
from dateline.export.address import web_address
from dateline.export.cell import toll
from dateline.export.chosen import Chosen
from dateline.export.format import Format
from dateline.export.headline import headline
from dateline.export.jsontext import to_json
from dateline.export.masking import is_private
from dateline.export.shown import inert
from dateline.model import Event, Party, RelationClaim, Where
from dateline.model.ids import content_id

DATASET = "dateline"
_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "PublicBody": "PublicBody",
    "Country": "PublicBody",
}
_BODIES = frozenset({"Organization", "PublicBody"})


@dataclass(slots=True)
class Entity:
    """A thing with its properties; `origins` are the ids of the claims that each value comes from."""

    id: str
    schema: str
    properties: dict[str, dict[str, dict[str, None]]] = field(default_factory=dict)

    def add(self, name: str, values: Iterable[str | None], origins: Iterable[str]) -> None:
        """Add `values` of the property `name`, as `origins` tell them, without unprintable characters."""
        told = dict.fromkeys(origins)
        for value in filter(None, (inert(value or "") for value in values)):
            self.properties.setdefault(name, {}).setdefault(value, {}).update(told)


def entities(chosen: Chosen) -> Iterator[Entity]:
    """Actors, reports, events and ties; what is referred to comes first."""
    yield from _actors(chosen).values()
    yield from (_article(kept, chosen) for kept in chosen.kept)
    yield from (_event(event, chosen) for event in chosen.record.events)
    yield from (_link(claim, chosen) for claim in chosen.record.relations if _is_tie(claim))


def entity_id(party: Party) -> str:
    """Id of an actor: by the registry, or by name; private persons of two reports are two."""
    if party.actor:
        return f"{DATASET}-{party.actor}"
    return content_id(f"{DATASET}-a", party.name, party.span.report if is_private(party) else None)


def _actors(chosen: Chosen) -> dict[str, Entity]:
    """Everybody who is named; unnamed people are no entities."""
    named: list[tuple[tuple[Party, ...], tuple[str, ...]]]
    named = [((c.source, c.target), (c.id,)) for c in chosen.record.relations if _is_tie(c)]
    named += [((*e.actors, *e.targets), e.claims) for e in chosen.record.events]
    found: dict[str, Entity] = {}
    for parties, claims in named:
        for party in filter(_is_named, parties):
            schema = _SCHEMATA.get(party.schema or "", "LegalEntity")
            entity = found.setdefault(entity_id(party), Entity(entity_id(party), schema))
            entity.add("name", [party.name], claims)
    for entity in found.values():
        told = (claim for tellers in entity.properties["name"].values() for claim in tellers)
        entity.add("notes", [_mark(chosen, told)], ())
    return found


def _is_named(party: Party) -> bool:
    return party.kind == "named"


def _is_tie(claim: RelationClaim) -> bool:
    """A tie between two who are named, and not one that the report denies."""
    return _is_named(claim.source) and _is_named(claim.target) and not claim.negated


def _article(kept: Kept, chosen: Chosen) -> Entity:
    report = kept.report
    entity = Entity(f"{DATASET}-{report.id}", "Article")
    entity.add("title", [report.title or report.name], ())
    entity.add("publishedAt", [report.published], ())
    entity.add("publisher", [report.outlet], ())
    entity.add("sourceUrl", [web_address(report)], ())
    entity.add("notes", [_mark(chosen, (claim.id for claim in kept.claims))], ())
    return entity


def _mark(chosen: Chosen, claims: Iterable[str]) -> str:
    """The case and the claims that an entity without a field for them comes from."""
    return " ".join(("case", chosen.version, "claims", *dict.fromkeys(claims)))


def _event(event: Event, chosen: Chosen) -> Entity:
    entity = Entity(f"{DATASET}-{event.id}", "Event")
    when = event.when
    places = [where for where in event.places if where.name]
    tolls = toll(event.counts)
    values: dict[str, Iterable[str | None]] = {
        "name": [headline(event)],
        "startDate": [when.earliest if when else None],
        "endDate": [when.latest if when else None],
        "location": [_address(where) for where in places],
        "country": [where.country.lower() for where in places if where.country],
        "organizer": map(entity_id, filter(_is_named, event.actors)),
        "involved": map(entity_id, filter(_is_named, event.targets)),
        "keywords": [event.type, event.mode, event.status, event.grade],
        "summary": [tolls] if tolls else [],
    }
    for name, listed in values.items():
        entity.add(name, listed, event.claims)
    for id_ in event.claims:
        claim = chosen.claims[id_]
        entity.add("recordId", [id_], [id_])
        entity.add("description", [claim.quote.text], [id_])
        entity.add("proof", [f"{DATASET}-{claim.report}"], [id_])
    entity.add("notes", [f"case {chosen.version}"], ())
    return entity


def _address(where: Where) -> str:
    return ", ".join(dict.fromkeys((where.name, *where.containing)))


def _link(claim: RelationClaim, chosen: Chosen) -> Entity:
    """Membership and leadership where the one end is a body, else a link whose role is the kind of tie."""
    schema, source, target = "UnknownLink", "subject", "object"
    if _SCHEMATA.get(claim.target.schema or "") in _BODIES:
        if claim.type == "member_of":
            schema, source, target = "Membership", "member", "organization"
        elif claim.type == "leads":
            schema, source, target = "Directorship", "director", "organization"
    entity = Entity(f"{DATASET}-{claim.id}", schema)
    when = claim.when
    values: dict[str, list[str | None]] = {
        source: [entity_id(claim.source)],
        target: [entity_id(claim.target)],
        "role": [claim.type.replace("_", " ")],
        "startDate": [when.earliest if when else None],
        "endDate": [when.latest if when else None],
        "description": [claim.quote.text],
        "recordId": [claim.id, chosen.version],
        "proof": [f"{DATASET}-{claim.report}"],
    }
    for name, listed in values.items():
        entity.add(name, listed, [claim.id])
    return entity


def content(chosen: Chosen) -> Iterator[str]:
    """An entity a line."""
    for entity in entities(chosen):
        properties = {name: list(values) for name, values in entity.properties.items()}
        line = {"id": entity.id, "schema": entity.schema, "properties": properties, "datasets": [DATASET]}
        yield to_json(line) + "\n"


FORMAT = Format(
    name="ftm",
    family="records for machines",
    suffix=".ftm.json",
    media="application/x-ndjson",
    people="Aleph, OpenSanctions, yente",
    rule="One entity a line: Article for a report, Event, Person, Organization, PublicBody (states too) or "
    "LegalEntity for who is named, Membership, Directorship or UnknownLink for a tie. Claims stand in "
    "recordId, the case in notes.",
    loss="Unnamed people; denied ties; speakers and offsets; rival values stand side by side without their "
    "sides; that a private person of two reports is one.",
    content=content,
)
