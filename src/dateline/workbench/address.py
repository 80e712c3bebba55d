"""Addresses: where each noun has its page. All of them are built here, and escaped here."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from dateline.model import Party, Span
from dateline.workbench.index import actor_key

_Pairs = Iterable[tuple[str, str]]


class Address:
    """Addresses of one view of the case: those of a past day stay in that day."""

    def __init__(self, as_of: str | None = None) -> None:
        self._kept = {"as_of": as_of} if as_of else {}

    def to(self, path: str, query: str = "", **params: object) -> str:
        """The address of `path` with the words of `query` and the `params` that are not None."""
        given = {name: str(value) for name, value in params.items() if value is not None}
        words = "&".join(filter(None, (query, urlencode({**given, **self._kept}))))
        return f"{quote(path)}?{words}" if words else quote(path)

    def event(self, id_: str) -> str:
        """The page of an event."""
        return self.to(f"/events/{id_}")

    def actor(self, who: Party | str) -> str:
        """The page of an actor, of a party or by its key."""
        return self.to("/actors/one", key=who if isinstance(who, str) else actor_key(who))

    def report(self, id_: str) -> str:
        """The page of a report."""
        return self.to(f"/reports/{id_}")

    def words(self, span: Span) -> str:
        """The place in a report's page where `span` stands, lit up."""
        return self.to(f"/reports/{span.report}", at=f"{span.start}-{span.end}") + "#here"


def is_web(url: str | None) -> bool:
    """True for an address that a page may link to: the web's own two kinds, nothing that runs."""
    return url is not None and url.lower().startswith(("http://", "https://"))
