"""How many bear a role where no word says what befell them."""

from collections.abc import Callable

from dateline.model import Party
from dateline.reading.headcount import headcounts
from dateline.reading.role import Roles
from tests.reading.conftest import Sentence


def phrase(made: Sentence, first: str, last: str) -> Party:
    start, end = made.token(first), made.token(last)
    span = made.report.span(start.idx, end.idx + len(end.text))
    return Party(span.text, span, kind="unnamed")


def test_those_who_protest_are_protesters(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Hundreds of youths")
    roles = Roles((phrase(made, "Hundreds", "youths"),), (), ())
    counts = headcounts(roles, "PROTEST", "blockade", made.doc, made.report, made.cast)
    assert [(c.what, c.who, c.min, c.max) for c in counts] == [("protesters", "youths", 200, None)]


def test_a_number_of_no_bearer_counts_nobody(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Hundreds of youths")
    roles = Roles((phrase(made, "road", "road"),), (), ())
    assert list(headcounts(roles, "PROTEST", "blockade", made.doc, made.report, made.cast)) == []


def test_a_number_with_a_toll_is_left_to_it(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Jets destroyed")
    roles = Roles((), (phrase(made, "120", "fighters"),), ())
    assert list(headcounts(roles, "ASSAULT", "killing", made.doc, made.report, made.cast)) == []
