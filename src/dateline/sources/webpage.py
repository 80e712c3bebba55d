"""Web pages: the article by trafilatura, its date by htmldate, title and outlet as the page states them."""

import re

from dateline.sources.draft import Draft
from dateline.sources.outlet import outlet_of
from dateline.sources.published import published_date

_HEAD = 4_000
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"\s*<(?:rss|feed|urlset|sitemapindex)\b")
_FEWEST_WORDS = 20  # fewer words than this are a menu or a cookie notice, not an article

# Where a page states its date, in the order of trust; each pattern's group holds the stated date.
_STATEMENTS = (
    ("JSON-LD datePublished", r'"datePublished"\s*:\s*"([^"]{4,40})"'),
    ("meta published_time", r'article:published_time"?[^>]{0,40}content="([^"]{4,40})"'),
    ("meta date", r'<meta[^>]{0,80}(?:date|time)[^>]{0,40}content="([^"]{4,40})"'),
    ("time element", r'<time[^>]{0,200}datetime="([^"]{4,40})"'),
)


def is_webpage(text: str) -> bool:
    """True when `text` opens as an HTML page."""
    return _PAGE.search(text, 0, _HEAD) is not None and text.lstrip()[:1] == "<"


def is_other_markup(text: str) -> bool:
    """True when `text` is XML of another kind, such as a feed or a sitemap."""
    return text.lstrip().startswith("<?xml") or _FEED.match(text) is not None


def webpage_draft(html: str) -> Draft | str:
    """The draft of the page's article, or why there is none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        captions = _captions(html)
        page = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # the page is anybody's bytes, and the parser's ways to fail are not listed
        return f"the page can't be parsed ({type(error).__name__})"
    if not isinstance(page, Document) or len((text := page.text or "").split()) < _FEWEST_WORDS:
        return "no article found in the page"
    published, how = _published(html, page.date)
    return Draft(
        "web page",
        text,
        title=page.title,
        outlet=outlet_of(page.url) or page.sitename,
        published=published,
        published_how=how,
        url=page.url,
        language=page.language,
        captions=captions,
    )


def _captions(html: str) -> frozenset[str]:
    """The picture captions of the page, each on one line."""
    from trafilatura import load_html

    tree = load_html(html)
    found = tree.iter("figcaption") if tree is not None else ()
    return frozenset(" ".join(element.text_content().split()) for element in found)


def _published(html: str, found: str | None) -> tuple[str | None, str | None]:
    """The date that htmldate `found` and where the page states it."""
    if not found:
        return None, None
    for how, pattern in _STATEMENTS:
        if any(published_date(m[1]) == found for m in re.finditer(pattern, html, re.IGNORECASE)):
            return found, how
    return found, "htmldate"
