"""Who of those that speak near an event tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest

from dateline.model import Party, Speaker
from dateline.reading import teller
from dateline.reading.speaker import find_attributions
from dateline.reading.teller import TELLS, Candidate, Seen, Tellers
from dateline.reading.weights import Weights
from tests.reading.conftest import Sentence

SEEN = Seen("ASSAULT", None, True, "actual", "fact", ())


def tellers_of(made: Sentence) -> Tellers:
    return Tellers(made.doc, find_attributions(made.doc, made.report, made.cast))


def names(candidate: Candidate) -> list[str]:
    return [speaker.party.name for speaker in candidate.speakers]


def performer(made: Sentence, word: str) -> Speaker:
    token = made.token(word)
    span = made.report.span(token.idx, token.idx + len(token.text))
    return Speaker(Party(word, span), span)


def weights_for(features: Iterable[str]) -> Weights:
    """Weights that take whoever shows one of `features`, and nobody else."""
    known = list(features)
    table = np.array([[-20.0, 20.0]] * len(known) + [[9.0, -9.0]], np.float32)
    return Weights(["silent", TELLS], known, table)


@pytest.fixture
def take(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def set_weights(*features: str) -> None:
        monkeypatch.setattr(teller.Weights, "load", classmethod(lambda cls, name: weights_for(features)))

    return set_weights


def test_whose_words_it_stands_in_may_tell_it(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A monitor said shells")
    (found,) = tellers_of(made).candidates(made.token("hit"), SEEN, ())
    assert (found.kind, names(found)) == ("told", ["monitor"])
    assert {"told stance=say", "told cue=say/VERB", "told side=after/0", "told relcl=False"} <= {
        *found.features
    }


def test_who_spoke_before_may_go_on(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A monitor said shells")
    (found,) = tellers_of(made).candidates(made.token("killed"), SEEN, ())
    assert (found.kind, names(found)) == ("before", ["monitor"])
    assert {"before gap=1", "before paragraphs=0", "before opens=later", "before alone=True"} <= {
        *found.features
    }


def test_nobody_is_named_twice(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A monitor said shells")
    again = (performer(made, "monitor"),)
    assert [c.kind for c in tellers_of(made).candidates(made.token("hit"), SEEN, again)] == ["told"]


def test_nobody_may_tell_what_no_one_speaks_near(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Israel bombed")
    assert tellers_of(made).pick(made.token("bombed"), SEEN, ()) == ()


def test_only_the_likely_ones_are_taken(
    sentence: Callable[[str], Sentence], take: Callable[..., None]
) -> None:
    made = sentence("A monitor said shells")
    doer = (performer(made, "shells"),)
    take("done over=True")
    assert tellers_of(made).pick(made.token("hit"), SEEN, doer) == doer
    take("told stance=say", "done over=True")
    assert [s.party.name for s in tellers_of(made).pick(made.token("hit"), SEEN, doer)] == [
        "monitor",
        "shells",
    ]
    take()
    assert tellers_of(made).pick(made.token("hit"), SEEN, doer) == ()


def test_the_speaker_who_goes_on_stands_before_the_one_who_does_it(
    sentence: Callable[[str], Sentence], take: Callable[..., None]
) -> None:
    made = sentence("A monitor said shells")
    take("before gap=1", "done over=False")
    found = tellers_of(made).pick(made.token("killed"), SEEN, (performer(made, "guards"),))
    assert [speaker.party.name for speaker in found] == ["monitor", "guards"]


def test_who_decides_to_do_it_does_not_tell_it(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The mayor's decision to withdraw")
    assert list(tellers_of(made).candidates(made.token("withdraw"), SEEN, ())) == []
