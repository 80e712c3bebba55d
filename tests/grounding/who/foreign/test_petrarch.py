import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding.who.foreign.petrarch import read_petrarch
from dateline.grounding.who.rows import NameRow, RoleRow
from tests.grounding.who.foreign.reading import read


def codes(text: str) -> list[tuple[str | None, str | None, str | None]]:
    ((row,), _) = read(read_petrarch, f"BLUE_COLUMN_\n\t{text}\n")
    return [(role.code, role.start, role.end) for role in row.roles]


def test_an_entry_has_its_synonyms_and_codes():
    text = "# made for a test\nBLUE_COLUMN_ [IRQREB] # green\n+AZURE_COLUMN_OF_THE_SOUTH_\n+AZURES\n"
    text += "\nRED_COLUMN [SYRREB]\n"
    (blue, red), rejected = read(read_petrarch, text, "x.actors.txt")
    assert (blue.id, blue.name, blue.kind) == ("petrarch-irq-blue-column", "Blue Column", "armed group")
    assert blue.country == ["iq"]
    assert blue.names == [
        NameRow("Azure Column of the South", "weak"),
        NameRow("Azures", "weak", needs_context=True),
    ]
    assert blue.source == ["x.actors.txt:2"]
    assert red.name == "Red Column"
    assert rejected == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("[IRQGOV]", ("IRQGOV", None, None)),
        ("[IRQGOV 041201-060630]", ("IRQGOV", "2004-12-01", "2006-06-30")),
        ("[IRQGOV 790716-20030409]", ("IRQGOV", "1979-07-16", "2003-04-09")),
        ("[IRQGOV >20060520]", ("IRQGOV", "2006-05-20", None)),
        ("[IRQGOV <581231]", ("IRQGOV", None, "1958-12-31")),
        ("[IRQGOV 300101-310101]", ("IRQGOV", "2030-01-01", "1931-01-01")),
    ],
)
def test_dates_of_codes(code, expected):
    assert codes(code) == [expected]


def test_several_codes_of_one_entry():
    assert [code for code, _, _ in codes("[IRQGOV] [IRQMIL >030101]")] == ["IRQGOV", "IRQMIL"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("\t[IRQ1]", "no CAMEO code"),
        ("\t[IRQGOV 041301-050101]", "no calendar"),
        ("\t[IRQGOV", "not closed"),
        ("+_", "no name"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_its_entry_goes_on(line, reason):
    (row,), rejected = read(read_petrarch, f"BLUE_COLUMN_ [IRQREB]\n{line}\n\t[SYRREB]\n")
    (number, why), *more = rejected
    assert reason in why
    assert number == 2
    assert not more
    assert [role.code for role in row.roles] == ["IRQREB", "SYRREB"]


def test_all_lines_behind_an_empty_one_wait_for_a_name():
    text = "BLUE_COLUMN_ [IRQREB]\n # a note\n\n+LOST_\n+LOST_TOO_\nRED_COLUMN_ [SYRREB]\n+CRIMSON_COLUMN_\n"
    (blue, red), rejected = read(read_petrarch, text)
    assert blue.names == []
    assert red.names == [NameRow("Crimson Column", "weak")]
    assert [line for line, _ in rejected] == [4, 5]


def test_what_stands_before_any_name_is_rejected():
    rows, rejected = read(read_petrarch, "+LOST_\n\t[IRQ]\n")
    assert rows == []
    assert [line for line, _ in rejected] == [1, 2]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OMAR_FIELD_\n\t[IRQGOV 030101-041130]\n", "person"),
        ("OMAR_FIELD_ [IRQELI]\n", "person"),
        ("BLUE_COLUMN_\n\t[IRQREB <030101]\n\t[IRQGOV >030101]\n", "armed group"),
        ("WATER_BOARD_ [IRQGOV]\n", "government"),
        ("RIVER_GUARD_ [IRQMIL]\n", "military"),
        ("WATER_CLUB_ [IRQ]\n", "organisation"),
        ("WATER_CLUB_\n", "organisation"),
    ],
)
def test_codes_tell_what_kind_of_actor_it_is(text, kind):
    ((row,), _) = read(read_petrarch, text)
    assert row.kind == kind


def test_letters_in_brackets_are_an_acronym_only_where_they_shorten_the_name():
    (one, other), _ = read(read_petrarch, "BLUE_COLUMN_(BC)_ [IRQREB]\nPEOPLES_ARMY_(LAND)_ [IRQREB]\n")
    assert one.name == "Blue Column"
    assert one.names == [NameRow("BC", "acronym", needs_context=True)]
    assert other.name == "Peoples Army (Land)"


def test_of_a_whole_country_only_the_state_is_taken():
    """Its cities stand as its synonyms: Baghdad is no name of Iraq."""
    ((row,), _) = read(read_petrarch, "IRAQ_ [IRQ]\n+BAGHDAD_\n")
    assert (row.id, row.name, row.names) == ("iq", None, [])
    assert row.roles == [RoleRow("code", scheme="CAMEO", code="IRQ")]


@given(st.text(alphabet="AB_+[]<>- \t\n#()019", max_size=60))
def test_no_text_stops_the_reading(text):
    rows, _ = read(read_petrarch, text + "\n\nBLUE_COLUMN [IRQREB]\n")
    assert rows[-1].name == "Blue Column"
