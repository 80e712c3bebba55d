"""Every row that is exported names the claims that it comes from."""

import pytest

from dateline.case.views import VIEWS
from dateline.export.chosen import choose
from dateline.export.listing import Listing
from dateline.export.options import Options
from tests.export import golden


@pytest.mark.parametrize("view", sorted(VIEWS.keys() - {"reports", "copies", "decisions"}))
def test_rows_name_claims_and_the_case(view: str) -> None:
    chosen = choose(golden.shelf(), Options())
    listing = Listing(chosen, VIEWS[view])
    rows = [dict(zip(listing.columns, values, strict=True)) for values in listing.rows()]
    for row in rows:
        named = str(row.get("claims") or row.get("claim")).split("; ")
        assert set(named) <= set(chosen.claims)
        assert row["case"] == chosen.version
    assert len(set(listing.columns)) == len(listing.columns)


def test_an_actor_has_the_claims_of_its_events() -> None:
    chosen = choose(golden.shelf(), Options())
    listing = Listing(chosen, VIEWS["actors"])
    rows = [dict(zip(listing.columns, values, strict=True)) for values in listing.rows()]
    state = next(row for row in rows if row["actor_id"] == "us")
    assert state["claims"] == "; ".join(chosen.record.events[0].claims)
