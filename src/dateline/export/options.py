"""Options: what of a case goes into an export, and how much of it is withheld. The same for every format."""

from dataclasses import dataclass, field

from dateline.case.select import Selection

DIVISIONS = ("admin1", "country")
"""Divisions that places can be brought up to."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an export holds.

    `view` is the list that formats of several lists write (None: their usual one). `selection` and `events`
    (ids; None: all) narrow the events, and all else to what belongs to them; `background` adds what a
    conflict coder would not enter. `mask_private` puts labels in place of private persons' names, in values
    and in quotes. `coarsen` is "admin1", "country" or a number of kilometres: places are given no finer than
    that. ValueError where it is none of these.
    """

    view: str | None = None
    selection: Selection = field(default_factory=Selection)
    events: frozenset[str] | None = None
    background: bool = False
    mask_private: bool = False
    coarsen: str | None = None

    def __post_init__(self) -> None:
        if self.coarsen is not None and self.coarsen not in DIVISIONS and kilometres(self.coarsen) is None:
            raise ValueError(f"{self.coarsen} is neither a number of kilometres, admin1 nor country")

    @property
    def narrows(self) -> bool:
        """True when not all events of the case are wanted."""
        return self.events is not None or self.selection != Selection()

    @property
    def withheld(self) -> str:
        """What is withheld, in words for the file; empty when nothing is."""
        masked = "names of private persons" if self.mask_private else ""
        grain = self.coarsen if self.coarsen in DIVISIONS else f"{self.coarsen} km"
        places = f"places finer than {grain}" if self.coarsen else ""
        return " and ".join(filter(None, (masked, places)))


def kilometres(words: str) -> float | None:
    """The number of kilometres that `words` say ("25", "25km"); None where they say none above 0."""
    try:
        number = float(words.lower().removesuffix("km"))
    except ValueError:
        return None
    return number if 0 < number < float("inf") else None
