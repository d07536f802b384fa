"""Statements and words whose verb has no subject: who goes on, and when nobody is named."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import Attribution, AttributionKind


def _last(language: str, text: str, *, stated: bool) -> Attribution | None:
    """The last statement of a text, or its last quotation."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    found = [said for said in extract(article) if (said.kind is AttributionKind.INDIRECT) == stated]
    return found[-1] if found else None


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("es", "«Jugamos mal», dijo Hernán Villagra. Añadió que sigue hasta junio.", "sigue hasta junio", "Hernán Villagra"),
        ("it", "«Abbiamo perso», ha detto Nedo Corsi. Ha aggiunto che resterà fino a giugno.", "resterà fino a giugno", "Nedo Corsi"),
        ("pt", "«Jogámos mal», disse Rui Mota. Acrescentou que fica até junho.", "fica até junho", "Rui Mota"),
        # behind an opening that tells when, where or on what question
        ("es", "«Jugamos mal», dijo Hernán Villagra. Preguntado por su futuro, respondió que sigue hasta junio.", "sigue hasta junio", "Hernán Villagra"),
        ("es", "La alcaldesa Rosa Gil recibió a los vecinos. En rueda de prensa anunció que el puente abrirá.", "el puente abrirá", "Rosa Gil"),
        ("pt", "A ministra Ana Reis visitou o porto. Questionada sobre o custo, garantiu que será baixo.", "será baixo", "Ana Reis"),
        # between commas, and at the end
        ("es", "La alcaldesa Rosa Gil recibió a los vecinos. El puente, dijo, abrirá en mayo.", "El puente", "Rosa Gil"),
        ("it", "La regista Ginevra Okoro ha vinto. Il film, ha spiegato, nasce da una lettera.", "Il film", "Ginevra Okoro"),
        ("pt", "A ministra Ana Reis visitou o porto. A obra acaba em maio, afirmou.", "A obra acaba em maio", "Ana Reis"),
        ("it", "La preside Ornella Mbaye è uscita. Il tetto perde, ha scritto in una circolare, e nessuno risponde.", "Il tetto perde", "Ornella Mbaye"),
    ],
)  # fmt: skip
def test_a_statement_without_a_subject_is_of_whoever_the_sentence_before_is_about(
    language: str, text: str, words: str, name: str
) -> None:
    said = _last(language, text, stated=True)
    assert said is not None
    assert (said.contents[0].text, said.speaker_name) == (words, name)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El incendio arrasó el bosque. Dicen que fue provocado por un rayo."),
        ("es", "La alcaldesa Rosa Gil dimitió. Se dice que volverá a su pueblo."),
        ("es", "La alcaldesa Rosa Gil dimitió. No dijo que volverá a su pueblo."),
        ("it", "Il ponte è crollato. Ha detto che era vecchio e stanco."),
        ("pt", "O barco afundou. Disseram que o mar estava bravo e frio."),
    ],
)
def test_nobody_is_taken_for_who_states_it(language: str, text: str) -> None:
    assert _last(language, text, stated=True) is None


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # a court says nothing on the steps: whom it tried does
        ("es", "El tribunal absolvió a Fermín Aracena. «Por fin puedo dormir», dijo.", "Fermín Aracena"),
        ("it", "Il tribunale ha assolto Domitilla Scarano. «Finalmente respiro», ha commentato.", "Domitilla Scarano"),
        ("pt", "O tribunal absolveu Baltazar Quaresma. «Nunca duvidei», desabafou.", "Baltazar Quaresma"),
        # a judge may speak as well
        ("es", "El juez absolvió a Fermín Aracena. «Por fin se acaba», dijo.", None),
        ("it", "Il giudice ha assolto Domitilla Scarano. «Finalmente è finita», ha commentato.", None),
        ("pt", "O juiz absolveu Baltazar Quaresma. «Nunca duvidei», desabafou.", None),
        ("es", "La jueza Carmen Oliva condenó a Eladio Prats. «Usted vació la caja», le reprochó.", "Carmen Oliva"),
        ("it", "La giudice Carla Oliva ha condannato Elio Prato. «Ha svuotato la cassa», gli ha detto.", "Carla Oliva"),
        # a verb between commas is not of the thing before it
        ("es", "La ministra Ana Roy compareció ayer. El plan, añadió, será «definitivo».", "Ana Roy"),
        ("it", "La ministra Anna Re è in aula. Il piano, ha aggiunto, sarà «definitivo».", "Anna Re"),
        # nobody is tried
        ("es", "La ministra Ana Roy recibió a Fermín Aracena. «Por fin se acaba», dijo.", "Ana Roy"),
        # what stands on a banner
        ("fr", "Sur la grille, une banderole proclame « Touche pas à ma classe ».", None),
        ("es", "En la plaza, una pancarta decía: «El agua no se vende».", None),
        ("de", "Ein Plakat verkündet: „Wir bleiben alle hier.“", None),
        ("de", "Das Schild sagt, dass Hunde „an die kurze Leine“ müssen.", None),
        ("de", "Karl Schild sagt, dass Hunde „an die kurze Leine“ müssen.", "Karl Schild"),
        # what somebody wrote is an object
        ("pt", "A autora, Mafalda Semedo, disse que escreveu o livro «de noite, entre turnos».", "Mafalda Semedo"),
        ("es", "La autora, Nuria Bastida, dijo que escribió la novela «de noche, a oscuras».", "Nuria Bastida"),
        # what somebody does not call a thing
        ("de", "Karl Lind sprach nicht von „Panik“.", None),
        ("de", "Karl Lind nannte den Plan nicht „tot“.", None),
        ("de", "Karl Lind wollte nicht von einer „Krise“ sprechen.", None),
        ("de", "Karl Lind sprach nicht nur von „Panik“.", "Karl Lind"),
        # a judgement that a colon goes on with
        ("de", "Ministerin Svenja Achterberg zog eine „gemischte Bilanz“: Jeder fünfte sei zu schnell gewesen.", "Svenja Achterberg"),
    ],
)  # fmt: skip
def test_who_says_quoted_words(language: str, text: str, name: str | None) -> None:
    said = _last(language, text, stated=False)
    assert said is not None
    assert said.speaker_name == name


