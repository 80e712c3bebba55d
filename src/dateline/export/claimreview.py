"""ClaimReview (schema.org, JSON-LD): drafts for fact-checkers, in which the verdict is left to them."""

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.export.address import web_address
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.headline import headline
from dateline.export.jsontext import to_json
from dateline.model import Claim, Disagreement, Event, Report, Side

Plain = dict[str, Any]


def content(chosen: Chosen) -> Iterator[str]:
    """A graph with a review for each event and one for each side of a disagreement."""
    origin = origin_of(chosen, FORMAT)
    about = "; ".join(f"{key}: {words}" for key, words in origin.items())
    yield '{"@context": "https://schema.org", "@graph": [\n'
    yield to_json({"@type": "Dataset", "@id": f"urn:dateline:{chosen.version}", "description": about})
    for review in _reviews(chosen):
        yield ",\n" + to_json(review)
    yield "\n]}\n"


def _reviews(chosen: Chosen) -> Iterator[Plain]:
    contested: dict[str, list[Disagreement]] = {}
    for disagreement in chosen.record.disagreements:
        contested.setdefault(disagreement.event or "", []).append(disagreement)
    for event in chosen.record.events:
        yield _of_event(chosen, event, contested.get(event.id, []))
    for disagreement in chosen.record.disagreements:
        for number, side in enumerate(disagreement.sides, 1):
            yield _of_side(chosen, disagreement, number, side)


def _of_event(chosen: Chosen, event: Event, contested: Iterable[Disagreement]) -> Plain:
    listed = list(contested)
    against = "; ".join(f"{d.about}: {' or '.join(side.value for side in d.sides)}" for d in listed)
    rating = {"@type": "Rating", "alternateName": event.grade or "not graded"}
    if against:
        rating["ratingExplanation"] = f"Reports disagree about {against}."
    return _review(chosen, event.id, headline(event), event.claims, rating)


def _of_side(chosen: Chosen, disagreement: Disagreement, number: int, side: Side) -> Plain:
    others = "; ".join(other.value for other in disagreement.sides if other is not side)
    rating = {
        "@type": "Rating",
        "alternateName": "contested",
        "ratingExplanation": f"Another report says: {others}.",
    }
    told = f"{disagreement.about}: {side.value}"
    return _review(chosen, f"{disagreement.id}-{number}", told, side.claims, rating)


def _review(chosen: Chosen, id_: str, told: str, ids: Iterable[str], rating: Plain) -> Plain:
    claims = [chosen.claims[claim] for claim in ids]
    speakers = dict.fromkeys(speaker.party for claim in claims for speaker in claim.speakers[-1:])
    authors = {party.name: party.schema for party in speakers}
    item: Plain = {
        "@type": "Claim",
        "name": told,
        "author": [_author(name, schema) for name, schema in authors.items()],
        "appearance": [_appearance(chosen.reports[claim.report], claim) for claim in claims],
    }
    if published := min(filter(None, (chosen.reports[c.report].published for c in claims)), default=None):
        item["datePublished"] = published
    return {
        "@type": "ClaimReview",
        "@id": f"urn:dateline:{id_}",
        "claimReviewed": told,
        "itemReviewed": {key: value for key, value in item.items() if value},
        "reviewRating": rating,
        "isPartOf": {"@id": f"urn:dateline:{chosen.version}"},
    }


def _author(name: str, schema: str | None) -> Plain:
    return {"@type": "Person" if schema == "Person" else "Organization", "name": name}


def _appearance(report: Report, claim: Claim) -> Plain:
    said = {
        "@type": "NewsArticle",
        "headline": report.title,
        "datePublished": report.published,
        "url": web_address(report),
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "identifier": report.id,
        "hasPart": {"@type": "Quotation", "identifier": claim.id, "text": claim.quote.text},
    }
    return {key: value for key, value in said.items() if value}


FORMAT = Format(
    name="claimreview",
    family="records for machines",
    suffix=".jsonld",
    media="application/ld+json",
    people="fact-checkers, search engines",
    rule="A draft ClaimReview for each event and for each side of a disagreement: what is claimed, by whom, "
    "in which reports and words; the rating is the grade in words, with the other side. Author, address and "
    "verdict are left for the reviewer.",
    loss="All values of an event but those of its headline; how the quotes stand in their reports.",
    content=content,
)
