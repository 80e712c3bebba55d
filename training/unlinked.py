"""Names in open texts that nobody linked: Wikinews reports and the country texts of the World Factbook.

The factbook writes surnames in capitals ("Mohammad Shia' al-SUDANI"), which names its persons; all else
is what `silver` can tell.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Container, Iterator
from pathlib import Path

from training.annotated import read_jsonl
from training.name_lists import OFFICE_HOLDER, calm, text_of
from training.named_text import Name, NamedText
from training.silver import Silver

_FIELDS = (
    ("Introduction", "Background"),
    ("Military and Security", "Military - note"),
    ("Government", "Executive branch", "chief of state"),
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_TAG = re.compile(r"<[^>]+>")


def wikinews(corpora: Path, silver: Silver, left_out: Container[str] = ()) -> Iterator[NamedText]:
    """Each report as one text, but for those of some ids."""
    for row in read_jsonl(corpora / "wikinews/articles.jsonl"):
        if row["id"] not in left_out:
            yield silver.complete(report_text(row), [])


def report_text(row: dict[str, str]) -> str:
    """Title and text of a report, without its date line, a line for each paragraph."""
    text = re.sub(r"\s*\n\s*", "\n", row["text"].partition("\n")[2].strip())
    return f"{row['title']}\n{text}"


def factbook(corpora: Path, silver: Silver) -> Iterator[NamedText]:
    """The history and military texts of each country, persons read off their capitals."""
    for country in map(json.loads, (corpora / "factbook/countries.jsonl").read_bytes().splitlines()):
        for field in _FIELDS:
            for passage in re.split(r"<br>|</p>|\n", text_of(country, *field)):
                text = html.unescape(_TAG.sub("", passage)).strip()
                if len(text) > 40:
                    yield _with_persons(text, silver)


def _with_persons(text: str, silver: Silver) -> NamedText:
    names = []
    for match in OFFICE_HOLDER.finditer(text):
        begin, words = match.start(), match.group().split(" ")
        while words and (words[0] in silver.lists.titles or words[0] in silver.lists.peoples):
            begin += len(words.pop(0)) + 1
        if len(words) > 1:
            names.append(Name(begin, match.end(), "PERSON", "PER"))
    shouted = {word for n in names for word in _WORD.findall(text[n.begin : n.end]) if word.isupper()}
    calmed = _WORD.sub(lambda m: calm(m.group()) if m.group() in shouted else m.group(), text)
    return silver.complete(calmed, names)
