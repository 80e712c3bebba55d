"""Format: one form that a case can be taken along in, and what it says of itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dateline import __version__
from dateline.export.chosen import Chosen

Family = Literal["lists", "coding schemes", "maps, graphs and times", "records for machines", "for readers",
                 "for annotators"]  # fmt: skip
FAMILIES: tuple[Family, ...] = Family.__args__  # type: ignore[attr-defined]

Content = Callable[[Chosen], Iterator[str]] | Callable[[Chosen], Iterator[bytes]]
"""The pieces of a file, in order; text is written as UTF-8."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form of export.

    `people` says for whom it is, `rule` by what rule it is made of a record, `loss` what of the record it
    loses. `suffix` is that of its files, `media` their type on the web. `views` are the lists that can be
    asked of it, the usual one first; none where it is one whole. `extra` names the optional dependencies of
    dateline that it needs.
    """

    name: str
    family: Family
    suffix: str
    media: str
    people: str
    rule: str
    loss: str
    content: Content
    views: tuple[str, ...] = ()
    extra: str | None = None


def origin_of(chosen: Chosen, format: Format) -> dict[str, str]:
    """What a file says of itself, where its form has room for it."""
    said = {
        "made_by": f"dateline {__version__}",
        "case": chosen.version,
        "rule": format.rule,
        "loss": format.loss,
        "withheld": chosen.options.withheld,
    }
    return {key: words for key, words in said.items() if words}


def view_of(chosen: Chosen, format: Format) -> str:
    """The list that was asked for, or the format's usual one."""
    return chosen.options.view or format.views[0]
