"""The gazetteer: what a name may stand for."""

import subprocess
import sys

import pytest

from dateline.grounding.where import Gazetteer
from dateline.grounding.where.index import INDEX_DIR

GAZETTEER = Gazetteer()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "US"), ("the United States", "US"), ("DR Congo", "CD"), ("Côte d’Ivoire", "CI"),
        ("Türkiye", "TR"), ("Burma", "MM"),
    ],
)  # fmt: skip
def test_countries_by_their_usual_names(name: str, country: str) -> None:
    assert country in [entry.country for entry in GAZETTEER.candidates(name) if entry.kind == "country"]


def test_a_word_for_the_kind_narrows() -> None:
    assert {entry.kind for entry in GAZETTEER.candidates("Anbar province")} == {"admin1"}
    assert {entry.kind for entry in GAZETTEER.candidates("Mosul city")} == {"town"}


def test_an_arabic_article_may_be_missing_or_extra() -> None:
    ids = {entry.id for entry in GAZETTEER.candidates("Al Qamishli")}
    assert ids & {entry.id for entry in GAZETTEER.candidates("Qamishli")}


def test_divisions_hold_their_towns() -> None:
    (anbar,) = [entry for entry in GAZETTEER.candidates("Anbar") if entry.kind == "admin1"]
    ramadi = next(entry for entry in GAZETTEER.candidates("Ramadi") if entry.country == "IQ")
    assert ramadi.lies_in(anbar)
    assert not anbar.lies_in(ramadi)
    assert ramadi.within[-2:] == ("Anbar", "Iraq")


def test_unknown_names_have_no_candidates() -> None:
    assert GAZETTEER.candidates("Qarnasiqabad") == ()
    assert GAZETTEER.candidates("") == ()


def test_peoples_are_told_from_countries() -> None:
    assert GAZETTEER.is_people("Iraqis")
    assert GAZETTEER.is_people("Congolese")
    assert not GAZETTEER.is_people("Georgia")
    assert not GAZETTEER.is_people("US")


def test_the_index_is_small() -> None:
    assert sum(path.stat().st_size for path in INDEX_DIR.iterdir()) <= 15_000_000


def test_nothing_is_opened_before_the_first_question() -> None:
    code = (
        "import sys; from dateline.grounding.where import Gazetteer; Gazetteer();"
        "print('numpy' in sys.modules, 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
