"""Laws of the cast, over the shipped pipeline: they hold whatever the parser makes of a text."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language import load
from tests.grounding.who.sentence import cast_of

WORDS = st.sampled_from(
    [
        *"Isis the SDF ( ) , . “ ” He they who said killed fighters of two Russia and Iran".split(),
        *"Donald Trump its group U.S. forces commander Adnan Afrin in Damascus 's".split(),
        *"Kata'ib Hizballah (KH) 14 members gunmen - women".split(),
        "\n",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)


@cache
def pipeline():
    return load()


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_every_party_stands_in_the_text_and_has_a_name(text):
    doc = pipeline().parse(text)
    cast = cast_of(doc)
    for token in doc:
        for party in cast.parties(token):
            for span in (party.span, party.via):
                assert span is None or doc.text[span.start : span.end] == span.text
            assert party.name.strip() == party.name != ""
            assert "\n" not in party.name


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_the_same_text_gives_the_same_cast_in_any_order_of_asking(text):
    doc = pipeline().parse(text)
    one, other = cast_of(doc), cast_of(doc)
    assert one.mentions == other.mentions
    forward = [one.parties(token) for token in doc]
    assert forward == [other.parties(token) for token in reversed(doc)][::-1]


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_parties_of_one_phrase_have_different_names(text):
    doc = pipeline().parse(text)
    cast = cast_of(doc)
    for token in doc:
        names = [party.name for party in cast.parties(token)]
        assert len(names) == len(set(names))


def test_an_empty_report_has_no_cast():
    assert cast_of(pipeline().parse("")).mentions == ()
