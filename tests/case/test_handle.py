"""A handle names one thing and is as short as that allows."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.case.handle import handles, named

IDS = st.lists(st.text("0123456789abcdef", min_size=16, max_size=16).map("v-{}".format), unique=True)


@given(IDS)
def test_every_handle_names_its_own_and_nothing_else(ids: list[str]) -> None:
    for id_, handle in handles(ids).items():
        assert named(handle, ids) == [id_]


def test_handles_are_short_and_of_one_length() -> None:
    assert handles(["v-1111aaaa", "v-2222bbbb"]) == {"v-1111aaaa": "v-1111", "v-2222bbbb": "v-2222"}
    assert set(handles(["v-1111aaaa", "v-1111abbb", "v-2222bbbb"]).values()) == {
        "v-1111aa",
        "v-1111ab",
        "v-2222bb",
    }
    assert handles([]) == {}


def test_the_letter_before_the_dash_may_be_left_out() -> None:
    ids = ["v-1111aaaa", "v-2222bbbb"]
    assert named("22", ids) == named("V-22 ", ids) == ["v-2222bbbb"]
    assert named("", ids) == []
    assert named("v", ids) == ids
