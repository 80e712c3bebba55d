"""What an address chooses is what it says, and it can be written back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from dateline.workbench.choice import FACETS, SORTS, Choice
from dateline.workbench.index import Index
from tests.workbench.making import claim, index, report, when, where

OF = report()
FOUND = index(
    claim(OF, 0, time=when(OF, "2020-01-01", "2020-01-01"), places=(where("Al-Qa'im", 34.0, 41.0),)),
    claim(OF, 10, "PROTEST", time=when(OF, "2020-01-05", "2020-01-09"), counts=[("killed", 4, 9)]),
    claim(OF, 20, actor="Brigáda Modrá", time=when(OF, None, "2020-02-01")),
    claim(OF, 30, actor="Hill Guards", time=when(OF, "2020-03-01", None), counts=[("killed", 2, 2)]),
    claim(OF, 40),
)


def chosen(query: str, found: Index = FOUND) -> list[int]:
    choice = Choice.of(QueryParams(query))
    return list(choice.ordered(found, choice.mask(found)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("type=PROTEST", [1]),
        ("type=PROTEST&type=ASSAULT", [0, 1, 2, 3, 4]),
        ("type=PROTEST&actor=Hill+Guards", []),
        ("actor=Nobody", []),
        ("q=modra", [2]),
        ("q=AL+qa'im", [0]),
        ("q=modra+hill", []),
        ("since=2020-01-02", [1, 2, 3]),
        ("until=2020-01-02", [0, 2]),
        ("since=2020-01-06&until=2020-01-07", [1, 2]),
        ("since=2021-01-01", [3]),
        ("sort=-time", [4, 3, 2, 1, 0]),
        ("sort=-killed", [1, 3, 0, 2, 4]),
        ("year=2020", [0, 1, 3]),
    ],
)
def test_what_is_chosen(query: str, expected: list[int]) -> None:
    assert chosen(query) == expected


pairs = st.tuples(st.sampled_from(FACETS), st.text(min_size=1))


@given(st.text(), st.lists(pairs, unique=True), st.sampled_from(list(SORTS)), st.booleans())
def test_an_address_that_is_written_back_chooses_the_same(
    words: str, facets: list[tuple[str, str]], sort: str, background: bool
) -> None:
    choice = Choice(words.strip(), "2020-01-01", None, background, tuple(facets), sort)
    assert Choice.of(QueryParams(choice.address())) == choice


def test_a_value_is_toggled_on_and_off() -> None:
    plain = Choice.of(QueryParams("q=x&type=ASSAULT"))
    on = plain.toggled("actor", "Red Army & Co")
    assert Choice.of(QueryParams(on)).on("actor") == ["Red Army & Co"]
    assert Choice.of(QueryParams(Choice.of(QueryParams(on)).toggled("actor", "Red Army & Co"))) == plain


def test_counts_of_a_facet_leave_its_own_filter_out() -> None:
    choice = Choice.of(QueryParams("type=PROTEST"))
    among = choice.mask(FOUND, without="type")
    assert FOUND.facets["type"].counts(among) == {"ASSAULT": 4, "PROTEST": 1}
    assert np.count_nonzero(choice.mask(FOUND)) == 1
