"""Option and Holder: what a name may mean, and what the text says that it lies in."""

from dataclasses import dataclass

from dateline.grounding.where.entry import Entry

BESIDE_KM = 15.0  # a place "in" a town may lie this far outside it


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a name may mean, with what it is worth before the report is looked at."""

    entry: Entry
    prior: float
    alike: bool = False  # the name only sounds like the entry's
    loose: bool = False  # so it does, or it is the entry's but for an article: a guess without another reason


@dataclass(frozen=True, slots=True)
class Holder:
    """What the next mention may be where the text says that a place lies in it, and what that is worth."""

    options: tuple[Option, ...] = ()
    worth: float = 0.0
    outright: bool = False  # "X in Y", where Y may be a town; "X, Y" may be a list of towns

    def holds(self, entry: Entry) -> bool:
        """True when `entry` lies in something of the holder's name."""
        return any(
            entry.lies_in(option.entry) or self._is_beside(entry, option.entry) for option in self.options
        )

    def _is_beside(self, entry: Entry, town: Entry) -> bool:
        return self.outright and town.kind == "town" and entry.km_to(town) <= town.radius_km + BESIDE_KM

    def bars(self, entry: Entry) -> bool:
        """True when `entry` lies elsewhere and its country isn't the holder's either."""
        wide = ("country", "admin1", "town") if self.outright else ("country", "admin1")
        if not self.options or self.options[0].entry.kind not in wide or entry.kind == "country":
            return False
        countries = {option.entry.country for option in self.options if option.entry.kind in wide}
        return entry.country not in countries and not self.holds(entry)


NO_HOLDER = Holder()
