"""Floor 1: bytes to reports. Text with front matter, plain text, web pages, JSON Lines and tables.

The kind is decided by content, never by the file's ending. What can't be read becomes a `ReportError` in its
place in the stream, so that the rest is still read.
"""

from dateline.sources.door import find_reports, read_bytes, read_paths, read_text
from dateline.sources.draft import Found
from dateline.sources.limits import MAX_BYTES, MAX_TEXT

__all__ = ["MAX_BYTES", "MAX_TEXT", "Found", "find_reports", "read_bytes", "read_paths", "read_text"]
