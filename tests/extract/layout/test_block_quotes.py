"""Block quotations without quotation marks: who says them, where they stand, and what is none."""

from io import BytesIO

import docx
import pytest

from audit import extract, read_article
from audit.model import Attribution, AttributionKind
from tests.extract.said import attributions

ABOVE = "Mayor Ann Lee closed the bridge on Monday. Judge Carl Oduya heard the case.\n\n"
BELOW = "\n\nThe council meets on Tuesday.\n"
WORDS = "Nothing here is for sale, and nothing ever was."
PAGE = (
    "<html lang='en'><body><article><p>Mayor Ann Lee closed the bridge on Monday, and Judge Carl"
    " Oduya, who lives on the other side of the river, heard the case on the day after.</p>{}"
    "<p>The council meets on Tuesday to hear what it all will cost, and how long it will take until"
    " the first car drives over it again.</p></article></body></html>"
)


def quoted(text: str, format: str = "markdown") -> list[Attribution]:  # noqa: A002 — as in the API
    """The attributions of an article but for what is reported without being quoted."""
    found = attributions(text, format=format)
    return [each for each in found if each.kind is not AttributionKind.INDIRECT]


def told(said: Attribution) -> tuple[str, str | None, str | None, str | None]:
    return said.kind, said.speaker_name, said.outlet.name if said.outlet else None, said.url


