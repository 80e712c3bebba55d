"""Names marked by hand: every occurrence in a list's document, or in brackets in a text."""

from pathlib import Path

import pytest

from training.marked import FOLDER, inline, listed, with_marks, written
from training.named_text import LABELS, NamedText


def spell(named: NamedText) -> list[tuple[str, str]]:
    return [(named.text[n.begin : n.end], n.label) for n in named.names]


def test_a_marked_name_is_one_wherever_it_stands_as_a_whole() -> None:
    named = with_marks("Mali's army left Mali; Malians stayed in pro-Mali Kidal.", {"Mali": "GPE"})
    assert [(n.begin, n.label) for n in named.names] == [(0, "GPE"), (17, "GPE"), (45, "GPE")]


def test_the_longer_of_two_names_wins_and_shields_what_it_holds() -> None:
    marks = {"Bank": "ORG", "West Bank": "LOC", "Ham": "-", "Quds": "?"}
    named = with_marks("The Bank of Ham opened in the West Bank near Quds", marks)
    assert spell(named) == [("Bank", "ORG"), ("West Bank", "LOC")]
    assert [named.text[b:e] for b, e in named.unknown] == ["Quds"]


def test_a_document_without_names_has_none() -> None:
    assert with_marks("Nothing happened.", {}) == NamedText("Nothing happened.", ())


def test_brackets_mark_names_and_leave_the_text() -> None:
    named = inline("[PERSON Qais al-Khazali] left [? Quds] [sic] for [GPE Qom].")
    assert named.text == "Qais al-Khazali left Quds [sic] for Qom."
    assert spell(named) == [("Qais al-Khazali", "PERSON"), ("Qom", "GPE")]
    assert [named.text[b:e] for b, e in named.unknown] == ["Quds"]


def test_a_list_gives_the_marks_of_each_document(tmp_path: Path) -> None:
    path = tmp_path / "marks.tsv"
    path.write_text("a\tGPE\tMali\n!a\t-\tHam\nb\tORG\tECOWAS\n", encoding="utf-8")
    assert listed(path) == {"a": {"Mali": "GPE", "Ham": "-"}, "b": {"ECOWAS": "ORG"}}


def test_a_line_of_no_known_label_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "marks.tsv"
    path.write_text("a\tPLACE\tMali\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"marks\.tsv.*PLACE"):
        listed(path)


@pytest.mark.parametrize("name", ["current_events", "wikinews"])
def test_the_lists_of_the_project_are_sound(name: str) -> None:
    assert all(marks for marks in listed(FOLDER / f"{name}.tsv").values())


def test_the_project_s_own_texts_have_no_bracket_left() -> None:
    texts = list(written())
    assert {label for text in texts for _, label in spell(text)} == LABELS
    assert not [text.text[:60] for text in texts if "[" in text.text or "]" in text.text]