def test_the_marks_around_a_source_are_no_part_of_its_name() -> None:
    said = _last("de", "Dem „Mindener Boten“ zufolge soll der Bahnhof schließen.", stated=True)
    assert said is not None
    assert said.speaker_name == "Mindener Boten"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Weiter sagte Karl Orth, er verstehe nicht, wie der Sprecher behaupten konnte, der Bericht sei falsch.", "er verstehe nicht", "Karl Orth"),
        ("Die Lage ist ruhig, wie Karl Orth mitteilte.", "Die Lage ist ruhig", "Karl Orth"),
        ("Lind sagte, in der Stadt, in der er wohne, sei es still.", "in der Stadt, in der er wohne, sei es still", "Lind"),
        ("Weiter sagte Lind, in den Orten, in denen gebaut werde, sei es laut.", "in den Orten, in denen gebaut werde, sei es laut", "Lind"),
        ("Der Sekretär des Kongresses der Uiguren sagte, es sei schwierig, das zu prüfen.", "es sei schwierig, das zu prüfen", "Der Sekretär des Kongresses der Uiguren"),
        ("Es regnet, laut dem Verein.", "Es regnet", "dem Verein"),
    ],
)  # fmt: skip
def test_what_german_states_is_whole(text: str, words: str, name: str) -> None:
    said = _last("de", text, stated=True)
    assert said is not None
    assert (said.contents[0].text, said.speaker_name) == (words, name)


def test_a_relative_pronoun_is_no_source() -> None:
    text = "Dem Gericht liegt ein Gutachten vor, laut dem Kevin schwer misshandelt worden war."
    assert _last("de", text, stated=True) is None


def test_whom_one_listens_to_is_no_source() -> None:
    text = "La chercheuse Oumou Kerguelen a passé dix ans à écouter les baleines."
    assert _last("fr", text, stated=True) is None
    said = _last("fr", "À écouter le maire Paul Roy, le pont est sûr.", stated=True)
    assert said is not None
    assert said.speaker_name == "Paul Roy"


@pytest.mark.parametrize(
    "between",
    [
        "A Roldán le parece poco.",
        "Para Roldán no basta.",
        "No así para el regante Roldán.",
    ],
)
def test_nobody_goes_on_where_somebody_else_is_named_between(between: str) -> None:
    text = (
        "Vicente Roldán riega con agua de pozo. El alcalde, Fermín Oteiza, defendió la obra. "
        "«Es necesaria para todos», dijo Oteiza.\n\n"
        f"{between} «Es mejor que nada y es peor que el agua», resumió."
    )
    article = read_article(f"# El agua del valle\n\n{text}\n".encode(), format="markdown")
    [said] = [each for each in extract(article) if "mejor" in each.contents[0].text]
    assert said.speaker_name != "Fermín Oteiza"
