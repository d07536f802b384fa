"""Who reported words is not who spoke them: the speaker, the outlet and its link are told apart."""

import pytest

from audit import extract, read_article

WHERE = "https://g.example/1"

ENGLISH = [
    ("Ashdown told lawmakers: “We will close the pier,” [the Guardian reported]({}).", "Ashdown", "The Guardian"),
    ("[The Guardian quoted]({}) Ann Lee as saying “we will close the pier”.", "Ann Lee", "The Guardian"),
    ("The BBC [quoted Ann Lee]({}) as saying: “We will close the pier.”", "Ann Lee", "BBC"),
    ("“We will close the pier,” Ann Lee said, [Reuters reported]({}).", "Ann Lee", "Reuters"),
    ("“We will close the pier,” Ann Lee said, according to [the Guardian]({}).", "Ann Lee", "The Guardian"),
    ("As [the Guardian reported]({}), Ann Lee said “we will close the pier”.", "Ann Lee", "The Guardian"),
    ("In comments [reported by the Guardian]({}), Ann Lee said: “We will close it.”", "Ann Lee", "The Guardian"),
    ("“We will close the pier,” [the BBC]({}) said.", "BBC", "BBC"),
    ("Ann Lee joked that she was “too tired to close the pier”, [the Halmouth Herald reported]({}).", "Ann Lee", "Halmouth Herald"),
    ("Her neighbour Ann Lee said she was “too tired to close it”, [the BBC]({}) reported.", "Ann Lee", "BBC"),
    ("The pier is “too tired to stand”, [the Halmouth Herald]({}) reported.", "Halmouth Herald", "Halmouth Herald"),
    ("The [Halmouth Herald]({}) was there. Ann Lee said she was “too tired to close it”, the paper reported.", "Ann Lee", "Halmouth Herald"),
    ("The [Halmouth Herald]({}) was there. “We will close the pier,” Ann Lee said, the newspaper reported.", "Ann Lee", "Halmouth Herald"),
]  # fmt: skip
OTHERS = [
    ("fr", "« Nous fermerons la jetée », a dit Anne Leroy, [selon Le Monde]({}).", "Anne Leroy", "Le Monde"),
    ("fr", "Anne Leroy a déclaré : « Nous fermerons la jetée », [rapporte Le Monde]({}).", "Anne Leroy", "Le Monde"),
    ("fr", "« Nous fermerons la jetée », [selon Le Monde]({}).", "Le Monde", "Le Monde"),
    ("de", "„Wir schließen den Pier“, sagte Anna Leitner, berichtet [die Zeit]({}).", "Anna Leitner", "Die Zeit"),
    ("de", "Anna Leitner sagte: „Wir schließen den Pier“, wie [die Zeit berichtet]({}).", "Anna Leitner", "Die Zeit"),
    ("de", "„Wir schließen den Pier“, sagte Anna Leitner, wie [der Spiegel]({}) berichtet.", "Anna Leitner", "Der Spiegel"),
    ("de", "„Wir schließen den Pier“, so Anna Leitner, [wie der Spiegel meldet]({}).", "Anna Leitner", "Der Spiegel"),
    ("de", "Der Pier sei „zu teuer“, sagte Anna Leitner, wie [der Spiegel]({}) meldet.", "Anna Leitner", "Der Spiegel"),
    ("de", "„Wir schließen den Pier“, wie [der Spiegel]({}) berichtet.", "Der Spiegel", "Der Spiegel"),
    ("de", "„Wir schließen den Pier“, berichtet [die Zeit]({}).", "Die Zeit", "Die Zeit"),
    ("de", "Laut [Spiegel]({}) sagte Anna Leitner: „Wir schließen den Pier.“", "Anna Leitner", "Der Spiegel"),
    ("es", "«Cerraremos el muelle», dijo Ana López, [según El País]({}).", "Ana López", "El País"),
    ("es", "Ana López dijo: «Cerraremos el muelle», [informa El País]({}).", "Ana López", "El País"),
    ("ru", "«Мы закроем причал», — заявила Анна Ли, [сообщает ТАСС]({}).", "Анна Ли", "TASS"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "speaker", "outlet"),
    [*(("en", *line) for line in ENGLISH), *OTHERS],
)
def test_the_speaker_and_the_outlet_that_reported_are_told_apart(
    language: str, text: str, speaker: str, outlet: str
) -> None:
    source = f"---\nlanguage: {language}\n---\n\n{text.format(WHERE)}\n"
    quoted = [
        attribution
        for attribution in extract(read_article(source.encode(), format="markdown"))
        if attribution.kind.value in {"direct", "mixed"}
    ]
    assert [
        (attribution.speaker_name, attribution.outlet and attribution.outlet.name, attribution.url)
        for attribution in quoted
    ] == [(speaker, outlet, WHERE)]


