"""GEXF 1.3: who is tied to whom, when and by what, for Gephi."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from xml.sax.saxutils import quoteattr

from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.masking import is_private
from dateline.model import Party, RelationClaim, When

# Characters that XML 1.0 can't hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE = ("kind", "schema")
_EDGE = ("kind", "status", "negated", "speakers", "claims", "quotes", "case")


@dataclass(slots=True)
class Tie:
    """An arrow from one actor to another: a stated relation, or an event between the two."""

    source: str
    target: str
    label: str
    kind: str
    status: str
    when: tuple[str | None, str | None]
    claims: list[str]
    negated: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What makes statements one tie."""
        return (self.source, self.target, self.label, self.kind, self.status, self.when, self.negated)


def ties(chosen: Chosen) -> list[Tie]:
    """All ties, each once, in the order of the record."""
    merged: dict[tuple[object, ...], Tie] = {}
    for tie in (*_relations(chosen.record.relations), *_acts(chosen)):
        if known := merged.get(tie.key):
            known.claims += tie.claims
        else:
            merged[tie.key] = tie
    return list(merged.values())


def _relations(claims: Iterable[RelationClaim]) -> Iterator[Tie]:
    for claim in claims:
        ends = node_id(claim.source), node_id(claim.target)
        yield Tie(*ends, claim.type, "relation", "actual", _days(claim.when), [claim.id], claim.negated)


def _acts(chosen: Chosen) -> Iterator[Tie]:
    for event in chosen.record.events:
        for actor, target in product(event.actors, event.targets):
            label, claims = event.mode or event.type, list(event.claims)
            yield Tie(
                node_id(actor), node_id(target), label, event.type, event.status, _days(event.when), claims
            )


def node_id(party: Party) -> str:
    """The registry id, or the name; private persons are not joined across reports by their name."""
    apart = f" ({party.span.report})" if is_private(party) else ""
    return party.actor or f"{party.name}{apart}"


def _days(when: When | None) -> tuple[str | None, str | None]:
    return (when.earliest, when.latest) if when else (None, None)


def content(chosen: Chosen) -> Iterator[str]:
    """A dynamic, directed graph."""
    origin = origin_of(chosen, FORMAT)
    about = "; ".join(f"{key}: {words}" for key, words in origin.items() if key != "made_by")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    creator = f"<creator>{_text(origin['made_by'])}</creator>"
    yield f"<meta>{creator}<description>{_text(about)}</description></meta>\n"
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n'
    yield from (_declared("node", _NODE), _declared("edge", _EDGE))
    yield "<nodes>\n"
    yield from map(_node, _parties(chosen).values())
    yield "</nodes>\n<edges>\n"
    yield from (_edge(chosen, number, tie) for number, tie in enumerate(ties(chosen), 1))
    yield "</edges>\n</graph>\n</gexf>\n"


def _parties(chosen: Chosen) -> dict[str, Party]:
    """Everybody, as they are first named."""
    found: dict[str, Party] = {}
    for claim in chosen.record.relations:
        for party in (claim.source, claim.target):
            found.setdefault(node_id(party), party)
    for event in chosen.record.events:
        for party in (*event.actors, *event.targets):
            found.setdefault(node_id(party), party)
    return found


def _declared(owner: str, names: tuple[str, ...]) -> str:
    rows = "".join(f'<attribute id="{name}" title="{name}" type="string"/>' for name in names)
    return f'<attributes class="{owner}">{rows}</attributes>\n'


def _node(party: Party) -> str:
    values = _values({"kind": party.kind, "schema": party.schema or ""})
    return f"<node id={_attribute(node_id(party))} label={_attribute(party.name)}>{values}</node>\n"


def _edge(chosen: Chosen, number: int, tie: Tie) -> str:
    claims = [chosen.claims[claim] for claim in tie.claims]
    first, last = tie.when
    dated = "".join(f" {side}={_attribute(day)}" for side, day in (("start", first), ("end", last)) if day)
    values = {
        "kind": tie.kind,
        "status": tie.status,
        "negated": str(tie.negated).lower(),
        "speakers": "; ".join(dict.fromkeys(s.party.name for claim in claims for s in claim.speakers)),
        "claims": " ".join(tie.claims),
        "quotes": " | ".join(claim.quote.text for claim in claims),
        "case": chosen.version,
    }
    ends = f"source={_attribute(tie.source)} target={_attribute(tie.target)}"
    label = f'label={_attribute(tie.label)} weight="{len(tie.claims)}"'
    return f'<edge id="{number}" {ends} {label}{dated}>{_values(values)}</edge>\n'


def _values(values: dict[str, str]) -> str:
    rows = "".join(
        f'<attvalue for="{name}" value={_attribute(value)}/>' for name, value in values.items() if value
    )
    return f"<attvalues>{rows}</attvalues>"


def _attribute(words: str) -> str:
    return quoteattr(_FORBIDDEN.sub(" ", words))


def _text(words: str) -> str:
    return _FORBIDDEN.sub(" ", words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


FORMAT = Format(
    name="gexf",
    family="maps, graphs and times",
    suffix=".gexf",
    media="application/gexf+xml",
    people="Gephi, networkx",
    rule="A node for each actor (by registry id, else by name) and a dated arrow for each stated tie, and "
    "from each actor to each target of an event; the weight is the number of claims, whose ids and quotes "
    "it has.",
    loss="Events without a target; places and tolls; that a private person of two reports is one.",
    content=content,
)
