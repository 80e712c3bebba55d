"""Fields: the names under which a source may say what a report is, the same for records, tables and text."""

from collections.abc import Mapping

# Our name for a field, then the names that corpora and news interfaces give it; the first one present counts.
TEXT_FIELDS = ("text", "body", "content", "article", "maintext")
FIELDS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "source_domain", "site"),
    "published": ("published", "published_at", "publishedAt", "date_publish", "publication_date", "date"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "name": ("id", "doc", "doc_id", "name", "uid"),
}
KNOWN = frozenset(name.lower() for names in (TEXT_FIELDS, *FIELDS.values()) for name in names)
"""All names, in lower case."""


def stated(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first of `names` that holds words; a bare number serves too (an id), an object doesn't."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = f"{value:d}" if abs(value) < 10**18 else None
        if isinstance(value, str) and value.strip():
            return value
    return None
