"""Reports and claims made by hand, so that weaving is tested without reading."""

from dataclasses import dataclass, field

from dateline.model import (
    Claim,
    Count,
    EventClaim,
    Original,
    Party,
    RelationClaim,
    Report,
    Speaker,
    When,
    Where,
    event_claim_id,
    relation_claim_id,
    report_id,
)
from dateline.weaving.facet import sentence_around

# Where the invented towns lie: Brodo 111 km from Avdo, Avdo's airport at its edge.
SPOTS = {
    "Avdo": {"lat": 33.0, "lon": 44.0, "radius_km": 10.0},
    "airport": {"lat": 33.05, "lon": 44.0, "radius_km": 2.0},
    "Brodo": {"lat": 34.0, "lon": 44.0, "radius_km": 10.0},
}


@dataclass
class Told:
    """A report whose claims are given word by word: every value names the words it stands on."""

    text: str
    published: str | None = "2020-01-05"
    outlet: str | None = None
    claims: list[Claim] = field(default_factory=list)

    def __post_init__(self) -> None:
        identity = report_id(self.text, None, self.outlet, self.published, None)
        original = Original("0" * 64, "text", len(self.text))
        self.report = Report(
            identity, "told", self.text, original, outlet=self.outlet, published=self.published
        )

    def span(self, words: str):
        start = self.text.index(words)
        return self.report.span(start, start + len(words))

    def party(self, words: str, *, person: bool = False, named: bool = True) -> Party:
        kind = "named" if named else "unnamed"
        return Party(words, self.span(words), kind=kind, schema="Person" if person else None)

    def event(self, trigger: str, kind: str = "ASSAULT", **fields) -> EventClaim:
        at = self.span(trigger)
        for who in ("actors", "targets", "claimed_by", "denied_by"):
            fields[who] = tuple(w if isinstance(w, Party) else self.party(w) for w in fields.get(who, ()))
        fields["speakers"] = tuple(Speaker(self.party(w)) for w in fields.get("speakers", ()))
        fields["counts"] = tuple(
            Count(what, who, low, high, self.span(words))
            for what, who, low, high, words in fields.get("counts", ())
        )
        if day := fields.pop("day", None):
            words, earliest, latest = day
            fields["when"] = When(self.span(words), "DATE", earliest, latest, "day")
        fields["places"] = tuple(
            Where(self.span(name), name, entry=name, country=country, **SPOTS.get(name, {}))
            for name, country in fields.get("places", ())
        )
        claim = EventClaim(
            event_claim_id(at, kind),
            self.report.id,
            kind,
            True,
            sentence_around(self.report, at),
            at,
            **fields,
        )
        self.claims.append(claim)
        return claim

    def relation(self, source: str, kind: str, target: str, *, negated: bool = False) -> RelationClaim:
        ends = self.party(source), self.party(target)
        identity = relation_claim_id(kind, ends[0].span, ends[1].span)
        quote = self.report.span(0, len(self.text))
        claim = RelationClaim(identity, self.report.id, kind, True, *ends, quote, negated=negated)
        self.claims.append(claim)
        return claim


def raided(told: Told, count: tuple[str, str, int, int | None, str]) -> Told:
    """`told` with the claim of a raid on Avdo on 3 January, and what it cost."""
    told.event(
        "raid",
        targets=["Avdo"],
        mode="raid",
        day=("2020-01-03", "2020-01-03", "2020-01-03"),
        places=[("Avdo", "IQ")],
        counts=[count],
    )
    return told
