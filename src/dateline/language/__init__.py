"""Text to parsed sentences: the English pipeline that dateline trains and ships, or one of the user's.

What it gives are plain trees (`tree`), whichever pipeline made them. See docs/reference/language.md.
"""

from dateline.language.pipeline import Pipeline, load

__all__ = ["Pipeline", "load"]
