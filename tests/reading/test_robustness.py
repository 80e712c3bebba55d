"""Whatever a parser makes of whatever text, reading answers, and its words stand where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from dateline.model import EventClaim, Span
from dateline.model.codec import to_plain
from dateline.reading.count import counts_of
from dateline.reading.figure import find_figures
from dateline.reading.relation import find_relations
from dateline.reading.response import link_responses
from dateline.reading.responsibility import claims_of_responsibility
from dateline.reading.speaker import find_attributions
from dateline.reading.status import status_of
from tests.reading.conftest import PlainCast, Sentence, make_report

VOCAB = English().vocab
WORDS = (
    'the army killed 12 people said Reuters told that “ ” " , . : ( ) - may not if claimed responsibility '
    "for attack Iran backed leader of ISIS he we according to reportedly denied at least dozens dead known "
    "as fighters in response accused \n ? ’ [ ] % territory lost more than"
).split(" ")
DEPS = (
    "nsubj nsubj:pass obj obl nmod amod compound flat appos conj ccomp xcomp advcl acl acl:relcl parataxis "
    "case mark"
).split()
TAGS = (
    ("VERB", "VBD"), ("VERB", "VBG"), ("NOUN", "NN"), ("PROPN", "NNP"), ("NUM", "CD"), ("ADJ", "JJ"),
)  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    size = len(words)
    kinds = draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size))
    deps = draw(st.lists(st.sampled_from(DEPS), min_size=size, max_size=size))
    heads = [0, *(draw(st.integers(0, i - 1)) for i in range(1, size))]
    if draw(st.booleans()):  # a head at the right end instead of the left
        heads, deps = [size - 1 - head for head in reversed(heads)], deps[::-1]
    deps = ["ROOT" if head == i else dep for i, (head, dep) in enumerate(zip(heads, deps, strict=True))]
    doc = Doc(
        VOCAB,
        words=words,
        lemmas=[word.lower() for word in words],
        pos=[pos for pos, _ in kinds],
        tags=[tag for _, tag in kinds],
        heads=heads,
        deps=deps,
    )
    report = make_report(doc.text)
    return Sentence(doc, report, PlainCast(report))


def spans_in(plain: object) -> list[dict[str, object]]:
    if isinstance(plain, dict):
        own = [plain] if set(plain) == {"report", "start", "end", "text"} else []
        return own + [span for value in plain.values() for span in spans_in(value)]
    return [span for item in plain for span in spans_in(item)] if isinstance(plain, list) else []


@settings(max_examples=150, deadline=None)
@given(sentences())
def test_every_reading_answers_with_exact_words(made: Sentence) -> None:
    doc, report, cast = made.doc, made.report, made.cast
    attributions = find_attributions(doc, report, cast)
    events = []
    for token in doc:
        status = status_of(token, "ASSAULT", doc, report, attributions)
        trigger = Span(report.id, token.idx, token.idx + len(token.text), token.text)
        event = EventClaim(
            id=str(token.i),
            report=report.id,
            type="ASSAULT",
            core=True,
            quote=trigger,
            trigger=trigger,
            status=status.status,
            status_cue=status.cue,
            speakers=attributions.speakers(token) + attributions.performers(token),
            counts=counts_of(token, doc, report, cast, "ASSAULT"),
        )
        events.append(event)
    events = link_responses(doc, claims_of_responsibility(doc, cast, events))
    relations = find_relations(doc, report, cast, (), attributions)
    figures = find_figures(doc, report, cast, (), (), attributions, events)
    assert len(events) == len(doc)
    for span in spans_in(to_plain((events, relations, figures))):
        assert report.text[int(str(span["start"])) : int(str(span["end"]))] == span["text"]
    assert find_relations(doc, report, cast, (), attributions) == relations
