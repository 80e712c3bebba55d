"""Paging: a long list in parts, so that no page ever holds all of a large case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

SIZE = 40


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One part of a list: its `items`, from number `first` of `total` on; `number` counts parts from 1."""

    items: Sequence[T]
    number: int
    total: int
    size: int = SIZE

    @property
    def first(self) -> int:
        """The number of the first item shown, from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The number of the last item shown."""
        return self.first + len(self.items) - 1

    @property
    def before(self) -> int | None:
        """The number of the part before, None at the start."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The number of the next part, None at the end."""
        return self.number + 1 if self.last < self.total else None


def part_of(items: Sequence[T], number: int, size: int = SIZE) -> Part[T]:
    """Part `number` of `items`; the last one where there are fewer."""
    number = max(1, min(number, -(-len(items) // size)))
    return Part(items[(number - 1) * size : number * size], number, len(items), size)
