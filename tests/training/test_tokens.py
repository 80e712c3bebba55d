import pytest
import spacy
from spacy.language import Language

from training.tokens import cut_as_treebanks


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    cut_as_treebanks(nlp)
    return nlp


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Great!!! ===== <<note>> costs $5.", "Great !!! ===== << note >> costs $ 5 ."),
        ("left for them,'' ‘’Who?", "left for them , '' ‘’ Who ?"),
        ("if a==b said", "if a==b said"),
        ("at 5:30pm, 10AM or 8:30a.m.", "at 5:30 pm , 10 AM or 8:30 a.m."),
        ("paid $5m. Then 65k.", "paid $ 5 m . Then 65 k ."),
        ("from 10–12 to $4-$6", "from 10 – 12 to $ 4 - $ 6"),
        ("on 2003-11-20, call (713-853-3989)", "on 2003-11-20 , call ( 713-853-3989 )"),
        ("in the 1990's, the '60s and ’72,", "in the 1990's , the '60s and ’72 ,"),
        ("the U.S.-led AK-47 raid", "the U.S. - led AK - 47 raid"),
        ("date(s) and chiefs(my home team)vs", "date ( s ) and chiefs ( my home team ) vs"),
        ("I woudn't; DON'T", "I woud n't ; DO N'T"),
        ("it’s—it’s they probably've", "it ’s — it ’s they probably 've"),
        ("--Sally asked for -more rolls-- twice", "-- Sally asked for - more rolls -- twice"),
        ("troop- and aid-giving, I don-", "troop - and aid - giving , I don-"),
        ("#aleppo is #4", "#aleppo is # 4"),
        ("told (BBC): he is 8) and/or", "told ( BBC ) : he is 8 ) and / or"),
        ("Lt. Col. Ali et al. on Wed. had id", "Lt. Col. Ali et al. on Wed. had id"),
        ("seven, incl. two guards, nr. Tyre", "seven , incl. two guards , nr. Tyre"),
        ("they wanna, Lotta", "they wan na , Lot ta"),
        ("ld2d-#69366-1.DOC", "ld2d-#69366-1.DOC"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(nlp: Language, text: str, words: str) -> None:
    doc = nlp(text)
    assert [token.text for token in doc] == words.split()
    assert doc.text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("non-combatants e-mail mid-air Pre-war", "non-combatants e-mail mid-air Pre-war"),
        ("non-Muslim ex-soldier mid-May", "non - Muslim ex - soldier mid - May"),
        ("anti-tank re-arrested co-pilot", "anti - tank re - arrested co - pilot"),
        ("Hizb-e-islami 300-1000", "Hizb - e - islami 300 - 1000"),
    ],
)
def test_a_prefix_joins_a_word_only_where_nothing_is_asked_of_that_word(
    nlp: Language, text: str, words: str
) -> None:
    assert [token.text for token in nlp(text)] == words.split()


def test_the_tokeniser_is_the_same_when_read_again(nlp: Language) -> None:
    again = spacy.blank("en")
    again.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    text = "Lt. Ali's non-combatants, the U.S.-led raid at 5:30pm, 2003-11-20, '60s, wanna."
    assert [token.text for token in again(text)] == [token.text for token in nlp(text)]
    assert again.tokenizer.to_bytes() == nlp.tokenizer.to_bytes()
