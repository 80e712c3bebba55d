"""Characters that nobody sees stand there by name; all others stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dateline.workbench.visible import name_of, pieces, sign_of, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ä, 汉, ابوبكر\n\t", "plain, ä, 汉, ابوبكر\n\t"),
        ("a\u202eb", "a⟦RLO⟧b"),
        ("\x00", "⟦U+0000⟧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_unseen_characters_get_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_is_no_string_is_left_alone() -> None:
    assert visible(5) == 5
    assert visible(Markup("<b>\u202e</b>")) == Markup("<b>\u202e</b>")


def test_a_sign_says_what_it_stands_for() -> None:
    assert name_of("\u202e") == "right-to-left override"
    assert name_of("\x07") == "control character"
    assert sign_of("\x07") == "⟦U+0007⟧"


@given(st.text())
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(part for part, _ in pieces(text)) == text
    assert all(len(part) == 1 for part, is_sign in pieces(text) if is_sign)
    assert all(visible(part) == part for part, is_sign in pieces(text) if not is_sign)
