"""Floors: figures that a change may raise and must not sink (`floors.toml`)."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.toml"
# A figure printed with three decimals may differ in the last one between machines.
_ROUNDING = 0.0005


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure beside its bound: `floor` must be reached, `ceiling` must not be passed."""

    benchmark: str
    figure: str
    value: float
    floor: float | None = None
    ceiling: float | None = None

    @property
    def kept(self) -> bool:
        """True when the figure keeps its bounds; one without bounds always does."""
        high_enough = self.floor is None or self.value >= self.floor - _ROUNDING
        return high_enough and (self.ceiling is None or self.value <= self.ceiling + _ROUNDING)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self) | {"kept": self.kept}

    def __str__(self) -> str:
        bound = "" if self.floor is None else f"floor {self.floor:g}"
        bound += "" if self.ceiling is None else f"ceiling {self.ceiling:g}"
        return (
            f"{self.benchmark:10} {self.figure:36} {self.value:10g}  {bound}{'' if self.kept else '  BROKEN'}"
        )


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, Any]]:
    """Bounds by benchmark and figure: a number is a floor, `{ceiling = n}` a ceiling."""
    return tomllib.loads(path.read_text("utf-8"))


def judge(benchmark: str, figures: dict[str, float], bounds: dict[str, Any]) -> list[Verdict]:
    """Every figure beside its bound; a bound whose figure was not printed is broken."""
    verdicts = []
    for figure, value in figures.items():
        bound = bounds.get(figure)
        ceiling = bound.get("ceiling") if isinstance(bound, dict) else None
        verdicts.append(
            Verdict(benchmark, figure, value, None if isinstance(bound, dict) else bound, ceiling)
        )
    lost = [figure for figure in bounds if figure not in figures]
    return verdicts + [Verdict(benchmark, figure, float("nan"), floor=float("-inf")) for figure in lost]
