"""A small case made by hand: two reports of one air strike, a third of a protest, and a hostile one."""

from dataclasses import dataclass, field, replace

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.case.words import check_words
from dateline.model import (
    Claim,
    Count,
    EventClaim,
    FigureClaim,
    Original,
    Party,
    RelationClaim,
    Report,
    Speaker,
    Term,
    When,
    Where,
    event_claim_id,
    figure_claim_id,
    relation_claim_id,
    report_id,
)

TAJI = {
    "entry": "geonames:89570",
    "kind": "town",
    "country": "IQ",
    "containing": ("Taji District", "Baghdad", "Iraq"),
    "lat": 33.51,
    "lon": 44.26,
    "radius_km": 3.0,
    "precision": "exact",
}
KNOWN = {
    "Kataib Hezbollah": ("kataib-hezbollah", "Organization"),
    "United States": ("us", "Country"),
    "Iraqi police": ("iq-police", "PublicBody"),
    "Pentagon": ("us-military", "PublicBody"),
}


@dataclass
class Written:
    """A report and the claims that it makes, each value by its words."""

    text: str
    outlet: str | None
    published: str | None
    title: str | None = None
    url: str | None = None
    claims: list[Claim] = field(default_factory=list)

    def __post_init__(self) -> None:
        identity = report_id(self.text, self.title, self.outlet, self.published, self.url)
        self.report = Report(
            identity,
            "golden",
            self.text,
            Original("0" * 64, "text", len(self.text)),
            self.title,
            self.outlet,
            self.published,
            "front matter",
            self.url,
        )

    def span(self, words: str):
        start = self.text.index(words)
        return self.report.span(start, start + len(words))

    def party(self, words: str, name: str | None = None, *, person: bool = False, unnamed: bool = False):
        actor, schema = KNOWN.get(name or words, (None, "Person" if person else None))
        kind = "unnamed" if unnamed else "named"
        return Party(name or words, self.span(words), actor, kind, schema=schema)

    def when(self, words: str, earliest: str | None, latest: str | None, precision: str = "day") -> When:
        return When(self.span(words), "DATE", earliest, latest, precision)

    def place(self, words: str, **known: object) -> Where:
        return Where(self.span(words), words, **(known or TAJI))

    def count(self, words: str, what: str, who: str, low: int | None, high: int | None) -> Count:
        return Count(what, who, low, high, self.span(words))

    def event(self, trigger: str, kind: str, quote: str, **values: object) -> EventClaim:
        at = self.span(trigger)
        claim = EventClaim(
            event_claim_id(at, kind), self.report.id, kind, True, self.span(quote), at, **values
        )
        self.claims.append(claim)
        return claim

    def relation(self, kind: str, source: Party, target: Party, quote: str, **values: object) -> None:
        identity = relation_claim_id(kind, source.span, target.span)
        self.claims.append(
            RelationClaim(identity, self.report.id, kind, True, source, target, self.span(quote), **values)
        )

    def figure(self, count: Count, quote: str, **values: object) -> None:
        identity = figure_claim_id(count.span, count.what)
        self.claims.append(FigureClaim(identity, self.report.id, True, count, self.span(quote), **values))

    def kept(self) -> Kept:
        check_words(self.report, self.claims)
        return Kept(self.report, tuple(self.claims), "golden 1")


