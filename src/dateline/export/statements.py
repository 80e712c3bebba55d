"""FollowTheMoney statements: every single value of every entity with the claims that it comes from."""

import hashlib
from collections.abc import Iterator

from dateline.case.rows import Value
from dateline.export import csv
from dateline.export.chosen import Chosen
from dateline.export.format import Format
from dateline.export.ftm import DATASET, Entity, entities

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "lang", "original_value",
    "external", "first_seen", "last_seen", "origin", "id",
)  # fmt: skip

# The types that followthemoney gives the properties in use.
_TYPES = {
    "name": "name", "title": "string", "publishedAt": "date", "publisher": "string", "sourceUrl": "url",
    "notes": "text", "startDate": "date", "endDate": "date", "location": "address", "country": "country",
    "organizer": "entity", "involved": "entity", "keywords": "string", "summary": "text",
    "recordId": "string", "description": "text", "proof": "entity", "subject": "entity", "object": "entity",
    "member": "entity", "organization": "entity", "director": "entity", "role": "string",
}  # fmt: skip


def content(chosen: Chosen) -> Iterator[str]:
    """A table of statements under the column names of followthemoney."""
    rows = (row for entity in entities(chosen) for row in _rows(chosen, entity))
    return csv.lines(COLUMNS, rows)


def _rows(chosen: Chosen, entity: Entity) -> Iterator[list[Value]]:
    for name, values in entity.properties.items():
        for value, claims in values.items():
            days = sorted(
                day for claim in claims if (day := chosen.reports[chosen.claims[claim].report].published)
            )
            yield [
                entity.id, entity.id, name, _TYPES[name], entity.schema, value, DATASET, None, None, "f",
                days[0] if days else None, days[-1] if days else None,
                " ".join((*claims, chosen.version)), key(entity.id, name, value),
            ]  # fmt: skip


def key(entity: str, name: str, value: str) -> str:
    """The id of a statement as followthemoney makes it."""
    words = f"{DATASET}.{entity}.{name}.{value}"
    return hashlib.sha1(words.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


FORMAT = Format(
    name="ftm-statements",
    family="records for machines",
    suffix=".statements.csv",
    media="text/csv",
    people="nomenklatura, OpenSanctions tools",
    rule="One row for each value of each entity of ftm; origin names the claims that tell it and the case, "
    "first_seen and last_seen are the days of publication.",
    loss="As ftm, but for the claims of each value.",
    content=content,
)
