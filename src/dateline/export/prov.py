"""W3C PROV (PROV-JSON): which report, reading, weaving and person every event goes back to."""

from collections.abc import Iterable, Iterator
from typing import Any

from dateline import __version__
from dateline.export.address import web_address
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.headline import headline
from dateline.export.jsontext import to_json
from dateline.model import Claim
from dateline.model.ids import content_id

Plain = dict[str, Any]
Listed = Iterator[tuple[str, Plain]]

_PREFIX = {"dl": "urn:dateline:", "xsd": "http://www.w3.org/2001/XMLSchema#"}
_SOFTWARE = "dl:software"


def content(chosen: Chosen) -> Iterator[str]:
    """A PROV-JSON document, section by section."""
    yield f'{{"prefix": {to_json(_PREFIX)}'
    sections = {
        "entity": _entities(chosen),
        "activity": _activities(chosen),
        "agent": _agents(chosen),
        "used": _used(chosen),
        "wasGeneratedBy": _generated(chosen),
        "wasDerivedFrom": _derived(chosen),
        "wasAttributedTo": _attributed(chosen),
        "wasAssociatedWith": _associated(chosen),
        "wasInfluencedBy": _influenced(chosen),
    }
    for name, rows in sections.items():
        yield from _section(name, rows)
    yield "\n}\n"


def _section(name: str, rows: Listed) -> Iterator[str]:
    """One kind of record; none of it where there is none, as PROV-JSON asks."""
    between = f',\n"{name}": {{\n'
    empty = True
    for key, value in rows:
        yield f"{between}{to_json(key)}: {to_json({k: v for k, v in value.items() if v is not None})}"
        between, empty = ",\n", False
    if not empty:
        yield "\n}"


def _numbered(kind: str, rows: Iterable[Plain]) -> Listed:
    return ((f"_:{kind}{number}", row) for number, row in enumerate(rows, 1))


def _entities(chosen: Chosen) -> Listed:
    for report in chosen.reports.values():
        yield (
            f"dl:{report.id}",
            {
                "prov:type": _name("dl:Report"),
                "prov:label": report.title or report.name,
                "dl:outlet": report.outlet,
                "dl:published": _typed(report.published, "xsd:date"),
                "dl:address": web_address(report),
                "dl:sha256": report.original.sha256,
            },
        )
    for claim in chosen.claims.values():
        yield (
            f"dl:{claim.id}",
            {
                "prov:type": _name("dl:Claim"),
                "prov:value": claim.quote.text,
                "dl:start": _typed(str(claim.quote.start), "xsd:int"),
                "dl:end": _typed(str(claim.quote.end), "xsd:int"),
            },
        )
    for event in chosen.record.events:
        yield f"dl:{event.id}", {"prov:type": _name("dl:Event"), "prov:label": headline(event)}
    for disagreement in chosen.record.disagreements:
        yield (
            f"dl:{disagreement.id}",
            {"prov:type": _name("dl:Disagreement"), "prov:label": disagreement.about},
        )


def _activities(chosen: Chosen) -> Listed:
    for read_by in _readings(chosen):
        yield _reading(read_by), {"prov:type": _name("dl:Reading"), "dl:version": read_by}
    said = {f"dl:{key}": words for key, words in origin_of(chosen, FORMAT).items()}
    yield _weaving(chosen), {"prov:type": _name("dl:Weaving"), **said}
    for decision in chosen.decisions:
        yield (
            f"dl:{decision.id}",
            {
                "prov:type": _name("dl:Decision"),
                "prov:startTime": decision.at,
                "prov:endTime": decision.at,
                "dl:kind": decision.kind,
                "dl:field": decision.field,
                "dl:value": decision.value,
            },
        )


def _agents(chosen: Chosen) -> Listed:
    yield _SOFTWARE, {"prov:type": _name("prov:SoftwareAgent"), "prov:label": f"dateline {__version__}"}
    for name in dict.fromkeys(report.outlet for report in chosen.reports.values() if report.outlet):
        yield _agent("outlet", name), {"prov:type": _name("prov:Organization"), "prov:label": name}
    for name in dict.fromkeys(name for claim in chosen.claims.values() for name in _voices(claim)):
        yield _agent("speaker", name), {"prov:label": name}
    for name in dict.fromkeys(decision.by for decision in chosen.decisions):
        yield _agent("person", name), {"prov:type": _name("prov:Person"), "prov:label": name}