def test_the_zeit_is_no_outlet_where_it_is_the_time() -> None:
    text = "---\nlanguage: de\n---\n\n„Wir schließen“, sagte Anna Leitner, die Zeit dränge.\n"
    found = extract(read_article(text.encode(), format="markdown"))
    assert [(attribution.kind.value, attribution.outlet) for attribution in found] == [
        ("direct", None),
        ("indirect", None),
    ]


def test_a_statement_ends_before_the_outlet_that_reported_it() -> None:
    text = "Ann Lee said she was “too tired to close it”, the Halmouth Herald reported."
    stated = [
        " ".join(span.text for span in attribution.contents)
        for attribution in extract(read_article(text.encode(), format="markdown"))
        if attribution.kind.value == "indirect" and attribution.speaker_name == "Ann Lee"
    ]
    assert stated == ["she was “too tired to close it”"]


def test_a_paper_that_no_outlet_was_named_before_is_none() -> None:
    text = "Ann Lee said she was “too tired to close it”, the paper reported."
    quoted = [
        attribution
        for attribution in extract(read_article(text.encode()))
        if attribution.kind.value == "mixed"
    ]
    assert [(attribution.speaker_name, attribution.outlet) for attribution in quoted] == [
        ("Ann Lee", None)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“It was unsafe,” said Ann Lee, as [the Ouse Valley Eye]({}) reported."),
        ("fr", "« Ce n’était pas sûr », a dit Anne Leroy, ingénieure, [selon La Voix du Val]({})."),
        ("fr", "« Ce n’était pas sûr », a dit Anne Leroy, d’après [La Voix du Val]({})."),
        ("fr", "« Ce n’était pas sûr », dit Anne Leroy, [interviewée par La Voix du Val]({})."),
        ("es", "«Nunca fue seguro», dijo Ana López, según publica [El Valle]({})."),
        ("it", "«Non era sicuro», ha detto Anna Villa, come [riporta Il Faro]({})."),
        ("it", "«Non era sicuro», ha detto Anna Villa, secondo [Il Faro]({})."),
        ("nl", "‘Het was nooit veilig’, zei Anna Smit, zoals [De Bode]({}) meldt."),
    ],
)
def test_the_link_on_who_reported_is_the_words_page_by_whatever_name(
    language: str, text: str
) -> None:
    source = f"---\nlanguage: {language}\n---\n\n{text.format(WHERE)}\n"
    found = extract(read_article(source.encode(), format="markdown"))
    [said] = [each for each in found if each.kind.value == "direct"]
    assert (said.url, "nn" in (said.speaker_name or "") or "Ana" in (said.speaker_name or "")) == (
        WHERE,
        True,
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon [Le Monde]({}), Anne Leroy a déclaré : « Nous fermerons la jetée »."),
        ("es", "Según [El País]({}), Ana López dijo: «Cerraremos el muelle»."),
        ("de", "Laut [Spiegel]({}) sagte Anna Leitner: „Wir schließen den Pier.“"),
    ],
)
def test_who_says_words_is_no_statement_of_the_outlet(language: str, text: str) -> None:
    source = f"---\nlanguage: {language}\n---\n\n{text.format(WHERE)}\n"
    found = extract(read_article(source.encode(), format="markdown"))
    assert [(each.kind.value, each.url) for each in found] == [("direct", WHERE)]


def test_a_statement_beside_who_says_words_stays() -> None:
    text = "---\nlanguage: de\n---\n\nLaut [Spiegel]({}) fehlt Geld, sagte Anna Leitner: „Wir schließen.“"
    found = extract(read_article(text.format(WHERE).encode(), format="markdown"))
    assert "indirect" in {each.kind.value for each in found}
