"""Two people, each with their own words, in one sentence: nobody gets the other's."""

import pytest

from audit import extract, read_article

_TWO = {
    "en": [
        "While Ann Lee called the bridge “done”, Omar Haddad called it “sound”.",
        "While Ann Lee called the bridge “done,” Omar Haddad called it “sound.”",
        "Although Ann Lee said it was “done”, Omar Haddad said it was “sound”.",
        "Whereas Ann Lee had spoken of “done”, Omar Haddad wrote of “sound”.",
        "Ann Lee said the bridge was “done,” and Omar Haddad called it “sound”.",
        "Ann Lee called it “done” and Omar Haddad “sound”.",
        "Ann Lee said that it was “done” and Omar Haddad that it was “sound”.",
        "Ann Lee described it as “done”; Omar Haddad described it as “sound”.",
    ],
    "fr": [
        "Ann Lee a dit que le pont était « done », mais Omar Haddad a affirmé qu’il était « sound ».",
        "Selon Ann Lee, le pont est « done », tandis que Omar Haddad le juge « sound ».",
    ],
    "es": [
        "Ann Lee dijo que el puente estaba «done», pero Omar Haddad afirmó que era «sound».",
        "Mientras Ann Lee aseguró que está «done», Omar Haddad sostuvo que es «sound».",
    ],
    "it": ["Ann Lee ha detto che è «done», mentre Omar Haddad ha affermato che è «sound»."],
    "pt": ["Ann Lee disse que estava “done”, mas Omar Haddad afirmou que era “sound”."],
    "nl": ["Ann Lee zei dat de brug ‘done’ is, maar Omar Haddad zei dat hij ‘sound’ is."],
    "ru": ["Ann Lee сказала, что мост «done», но Omar Haddad заявил, что он «sound»."],
    "de": [
        "Ann Lee sagte, die Brücke sei „done“, aber Omar Haddad sagte, sie sei „sound“.",
        "Obwohl Ann Lee die Brücke „done“ nannte, nannte Omar Haddad sie „sound“.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in _TWO.items() for text in texts]
)
def test_each_has_their_own_words(language: str, text: str) -> None:
    article = read_article(f"---\nlanguage: {language}\n---\n\n{text}".encode(), format="markdown")
    said = {
        span.text.strip(",."): each.speaker_name
        for each in extract(article)
        if each.kind.value in {"direct", "mixed"}
        for span in each.contents
    }
    assert said == {"done": "Ann Lee", "sound": "Omar Haddad"}


def test_a_clause_that_leads_to_its_own_words_says_none_before_it() -> None:
    text = "Il paese è «sound», ma Omar Haddad ha affermato che era tardi."
    article = read_article(f"---\nlanguage: it\n---\n\n{text}".encode(), format="markdown")
    assert [each.speaker for each in extract(article) if each.kind.value != "indirect"] == [None]