def _used(chosen: Chosen) -> Listed:
    read = (
        {"prov:activity": _reading(kept.read_by), "prov:entity": f"dl:{kept.report.id}"}
        for kept in chosen.kept
    )
    yield from _numbered("u", read)


def _generated(chosen: Chosen) -> Listed:
    read = ((claim.id, _reading(kept.read_by)) for kept in chosen.kept for claim in kept.claims)
    record = chosen.record
    woven = ((noun.id, _weaving(chosen)) for nouns in (record.events, record.disagreements) for noun in nouns)
    rows = ((f"dl:{id_}", activity) for id_, activity in (*read, *woven))
    yield from _numbered(
        "g", ({"prov:entity": entity, "prov:activity": activity} for entity, activity in rows)
    )


def _derived(chosen: Chosen) -> Listed:
    def rows() -> Iterator[Plain]:
        for claim in chosen.claims.values():
            yield {**_from(claim.id, claim.report), "prov:type": _name("prov:Quotation")}
        for event in chosen.record.events:
            yield from (_from(event.id, claim) for claim in event.claims)
        for disagreement in chosen.record.disagreements:
            yield from (_from(disagreement.id, claim) for side in disagreement.sides for claim in side.claims)

    yield from _numbered("d", rows())


def _attributed(chosen: Chosen) -> Listed:
    def rows() -> Iterator[Plain]:
        for report in chosen.reports.values():
            if report.outlet:
                yield {"prov:entity": f"dl:{report.id}", "prov:agent": _agent("outlet", report.outlet)}
        for claim in chosen.claims.values():
            for name in _voices(claim):
                yield {"prov:entity": f"dl:{claim.id}", "prov:agent": _agent("speaker", name)}

    yield from _numbered("t", rows())


def _associated(chosen: Chosen) -> Listed:
    machine = (*map(_reading, _readings(chosen)), _weaving(chosen))
    pairs = [(activity, _SOFTWARE) for activity in machine]
    pairs += [(f"dl:{decision.id}", _agent("person", decision.by)) for decision in chosen.decisions]
    yield from _numbered("a", ({"prov:activity": act, "prov:agent": agent} for act, agent in pairs))


def _influenced(chosen: Chosen) -> Listed:
    known = {decision.id for decision in chosen.decisions}
    pairs = ((e.id, id_) for e in chosen.record.events for id_ in e.decisions if id_ in known)
    rows = ({"prov:influencee": f"dl:{event}", "prov:influencer": f"dl:{id_}"} for event, id_ in pairs)
    yield from _numbered("i", rows)


def _from(derived: str, source: str) -> Plain:
    return {"prov:generatedEntity": f"dl:{derived}", "prov:usedEntity": f"dl:{source}"}


def _readings(chosen: Chosen) -> list[str]:
    return sorted({kept.read_by for kept in chosen.kept})


def _reading(read_by: str) -> str:
    return f"dl:{content_id('reading', read_by)}"


def _weaving(chosen: Chosen) -> str:
    return f"dl:weaving-{chosen.version}"


def _agent(kind: str, name: str) -> str:
    return f"dl:{content_id(kind, name)}"


def _voices(claim: Claim) -> list[str]:
    """Those whom the claim quotes, outermost first."""
    return list(dict.fromkeys(speaker.party.name for speaker in claim.speakers))


def _name(qualified: str) -> Plain:
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}


def _typed(value: str | None, kind: str) -> Plain | None:
    return None if value is None else {"$": value, "type": kind}


FORMAT = Format(
    name="prov",
    family="records for machines",
    suffix=".prov.json",
    media="application/json",
    people="archives, auditors",
    rule="PROV-JSON: every claim is a quotation of its report, generated by a reading and attributed to its "
    "speakers; every event and disagreement is derived from its claims by one weaving; decisions are "
    "activities of the persons who made them.",
    loss="The values themselves (events have a headline, claims their quote).",
    content=content,
)
