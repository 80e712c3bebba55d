"""Look: the templates, and the few words of our own that they use. Everything they print is escaped."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from dateline.case.column import bounds
from dateline.export.cell import counted, interval, one_line, parties, place, sayers
from dateline.model import Event, Span
from dateline.workbench.address import is_web
from dateline.workbench.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_LONGEST_QUOTE = 420
_GRAPHIC = frozenset({"killed", "injured", "wounded", "dead", "abducted"})


@cache
def environment() -> "Environment":
    """The templates of the workbench."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    look = Environment(
        loader=PackageLoader("dateline.workbench"),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    look.filters.update(
        bounds=bounds,
        counted=lambda counts: counted(counts).split("\n") if counts else [],
        interval=lambda when: one_line(interval(when)),
        many=many,
        names=parties,
        place=place,
        quoted=quoted,
        sayers=lambda event: [line for line in sayers(event).split("\n") if line],
        words=lambda text: str(text).replace("_", " "),
    )
    look.globals.update(graphic=graphic, what=what, is_web=is_web)
    return look


def many(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "1,204 reports"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def quoted(span: Span, most: int = _LONGEST_QUOTE) -> str:
    """The words of a span on one line, cut where they are very long."""
    words = one_line(span.text)
    return words if len(words) <= most else f"{words[:most].rstrip()} …"


def what(event: Event) -> str:
    """What happened, in a word or two: the mode, or the type where no mode is known."""
    return event.mode or event.type.lower()


def graphic(counts: Iterable[object], type_: str) -> bool:
    """True where words may tell of harm to people: violence, or counts of killed and hurt."""
    return type_ == "ASSAULT" or any(getattr(count, "what", None) in _GRAPHIC for count in counts)
