"""Label Studio: reports as tasks with what dateline read as predictions, for annotators to put right."""

from collections.abc import Iterator
from typing import Any

from dateline.case.store import Kept
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.jsontext import to_json
from dateline.model import EventClaim, Span

Plain = dict[str, Any]


def spans_of(claim: EventClaim) -> Iterator[tuple[str, Span]]:
    """The words that an annotator looks at, each with its label; the trigger, labelled by type, first."""
    yield claim.type, claim.trigger
    for label, parties in (("actor", claim.actors), ("target", claim.targets)):
        yield from ((label, party.span) for party in parties)
    yield from (("speaker", speaker.party.span) for speaker in claim.speakers)
    if claim.when:
        yield "time", claim.when.span
    yield from (("place", where.span) for where in claim.places)
    yield from (("count", count.span) for count in claim.counts)
    if claim.instrument:
        yield "instrument", claim.instrument.span


def content(chosen: Chosen) -> Iterator[str]:
    """A list of tasks, a task a line."""
    between = "[\n"
    for number, kept in enumerate(chosen.kept, 1):
        yield between + to_json(_task(chosen, number, kept))
        between = ",\n"
    yield "\n]\n" if between == ",\n" else "[]\n"


def _task(chosen: Chosen, number: int, kept: Kept) -> Plain:
    report = kept.report
    told = {
        "text": report.text,
        "title": report.title or "",
        "outlet": report.outlet or "",
        "published": report.published or "",
        "report": report.id,
    }
    prediction = {"model_version": f"{kept.read_by} {chosen.version}", "result": _regions(kept)}
    return {"id": number, "data": told, "meta": origin_of(chosen, FORMAT), "predictions": [prediction]}


def _regions(kept: Kept) -> list[Plain]:
    """The labelled words of each claim, and arrows from its trigger to all else."""
    found: list[Plain] = []
    for claim in kept.claims:
        if isinstance(claim, EventClaim):
            for number, (label, span) in enumerate(spans_of(claim)):
                found.append(_region(f"{claim.id}-{number}", label, span))
                if number:
                    found.append(_arrow(f"{claim.id}-0", f"{claim.id}-{number}", label))
    return found


def _region(id_: str, label: str, span: Span) -> Plain:
    value = {"start": span.start, "end": span.end, "text": span.text, "labels": [label]}
    return {"id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _arrow(source: str, target: str, label: str) -> Plain:
    return {"from_id": source, "to_id": target, "type": "relation", "direction": "right", "labels": [label]}


FORMAT = Format(
    name="labelstudio",
    family="for annotators",
    suffix=".json",
    media="application/json",
    people="Label Studio",
    rule="One task for each report, with a prediction that labels the words of each event claim: its type on "
    "the trigger, actor, target, speaker, time, place, count, instrument, and an arrow to each. Region ids "
    "begin with the claim's id.",
    loss="What words are resolved to (names, days, places, bounds); status; ties and figures; the joins.",
    content=content,
)
