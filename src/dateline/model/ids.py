"""Ids made from content: the same thing has the same id on every machine and in every run."""

import hashlib

_LENGTH = 16  # 64 bits: collisions stay below one in a million up to some millions of ids


def content_id(prefix: str, *parts: object) -> str:
    """`prefix-` and 16 hex digits of the SHA-256 over `parts`; `None` differs from the empty string."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return f"{prefix}-{digest.hexdigest()[:_LENGTH]}"


def sha256_hex(data: bytes) -> str:
    """Full SHA-256 of kept bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
