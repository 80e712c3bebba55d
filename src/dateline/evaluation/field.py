"""Field by field: how one system event compares with the gold event that it is paired with."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.evaluation.name import Canonical, fold, matches, same_name
from dateline.model.vocabulary import FAMILIES

Plain = dict[str, Any]
NAME_FIELDS = ("actor", "target", "source", "claimed_by", "denied_by")


@dataclass(slots=True)
class Tally:
    """How many of `gold` values a system's `system` values got `right`."""

    right: int = 0
    gold: int = 0
    system: int = 0

    def add(self, right: int, gold: int, system: int) -> None:
        """Count some more."""
        self.right += right
        self.gold += gold
        self.system += system

    @property
    def precision(self) -> float:
        """Share of the system's values that are right; 0 when it gave none."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold values that were found; 0 when there are none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Fields:
    """The comparison of two paired events; None where the gold says nothing to compare with."""

    names: dict[str, Tally]
    counts: Tally
    time_near: bool | None
    time_exact: bool | None
    place: bool | None
    status: bool
    row: bool


def kind(event: Plain) -> str:
    """The type as it is compared."""
    return FAMILIES.get(event.get("type", ""), str(event.get("type", "")))


def compare(gold: Plain, system: Plain, canonical: Canonical) -> Fields:
    """How `system` compares with `gold`, field by field, and whether the whole row is right."""
    names = {field: _names(gold.get(field), system.get(field), canonical) for field in NAME_FIELDS}
    near, exact = _time(gold.get("time"), system.get("time"))
    place = _place(gold.get("place"), system.get("place"), canonical)
    status = gold.get("status") == system.get("status")
    row = (
        kind(gold) == kind(system)
        and all(_all_right(names[field]) for field in ("actor", "target", "source"))
        and near is not False
        and place is not False
        and status
    )
    counts = _amounts(gold.get("counts"), system.get("counts"))
    return Fields(names, counts, near, exact, place, status, row)


def amount(count: Plain) -> tuple[str, int | None]:
    """What a count or figure is compared by: what is counted, and its lower or only bound."""
    low = count.get("min")
    return fold(count.get("what") or ""), low if low is not None else count.get("max")


def _names(gold: Iterable[str] | None, system: Iterable[str] | None, canonical: Canonical) -> Tally:
    mine, theirs = list(gold or ()), list(system or ())
    return Tally(matches(mine, theirs, canonical), len(mine), len(theirs))


def _amounts(gold: Iterable[Plain] | None, system: Iterable[Plain] | None) -> Tally:
    mine, theirs = Counter(map(amount, gold or ())), Counter(map(amount, system or ()))
    return Tally((mine & theirs).total(), mine.total(), theirs.total())


def _all_right(tally: Tally) -> bool:
    """All gold names found; one name too many is forgiven where there was something to find."""
    if tally.gold == 0:
        return tally.system == 0
    return tally.right == tally.gold and tally.system <= tally.gold + 1


def _time(gold: Plain | None, system: Plain | None) -> tuple[bool | None, bool | None]:
    mine, theirs = _ends(gold), _ends(system)
    if not any(mine):
        return None, None
    if not system:
        return False, False
    first = max(mine[0] or "0000", theirs[0] or "0000")
    last = min(mine[1] or "9999", theirs[1] or "9999")
    return first <= last and any(theirs), mine == theirs


def _ends(time: Plain | None) -> tuple[str | None, str | None]:
    return ((time or {}).get("earliest"), (time or {}).get("latest"))


def _place(gold: list[str] | None, system: list[str] | None, canonical: Canonical) -> bool | None:
    if not gold:
        return None
    return any(same_name(gold[0], name, canonical) for name in system or ())
