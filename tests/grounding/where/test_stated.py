"""Places as a person writes them down."""

import pytest

from dateline.grounding.where.stated import stated_places
from dateline.model import Span

WORDS = Span("r-1", 3, 10, "the day")


def test_names_stand_apart_and_help_each_other() -> None:
    base, town, land = stated_places("K1, Kirkuk ; Iraq", WORDS, "decision d-1")
    assert [where.name for where in (base, town, land)] == ["K1", "Kirkuk", "Iraq"]
    assert {where.country for where in (base, town, land)} == {"IQ"}
    assert (land.kind, land.precision) == ("country", "country")
    assert base.span == WORDS
    assert base.evidence == ("decision d-1",)


@pytest.mark.parametrize("names", ["Zzyxqwv", "the Zzyxqwv hills"])
def test_an_unknown_name_is_left_open(names: str) -> None:
    (where,) = stated_places(names, WORDS, "decision d-1")
    assert (where.name, where.entry, where.lat) == (names, None, None)


@pytest.mark.parametrize("names", ["", " , ;"])
def test_no_name_is_no_place(names: str) -> None:
    assert stated_places(names, WORDS, "decision d-1") == ()
