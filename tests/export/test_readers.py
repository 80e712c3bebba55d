"""What people read: both sides of everything, in words that do nothing but say what they say."""

import re

import pytest
from markdown_it import MarkdownIt

from dateline.export import Options
from dateline.export.brief import words
from dateline.export.chosen import version_of
from dateline.export.shown import html, inert
from tests.export import golden
from tests.export.markup import check_inert
from tests.export.schema import written

OWN_TAGS = set(
    "html head meta title style body header h1 p dl dt dd span nav a main h2 h3 h4 section blockquote cite q "
    "ul li div strong em table thead tbody tr th td footer".split()
)


@pytest.mark.parametrize("report", [golden.strike(), golden.hostile()], ids=["golden", "hostile"])
def test_the_dossier_holds_no_markup_but_its_own(report: golden.Written) -> None:
    page = written(golden.shelf(report), "html")
    check_inert(page, allowed=OWN_TAGS)
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_the_dossier_needs_nothing_else() -> None:
    page = written(golden.shelf(), "html")
    assert not re.search(r"<(?:link|img|iframe|object|embed|video|audio)\b", page)
    assert not re.search(r"url\(|@import", page)
    for sign in ("prefers-color-scheme: dark", "@media print", 'lang="en"', "<h1>"):
        assert sign in page


def test_every_value_has_its_words_and_every_event_its_claims() -> None:
    shelf = golden.shelf()
    page = written(shelf, "html")
    for claim in shelf.claims.values():
        assert html(claim.quote.text) in page
        assert claim.id in page
    for words_ in ("at least five", "3 January 2020", "Taji", "drones"):
        assert f"<q>{words_}</q>" in page
    assert version_of(shelf) in page
    (disagreement,) = shelf.record.disagreements
    for side in disagreement.sides:
        assert f"<strong>{side.value}</strong>" in page


def test_links_within_the_dossier_lead_somewhere() -> None:
    page = written(golden.shelf(), "html")
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_a_huge_word_does_no_harm() -> None:
    report = golden.Written(f"Rebels attacked {'x' * 1_000_000}.", None, None)
    report.event("attacked", "ASSAULT", report.text, targets=(report.party("x" * 1_000_000),))
    shelf = golden.shelf(report)
    for name in ("html", "markdown", "timelinejs"):
        assert written(shelf, name)


@pytest.mark.parametrize("report", [golden.strike(), golden.hostile()], ids=["golden", "hostile"])
def test_the_brief_renders_to_its_own_markup_only(report: golden.Written) -> None:
    text = written(golden.shelf(report), "markdown")
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough"]).render(text)
    check_inert(rendered, allowed={"h1", "h2", "h3", "p", "ul", "li", "strong", "code", "hr", "a"})


def test_every_footnote_is_referred_to_and_there() -> None:
    shelf = golden.shelf()
    text = written(shelf, "markdown")
    body, notes = text.split("\n---\n")
    referred = set(re.findall(r"\[\^(\d+)\]", body))
    assert referred == set(re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE))
    for event in shelf.record.events:
        for claim in event.claims:
            assert f"(`{claim}`)" in notes
    assert "**7**" in body
    assert "**5**" in body


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_masked_pages_hold_no_private_name(name: str) -> None:
    text = written(golden.shelf(), name, Options(mask_private=True, coarsen="admin1"))
    for hidden in ("Ali", "Hassan", "hassan", "Taji"):
        assert hidden not in text
    assert "Person 1, a shepherd" in text
    assert "names of private persons and places finer than admin1" in text


def test_words_stay_readable() -> None:
    assert words("2020-01-03, al-Qaim (Iraq)") == "2020-01-03, al-Qaim (Iraq)"
    assert words("[x](javascript:y) <b> `c` http://x") == r"\[x\](javascript:y) \<b\> \`c\` http:\//x"
    assert inert("a\u202eb\x00c\u2028d\u200de") == "ab c d\u200de"
