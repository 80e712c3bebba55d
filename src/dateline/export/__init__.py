"""Floor 6: a case for other programs and for people's eyes.

>>> from dateline.export import FORMATS, Options, export
>>> export(case, "acled", "acled.csv", Options(mask_private=True))    # doctest: +SKIP
"""

from dateline.export.deliver import export, stream
from dateline.export.format import FAMILIES, Format
from dateline.export.formats import FORMATS
from dateline.export.options import Options

__all__ = ["FAMILIES", "FORMATS", "Format", "Options", "export", "stream"]
