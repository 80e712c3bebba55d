"""Bytes to canonical text: what is no text at all, which encoding, and the form that offsets refer to."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

# Openings of files that hold no text, so that the reason given to the user says what the file is.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_MOST_CONTROLS = 0.02  # share of control characters above which bytes are not prose in any 8-bit encoding
_HEAD = 65_536
_WESTERN = "cp1252"
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Canonical `text`, the `encoding` it came from, and whether that was `guessed`.

    `broken` counts the byte sequences that stand as U+FFFD because they mean nothing in that encoding.
    """

    text: str
    encoding: str
    guessed: bool = False
    broken: int = 0


def binary_kind(data: bytes) -> str | None:
    """What `data` is if it is no text ("a PDF", "binary data"), None if it may be text."""
    head = data[:_HEAD]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls > _MOST_CONTROLS * len(head) else None


def decode(data: bytes) -> Decoded | None:
    """The text in `data` by its byte order mark, as UTF-8 or in the likeliest encoding; None if none fits."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], encoding)
    try:
        return Decoded(canonical(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        lenient = _lenient(data, "utf-8")
    # Much good UTF-8 with a few bad bytes is damaged UTF-8; another encoding would be wrong all over.
    good = sum(ord(c) > 127 for c in lenient.text) - lenient.broken
    return lenient if good > 10 * lenient.broken else _guess(data)


def canonical(text: str) -> str:
    """`text` as offsets refer to it: NFC, line ends as "\\n", without NULs and halves of surrogate pairs."""
    text = _LINE_ENDS.sub("\n", text.replace("\x00", ""))
    return unicodedata.normalize("NFC", _LONE_SURROGATES.sub("\ufffd", text))


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    return Decoded(canonical(text), encoding, broken=broken)


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_HEAD])
    if (best := matches.best()) is None:
        return None
    # Among equals, the code page that most reports in English and its neighbours come in.
    western = any(m.encoding == _WESTERN and m.chaos <= best.chaos for m in matches)
    encoding = _WESTERN if western else best.encoding
    text = data.decode(encoding, "replace")
    return Decoded(canonical(text), encoding, guessed=True, broken=text.count("\ufffd"))
