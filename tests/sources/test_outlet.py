"""Outlets are known by their domain, never guessed."""

import pytest

from dateline.sources.listing import rows
from dateline.sources.outlet import outlet_of


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://news.un.org/en/story", "UN News"),
        ("https://www.un.org/", "United Nations"),
        ("https://notbbc.co.uk/", None),
        ("https://unknown.example/", None),
        ("http://[broken", None),
        ("no address", None),
        (None, None),
    ],
)
def test_domains(url: str | None, outlet: str | None) -> None:
    assert outlet_of(url) == outlet


def test_the_list_is_sorted_and_has_each_domain_once() -> None:
    domains = [row[0] for row in rows("outlets.tsv")]
    assert domains == sorted(set(domains))
