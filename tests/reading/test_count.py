from collections.abc import Callable

import pytest

from dateline.model.vocabulary import EventType
from dateline.reading.count import counts_of, victims_of
from tests.reading.conftest import Sentence


@pytest.mark.parametrize(
    ("start", "word", "type", "expected"),
    [
        ("“The attack killed", "killed", "ASSAULT", [("killed", "people", 12, 12)]),
        ("“The attack killed", "attack", "ASSAULT", [("killed", "people", 12, 12)]),
        ("Ten civilians", "airstrike", "ASSAULT", [("killed", "civilians", 10, 10)]),
        ("He accused", "killing", "ASSAULT", [("killed", "civilians", 60, 60)]),
        ("A bomb exploded", "exploded", "ASSAULT", [("killed", "people", 3, 3), ("injured", "", 24, None)]),
        ("The Taliban killed", "killed", "ASSAULT", [("killed", "Iran-backed fighters", 2, 2)]),
        ("The strike killed 40", "strike", "ASSAULT", [("killed", "people", 40, 40)]),
        ("Fifteen of the", "strike", "ASSAULT", [("killed", "group's fighters", 15, 15)]),
        ("The number of", "raids", "ASSAULT", [("killed", "", 19, 19)]),
        ("Seven people died", "hit", "ASSAULT", [("killed", "people", 7, 7)]),
        ("Ten of the 56", "freed", "RETREAT", [("released", "journalists", 10, 10)]),
        ("Raids killed", "killed", "ASSAULT", [("killed", "men", 4, 4), ("injured", "others", 40, None)]),
        ("Israel bombed", "bombed", "ASSAULT", []),
        ("Three of the", "wounded", "ASSAULT", [("injured", "soldiers", 3, 3)]),
        ("At least 10", "freed", "RETREAT", [("released", "journalists", 10, None)]),
        ("Twelve suspects", "custody", "COERCE", [("detained", "suspects", 12, 12)]),
        ("Troops captured", "captured", "COERCE", [("detained", "smugglers", 3, None)]),
        ("Troops captured", "captured", "ASSAULT", [("captured", "smugglers", 3, None)]),
        ("A raid killed", "raid", "ASSAULT", [("killed", "guard", 1, 1), ("injured", "others", 3, 3)]),
        ("More than 100", "arrested", "COERCE", [("detained", "pro-union strikers", 100, None)]),
        ("Troops released 52", "released", "RETREAT", [("released", "prisoners", 52, 52)]),
        ("Gunmen shot dead", "shot", "ASSAULT", [("killed", "teacher", 1, 1), ("killed", "clerks", 2, 2)]),
        ("Police took 11", "took", "COERCE", [("detained", "activists", 11, 11)]),
        ("Three guards, among", "raid", "ASSAULT", [("injured", "guards", 3, 3), ("injured", "woman", 1, 1)]),
        ("A bomb killed 15", "killed", "ASSAULT", [("killed", "people", 15, 15), ("killed", "guards", 4, 4)]),
        (
            "The arrests of 13",
            "arrests",
            "COERCE",
            [("detained", "clerks", 13, 13), ("detained", "drivers", 50, 50)],
        ),
        ("A man aged 21", "killed", "ASSAULT", [("killed", "man", 1, 1)]),
        ("Twelve miners", "raid", "ASSAULT", [("killed", "miners", 12, 12)]),
        ("The raid claimed", "raid", "ASSAULT", [("killed", "lives", 40, 40)]),
        ("“The attack killed", "told", "ACCUSE", []),
        ("Detectives arrested", "arrested", "COERCE", [("detained", "men", 2, 2)]),
        ("The armies", "exchanged", "RETREAT", [("released", "prisoners", 30, 30)]),
        (
            "Jets destroyed",
            "destroyed",
            "ASSAULT",
            [("killed", "fighters", 120, 120), ("destroyed", "positions", 2, 2)],
        ),
        ("Militants shot", "shot", "ASSAULT", [("killed", "women", 3, 3)]),
        ("Raids on 17", "killed", "ASSAULT", [("killed", "men", 12, 12)]),
        (
            "A drone killed three",
            "killed",
            "ASSAULT",
            [("killed", "soldiers", 3, 3), ("injured", "", 25, None)],
        ),
    ],
)
def test_counts(
    sentence: Callable[[str], Sentence],
    start: str,
    word: str,
    type: EventType,
    expected: list[tuple[str, str, int, int | None]],
) -> None:
    made = sentence(start)
    counts = counts_of(made.token(word), made.doc, made.report, made.cast, type)
    assert [(c.what, c.who, c.min, c.max) for c in counts] == expected
    assert all(made.report.text[c.span.start : c.span.end] == c.span.text for c in counts)


def test_a_toll_is_of_the_event_whose_words_tell_it(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Shells fell on")
    fell, died = made.token("fell"), made.token("died")
    assert [c.min for c in counts_of(fell, made.doc, made.report, made.cast, "ASSAULT")] == [2]
    assert counts_of(fell, made.doc, made.report, made.cast, "ASSAULT", {died.i}) == ()


def test_victims_are_who_was_killed_or_hurt(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A raid killed")
    victims = victims_of(made.token("raid"), made.doc, made.cast, "ASSAULT")
    assert [noun.text for noun in victims] == ["guard", "others"]


def test_who_is_held_is_no_victim(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Twelve suspects")
    assert victims_of(made.token("custody"), made.doc, made.cast, "COERCE") == []
