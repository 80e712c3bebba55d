"""Outlets: which one a web address belongs to, where that is known."""

from functools import cache
from urllib.parse import urlsplit

from dateline.sources.listing import rows


def outlet_of(url: str | None) -> str | None:
    """The outlet whose domain `url` has, from `outlets.tsv`; None when the domain is not listed.

    Subdomains belong to the outlet of the domain, unless they are listed themselves.
    """
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    labels = host.split(".")
    names = _outlets()
    return next((names[d] for i in range(len(labels)) if (d := ".".join(labels[i:])) in names), None)


@cache
def _outlets() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("outlets.tsv")}
