from collections.abc import Callable

from dateline.reading.response import link_responses
from tests.reading.conftest import Sentence
from tests.reading.test_responsibility import event


def test_the_answer_points_to_what_it_answers(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Israel bombed")
    events = (event(made, "bombed", "answer"), event(made, "attack", "cause"))
    linked = link_responses(made.doc, events)
    assert [claim.responds_to for claim in linked] == ["cause", None]


def test_nothing_is_linked_without_words_that_say_so(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("If the talks")
    events = (event(made, "fail", "one"), event(made, "attack", "two"))
    assert link_responses(made.doc, events) == events
