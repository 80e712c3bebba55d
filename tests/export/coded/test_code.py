"""The tables of codes fit each other, the lexicon and the schemes."""

import pytest

from dateline.export.coded.code import acled, code_of, plover_scale
from dateline.export.coded.country import country
from dateline.export.coded.table import table
from dateline.model import Event
from dateline.model.vocabulary import EVENT_TYPES
from dateline.reading import Lexicon


def event(type: str, mode: str | None = None) -> Event:
    return Event("v-1", type, mode, True, "actual", (), ())  # type: ignore[arg-type]


@pytest.mark.parametrize("type", EVENT_TYPES)
def test_every_type_has_a_code_and_an_unknown_mode_is_coded_as_its_type(type: str) -> None:
    assert code_of(event(type, "some mode that nobody knows")) == code_of(event(type))


def test_every_mode_of_the_lexicon_has_a_row_of_its_own() -> None:
    known = {(entry.type, entry.mode) for entry in Lexicon.load().entries if entry.mode}
    rows = {row[:2] for row in table("codes")}
    missing = sorted(known - rows)
    assert missing == []


@pytest.mark.parametrize("row", table("codes"), ids=lambda row: "-".join(row[:2]))
def test_a_row_names_codes_that_its_schemes_have(row: tuple[str, ...]) -> None:
    type_, mode, plover, plover_mode, cameo, goldstein, sub, civilians, loss = row
    code = code_of(event(type_, mode or None))
    assert plover in EVENT_TYPES
    assert plover_scale(plover, plover_mode)[0] in (1, 2, 3, 4)
    assert 1 <= int(code.cameo_root) <= 20
    assert len(cameo) in (3, 4)
    assert -10 <= float(goldstein) <= 10
    for name in filter(None, (sub, civilians)):
        assert acled(name).sub_event == name
    assert loss


def test_acled_has_its_six_and_twenty_five() -> None:
    rows = table("acled")
    assert len(rows) == len({row[0] for row in rows}) == 25
    assert len({row[1] for row in rows}) == 6


def test_countries_have_one_code_each() -> None:
    rows = table("countries")
    for column in (0, 1, 2, 4, 5, 6):
        codes = [row[column] for row in rows if row[column]]
        assert len(codes) == len(set(codes)), column
    germany = country("de")
    assert germany
    assert (germany.iso3, germany.cow, germany.gw, germany.ucdp_region) == ("DEU", 255, 260, "Europe")
    assert country(None) is None
