"""Every kind of input becomes reports or one clear line, by what it holds and not by what it is called."""

import hashlib
import io
import os
import sys
import types
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Report, ReportError
from dateline.sources import MAX_BYTES, Found, find_reports, read_bytes, read_paths, read_text

PROSE = "Militants attacked the base near Baghdad on Tuesday, killing two soldiers."
DAY = date(2024, 1, 1)


def only(data: bytes, where: str = "a/report.txt") -> Found | ReportError:
    (found,) = read_bytes(data, where, DAY)
    return found


def report(data: bytes | str, where: str = "a/report.txt") -> Report:
    found = only(data.encode() if isinstance(data, str) else data, where)
    assert isinstance(found, Found), found
    return found.report


def reason(data: bytes) -> str:
    found = only(data)
    assert isinstance(found, ReportError)
    assert found.where == "a/report.txt"
    return found.reason


def test_front_matter_says_what_the_report_is() -> None:
    read = report(
        f"---\ntitle: 'Two killed'\nOutlet: The Wire\npublished: 2020-01-03\nurl: http://x.y/z\n---\n{PROSE}\n"
    )
    assert read.text == PROSE
    assert (read.title, read.outlet, read.published) == ("Two killed", "The Wire", "2020-01-03")
    assert (read.published_how, read.name, read.original.kind) == ("front matter", "report", "front matter")


def test_plain_text_gives_its_headline_and_its_date_line() -> None:
    read = report(f"Two soldiers killed near Baghdad\n\nFriday, January 3, 2020\n\n{PROSE}")
    assert read.title == "Two soldiers killed near Baghdad"
    assert (read.published, read.published_how) == ("2020-01-03", "date line in the text")


def test_prose_is_not_taken_for_a_headline() -> None:
    assert report(f"{PROSE}\n\nA second paragraph follows.").title is None


def test_the_kept_bytes_are_told_by_hash_and_size() -> None:
    found = only(b"abc def")
    assert isinstance(found, Found)
    assert found.data == b"abc def"
    assert found.report.original.size == 7
    assert found.report.original.sha256 == hashlib.sha256(b"abc def").hexdigest()


def test_a_web_page_called_txt_is_read_as_a_web_page() -> None:
    body = f"<article><p>{PROSE * 5}</p></article>"
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>"
    assert report(page).original.kind == "web page"


def test_records_called_html_are_read_as_records() -> None:
    lines = (
        b'{"id": "one", "text": "Men fought."}\n\n{"headline": "H", "body": "Men fled.", "date": "20200103"}'
    )
    first, second = read_bytes(lines, "x.html", DAY)
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    assert (first.where, first.report.name, first.report.text) == ("x.html:1", "one", "Men fought.")
    assert (second.where, second.report.name, second.report.title) == ("x.html:3", "x-3", "H")
    assert second.report.published == "2020-01-03"


def test_a_pretty_printed_record_and_an_array_are_read_too() -> None:
    assert report('{\n "text": "Men fought."\n}').text == "Men fought."
    assert len(list(read_bytes(b'[{"text": "a b"}, {"text": "c d"}]', "x", DAY))) == 2


