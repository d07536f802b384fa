"""Who says words whose verb has no subject below a paragraph, a small pronoun, or several."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import Attribution


def _last(language: str, text: str) -> Attribution:
    article = replace(read_article(text.encode(), format="text"), language=language)
    return extract(article)[-1]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "La concejala Inés Prado abrió el mercado. Llovía.\n\n«Por fin», dijo.", "Inés Prado"),
        ("es", "La jefa de la oficina, Inés Prado, abrió el acto.\n\n«Por fin», exclamó.", "Inés Prado"),
        ("pt", "A diretora Inês Prado abriu o mercado.\n\n«Enfim», disse.", "Inês Prado"),
        ("it", "La sindaca Ines Prato ha aperto il mercato.\n\n«Finalmente», ha detto.", "Ines Prato"),
        ("fr", "Inès Pradel a ouvert le marché. « Enfin », leur a-t-elle lancé.", "Inès Pradel"),
        ("fr", "Inès Pradel a ouvert le marché. « Enfin », m'a-t-elle confié.", "Inès Pradel"),
        ("fr", "« Enfin une bonne nouvelle », leur a lancé Inès Pradel.", "Inès Pradel"),
        ("fr", "Le marché rouvre en mai, ont annoncé les autorités.", "les autorités"),
        ("es", "El mercado abre en mayo, anunciaron las autoridades.", "las autoridades"),
        ("pt", "O mercado abre em maio, anunciaram os sindicatos.", "os sindicatos"),
        ("nl", "De markt gaat open in mei, meldden de autoriteiten.", "de autoriteiten"),
    ],
)  # fmt: skip
def test_who_speaks(language: str, text: str, name: str) -> None:
    assert _last(language, text).speaker_name == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La concejala Inés Prado recibió a Luis Moro.\n\n«Por fin», dijo."),
        ("es", "El juez envió a prisión al alcalde.\n\n«Soy inocente», repitió."),
        ("es", "El mercado abrió ayer. Llovía.\n\n«Por fin», dijo."),
        ("es", "La concejala Inés Prado abrió.\n\nLlovía.\n\n«Por fin», dijo."),
        ("it", "La sindaca Ines Prato ha accolto il ministro.\n\n«Finalmente», ha detto."),
    ],
)
def test_who_may_be_either_is_nobody(language: str, text: str) -> None:
    assert _last(language, text).speaker is None
