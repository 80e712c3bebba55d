import pytest

from dateline.grounding.who.foreign import FORMS, form_of, read_foreign
from dateline.grounding.who.rows import BadRow

SAMPLES = {
    "petrarch": "# who is who\n\nBLUE_COLUMN_ [IRQREB]\n",
    "opensanctions": '"id","schema","name","aliases"\n"x","Company","Blue Column",""\n',
    "followthemoney": '{"id": "x", "schema": "Company", "properties": {"name": ["Blue Column"]}}\n',
    "wikidata": '[\n{"id": "Q8", "labels": {"en": {"value": "Blue Column"}}},\n]\n',
    "jsonl": '{"id": "blue-column", "name": "Blue Column"}\n',
}


@pytest.mark.parametrize("form", SAMPLES)
def test_a_file_is_seen_for_what_it_is_and_read_so(tmp_path, form):
    path = tmp_path / "theirs"
    path.write_text(SAMPLES[form])
    rejected: list[BadRow] = []
    assert form_of(path) == form
    assert [row.name for row in read_foreign(path, form, rejected)] == ["Blue Column"]
    assert rejected == []


def test_there_is_a_sample_of_every_form():
    assert set(SAMPLES) == set(FORMS)


def test_what_is_nothing_of_these_is_not_guessed(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Some words about somebody.\n")
    assert form_of(path) is None


def test_a_line_that_is_not_utf8_is_named_and_the_rest_is_taken(tmp_path):
    path = tmp_path / "theirs"
    path.write_bytes(b"BLUE_COLUMN_ [IRQREB]\n+C\xf4LUMN_\n+AZURE_COLUMN_\n")
    rejected: list[BadRow] = []
    (row,) = read_foreign(path, "petrarch", rejected)
    assert len(row.names) == 1
    assert [str(bad) for bad in rejected] == [f"{path}:2: is not UTF-8"]
