"""A web page gives its article, and title, outlet and date where it states them."""

from dateline.model import ReportError
from dateline.sources import Found, read_bytes

PARAGRAPH = (
    "<p>"
    + "Militants attacked the base near Baghdad on Tuesday, officials in the capital said. " * 4
    + "</p>"
)


def page(head: str, body: str = PARAGRAPH * 2) -> Found:
    html = f"""<!DOCTYPE html><html lang="en"><head><title>Attack | Site</title>{head}</head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Attack</h1>{body}</article>
    <footer>About us. Contact.</footer></body></html>"""
    (found,) = read_bytes(html.encode(), "page.html")
    assert isinstance(found, Found), found
    return found


def test_json_ld_states_the_date_and_a_known_domain_the_outlet() -> None:
    report = page(
        """<link rel="canonical" href="https://www.shafaq.com/en/iraq/attack">
        <script type="application/ld+json">{"datePublished": "2020-01-03T10:00:00Z"}</script>"""
    ).report
    assert (report.published, report.published_how) == ("2020-01-03", "JSON-LD datePublished")
    assert (report.outlet, report.url) == ("Shafaq News", "https://www.shafaq.com/en/iraq/attack")
    assert "Militants attacked the base" in report.text
    assert "Contact" not in report.text


def test_a_meta_tag_states_the_date_and_the_site_its_name() -> None:
    report = page(
        """<meta property="article:published_time" content="2020-01-03T10:00:00Z">
        <meta property="og:site_name" content="The Wire">"""
    ).report
    assert (report.published, report.published_how) == ("2020-01-03", "meta published_time")
    assert report.outlet == "The Wire"


def test_a_caption_of_the_page_is_no_prose() -> None:
    caption = "Smoke rises over the embassy. (Photo: Jane Roe)"
    body = f"<figure><figcaption>{caption}</figcaption></figure><p>{caption}</p>{PARAGRAPH * 2}"
    report = page("", body).report
    declared = [p for p in report.passages if p.why == "declared by the page"]
    assert [(p.kind, report.text[p.start : p.end].strip()) for p in declared] == [("caption", caption)]


def test_a_page_without_a_date_has_none() -> None:
    report = page("").report
    assert report.published is None
    assert report.published_how is None


def test_a_menu_is_no_article() -> None:
    (found,) = read_bytes(b"<html><body><ul><li>Home</li><li>News</li></ul></body></html>", "menu.html")
    assert isinstance(found, ReportError)
    assert str(found) == "menu.html: no article found in the page"
