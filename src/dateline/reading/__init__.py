"""Reading: from a parsed report to claims with roles, status, speakers, counts, relations and figures."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.reading.lexicon import Lexicon
    from dateline.reading.pool import Reading
    from dateline.reading.reader import Reader

__all__ = ["Lexicon", "Reader", "Reading"]

# Fetched when somebody asks: looking at a case needs the numbers of this floor and no language pipeline.
_HOMES = {"Lexicon": "lexicon", "Reader": "reader", "Reading": "pool"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline.reading' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"dateline.reading.{_HOMES[name]}"), name)
