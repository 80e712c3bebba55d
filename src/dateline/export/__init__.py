"""Floor 6: a case for other programs and for people's eyes.

>>> from dateline.export import FORMATS, Options, export
>>> export(case, "acled", "acled.csv", Options(mask_private=True))    # doctest: +SKIP
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.export.deliver import export, stream
    from dateline.export.format import FAMILIES, Format
    from dateline.export.formats import FORMATS
    from dateline.export.options import Options

__all__ = ["FAMILIES", "FORMATS", "Format", "Options", "export", "stream"]

# Where the names live; they are fetched when somebody asks for them, as few who look at a case export it.
_HOMES = {
    "FAMILIES": "format",
    "FORMATS": "formats",
    "Format": "format",
    "Options": "options",
    "export": "deliver",
    "stream": "deliver",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline.export' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"dateline.export.{_HOMES[name]}"), name)
