"""Address: where a report stands on the web, if what it says of that is a web address at all."""

from urllib.parse import urlsplit

from dateline.model import Report


def web_address(report: Report) -> str | None:
    """The report's address when it is http or https with a host; None for everything else it may claim."""
    url = report.url or ""
    if any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def address(report: Report) -> str:
    """The web address, or a name of the report in the form of one."""
    return web_address(report) or f"urn:dateline:{report.id}"
