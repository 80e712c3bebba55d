"""Text to parsed sentences: the English pipeline that dateline trains and ships, or one of the user's."""

from dateline.language.pipeline import Pipeline, load

__all__ = ["Pipeline", "load"]
