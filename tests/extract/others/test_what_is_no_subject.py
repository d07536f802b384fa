"""Things, places and clauses beside a verb of saying that are nobody who speaks."""

from dataclasses import replace

import pytest

from audit import extract, read_article


def _speaker(language: str, text: str, words: str) -> str:
    """Who is given the words, empty where nobody is."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    at = article.text.index(words)
    return next(
        (
            found.speaker.text
            for found in extract(article)
            if found.speaker is not None
            for content in found.contents
            if content.start <= at < content.end
        ),
        "",
    )


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        # what somebody denies, comments or asks is the object of a verb whose subject is dropped
        (
            "es",
            "El acusado contestó. Además, ha negado los hechos, asegurando que “no he hecho nada”.",
            "no he hecho",
            "El acusado",
        ),
        (
            "es",
            "Comentó la respuesta del Perú. Luego destacó que fue “más estratégica que otras”.",
            "más estratégica",
            "",
        ),
        (
            "es",
            "El acusado declaró que, aunque nunca le preguntó la edad, ella “parecía mayor”.",
            "parecía mayor",
            "El acusado",
        ),
        (
            "es",
            "El alcalde llegó tarde. En el pleno calificó este gesto como «abusivo».",
            "abusivo",
            "El alcalde",
        ),
        ("es", "Según dijo la nota, el plan es «inviable».", "inviable", "la nota"),
        ("es", "Advierte la nota que el plan es «inviable».", "inviable", "la nota"),
        ("es", "Negó el portavoz los hechos: «Es todo falso».", "Es todo falso", "el portavoz"),
        # a name that 'de' leads to, and what stands behind it
        (
            "es",
            "López llegó. Además, acusó al Gobierno de Joe Biden de avalar la «maniobra».",
            "maniobra",
            "",
        ),
        (
            "es",
            "Se refirió a las palabras del mandatario mexicano sobre el Perú: «No sé», aseveró.",
            "No sé",
            "",
        ),
        # a noun that looks like a verb
        ("es", "El tono de queja sube y la chica le dijo «márchate».", "márchate", "la chica"),
        # a clause of its own behind what somebody is called
        (
            "es",
            "Tras irse Ana Roy, que fue declarada «non grata», el ministro se lanzó a la calle.",
            "non grata",
            "",
        ),
        (
            "es",
            "Rosa Roy se refirió al plan. Dijo que aquí «jamás» se ha hablado de cerrar el centro.",
            "jamás",
            "Rosa Roy",
        ),
        # an office behind a full name
        (
            "es",
            "«No siga». Así de tajante se mostró el juez Emilio Moya, presidente de la Corte Alta.",
            "No siga",
            "el juez Emilio Moya",
        ),
        # what somebody made of something is no clause of saying
        (
            "fr",
            "« On a gonflé l’affaire, en a fait une montagne », a-t-elle lancé.",
            "On a gonflé",
            "elle",
        ),
        ("fr", "« On a, a fait savoir le maire, tout payé. »", "On a", "le maire"),
        # what is demanded or cited, and a list of what is written somewhere
        (
            "es",
            "Ayer. Exigen una operación sostenida en las «zonas fuera del Estado».",
            "zonas",
            "",
        ),
        (
            "it",
            "Anna Minniti per spiegare il «ritorno» ha citato due casi.",
            "ritorno",
            "Anna Minniti",
        ),
        (
            "fr",
            "« Oui », dit Anna Roy.\n\n« Non au port », « Oui à la vie », « Assez ».",
            "Non au",
            "",
        ),
        # where something is, and whom a dash sets apart
        (
            "es",
            "Ana Paz denunció el olvido de la plaza, donde un pino se halla «muy seco».",
            "muy seco",
            "Ana Paz",
        ),
        ("es", "El juez se encuentra «muy cansado».", "muy cansado", ""),
        (
            "fr",
            "Un voisin se plaint. Jo Dan, élu - Lorient Agglo, nous dévoile : « On a modifié le plan. »",
            "On a",
            "Jo Dan",
        ),
        # a participle that opens a sentence
        (
            "es",
            "Consultado por este medio, el gerente evitó hablar, pero deslizó que «será un año duro».",
            "será un",
            "el gerente",
        ),
        (
            "pt",
            "Procurado pelo jornal, o gerente evitou falar, mas disse que «será um ano duro».",
            "será um",
            "o gerente",
        ),
        # a comma inside the marks, and a document that says something
        ("es", "“Hay que aprender de los errores,” continuaba Aguirre.", "Hay que", "Aguirre"),
        (
            "es",
            "«Todo pivota sobre lo que la víctima dijo», argumenta la sentencia.",
            "Todo pivota",
            "la sentencia",
        ),
    ],
)
def test_who_says_words_beside_what_is_no_subject(
    language: str, text: str, words: str, speaker: str
) -> None:
    assert _speaker(language, text, words) == speaker
