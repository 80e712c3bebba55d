"""Walking: through a noun to all nouns of a kind within it, and to a copy of it in which some are others."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

T = TypeVar("T")
N = TypeVar("N")

Change = Callable[[object, str], object]
"""Gives what stands in place of a value that is in a field of that name; the value itself to go into it."""


def parts(noun: object, kind: type[T]) -> Iterator[T]:
    """Every `kind` within `noun`, in the order of its fields; not what lies within these."""
    if isinstance(noun, kind):
        yield noun
    elif isinstance(noun, tuple):
        for part in noun:
            yield from parts(part, kind)
    elif is_dataclass(noun) and not isinstance(noun, type):
        for field in fields(noun):
            yield from parts(getattr(noun, field.name), kind)


def changed(noun: N, change: Change, field: str = "") -> N:
    """`noun` with every value in it put through `change`, from the outside in."""
    new = change(noun, field)
    if new is not noun:
        return new  # type: ignore[return-value]
    if isinstance(noun, tuple):
        listed = tuple(changed(part, change, field) for part in noun)
        return noun if all(a is b for a, b in zip(listed, noun, strict=True)) else listed  # type: ignore[return-value]
    if is_dataclass(noun) and not isinstance(noun, type):
        values = {f.name: changed(getattr(noun, f.name), change, f.name) for f in fields(noun)}
        if any(values[f.name] is not getattr(noun, f.name) for f in fields(noun)):
            return type(noun)(**values)
    return noun