@pytest.mark.parametrize(
    ("introduction", "speaker"),
    [
        ("Lee said:", "Ann Lee"),
        ("She continued:", "Ann Lee"),
        ("Lee had this to say:", "Ann Lee"),
        ("Lee told reporters on Tuesday:", "Ann Lee"),
        ("Lee wrote in a statement:", "Ann Lee"),
        ("Lee’s statement in full:", "Ann Lee"),
        ("Lee:", "Ann Lee"),
        ("In a statement, the council said:", "the council"),
        ("The court held:", "the court"),
        ("Judge Oduya ruled:", "Carl Oduya"),
        ("According to the report:", "the report"),
        ("The report found that", "the report"),
        ("The BBC reported:", "BBC"),
        ("As the Gazette wrote in an editorial:", "the Gazette"),
    ],
)
@pytest.mark.parametrize("written", ["markdown", "html", "text"])
def test_what_is_introduced_is_of_whom_the_sentence_above_names(
    introduction: str, speaker: str, written: str
) -> None:
    text = f"{ABOVE}{introduction}\n\n> {WORDS}{BELOW}"
    if written == "html":
        text = PAGE.format(f"<p>{introduction}</p><blockquote><p>{WORDS}</p></blockquote>")
    [said] = quoted(text, written)
    assert (said.kind, said.speaker_name) == (AttributionKind.DIRECT, speaker)
    assert [span.text for span in said.contents] == [WORDS]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (("Karin Roth hat die Brücke gesperrt, und das war nicht leicht.\n\nDas Gericht urteilte:\n\n"
         "> Hier ist nichts zu verkaufen."), "Das Gericht"),
        (("Karin Roth hat die Brücke gesperrt, und das war nicht leicht.\n\nRoth schrieb in einer"
         " Mitteilung:\n\n> Hier ist nichts zu verkaufen."), "Karin Roth"),
        (("La maire Claire Roy a fermé le pont, et ce n’est pas facile.\n\nDans un communiqué, le"
         " ministère indique :\n\n> Rien n’est à vendre ici."), "le ministère"),
        (("La maire Claire Roy a fermé le pont, et ce n’est pas facile.\n\nSelon le rapport :\n\n"
         "> Rien n’est à vendre ici."), "le rapport"),
        (("La alcaldesa Elena Vega cerró el puente, y no es fácil para la ciudad.\n\nEn un comunicado,"
         " el ministerio señaló:\n\n> Aquí no hay nada en venta."), "el ministerio"),
        (("A prefeita Ana Lima fechou a ponte, e não é fácil para a cidade.\n\nEm nota, o ministério"
         " afirmou:\n\n> Aqui não há nada à venda."), "o ministério"),
        (("Мэр Анна Линд закрыла мост, и это было нелегко для города.\n\nАнна Линд написала:\n\n"
         "> Здесь ничего не продаётся."), "Анна Линд"),
    ],
)  # fmt: skip
def test_it_is_so_in_every_language(text: str, speaker: str) -> None:
    [said] = quoted(text)
    assert (said.kind, said.speaker_name) == (AttributionKind.DIRECT, speaker)


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (f"> {WORDS} — Ann Lee, [BBC](https://bbc.com/x)", ("Ann Lee", "BBC", "https://bbc.com/x")),
        (f"> {WORDS}\n> — Ann Lee, mayor of Kelmouth", ("Ann Lee", None, None)),
        (f"> {WORDS}\n>\n> -- Ann Lee (Reuters, 3 May 2024)", ("Ann Lee", "Reuters", None)),
        (f"> {WORDS}\n\n— Ann Lee, [in the Guardian](https://g.example/1)",
         ("Ann Lee", "The Guardian", "https://g.example/1")),
        (f"> “{WORDS}”\n>\n> – Ann Lee to the BBC", ("Ann Lee", "BBC", None)),
        (f"> {WORDS} ([BBC](https://bbc.com/x))", ("BBC", "BBC", "https://bbc.com/x")),
        (f"> {WORDS}\n>\n> Source: [Reuters](https://r.example/1)",
         ("Reuters", "Reuters", "https://r.example/1")),
    ],
)  # fmt: skip
def test_a_signature_names_the_speaker_the_outlet_and_the_page(
    signed: str, expected: tuple[str | None, ...]
) -> None:
    [said] = quoted(ABOVE + signed + BELOW)
    assert told(said) == (AttributionKind.DIRECT, *expected)
    assert [span.text for span in said.contents] == [WORDS]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (("<blockquote><p>{}</p><footer>— <cite>Ann Lee</cite>, <a href='https://g.example/1'>BBC</a>"
         "</footer></blockquote>"), ("Ann Lee", "BBC", "https://g.example/1")),
        (("<figure><blockquote><p>{}</p></blockquote><figcaption>Ann Lee, in <cite><a"
         " href='https://g.example/1'>The Guardian</a></cite></figcaption></figure>"),
         ("Ann Lee", "The Guardian", "https://g.example/1")),
        ("<blockquote class='wp-block-quote'><p>{}</p><cite>Ann Lee, BBC</cite></blockquote>",
         ("Ann Lee", "BBC", None)),
        (("<figure class='wp-block-pullquote'><blockquote><p>{}</p><cite>Ann Lee</cite></blockquote>"
         "</figure>"), ("Ann Lee", None, None)),
        ("<blockquote>{}<br><cite>Ann Lee</cite></blockquote>", ("Ann Lee", None, None)),
        ("<blockquote cite='https://g.example/1'><p>{}</p></blockquote>",
         (None, None, "https://g.example/1")),
        ("<p>Ann Lee said:</p><blockquote cite='https://g.example/1'>{}</blockquote>",
         ("Ann Lee", None, "https://g.example/1")),
        ("<p>Ann Lee said <q cite='https://g.example/1'>{}</q></p>",
         ("Ann Lee", None, "https://g.example/1")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("written", ["html", "markdown"])
def test_the_markup_of_a_quotation_signs_it(
    markup: str, expected: tuple[str | None, ...], written: str
) -> None:
    markup = markup.format(WORDS)
    page = PAGE.format(markup) if written == "html" else ABOVE + markup + BELOW
    [said] = quoted(page, written)
    assert told(said)[1:] == expected
    assert [span.text for span in said.contents] == [WORDS]


def test_cite_in_mid_sentence_names_a_work_and_signs_nothing() -> None:
    [said] = quoted(
        PAGE.format("<p>Lee said:</p><blockquote>I read <cite>Hamlet</cite>.</blockquote>"), "html"
    )
    assert (said.speaker_name, said.contents[0].text) == ("Ann Lee", "I read Hamlet.")


def test_paragraphs_of_one_quotation_are_one_attribution() -> None:
    [said] = quoted(f"{ABOVE}Lee said:\n\n> {WORDS}\n>\n> “I am sorry.”\n>\n> It is so.{BELOW}")
    assert [span.text for span in said.contents] == [WORDS, "I am sorry.", "It is so."]


@pytest.mark.parametrize("style", ["Quote", "Intense Quote", "Block Text"])
def test_the_styles_of_word_set_a_quotation(style: str) -> None:
    document = docx.Document()
    if style not in {named.name for named in document.styles}:
        document.styles.add_style(style, 1)
    document.add_paragraph("Mayor Ann Lee closed the bridge on Monday.")
    document.add_paragraph("Lee said:")
    document.add_paragraph(WORDS, style=style)
    document.add_paragraph("It is so.", style=style)
    document.add_paragraph("The council meets on Tuesday.")
    packed = BytesIO()
    document.save(packed)
    [said] = extract(read_article(packed.getvalue(), format="docx"))
    assert said.speaker_name == "Ann Lee"
    assert [span.text for span in said.contents] == [WORDS, "It is so."]


@pytest.mark.parametrize(
    "pulled",
    [
        "> The bridge will stay closed until spring",
        "> “The bridge will stay closed until spring.” — Ann Lee",
        "> The bridge will stay closed until spring!\n> — Ann Lee, BBC",
    ],
)
def test_a_pull_quote_is_the_quotation_that_it_repeats(pulled: str) -> None:
    text = f"{ABOVE}“The bridge will stay closed until spring,” Lee said.\n\n{pulled}{BELOW}"
    [said] = quoted(text)
    assert said.speaker_name == "Ann Lee"
    assert said.contents[0].text == "The bridge will stay closed until spring,"


def test_a_few_words_in_marks_are_the_quotation_that_they_repeat() -> None:
    [said] = quoted(f"{ABOVE}Lee called the report “long overdue.”\n\n> “Long overdue”{BELOW}")
    assert (said.speaker_name, said.kind) == ("Ann Lee", AttributionKind.MIXED)


def test_a_name_in_a_signature_is_the_full_one_of_a_surname_elsewhere() -> None:
    text = f"The bridge is closed.\n\n> {WORDS}\n> — Jens Krüger, dpa\n\n“I know,” Krüger said."
    assert [said.speaker_name for said in quoted(text)] == ["Jens Krüger", "Jens Krüger"]


@pytest.mark.parametrize(
    "text",
    [
        f"{ABOVE}> {WORDS}{BELOW}",
        f"{ABOVE}The recipe is simple:\n\n> {WORDS}{BELOW}",
        f"{ABOVE}Shopping List:\n\n> Flour and water{BELOW}",
        f"{ABOVE}Here is the plan:\n\n> {WORDS}\n>\n> So it is.{BELOW}",
        f"{ABOVE}On 3 May at 10:30, Ann Lee wrote:\n\n> > {WORDS}\n>\n> I disagree.{BELOW}",
        f"> {WORDS} — William Shakespeare\n\n{ABOVE}{BELOW}",
        f"{ABOVE}Blake wrote:\n\n> Tyger Tyger,  \n> burning bright,  \n> in the forests{BELOW}",
    ],
)
def test_words_that_nobody_says_are_listed_and_accuse_nobody(text: str) -> None:
    [said] = quoted(text)
    assert told(said) == (AttributionKind.UNATTRIBUTED, None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        f"{ABOVE}> [!NOTE]\n> {WORDS}{BELOW}",
        f"{ABOVE}> **Note:** {WORDS}{BELOW}",
        f"{ABOVE}> ⚠️ **Editor’s note:** {WORDS}{BELOW}".replace("Editor’s note", "Correction"),
        f"{ABOVE}> **Hinweis:** Nichts.{BELOW}".replace(
            "Mayor Ann Lee closed", "Die Frau hat und nicht die der das ist"
        ),
    ],
)
def test_a_callout_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_an_article_set_in_a_quotation_for_its_looks_is_prose() -> None:
    text = "".join(f"> {line}\n>\n" for line in (
        "The bridge was closed on Monday, and the town has to wait for it.",
        "“It will stay closed until spring,” Ann Lee said.",
        "The council meets on Tuesday.",
    ))  # fmt: skip
    [said] = quoted(text)
    assert (said.speaker_name, said.contents[0].text) == (
        "Ann Lee",
        "It will stay closed until spring,",
    )


def test_prose_in_a_quotation_is_read_as_prose() -> None:
    [said] = quoted(f"{ABOVE}> “Nothing is for sale,” Lee said, and went home.{BELOW}")
    assert (said.speaker_name, said.contents[0].text) == ("Ann Lee", "Nothing is for sale,")


def test_a_block_quotation_without_words_is_none() -> None:
    page = PAGE.format("<blockquote><q></q></blockquote>")
    assert quoted(page, "html") == []
