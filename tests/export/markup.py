"""Checks that HTML holds no markup but its own."""

from html.parser import HTMLParser

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def check_inert(markup: str, allowed: set[str]) -> None:
    """Raise where `markup` has other tags, anything that runs, or marks that turn text around."""
    found = _Tags()
    found.feed(markup)
    assert found.tags <= allowed, found.tags - allowed
    for name, value in found.attributes:
        assert not name.startswith("on"), name
        if name in ("href", "src"):
            assert value.startswith(("http://", "https://", "#")), value
    assert not set(_TURNING) & set(markup)
    assert "\x1b" not in markup