def test_a_broken_line_costs_itself_only() -> None:
    found = list(
        read_bytes(b'{"text": "a b"}\n{"text": "\n{"title": "c"}\n[1]\n{"text": "e f"}', "x.jsonl", DAY)
    )
    assert [str(f) if isinstance(f, ReportError) else f.report.text for f in found] == [
        "a b",
        "x.jsonl:2: broken JSON (Unterminated string starting at character 10)",
        'x.jsonl:3: no text: a record needs a "text" with words in it',
        "x.jsonl:4: not a JSON object",
        "e f",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"---\ntitle: x\n---\n", "has no text"),
        (b"%PDF-1.7 ...", "is not text but a PDF"),
        (bytes(range(256)) * 20, "is not text but binary data"),
        (b"a b c d " * (MAX_BYTES // 8 + 1), "larger than 5 MB"),
        (b"word " * 210_000, "more than 1,000,000 characters"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article found in the page"),
        (b"{\\rtf1 Men fought.}", "is not text but an RTF document"),
        (b"\xd0\xcf\x11\xe0 ...", "is not text but an old office document"),
        (b"From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\n\nMen fought.", "is an e-mail"),
        (b"date,event\n2020-01-01,Men fought\n", "is a table without a column of texts"),
        (b"<?xml version='1.0'?><rss></rss>", "is XML of a kind that is not read"),
    ],
)  # fmt: skip
def test_bad_input_has_one_clear_reason(data: bytes, told: str) -> None:
    assert told in reason(data)
    assert "\n" not in reason(data)


def test_a_wrong_date_is_told_and_the_report_is_kept_without_it() -> None:
    found = only(b"---\npublished: 2020-13-45\n---\nMen fought.")
    assert isinstance(found, Found)
    assert found.report.published is None
    assert found.report.marks == ("unreadable_date",)
    assert found.notices == ('published "2020-13-45" is not one clear day (YYYY-MM-DD), kept undated',)


def test_a_date_in_the_future_is_marked() -> None:
    assert report("---\npublished: 2024-06-01\n---\nMen fought.").marks == ("future_date",)


def test_a_mistyped_key_is_pointed_out_and_a_foreign_one_left_alone() -> None:
    found = only(b"---\npublised: 2020-01-03\nnote: an example\n---\nMen fought.")
    assert isinstance(found, Found)
    assert [n for n in found.notices if '"publised"' in n and '"published"' in n] == list(found.notices)


def test_front_matter_may_use_the_names_that_records_use() -> None:
    read = report(f"---\nDate: 2020-01-03\nsource: The Wire\nheadline: Two killed\n---\n{PROSE}")
    assert (read.published, read.outlet, read.title) == ("2020-01-03", "The Wire", "Two killed")


def test_front_matter_may_hold_what_is_not_ours() -> None:
    read = report(f"---\n# desk copy\ntags:\n  - war\n- peace\n\npublished: 2020-01-03\n---\n{PROSE}")
    assert (read.published, read.text) == ("2020-01-03", PROSE)


def test_front_matter_that_is_not_closed_ends_where_the_text_begins() -> None:
    for rest in (PROSE, f"{PROSE}\n---\n{PROSE}"):
        found = only(f"---\ntitle: T\npublished: 2020-01-03\n{rest}".encode())
        assert isinstance(found, Found)
        assert (found.report.title, found.report.published, found.report.text) == ("T", "2020-01-03", rest)
        assert found.notices == ('front matter has no closing "---", taken to end where the text begins',)


def test_a_line_of_dashes_at_the_top_is_no_front_matter() -> None:
    found = only(f"---\n{PROSE}\n---\n{PROSE}".encode())
    assert isinstance(found, Found)
    assert found.report.text.count(PROSE) == 2
    assert found.notices == ()


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_of_reports_is_read_row_by_row(between: str) -> None:
    rows = [
        ["ID", "Date", "Publisher", "Text"],
        ["one", "2020-01-03", "The Wire", '"Men fought, and\nmen fled."'],
        ["", "", "", ""],
        ["two", "", "", ""],
        ["three", "2020-01-04", "", "Men fled.", "again"],
        ["four", "2020-01-05", "", "Men fled."],
    ]
    table = "\n".join(between.join(row) for row in rows)
    one, two, three, four = read_bytes(table.encode(), "x.csv", DAY)
    assert isinstance(one, Found)
    assert isinstance(four, Found)
    assert (one.where, one.report.name, one.report.text) == ("x.csv:1", "one", "Men fought, and\nmen fled.")
    assert (one.report.published, one.report.outlet) == ("2020-01-03", "The Wire")
    assert one.report.published_how == 'column "published"'
    assert str(two) == 'x.csv:2: no text: a record needs a "text" with words in it'
    assert str(three) == "x.csv:3: has 5 cells under 4 columns"
    assert (four.where, four.report.name) == ("x.csv:4", "four")


def test_prose_with_commas_is_no_table() -> None:
    text = "Title, date, text\n\nMen fought, men fled, men died.\n"
    assert report(text).original.kind == "text"
    assert report("Killed, wounded\nMen fought, men fled.").original.kind == "text"


def test_old_encodings_are_read_and_said() -> None:
    russian = only(
        ("Боевики обстреляли базу в Багдаде, сообщил представитель министерства. " * 3).encode("cp1251")
    )
    assert isinstance(russian, Found)
    assert russian.report.text.startswith("Боевики обстреляли")
    assert russian.report.marks == ("guessed_encoding", "not_english")
    assert "cp1251" in russian.notices[0]


def test_utf16_with_its_mark_is_plain_text() -> None:
    assert report("Men fought.".encode("utf-16")).text == "Men fought."


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    read = report("Боевики обстреляли базу".encode() + b"\xd0 today")
    assert read.text == "Боевики обстреляли базу\ufffd today"
    assert read.marks == ("broken_characters",)


def test_folders_are_walked_in_order_without_hidden_files_and_cases(tmp_path: Path) -> None:
    cases = ("old.case", "old.case.bytes/ab/abcd", "iraq", "iraq-wal", "iraq.bytes/ab/abcd")
    for name in ("b.txt", "a/z.txt", ".hidden.txt", *cases):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.")
    read = [r.text for r in read_paths([tmp_path]) if isinstance(r, Report)]
    assert sorted(read) == ["Text of a/z.txt.", "Text of b.txt."]
    assert list(read_paths([tmp_path])) == list(read_paths([tmp_path]))


def test_paths_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, empty = read_paths([tmp_path / "nothing.txt", tmp_path / "empty"])
    assert str(missing) == f"{tmp_path}/nothing.txt: no such file or directory"
    assert str(empty) == f"{tmp_path}/empty: holds no reports"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Men fought.")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "open", refuse)
    (told,) = read_paths([path])
    assert str(told) == f"{path}: permission denied"


def test_a_name_in_unknown_bytes_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(path, "wb") as file:
        file.write(b"Men fought.")
    (found,) = find_reports([tmp_path])
    assert isinstance(found, Found)
    assert found.where.encode("utf-8")
    assert found.report.name == "bad\ufffd"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = types.SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(b"Men fought.")))
    monkeypatch.setattr(sys, "stdin", stdin)
    (read,) = read_paths(["-"])
    assert isinstance(read, Report)
    assert (read.name, read.text) == ("stdin", "Men fought.")


