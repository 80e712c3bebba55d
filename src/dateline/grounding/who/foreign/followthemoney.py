"""FollowTheMoney: entities as JSON Lines, persons and bodies with the entities that tie them.

A name, its `alias`, `weakAlias`, `abbreviation` and `previousName` become names of their kinds; Occupancy,
Membership, Directorship, Employment and Ownership become dated ties. Ties come before or after whom they tie.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from dateline.grounding.who.foreign.opensanctions import ACTORS
from dateline.grounding.who.foreign.value import Lines, Reject, date_of, further_names, id_of, wikidata_id
from dateline.grounding.who.rows import ActorRow, NameRow, RoleRow

_NAMES = {"alias": "spelling", "weakAlias": "weak", "abbreviation": "acronym", "previousName": "former"}
# Schema of the tie: property of who holds it, property of what it is with, our type, property of the post.
_TIES = {
    "Occupancy": ("holder", "post", "holds_office", ""),
    "Membership": ("member", "organization", "member_of", "role"),
    "Directorship": ("director", "organization", "leads", "role"),
    "Employment": ("employee", "employer", "member_of", "role"),
    "Ownership": ("asset", "owner", "part_of", ""),
}


class _Entity(msgspec.Struct, frozen=True):
    id: str
    schema: str
    properties: dict[str, list[str]] = {}

    def first(self, *names: str) -> str | None:
        return next((value for name in names for value in self.properties.get(name, ())), None)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    entity: _Entity


def read_followthemoney(file: str, lines: Lines, reject: Reject) -> Iterator[ActorRow]:
    """A row for each person and body; other entities, and ties to none of these, are rejected."""
    actors: dict[str, _Line] = {}
    posts: dict[str, _Entity] = {}
    ties: list[_Line] = []
    for number, line in lines:
        if not line.strip():
            continue
        try:
            entity = msgspec.json.decode(line, type=_Entity)
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            reject(number, str(error))
            continue
        if entity.schema in _TIES:
            ties.append(_Line(number, entity))
        elif entity.schema == "Position":
            posts[entity.id] = entity
        elif entity.schema not in ACTORS or not entity.first("name"):
            reject(number, f"{entity.schema} {entity.id} is no actor with a name")
        else:
            actors[entity.id] = _Line(number, entity)
    roles = _roles(actors, posts, ties, reject)
    for line_ in actors.values():
        yield _row(file, line_, roles[line_.entity.id])


def _roles(
    actors: dict[str, _Line], posts: dict[str, _Entity], ties: list[_Line], reject: Reject
) -> defaultdict[str, list[RoleRow]]:
    """The ties of each actor by its id."""
    roles: defaultdict[str, list[RoleRow]] = defaultdict(list)
    for line in ties:
        one, other, type_, post = _TIES[line.entity.schema]
        holder, with_ = line.entity.first(one) or "", line.entity.first(other) or ""
        if holder not in actors or (with_ not in posts and with_ not in actors):
            reject(line.number, f"{line.entity.schema} {line.entity.id} ties no two entities of this file")
            continue
        start, end = (date_of(line.entity.first(side)) for side in ("startDate", "endDate"))
        if office := posts.get(with_):
            # A post is held with the state it is a post of, as in the shipped registry.
            target = (office.first("country") or "").lower() or None
            name = office.first("name")
            roles[holder].append(RoleRow(type_, target, name.lower() if name else None, start, end))
        else:
            said = line.entity.first(post) if post else None
            roles[holder].append(RoleRow(type_, id_of("ftm", with_), said, start, end))
    return roles


def _row(file: str, line: _Line, roles: list[RoleRow]) -> ActorRow:
    entity = line.entity
    name = " ".join((entity.first("name") or "").split())
    names: list[NameRow | str] = further_names(name, entity.properties["name"][1:], "spelling")
    for property_, kind in _NAMES.items():
        names += further_names(name, entity.properties.get(property_, ()), kind)
    countries = (entity.properties.get(key, ()) for key in ("country", "nationality", "jurisdiction"))
    return ActorRow(
        id=id_of("ftm", entity.id),
        name=name,
        schema=entity.schema,
        kind="person" if entity.schema == "Person" else None,
        names=list(dict.fromkeys(names)),
        country=list(dict.fromkeys(code.lower() for codes in countries for code in codes if len(code) == 2)),
        roles=roles,
        inception=date_of(entity.first("incorporationDate")),
        dissolution=date_of(entity.first("dissolutionDate")),
        wikidataId=wikidata_id(entity.first("wikidataId")),
        source=entity.properties.get("sourceUrl") or [f"{file}:{line.number}"],
    )
