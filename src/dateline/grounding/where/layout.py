"""The packed form of the built index: which arrays it has and what a column means.

`places.npy`: one row a populated place. `areas.npy`: one row a country (level 0), first or second order
division (1, 2), in that order. `tails.npy`, `rows.npy`, `starts.npy`: sorted 48-bit key hashes, the first 16
bits as an index into `starts`; a row number counts places first, then areas, and its top bit marks the
official name. `names.bin`, `ends.npy`: the pool of distinct UTF-8 names and codes, in sorted order.
"""

import hashlib
import math

PLACE_COLUMNS = [
    ("id", "<u4"),  # GeoNames id
    ("name", "<u4"),  # number in the pool
    ("lat", "<i2"),
    ("lon", "<i2"),
    ("population", "u1"),  # logarithm, see pack_population
    ("admin1", "<u2"),  # row of areas
    ("admin2", "<u2"),  # row of areas, NO_AREA where unknown
]
AREA_COLUMNS = [
    ("code", "<u4"),  # number in the pool: "IQ", "IQ.15", "US.NE.055"
    ("name", "<u4"),
    ("parent", "<u2"),  # row of areas, NO_AREA for countries
    ("lat", "<i2"),
    ("lon", "<i2"),
    ("radius", "<u2"),  # km
    ("population", "u1"),
    ("level", "u1"),
]
NO_AREA = 0xFFFF
OFFICIAL = 1 << 31
SOUND = "~"  # a key that opens with it is a `sound`, not a folded name
_POPULATION_STEP = 25  # per factor of ten: 10 % steps up to 10**10


def key_hash(key: str) -> tuple[int, int]:
    """The bucket (16 bits) and the rest (32 bits) of a key's hash."""
    digest = hashlib.blake2b(key.encode(), digest_size=6).digest()
    return int.from_bytes(digest[:2], "big"), int.from_bytes(digest[2:], "big")


def pack_degrees(degrees: float, span: int) -> int:
    """Degrees as 16 bits of `span` (180 or 360): exact to 0.3 km, finer than any town's own radius."""
    return max(-32768, min(32767, round(degrees / span * 65535)))


def unpack_degrees(packed: int, span: int) -> float:
    """The degrees that `pack_degrees` packed, to 3 decimals."""
    return round(packed / 65535 * span, 3)


def pack_population(people: int) -> int:
    """A population as its rounded logarithm; 0 stays 0."""
    return min(255, round(_POPULATION_STEP * math.log10(people + 1)))


def unpack_population(packed: int) -> int:
    """About the population that `pack_population` packed."""
    return round(10 ** (packed / _POPULATION_STEP)) - 1
