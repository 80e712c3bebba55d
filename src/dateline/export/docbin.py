"""spaCy DocBin: reports as documents with span groups, for training and checking of other components."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.case.store import Kept
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.labelstudio import spans_of
from dateline.model import EventClaim, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUPS = ("trigger", "actor", "target", "speaker", "time", "place", "count", "instrument")


def content(chosen: Chosen) -> Iterator[bytes]:
    """One DocBin of all reports; it can't be written in parts."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    documents = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    origin = json.dumps(origin_of(chosen, FORMAT), ensure_ascii=False)
    for kept in chosen.kept:
        documents.add(_document(nlp, kept, origin))
    yield documents.to_bytes()


def _document(nlp: "Language", kept: Kept, origin: str) -> "Doc":
    document: Doc = nlp.tokenizer(kept.report.text)  # unlike make_doc, of any length
    document.user_data = {"report": kept.report.id, "origin": origin}
    groups: dict[str, list[tuple[str, str, Span]]] = {group: [] for group in GROUPS}
    for claim in kept.claims:
        if isinstance(claim, EventClaim):
            for number, (label, span) in enumerate(spans_of(claim)):
                groups[label if number else "trigger"].append((claim.id, label, span))
    for group, rows in groups.items():
        found = (
            document.char_span(span.start, span.end, label, alignment_mode="expand", span_id=id_)
            for id_, label, span in rows
        )
        document.spans[group] = [span for span in found if span is not None]
    return document


FORMAT = Format(
    name="docbin",
    family="for annotators",
    suffix=".spacy",
    media="application/octet-stream",
    people="spaCy (spancat, evaluation)",
    rule="One document for each report, split by spaCy's English tokeniser, with span groups trigger "
    "(labelled with the type), actor, target, speaker, time, place, count and instrument; a span's id is its "
    "claim's. user_data names the report and the case.",
    loss="As labelstudio; offsets within a token go to its ends.",
    content=content,
)
