import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding.who.rows import ActorRow, BadRow, NameRow, RoleRow, line_of, read_rows
from dateline.grounding.who.sheet import ACTORS, COLUMNS, NAMES, TIES, read_sheets, write_sheets

SHIPPED = files("dateline.grounding.who").joinpath("data/actors.jsonl")


def back(rows, folder):
    write_sheets(rows, folder)
    rejected: list[BadRow] = []
    return list(read_sheets(folder, rejected)), rejected


def test_the_shipped_registry_comes_back_byte_for_byte(tmp_path):
    text = SHIPPED.read_text("utf-8")
    rows = [row for row in read_rows("shipped", text.split("\n")) if isinstance(row, ActorRow)]
    again, rejected = back(rows, tmp_path)
    assert "".join(line_of(row) + "\n" for row in again) == text
    assert rejected == []


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=8
).filter(lambda word: word == word.strip() and not word.startswith("'"))
DATES = st.none() | st.sampled_from(["2014", "2014-06~", "2014-06-30"])
ROWS = st.builds(
    ActorRow,
    id=st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,3})?", fullmatch=True),
    name=WORDS,
    kind=st.none() | st.just("party"),
    names=st.lists(
        st.builds(NameRow, WORDS, st.sampled_from(["weak", "acronym"]), st.booleans(), DATES), max_size=3
    ),
    not_=st.lists(st.just("other"), max_size=1),
    roles=st.lists(st.builds(RoleRow, type=st.just("leads"), target=WORDS, start=DATES), max_size=2),
    inception=DATES,
    source=st.lists(WORDS, max_size=2),
)


@given(st.lists(ROWS, max_size=4, unique_by=lambda row: row.id))
def test_any_rows_come_back(tmp_path_factory, rows):
    again, rejected = back(rows, tmp_path_factory.mktemp("sheets"))
    assert [line_of(row) for row in again] == [line_of(row) for row in rows]
    assert rejected == []


def test_a_name_is_no_formula(tmp_path):
    write_sheets([ActorRow("x", "=SUM(A1)", names=[NameRow("+44", "weak")])], tmp_path)
    cells = list(csv.reader((tmp_path / ACTORS).read_text("utf-8-sig").splitlines()))
    assert cells[1][3] == "'=SUM(A1)"
    (row,) = read_sheets(tmp_path, [])
    assert row.name == "=SUM(A1)"


def test_what_a_spreadsheet_saves_with_semicolons_is_read(tmp_path):
    (tmp_path / ACTORS).write_text("id;name;country\nblue;Blue Column;iq\n")
    (tmp_path / NAMES).write_text("id;text;kind;needs_context\nblue;BC;acronym;YES\n")
    (row,) = read_sheets(tmp_path, [])
    assert row.names == [NameRow("BC", "acronym", needs_context=True)]
    assert row.country == ["iq"]


@pytest.mark.parametrize(
    ("file", "line", "reason"),
    [
        (ACTORS, "No Id,x", "lower-case"),
        (ACTORS, ",x", "no id"),
        (NAMES, "gone,x,weak,,,,", "no actor"),
        (TIES, "blue,leads,x,,1.5.2020,,,,", "1.5.2020"),
    ],
)
def test_a_malformed_row_of_a_sheet_is_named(tmp_path, file, line, reason):
    (tmp_path / ACTORS).write_text("id,name\nblue,Blue Column\nred,Red Column\n")
    if file == ACTORS:
        (tmp_path / ACTORS).write_text(f"id,name\n{line}\nred,Red Column\n")
    else:
        (tmp_path / file).write_text(",".join(COLUMNS[file]) + f"\n{line}\n")
    rejected: list[BadRow] = []
    rows = list(read_sheets(tmp_path, rejected))
    assert rows[-1].name == "Red Column"
    (bad,) = rejected
    assert reason in bad.reason
    assert bad.line == 2


def test_a_sheet_with_a_strange_column_is_not_taken(tmp_path):
    (tmp_path / ACTORS).write_text("id,nmae\nblue,Blue Column\n")
    rejected: list[BadRow] = []
    assert list(read_sheets(tmp_path, rejected)) == []
    assert "nmae" in rejected[0].reason


@pytest.mark.parametrize("source", ["a;b", "a%3Bb", "a%253Bb", "a%25253B;%3B", "%C3%AD"])
def test_a_part_with_the_mark_between_parts_comes_back(tmp_path, source):
    (row,), _ = back([ActorRow("x", "X", source=[source, "other"])], tmp_path)
    assert row.source == [source, "other"]
