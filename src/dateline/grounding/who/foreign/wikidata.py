"""Wikidata: items as JSON, from an entity dump (an item a line) or from `wbgetentities`.

English labels and aliases become names, "short name" (P1813) acronyms, "part of" (P361), "member of" (P463)
and "position held" (P39, with its dates P580 and P582) ties, inception (P571) and dissolution (P576) the span
of life. Which country an item is of (P17, P27) and what a position is called are known where the country
(with its ISO code, P297) and the position are items of the same file.
"""

import json
from collections.abc import Iterator
from typing import Any

from dateline.grounding.who.foreign.value import Lines, Reject, date_of, further_names
from dateline.grounding.who.rows import ActorRow, NameRow, RoleRow

Item = dict[str, Any]
_HUMAN = "Q5"
_TIES = {"P361": "part_of", "P463": "member_of"}
_LICENCE = "CC0-1.0"
_PRECISION = {9: 4, 10: 7, 11: 10}  # Wikidata's codes for year, month and day to characters of an ISO date


def read_wikidata(file: str, lines: Lines, reject: Reject) -> Iterator[ActorRow]:
    """A row for each item with an English label that is neither a state nor a position."""
    items = {item["id"]: item for _, item in _items(lines, reject)}
    posts = {post for item in items.values() for post, _ in _linked(item, "P39")}
    for key, item in items.items():
        if _code(item) is None and key not in posts and _label(item):
            yield _row(item, items)


def _items(lines: Lines, reject: Reject) -> Iterator[tuple[int, Item]]:
    """The items of a dump, line by line, or of the one object that `wbgetentities` gives."""
    rest: list[str] = []
    for number, line in lines:
        text = line.strip().rstrip(",")
        if rest or text == "{":  # one object over many lines
            rest.append(line)
        elif text not in ("", "[", "]"):
            try:
                yield from _checked(number, json.loads(text), reject)
            except ValueError as error:
                reject(number, f"is no JSON: {error}")
    if rest:
        try:
            yield from _checked(1, json.loads("\n".join(rest)), reject)
        except ValueError as error:
            reject(1, f"is no JSON: {error}")


def _checked(number: int, read: Any, reject: Reject) -> Iterator[tuple[int, Item]]:
    found = read.get("entities", {read.get("id"): read}) if isinstance(read, dict) else {}
    if not found:
        reject(number, "is no item of Wikidata")
    for key, item in found.items():
        if isinstance(item, dict) and str(key).startswith("Q") and isinstance(item.get("labels"), dict):
            yield number, {**item, "id": key}
        else:
            reject(number, f"{key} is no item with labels")


def _row(item: Item, items: dict[str, Item]) -> ActorRow:
    name = _label(item) or ""
    person = any(kind == _HUMAN for kind, _ in _linked(item, "P31"))
    texts = (alias["value"] for alias in item.get("aliases", {}).get("en", ()))
    names: list[NameRow | str] = further_names(name, texts, "spelling")
    names += further_names(name, _short_names(item), "acronym")
    return ActorRow(
        id=_id(item["id"]),
        name=name,
        schema="Person" if person else "Organization",
        kind="person" if person else None,
        names=names,
        country=_countries(item, items),
        roles=[*_ties(item), *_offices(item, items)],
        inception=_time(item, "P571"),
        dissolution=_time(item, "P576"),
        wikidataId=item["id"],
        source=[f"https://www.wikidata.org/wiki/{item['id']}"],
        licence=_LICENCE,
    )


def _id(item: str) -> str:
    return f"wikidata-{item.lower()}"


def _label(item: Item) -> str | None:
    return " ".join(str(item["labels"].get("en", {}).get("value", "")).split()) or None


def _statements(item: Item, property_: str) -> Iterator[Item]:
    """The statements of a property that have a value and are not withdrawn."""
    for statement in item.get("claims", {}).get(property_, ()):
        if statement.get("rank") != "deprecated" and statement.get("mainsnak", {}).get("datavalue"):
            yield statement


def _linked(item: Item, property_: str) -> Iterator[tuple[str, Item]]:
    """The items that a property names, each with its statement."""
    for statement in _statements(item, property_):
        value = statement["mainsnak"]["datavalue"]["value"]
        if isinstance(value, dict) and "id" in value:
            yield value["id"], statement


def _code(item: Item) -> str | None:
    """The two-letter ISO code of a state."""
    codes = (statement["mainsnak"]["datavalue"]["value"] for statement in _statements(item, "P297"))
    return next((str(code).lower() for code in codes), None)


def _countries(item: Item, items: dict[str, Item]) -> list[str]:
    linked = [key for name in ("P17", "P27") for key, _ in _linked(item, name) if key in items]
    return list(dict.fromkeys(code for key in linked if (code := _code(items[key]))))


def _ties(item: Item) -> Iterator[RoleRow]:
    for property_, type_ in _TIES.items():
        for key, statement in _linked(item, property_):
            yield RoleRow(type_, _id(key), None, *_span(statement))


def _offices(item: Item, items: dict[str, Item]) -> Iterator[RoleRow]:
    for key, statement in _linked(item, "P39"):
        post = items.get(key)
        if post is not None and (name := _label(post)):
            of = _countries(post, items)
            yield RoleRow("holds_office", of[0] if of else None, name.lower(), *_span(statement))


def _short_names(item: Item) -> Iterator[str]:
    for statement in _statements(item, "P1813"):
        yield str(statement["mainsnak"]["datavalue"]["value"].get("text", ""))


def _span(statement: Item) -> tuple[str | None, str | None]:
    qualifiers = statement.get("qualifiers", {})
    start, end = (_day(next(iter(qualifiers.get(name, ())), {})) for name in ("P580", "P582"))
    return start, end


def _time(item: Item, property_: str) -> str | None:
    return next((_day(statement["mainsnak"]) for statement in _statements(item, property_)), None)


def _day(snak: Item) -> str | None:
    """The date of a time value, as exact as Wikidata says it is; centuries are no dates."""
    value = snak.get("datavalue", {}).get("value", {})
    length = _PRECISION.get(value.get("precision"))
    return date_of(str(value.get("time", "")).lstrip("+")[:length]) if length else None
