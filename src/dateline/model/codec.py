"""The JSON form of the nouns: plain objects with the field names of the classes, round trip without loss."""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def to_plain(noun: object) -> Any:
    """`noun` as dicts, lists, strings, numbers, booleans and None."""
    return msgspec.to_builtins(noun)


def from_plain(kind: type[T], plain: Any) -> T:
    """The noun of class `kind` that `plain` describes; raises ValueError naming the field that is wrong."""
    try:
        return msgspec.convert(plain, type=kind)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None


def encode(noun: object) -> bytes:
    """`noun` as one line of UTF-8 JSON, the same bytes on every machine."""
    return msgspec.json.encode(noun, order="deterministic")


def decode(kind: type[T], data: bytes | str) -> T:
    """The noun of class `kind` in `data`; raises ValueError naming the field that is wrong."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from None
