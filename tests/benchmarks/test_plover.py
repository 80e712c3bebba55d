"""Records of PLOVER's manual carry older names of the types."""

import pytest

from benchmarks.plover import answered, wanted
from dateline.reading import Reader


@pytest.mark.parametrize(
    ("label", "kind"), [("FIGHT", "ASSAULT"), ("DISAPPROVE", "ACCUSE"), ("RETREAT", "YIELD"), ("AID", "AID")]
)
def test_older_names_stand_for_those_of_today(label, kind):
    assert wanted(label) == kind


def test_the_event_between_the_parties_answers():
    row = {
        "id": "r",
        "text": "Israel condemned the attack on its embassy by gunmen on Monday.",
        "source": [{"actorText": "Israel"}],
        "target": None,
    }
    assert answered(Reader(), row) == "ACCUSE"
