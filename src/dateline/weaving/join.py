"""Join: two claims taken for one occurrence, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two claims taken for one occurrence: how strongly, which ones, and why in words."""

    weight: float
    one: str
    other: str
    why: tuple[str, ...]
