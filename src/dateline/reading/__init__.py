"""Reading: from a parsed report to claims with roles, status, speakers, counts, relations and figures."""

from dateline.reading.lexicon import Lexicon
from dateline.reading.reader import Reader, Reading

__all__ = ["Lexicon", "Reader", "Reading"]
