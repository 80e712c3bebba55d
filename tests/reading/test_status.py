from collections.abc import Callable

import pytest

from dateline.model.vocabulary import EventType
from dateline.reading.speaker import find_attributions
from dateline.reading.status import StatusReading, status_of
from tests.reading.conftest import Sentence


def read(made: Sentence, word: str, type: EventType) -> StatusReading:
    attributions = find_attributions(made.doc, made.report, made.cast)
    return status_of(made.token(word), type, made.doc, made.report, attributions)


@pytest.mark.parametrize(
    ("start", "word", "type", "status", "cue"),
    [
        ("Israel bombed", "bombed", "ASSAULT", "actual", None),
        ("The army did not", "bomb", "ASSAULT", "denied", "not"),
        ("Police said", "attack", "ASSAULT", "hypothetical", "may"),
        ("The general threatened", "attack", "ASSAULT", "threatened", "threatened"),
        ("The general threatened", "threatened", "THREATEN", "actual", None),
        ("He accused", "killing", "ASSAULT", "alleged", "accused"),
        ("The soldiers were", "ambushed", "ASSAULT", "alleged", "reportedly"),
        ("If the talks", "attack", "ASSAULT", "planned", "will"),
        ("If the talks", "fail", "ASSAULT", "hypothetical", "If"),
        ("The government announced", "withdraw", "RETREAT", "planned", "plans"),
        ("Protesters demanded", "release", "RETREAT", "demanded", "demanded"),
        ("Protesters demanded", "demanded", "REQUEST", "actual", None),
        ("The militia denied", "attack", "ASSAULT", "denied", "denied"),
        ("The army denied bombing", "bombing", "ASSAULT", "denied", "denied"),
        ("The army neither", "attack", "ASSAULT", "actual", None),
        ("The truce was due", "truce", "AGREE", "denied", "never"),
        ("The faction praised", "attack", "ASSAULT", "actual", None),
        ("The killing will not", "killing", "ASSAULT", "actual", None),
        ("Kataib Hezbollah claimed", "strike", "ASSAULT", "actual", None),
        ("The envoys are to meet", "meet", "CONSULT", "planned", "are"),
        ("The army is ready to", "storm", "ASSAULT", "planned", "ready"),
        ("The minister said the offensive", "offensive", "ASSAULT", "actual", None),
    ],
)
def test_status_and_the_word_that_decides(
    sentence: Callable[[str], Sentence], start: str, word: str, type: EventType, status: str, cue: str | None
) -> None:
    reading = read(sentence(start), word, type)
    assert (reading.status, reading.cue and reading.cue.text) == (status, cue)


def test_who_accuses_decides_the_attribution(sentence: Callable[[str], Sentence]) -> None:
    assert read(sentence("Israel bombed"), "bombed", "ASSAULT").attribution == "fact"
    assert read(sentence("He accused"), "killing", "ASSAULT").attribution == "accused"
    assert read(sentence("The soldiers were"), "ambushed", "ASSAULT").attribution == "possible"
    assert read(sentence("Kataib Hezbollah claimed"), "strike", "ASSAULT").attribution == "claimed"
