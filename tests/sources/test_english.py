"""Nobody takes the silence about a report in another language for peace."""

import pytest

from dateline.sources import Found, read_text
from dateline.sources.english import is_english

SPANISH = (
    "Al menos doce soldados murieron el martes en un ataque contra una base militar en el norte del país, "
    "según informó el Ministerio de Defensa en un comunicado. Ningún grupo ha reivindicado el atentado."
)
GERMAN = (
    "Bei einem Angriff auf einen Stützpunkt im Norden des Landes sind am Dienstag mindestens zwölf Soldaten "
    "getötet worden, teilte das Verteidigungsministerium mit. Niemand bekannte sich dazu."
)
ARABIC = "قصفت القوات الحكومية بلدة خان شيخون يوم الثلاثاء. " * 3
ENGLISH = (
    "HEAVY FIGHTING BETWEEN THE ARMY AND REBELS CONTINUED ON SUNDAY. AT LEAST 56 WERE KILLED, DOCTORS SAID."
)
BROKEN_ENGLISH = (
    "Today the enemy aviation has raided on the position of the resistance in neighborhood"
    " Saraqib and killed two, the source local told, and it will respond."
)


@pytest.mark.parametrize("text", [SPANISH, GERMAN, ARABIC])
def test_other_languages_are_told_and_marked(text: str) -> None:
    found = read_text(text)
    assert isinstance(found, Found)
    assert found.report.marks == ("not_english",)
    assert found.notices == ("seems not to be in English, the one language that is read",)


@pytest.mark.parametrize("text", [ENGLISH, BROKEN_ENGLISH, "Kirkuk Mosul Tikrit Baghdad Basra", "", "1 2 3"])
def test_english_and_what_is_too_short_to_tell_are_not(text: str) -> None:
    assert is_english(text)
