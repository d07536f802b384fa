"""What holds for any text: spans fit, paragraphs do not meddle, time is linear, nothing raises."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import extract, read_article
from audit.errors import ReadError

WORDS = st.sampled_from(
    [
        "Ann",
        "Lee",
        "said",
        "told",
        "the",
        "BBC",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "that",
        "according",
        "to",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "…",
        "—",
        "(",
        ")",
        "who",
        "called",
        "it",
        "by",
        "as",
        "seen",
        "is",
        "officials",
        "and",
        "spokesman",
        "of",
        "for",
        "https://t.co/x",
        "pic.twitter.com/y",
        "@ann",
        "2025",
        "\n",
        "\n\n",
    ]
)
SOUP = st.lists(WORDS, max_size=80).map(" ".join)


NAMES = st.sampled_from(
    [
        "Ann Lee",
        "Anna Müller",
        "Jean-Luc d’Or",
        "José Peña",
        "Анна Ли",
        "",
        " ",
        "王",
        "@ann",
        "(",
        "A.",
    ]
)
DASHES = st.sampled_from(["—", "–", "--", "―", "&mdash;", "-"])
HANDLES = st.sampled_from(["(@ann)", "(@a.b)", "(@a@b.example)", "@ann", "(@)", ""])
DATES = st.sampled_from(
    [
        "December 6, 2024",
        "6 Dec 2024",
        "2024-12-06",
        "May 6, 2024 at 3:10 PM",
        "6. Dezember 2024",
        "",
    ]
)
SIGNATURES = st.tuples(DASHES, NAMES, HANDLES, DATES).map(" ".join)
QUOTED = st.tuples(
    st.sampled_from(
        [
            "“{}”",
            "‘{}’",
            "„{}“",
            "„{}”",
            "‚{}‘",
            "«{}»",
            "« {} »",
            "»{}«",
            "‹{}›",
            '"{}"',
            "'{}'",
            "“{}",
            "{}”",
            "—{} —",
            "– {},",
        ]
    ),
    st.sampled_from(
        [
            "We go",
            "Wir gehen heute.",
            "",
            " ",
            "…",
            "Nous irons,",
            "Мы пойдём",
            "¿Vamos?",
            "“no”",
            "12 %",
            "[…]",
        ]
    ),
).map(lambda both: both[0].format(both[1]))
CUES = {
    "en": ["said", "told the BBC", "according to", "as seen by", "wrote", "that"],
    "de": ["sagte", "laut", "zufolge", "sagte dem Spiegel", "erklärte", "dass"],
    "fr": ["a dit", "selon", "a déclaré au Monde", "d’après", "a écrit", "que"],
    "es": ["dijo", "según", "dijo a El País", "afirmó", "escribió", "que"],
    "ru": ["сказала", "по словам", "заявил ТАСС", "сообщает", "написал", "что"],
}
OTHERS = st.sampled_from(
    ["https://t.co/x", "pic.twitter.com/y", "See more", "… Read more", "@ann", "[Ann](https://a.example)", "<https://b.example>",
     "\n", "\n\n", "\n\n\u00a0\n\n", "\n> ", "\n- ", "\n# ", "\u200b", "\ufeff", ":", ",", ".", "?", "(", ")", "[", "]", "*", "Posted by",
     "A post shared by", "Publié par", "Gepostet von", "View this post on Instagram", "Q:", "1.", "2024", "№", "%"]
)  # fmt: skip
OPENINGS = {
    "en": "The bridge was closed on Monday and nobody knew why it had been left so long.",
    "de": "Die Brücke war am Montag geschlossen, und niemand wusste, warum sie so lange stand.",
    "fr": "Le pont était fermé lundi et personne ne savait pourquoi il était resté ainsi.",
    "es": "El puente estaba cerrado el lunes y nadie sabía por qué lo habían dejado así.",
    "ru": "Мост был закрыт в понедельник, и никто не знал, почему его так оставили.",
    "none": "",
}


@st.composite
def news(draw: st.DrawFn) -> str:
    """What stands in articles, in no order: quotations, cues, signatures, links, empty blocks."""
    language = draw(st.sampled_from(sorted(OPENINGS)))
    cues = CUES.get(language) or [cue for words in CUES.values() for cue in words]
    piece = SIGNATURES | QUOTED | NAMES | st.sampled_from(cues) | OTHERS
    parts = draw(st.lists(piece, min_size=1, max_size=25))
    return f"{OPENINGS[language]}\n\n{' '.join(parts)}"


@given(SOUP | st.text(max_size=300) | news(), st.sampled_from(["text", "markdown", "html"]))
@settings(max_examples=400, deadline=None)
def test_spans_lie_in_the_text_and_hold_its_words(text: str, kind: str) -> None:
    try:
        article = read_article(text.encode("utf-8", "surrogatepass"), format=kind)
    except ReadError:
        return
    for attribution in extract(article):
        for span in (
            *attribution.contents,
            attribution.cue,
            attribution.speaker,
            attribution.outlet_span,
            attribution.via,
        ):
            if span is not None:
                assert 0 <= span.start <= span.end <= len(article.text)
                assert article.text[span.start : span.end] == span.text
        assert attribution.contents


@given(SOUP)
@settings(max_examples=100, deadline=None)
def test_the_same_article_gives_the_same_attributions(text: str) -> None:
    try:
        article = read_article(text.encode(), format="text")
    except ReadError:
        return
    assert extract(article) == extract(article)


def test_an_unrelated_paragraph_changes_no_attribution_elsewhere() -> None:
    before = "“We will rebuild the bridge,” Anna Lindqvist said.\n\nOfficials said that it was old."
    after = f"{before}\n\nThe weather in the valley stays mild and dry until the weekend."
    short = extract(read_article(before.encode(), format="text"))
    longer = extract(read_article(after.encode(), format="text"))
    assert short == longer


HOSTILE = {
    "marks": '"',
    "open marks": "“",
    "single marks": " ‘a’",
    "nested marks": "“‘",
    "words without spaces": "word",
    "commas": "Ann, ",
    "brackets": "Ann (",
    "cues": "Ann said ",
    "names": "Ann Lee ",
    "colons": "a: ",
    "signatures": "— Ann (@ann) March 3, 2025 ",
    "short links": "https://t.co/x ",
    "of": "head of ",
    "by": "seen by ",
    "white space": "a \t ",
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_time_stays_linear_on_hostile_text(kind: str) -> None:
    def seconds(size: int) -> float:
        unit = HOSTILE[kind]
        article = read_article((unit * (size // len(unit)) + " end.").encode(), format="text")
        start = time.process_time()
        extract(article)
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(20_000), seconds(200_000)
    assert large < 30 * small + 0.3


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the bridge by spring,” Anna Lindqvist said. “It will be wider.”",
        "Anna Lindqvist called the plan “pure madness” on Tuesday.",
        "“It is over,” said Piet Moreau, who lives there. “We are leaving,” his wife added.",
        "The council said the bridge was “safe as houses” and would stay open.",
    ],
)
def test_british_marks_for_american_ones_change_no_speaker(text: str) -> None:
    british = text.replace("“", "‘").replace("”", "’")

    def said(words: str) -> list[tuple[str | None, str]]:
        found = extract(read_article(words.encode(), format="text"))
        return [(attribution.speaker_name, attribution.kind.value) for attribution in found]

    assert said(british) == said(text)
