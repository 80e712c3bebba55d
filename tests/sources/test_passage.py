"""What is not the report's prose is marked, and prose is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.passage import passages_of

PROSE = "Gunmen attacked a checkpoint outside the town before dawn, local officials told reporters there."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end].strip()) for p in passages_of(text, title)]


lines = st.lists(
    st.sampled_from(
        [PROSE, "By Jane Doe", "READ MORE: Another story", "Advertisement", "", "  ", "© 2020 The Wire"]
    )
    | st.text(max_size=60),
    max_size=12,
)


@given(lines, st.none() | st.just(PROSE))
def test_passages_cover_the_text_without_overlap(parts: list[str], title: str | None) -> None:
    text = "\n".join(parts)
    passages = passages_of(text, title)
    assert "".join(text[p.start : p.end] for p in passages) == text
    assert all(p.start < p.end for p in passages)
    if text.strip():
        assert any(p.kind == "prose" for p in passages)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Jane Doe and John Roe", "byline"),
        ("Published on 3 January 2020", "byline"),
        ("READ MORE: Parliament votes to expel troops", "boilerplate"),
        ("Related: Parliament votes", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Subscribe to our newsletter", "boilerplate"),
        ("© 2020 The Wire. All rights reserved.", "boilerplate"),
        ("Photo: A burnt car near the airport", "credit"),
        ("File photo / Jane Doe", "credit"),
        ("Friday, January 3, 2020", "dateline"),
    ],
)
def test_lines_that_are_not_prose(line: str, kind: str) -> None:
    assert kinds(f"{PROSE}\n{line}\nThe governor condemned it.") == [
        ("prose", PROSE),
        (kind, line),
        ("prose", "The governor condemned it."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had retaken the bridge.",
        "Related groups denied that they had taken part in it.",
        "Read out by a spokesman, the statement threatened more attacks.",
        "The picture: a country at war with itself and with its neighbours.",
        "Published figures put the toll at 12.",
        "Videos circulating online showed the convoy burning.",
        "Share prices fell after the attack.",
    ],
)
def test_prose_that_looks_like_something_else_stays_prose(line: str) -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\n{line}")] == ["prose"]


def test_the_place_and_agency_at_the_start() -> None:
    for start in (
        "BAGHDAD (Reuters) - ",
        "GOMA, Democratic Republic of the Congo, Jan. 3 (AFP) — ",
        "Kyiv (AP) -- ",
    ):
        assert kinds(start + PROSE) == [("dateline", start.strip()), ("prose", PROSE)]


def test_a_dash_in_the_first_sentence_is_no_dateline() -> None:
    assert [k for k, _ in kinds(f"Iran – which backs the group – denied it. {PROSE}")] == ["prose"]


def test_a_caption_stated_twice_is_marked_once() -> None:
    caption = "Mourners carry the coffin of a commander killed in an air strike."
    assert kinds(f"{caption}\n{PROSE}\n{caption}\nThe end.") == [
        ("prose", f"{caption}\n{PROSE}"),
        ("caption", caption),
        ("prose", "The end."),
    ]


def test_credits_inside_a_line() -> None:
    text = f"{PROSE} (Photo by Jane Doe/AFP) More was not known. [Jane Doe/Al Jazeera] The end."
    assert [k for k, _ in kinds(text)] == ["prose", "credit", "prose", "credit", "prose"]


def test_the_title_as_first_line_is_the_headline() -> None:
    assert kinds(f"Two killed at  checkpoint\n{PROSE}", "Two killed at checkpoint")[0][0] == "headline"


def test_a_text_that_only_rules_would_claim_stays_prose() -> None:
    assert [k for k, _ in kinds("Advertisement")] == ["prose"]
