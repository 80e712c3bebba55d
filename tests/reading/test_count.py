from collections.abc import Callable

import pytest

from dateline.model.vocabulary import EventType
from dateline.reading.count import counts_of
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
        ("Ten of the 56", "freed", "RETREAT", [("released", "56 journalists", 10, 10)]),
        ("Raids killed", "killed", "ASSAULT", [("killed", "men", 4, 4), ("injured", "others", 40, None)]),
        ("Israel bombed", "bombed", "ASSAULT", []),
        ("“The attack killed", "told", "ACCUSE", []),
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
