"""Settings: a person's name, keys and cautions."""

from collections import Counter

from starlette.responses import Response

from dateline.case import Rows
from dateline.case.rows import Row
from dateline.workbench.page import Ask, Page
from dateline.workbench.settings import COOKIE, KEYS, Settings
from dateline.workbench.write import Sent, back_to

_YEAR = 365 * 24 * 3600


def settings(ask: Ask) -> Page:
    """The settings of this browser."""
    chosen = ask.settings

    def rows() -> Rows:
        listed: list[Row] = [
            {"setting": "reviewer", "value": chosen.reviewer},
            {"setting": "careful", "value": chosen.careful},
        ]
        listed.extend({"setting": f"key to {does}", "value": key} for does, key in chosen.keys.items())
        return Rows("settings", ("setting", "value"), listed)

    return Page("settings", "Settings", "settings.html", lambda: {"usual": KEYS}, rows)


def change_settings(sent: Sent) -> Response:
    """Keep what the form says, in a cookie of this host."""
    chosen = Settings.made(
        {
            "reviewer": sent.text("reviewer"),
            "careful": sent.text("careful"),
            "keys": {does: sent.text(f"key-{does}") for does in KEYS},
        }
    )
    twice = [key for key, count in Counter(chosen.keys.values()).items() if count > 1]
    if twice:
        raise ValueError(f"the key {twice[0]} can't do two things")
    answer = back_to(sent.text("then"), "/settings")
    answer.set_cookie(COOKIE, chosen.cookie(), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
