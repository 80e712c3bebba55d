"""Cutting a long text loses nothing and prefers the borders of paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.pieces import cut


@given(st.text("ab .\n", max_size=400), st.integers(2, 50))
def test_pieces_join_to_the_text_and_keep_the_bound(text: str, longest: int) -> None:
    pieces = list(cut(text, longest))
    assert "".join(pieces) == text
    assert all(len(piece) <= longest for piece in pieces)


def test_a_paragraph_border_beats_later_lines_and_words() -> None:
    assert next(cut("one. two three\n\nfour\nfive. six seven", 26)) == "one. two three\n\n"


def test_a_line_border_beats_a_later_sentence_border() -> None:
    assert next(cut("aaaaaaaa\nbb. cc dddddddddd", 16)) == "aaaaaaaa\n"


def test_a_word_without_end_is_cut_hard() -> None:
    assert list(cut("x" * 25, 10)) == ["x" * 10, "x" * 10, "x" * 5]


def test_an_empty_text_is_one_empty_piece() -> None:
    assert list(cut("")) == [""]
