"""Mention: a place name where it stands in a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A place at `start:end` (character offsets), as written in `text`: "northern Deir ez-Zor province".

    `name` is what to look up ("Deir ez-Zor province"; empty: the whole text), `kind` what a word beside it
    says it is, `bearing` the compass bearing of the part that is meant (degrees, -1 its middle), `near`
    whether only the surroundings are meant. `label` is the language model's (GPE, LOC, FAC) or empty.
    """

    start: int
    end: int
    text: str
    name: str = ""
    label: str = ""
    kind: str = ""
    bearing: int | None = None
    near: bool = False

    @property
    def asked(self) -> str:
        """The name to look up."""
        return self.name or self.text
