"""Settings: how one person likes the pages. They lie in a cookie of this host and survive the run."""

import json
from dataclasses import asdict, dataclass, field
from urllib.parse import quote, unquote

COOKIE = "dateline-settings"

KEYS = {
    "accept": "a",
    "reject": "x",
    "skip": "s",
    "undo": "u",
    "edit": "e",
    "merge": "m",
    "split": "p",
    "next": "j",
    "back": "k",
    "help": "?",
}
"""The keys of a review, by what they do; a person may choose others."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`reviewer` signs decisions, `careful` covers quotes of violence until asked, `keys` replace `KEYS`."""

    reviewer: str = ""
    careful: bool = False
    keys: dict[str, str] = field(default_factory=lambda: dict(KEYS))

    @classmethod
    def of(cls, cookie: str | None) -> "Settings":
        """The settings in a cookie; the usual ones where it holds nothing that can be read."""
        try:
            given = json.loads(unquote(cookie or "{}"))
        except ValueError:
            return cls()
        return cls.made(given if isinstance(given, dict) else {})

    @classmethod
    def made(cls, given: dict[str, object]) -> "Settings":
        """Settings of what a form or a cookie gives, each value checked."""
        keys = given.get("keys")
        chosen = keys if isinstance(keys, dict) else {}
        return cls(
            reviewer=str(given.get("reviewer") or "").strip()[:80],
            careful=given.get("careful") in (True, "1"),
            keys={does: _key(chosen.get(does)) or usual for does, usual in KEYS.items()},
        )

    def cookie(self) -> str:
        """The settings as a cookie holds them."""
        return quote(json.dumps(asdict(self)))


def _key(given: object) -> str | None:
    """One printable character, or None."""
    return given if isinstance(given, str) and len(given) == 1 and given.isprintable() else None
