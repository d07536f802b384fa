"""An article whose encoding was damaged is said to be so, and real words never are."""

import pytest

from audit import read_article
from audit.markup.characters.misread import misread_words
from audit.model import Facts
from audit.rules.article_misread import RULE


def misread(text: str) -> str:
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "“We don’t know,” said André Payró, who didn’t.",
        "L’Aquila: la riforma è legge, ma la città aspetta più treni.",
        "Straße über die Brücke, schließlich größer.",
        "«Мы не знаем», сказал мэр города.",
        "El año pasado la reunión no terminó así.",
        "“Il n’y a rien”, dit-elle à l’été.",
    ],
)
def test_text_that_was_misread_is_told(text: str) -> None:
    assert misread_words(misread(text)) is not None
    assert misread_words(text) is None
    article = read_article(misread(text).encode(), format="text")
    [finding] = RULE.find(Facts(article, (), ()))
    assert "looks damaged" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO e a “IRMÔ e a “MANHÔ dizem: NÃO, CORAÇÃO, “AMANHÃ…” — “MAÇÃ”.",
        "Âge et Âme, « MÂ» et « LÂ » : « Â » 20 € pour l’Âge.",
        "Pâine și lână: România, câștigă – „când” mâine… Â, ÎN MÂINI.",
        "Tâm của ÂU CƠ và “ÂN” – cân, “tâ…” Ã, Đ, “Ã”.",
        "Ångström, Ærø, Ðe Ñandú, AÑO: «ESPAÑA», “CAÑÓN”.",
        "An email that reads donâ€™t was quoted once.",
        "Gmünd® and Café© cost £5 and ½ a pound: 20°, ±3.",
    ],
)
def test_real_words_are_not(text: str) -> None:
    assert misread_words(text) is None


def test_many_places_take_no_time() -> None:
    assert misread_words("â€™" * 200_000) is not None
