from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Token

from dateline.model import Party, RelationClaim
from dateline.reading.relation import find_relations
from dateline.reading.speaker import find_attributions
from tests.reading.conftest import PlainCast, Sentence


def relations(made: Sentence) -> tuple[RelationClaim, ...]:
    attributions = find_attributions(made.doc, made.report, made.cast)
    return find_relations(made.doc, made.report, made.cast, (), attributions)


@pytest.mark.parametrize(
    ("start", "source", "type", "target", "core"),
    [
        ("The SDF commander", "Adnan Afrin", "leads", "SDF", True),
        ("Iran funds", "Iran", "backs", "militia", True),
        ("The Taliban killed", "Iran", "backs", "fighters", True),
        ("Hayat Tahrir", "Hayat Tahrir al-Sham", "operates_in", "Idlib", True),
        ("Hayat Tahrir", "Hayat Tahrir al-Sham", "also_known_as", "HTS", False),
        ("Russia lists", "Russia", "designates", "group", True),
    ],
)
def test_ties(
    sentence: Callable[[str], Sentence], start: str, source: str, type: str, target: str, core: bool
) -> None:
    found = {(r.source.name, r.type, r.target.name, r.core) for r in relations(sentence(start))}
    assert (source, type, target, core) in found


def test_an_act_is_no_lasting_tie(sentence: Callable[[str], Sentence]) -> None:
    assert relations(sentence("Israel bombed")) == ()


def test_quote_and_reason_stand_in_the_text(sentence: Callable[[str], Sentence]) -> None:
    (claim,) = relations(sentence("Iran funds"))
    assert claim.quote.text == "Iran funds the militia."
    assert claim.why[0].span is not None
    assert claim.why[0].span.text == "funds"
    assert not claim.negated


class SplittingCast(PlainCast):
    """Takes a name and what is said of it for two, as a parse that joins them makes a cast do."""

    def parties(self, token: Token) -> tuple[Party, ...]:
        beside = [c for c in token.children if c.dep_ == "appos"]
        return tuple(party for each in (token, *beside) for party in super(SplittingCast, self).parties(each))


def test_a_post_does_not_hold_itself(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Soleimani, commander")
    found = relations(replace(made, cast=SplittingCast(made.report)))
    assert [(r.source.name, r.type, r.target.name) for r in found] == [("Soleimani", "leads", "Quds Force")]
