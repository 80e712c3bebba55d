"""Code: how an event's type and mode read in PLOVER, CAMEO and ACLED."""

from dataclasses import dataclass
from functools import cache

from dateline.export.coded.table import table
from dateline.model import Event


@dataclass(frozen=True, slots=True)
class Code:
    """A row of `codes.tsv`. `acled` is a sub-event type, None where ACLED has no such row; `acled_civilians`
    the one when no target is known to bear arms. `goldstein` is CAMEO's score, `loss` what the codes do not
    tell.
    """

    plover: str
    plover_mode: str | None
    cameo: str
    goldstein: float
    acled: str | None
    acled_civilians: str | None
    loss: str

    @property
    def cameo_root(self) -> str:
        """The two digits of the root category."""
        return self.cameo[:2]

    @property
    def quad(self) -> int:
        """CAMEO's quadrant: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
        root = int(self.cameo_root)
        return next(quad for quad, last in enumerate((5, 8, 13, 20), 1) if root <= last)


@dataclass(frozen=True, slots=True)
class Acled:
    """A sub-event type of ACLED with the levels above it; a smaller `rank` takes precedence."""

    sub_event: str
    event: str
    disorder: str
    rank: int


def code_of(event: Event) -> Code:
    """The code of `event`; a mode that the table does not hold is coded as its type alone."""
    codes = _codes()
    return codes.get((event.type, event.mode or "")) or codes[event.type, ""]


def acled(sub_event: str) -> Acled:
    """The row of that sub-event type; KeyError when ACLED has none of that name."""
    return _acled()[sub_event]


def plover_scale(type: str, mode: str | None) -> tuple[int, float]:
    """PLOVER's quadrant and its score for a PLOVER type and mode."""
    scale = _scale()
    return scale.get((type, mode or "")) or scale[type, ""]


@cache
def _codes() -> dict[tuple[str, str], Code]:
    return {
        (type_, mode): Code(
            plover, plover_mode or None, cameo, float(goldstein), plain or None, civilians or None, loss
        )
        for type_, mode, plover, plover_mode, cameo, goldstein, plain, civilians, loss in table("codes")
    }


@cache
def _acled() -> dict[str, Acled]:
    return {sub: Acled(sub, event, disorder, at) for at, (sub, event, disorder) in enumerate(table("acled"))}


@cache
def _scale() -> dict[tuple[str, str], tuple[int, float]]:
    return {(type_, mode): (int(quad), float(score)) for type_, mode, quad, score in table("plover")}