def test_a_string_may_open_with_a_front_matter() -> None:
    assert read_text("---\noutlet: The Wire\n---\nMen fought.").report.outlet == "The Wire"
    with pytest.raises(ReportError, match="has no text"):
        read_text("  ")


def test_a_person_dates_what_has_no_date() -> None:
    undated, dated = read_text("Men fought."), read_text("---\npublished: 2020-01-03\n---\nMen fought.")
    assert undated.dated("2020-01-03").report.id == dated.report.id
    assert dated.dated("2021-01-01") is dated


def test_the_same_words_and_facts_are_one_report_wherever_they_lie() -> None:
    plain = report("---\ntitle: T\n---\nMen fought.", "x/one.txt")
    record = report('{"title": "T", "text": "Men fought.\\r\\n"}', "y/two.jsonl")
    assert plain.id == record.id
    assert plain.id != report("---\ntitle: U\n---\nMen fought.").id


markup = st.sampled_from(
    ["<html>", "<p>", "---\n", '{"text": "', "published: ", "\x00", "\n", "READ MORE", "a b. "]
)
anything = st.binary(max_size=300) | st.lists(st.text(max_size=20) | markup, max_size=12).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)


@given(anything)
def test_no_bytes_break_the_door(data: bytes) -> None:
    for found in read_bytes(data, "any.thing", DAY):
        if isinstance(found, Found):
            assert "\x00" not in found.report.text
            assert found.report.text.strip()
        else:
            assert "\n" not in str(found)