def strike() -> Written:
    """At least five fighters killed; told by the Pentagon; a shepherd is named."""
    first = (
        "US drones struck Kataib Hezbollah fighters in Taji on 3 January 2020, "
        "killing at least five fighters, the Pentagon said."
    )
    report = Written(
        f"{first} Iran backs Kataib Hezbollah. Ali Hassan, a shepherd, was injured in the strike. "
        "Mr Hassan was taken away. The group has made 165 attacks since October 2019.",
        "Tigris Wire",
        "2020-01-03",
        "Strike on Taji hits Ali Hassan",
        "https://tigris-wire.example/strike-ali-hassan",
    )
    shared = {
        "mode": "drone strike",
        "actors": (report.party("US", "United States"),),
        "when": report.when("3 January 2020", "2020-01-03", "2020-01-03"),
        "places": (report.place("Taji"),),
    }
    report.event(
        "struck",
        "ASSAULT",
        first,
        **shared,
        targets=(report.party("Kataib Hezbollah fighters", "Kataib Hezbollah"),),
        counts=(report.count("at least five", "killed", "fighters", 5, None),),
        speakers=(Speaker(report.party("Pentagon"), report.span("said")),),
        instrument=Term("drones", report.span("drones")),
    )
    report.event(
        "strike",
        "ASSAULT",
        "Ali Hassan, a shepherd, was injured in the strike.",
        **shared,
        targets=(report.party("Ali Hassan", person=True),),
        counts=(
            Count("injured", "", 1, 1, report.span("Ali Hassan")),
            Count("killed", "", 5, 5, report.span("five")),
        ),
    )
    again = report.text.index("Kataib Hezbollah.")
    target = Party(
        "Kataib Hezbollah", report.report.span(again, again + 16), "kataib-hezbollah", schema="Organization"
    )
    report.relation("backs", report.party("Iran"), target, "Iran backs Kataib Hezbollah.")
    report.figure(
        report.count("165", "attacks", "", 165, None),
        "The group has made 165 attacks since October 2019.",
        by=report.party("The group", "Kataib Hezbollah"),
        when=report.when("October 2019", "2019-10-01", None, "month"),
    )
    return report


def rival() -> Written:
    """The same strike with another toll."""
    text = (
        "US drones struck Kataib Hezbollah fighters in Taji on 3 January 2020, "
        "killing seven fighters, the group said."
    )
    report = Written(text, "Karkh Street News", "2020-01-03", "Seven dead")
    report.event(
        "struck",
        "ASSAULT",
        text,
        mode="drone strike",
        actors=(report.party("US", "United States"),),
        targets=(report.party("Kataib Hezbollah fighters", "Kataib Hezbollah"),),
        when=report.when("3 January 2020", "2020-01-03", "2020-01-03"),
        places=(report.place("Taji"),),
        counts=(report.count("seven", "killed", "fighters", 7, 7),),
        speakers=(Speaker(report.party("the group", "Kataib Hezbollah"), report.span("said")),),
    )
    return report


def protest() -> Written:
    """A protest in a week, and what is only threatened."""
    text = (
        "Protesters marched in Taji in the first week of February 2020. "
        "Kataib Hezbollah threatened to attack the Iraqi police."
    )
    report = Written(text, None, "2020-02-09")
    report.event(
        "marched",
        "PROTEST",
        text,
        mode="march",
        actors=(report.party("Protesters", unnamed=True),),
        when=report.when("the first week of February 2020", "2020-02-01", "2020-02-07", "week"),
        places=(report.place("Taji"),),
    )
    report.event(
        "attack",
        "ASSAULT",
        text,
        status="threatened",
        actors=(report.party("Kataib Hezbollah"),),
        targets=(report.party("Iraqi police"),),
    )
    return report


HOSTILE = (
    '=HYPERLINK("http://x.example") <script>alert(1)</script> <svg onload=alert(2)> javascript:alert(3) '
    "\u202eevil\u202c \x1b[31m & ]]> {{ 7*7 }} | [x](javascript:alert(4)) `code` | a\tb\u2028c"
)


def hostile() -> Written:
    """A report whose every value tries to be something else than words."""
    text = f"{HOSTILE} attacked {HOSTILE} in {HOSTILE} on 5 March 2020, killing two."
    report = Written(text, HOSTILE, "2020-03-06", HOSTILE, "javascript:alert(5)")
    report.event(
        "attacked",
        "ASSAULT",
        text,
        mode="attack",
        actors=(report.party(HOSTILE),),
        targets=(report.party(HOSTILE),),
        when=report.when("5 March 2020", "2020-03-05", "2020-03-05"),
        places=(replace(report.place("in"), name=HOSTILE),),
        counts=(report.count("two", "killed", HOSTILE, 2, 2),),
        speakers=(Speaker(report.party(HOSTILE)),),
    )
    return report


def shelf(*written: Written) -> Shelf:
    """The shelf of `written`, by default of the strike, its rival and the protest."""
    return Shelf(sorted((one.kept() for one in written or (strike(), rival(), protest())), key=_by_id))


def _by_id(kept: Kept) -> str:
    return kept.report.id
