"""What is a mark, what is a note, and which note a mark is of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import Article, BlockKind
from audit.read import read_article
from tests.read.documents import document, link, note_mark, paragraph

URL = "https://gazette.example/a"
OTHER = "https://post.example/b"


def read(text: str, format_: str = "text") -> Article:
    return read_article(text.encode(), format_)


def cited(article: Article) -> list[tuple[str, tuple[str, ...] | None]]:
    """For each mark the word that it stands behind, and the addresses of its note; None without a note."""
    return [
        (
            article.text[: mark.at].split()[-1],
            None if mark.note is None else article.notes[mark.note].addresses,
        )
        for mark in article.marks
    ]


def test_a_number_behind_the_words_is_no_word() -> None:
    article = read(
        f"It rose [1], she said. It fell.[1] It stayed [1].\n\nSources\n[1] Gazette, {URL}\n"
    )
    assert article.text.startswith("It rose, she said. It fell. It stayed.\n")
    assert cited(article) == [("rose", (URL,)), ("fell.", (URL,)), ("stayed", (URL,))]
    assert [(note.label, note.text) for note in article.notes] == [("1", f"Gazette, {URL}")]
    assert article.blocks[-1].kind is BlockKind.NOTE


def test_places_lead_to_the_lines_of_the_file_once_marks_are_gone() -> None:
    article = read(f"First [1] line.\nSecond [1] line.\n\nSources\n[1] Gazette, {URL}\n")
    for number, words in enumerate(("First", "Second", "Sources", "Gazette"), 1):
        at = article.text.index(words)
        assert article.line(at) == number + (number > 2)
    assert all(article.text[found.start : found.end] == found.url for found in article.links)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Sources",
            "REFERENCES:",
            "Notes",
            "Quellen",
            "Einzelnachweise",
            "Anmerkungen",
            "Fuentes",
        ),
        *("Références", "Referencias", "Notas", "Источники", "Примечания", "Works cited", "Fontes"),
    ],
)
def test_headings_of_lists(heading: str) -> None:
    article = read(f"It rose,[1] she said.\n\n{heading}\n\n1. Gazette, {URL}\n2. Post, {OTHER}\n")
    assert cited(article) == [("rose,", (URL,))]
    assert [note.label for note in article.notes] == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "“About [40] people died,” he said.\n\nSources\n[1] Gazette, https://g.example/a\n",
        "“The [1] man I trust is old,” he said.\n\nSources\n[1] Gazette, https://g.example/a\n",
        "It may win, says [538]. It may not.\n",
        "The room has 30 m² and 4 km³.\n\nSources\n2. Gazette, https://g.example/a\n",
        "There are (1) roads and (2) bridges.\n\nSources\n1. Gazette, https://g.example/a\n",
        "The games of Paris (2024) were late.\n\nReferences\nLee, A. (2024). T. https://g.example/a\n",
        "It was 2024 (a leap year).\n\nReferences\nLee, A. (2024). T. https://g.example/a\n",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    article = read(text)
    assert article.text == text
    assert not article.marks


@pytest.mark.parametrize(
    ("citation", "wanted"),
    [
        ("(Lee & Moe, 2023)", URL),
        ("(Lee and Moe 2023, pp. 4–5)", URL),
        ("(see Lee & Moe 2023)", URL),
        ("(Lee und Moe 2023: 12)", URL),
        ("(Roe et al., 2024b)", OTHER),
        ("(Lee, 2023)", None),  # one author is not two
        ("(Lee et al., 2023)", None),
        ("(Moe & Lee, 2023)", None),
        ("(Roe et al., 2024)", None),  # a or b
        ("(Sand, 2020)", None),  # two of that name
        ("(A. Sand, 2020)", "https://a.example/"),
        ("(Lee & Moe, 2022)", None),
    ],
)
def test_author_and_year_fit_one_entry_or_none(citation: str, wanted: str | None) -> None:
    entries = (
        f"Lee, A., & Moe, B. (2023). Tolls. {URL}",
        "Roe, C., Lee, A., & Moe, B. (2024a). Boats. https://x.example/a",
        f"Roe, C., Lee, A., & Moe, B. (2024b). Piers. {OTHER}",
        "Sand, A. (2020). Winter. https://a.example/",
        "Sand, B. (2020). Summer. https://b.example/",
        "Quill, D. (1999). Night. https://q.example/",
    )
    listed = "\n\n".join(entries)
    article = read(f"It rose {citation}. It fell (Quill 1999).\n\nReferences\n\n{listed}\n")
    assert cited(article)[0] == ("rose", None if wanted is None else (wanted,))
    assert cited(article)[-1][1] == ("https://q.example/",)
    assert article.text.startswith("It rose. It fell.\n")


def test_a_number_that_two_lists_have_is_of_neither() -> None:
    article = read(f"One.[1]\n\nNotes\n1. A, {URL}\n\nTwo.[1]\n\nSources\n1. B, {OTHER}\n")
    assert all(mark.is_ambiguous and mark.note is None for mark in article.marks)


def test_lines_of_a_list_that_are_joined_are_an_entry_each_where_each_ends_in_its_address() -> None:
    entries = f"Lee, A. (2023). Tolls. {URL}\nMoe, B. (2024). Boats. {OTHER}"
    article = read(f"It rose (Lee 2023).\n\n## References\n\n{entries}\n", "markdown")
    assert [urls for _, urls in cited(article)] == [(URL,)]
    unclear = f"Lee, A. (2023). Tolls. {URL} Moe, B. (2024). {OTHER} and more of the same."
    article = read(f"It rose (Lee 2023).\n\n## References\n\n{unclear}\n", "markdown")
    assert all(mark.note is None for mark in article.marks)


def test_signs_on_joined_lines_are_a_note_each() -> None:
    article = read(
        f"It rose.\\* It fell.†\n\n\\* Harbour office, {URL}\n† Weather office, {OTHER}\n",
        "markdown",
    )
    assert [urls for _, urls in cited(article)] == [(URL,), (OTHER,)]


def test_notes_that_refer_to_others() -> None:
    notes = (
        f"[^1]: Lee, Tolls, {URL}",
        "[^2]: Ibid., p. 4.",
        f"[^3]: Moe, Boats, {OTHER}",
        "[^4]: Lee, op. cit., p. 7.",
        "[^5]: Ebd.",
        "[^6]: By hand.",
    )
    marks = "".join(f"Word{n}[^{n}] " for n in range(1, 7))
    article = read(marks + "\n\n" + "\n\n".join(notes), "markdown")
    given_ = [urls for _, urls in cited(article)]
    assert given_ == [(URL,), (URL,), (OTHER,), (URL,), (URL,), ()]


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("doi:10.1234/abc.def", "https://doi.org/10.1234/abc.def"),
        ("10.1000/182.", "https://doi.org/10.1000/182"),
        ("DOI 10.1016/S0140-6736(20)30183-5)", "https://doi.org/10.1016/S0140-6736(20)30183-5"),
        ("arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001v2"),
        ("PMID: 123456", "https://pubmed.ncbi.nlm.nih.gov/123456/"),
        ("PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"),
        ("https://doi.org/10.1234/abc", "https://doi.org/10.1234/abc"),
    ],
)
def test_identifiers_lead_to_addresses(words: str, url: str) -> None:
    article = read(f"It rose.[1]\n\nSources\n[1] Lee, Tolls, {words}\n")
    assert cited(article) == [("rose.", (url,))]


@pytest.mark.parametrize(
    "words", ["on 10.12.2024/25", "10.5/100 points", "version 10.1234", "PMC 12"]
)
def test_other_figures_are_no_identifiers(words: str) -> None:
    assert not read(f"It was {words} there.").links


def test_markdown_footnotes_over_paragraphs_and_in_line() -> None:
    article = read(
        f"It rose,[^a] she said^[See [Post]({OTHER}).]. So.[^9]\n\n[^a]: One.\n\n    Two {URL}.\n\nMore.\n",
        "markdown",
    )
    assert article.text.startswith("It rose, she said. So.\n")
    assert cited(article) == [("rose,", (URL,)), ("said", (OTHER,)), ("So.", None)]
    assert [article.blocks[-1].kind, article.blocks[-2].kind] == [
        BlockKind.PARAGRAPH,
        BlockKind.NOTE,
    ]


@pytest.mark.parametrize(
    "mark", ["[1]", "[1][]", "[[1]](https://gazette.example/a)", "[1](https://gazette.example/a)"]
)
def test_marks_of_markdown_that_are_links(mark: str) -> None:
    defined = f"[1]: {URL}\n" if "(" not in mark else ""
    article = read(f"It rose,{mark} she said.\n\n{defined}", "markdown")
    assert article.text.strip() == "It rose, she said."
    assert cited(article) == [("rose,", (URL,))]


def test_a_linked_figure_is_a_word() -> None:
    article = read(f"[5]({URL}) people came, and [12]({URL}) left the G[7]({URL}).", "markdown")
    assert article.text == "5 people came, and 12 left the G7."
    assert not article.marks


def page(body: str) -> str:
    return f"<!DOCTYPE html><html lang='en'><title>T</title><body><article><h1>T</h1>{body}</article></body></html>"


def test_a_table_of_contents_has_no_notes() -> None:
    body = (
        "<p><a href='#s1'>1</a> <a href='#s2'>[2]</a></p><h2 id='s1'>One</h2><p>“Yes,” she said.</p>"
        "<div id='s2'><h2>Two</h2><p>“No,” he said.</p></div>"
    )
    article = read(page(body), "html")
    assert not article.notes
    assert all(block.kind is not BlockKind.NOTE for block in article.blocks)


def test_notes_in_a_definition_list_and_ways_back_from_them() -> None:
    body = (
        "<p id='p1'>It rose.<a id='b1' href='#ftnt1'>[1]</a> It fell.<a id='b2' href='#ftnt2'>[2]</a></p>"
        f"<div><p><a id='ftnt1' href='#b1'>[1]</a> <a href='{URL}'>Gazette</a></p></div>"
        f"<div><p><a id='ftnt2' href='#b2'>[2]</a> {OTHER}</p></div>"
    )
    article = read(page(body), "html")
    assert cited(article) == [("rose.", (URL,)), ("fell.", (OTHER,))]
    assert article.text.startswith("It rose. It fell.\n")


def test_notes_of_one_paragraph_and_absolute_addresses() -> None:
    body = (
        "<p>It rose.<sup><a href='https://site.example/x#n1'>1</a></sup> It fell."
        "<sup><a href='https://site.example/x#n2'>2</a></sup></p>"
        f"<p><a name='n1'></a>1 {URL}<br><a name='n2'></a>2 {OTHER}</p>"
    )
    article = read(page(body), "html")
    assert cited(article) == [("rose.", (URL,)), ("fell.", (OTHER,))]
    assert article.text.startswith("It rose. It fell.\n")


def test_an_address_with_a_fragment_elsewhere_is_a_source() -> None:
    body = "<p>It rose.<a href='https://other.example/x#n1'>[1]</a></p><p>“Yes,” she said.</p>"
    article = read(page(body), "html")
    assert cited(article) == [("rose.", ("https://other.example/x#n1",))]


def test_an_id_that_two_notes_have_is_of_neither() -> None:
    body = f"<p>It rose.<sup><a href='#n'>1</a></sup></p><ol><li id='n'>{URL}</li><li id='n'>{OTHER}</li></ol>"
    assert [mark.is_ambiguous for mark in read(page(body), "html").marks] == [True]


def test_what_a_list_has_beside_what_is_cited() -> None:
    body = f"<p>It rose.<sup><a href='#a'>1</a></sup></p><ol><li id='a'>{URL}</li><li id='b'>{OTHER}</li></ol>"
    article = read(page(body), "html")
    assert [note.addresses for note in article.notes] == [(URL,), (OTHER,)]
    assert len({note.group for note in article.notes}) == 1


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word(body: str, **parts: str) -> Article:
    """A document with endnotes or comments; each part has a link of its own that is called link1."""
    extra = {}
    relations = ""
    for number, (kind, content) in enumerate(parts.items()):
        extra[f"word/{kind}.xml"] = (
            f'<w:{kind} xmlns:w="{_WORD}" xmlns:r="{_OFFICE}">{content}</w:{kind}>'.encode()
        )
        extra[f"word/_rels/{kind}.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="link1" Type="{_OFFICE}/hyperlink"'
            f' Target="https://{kind}.example/a" TargetMode="External"/></Relationships>'.encode()
        )
        relations += f'<Relationship Id="k{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
    relations += f'<Relationship Id="n" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>'
    relations += f'<Relationship Id="link1" Type="{_OFFICE}/hyperlink" Target="{URL}" TargetMode="External"/>'
    extra["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'.encode()
    )
    note = f'<w:footnote w:id="2">{paragraph("See ", link(1, "it"))}</w:footnote>'
    return read_article(
        document(body, links=("https://footnotes.example/a",), notes=note, extra=extra)
    )


def test_footnotes_endnotes_and_comments_of_word_each_have_links_of_their_own() -> None:
    endnote = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    comment = '<w:commentRangeStart w:id="0"/>'
    after = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    chat = '<w:r><w:commentReference w:id="1"/></w:r>'
    article = word(
        paragraph("It rose.", note_mark(2), " It fell.", endnote)
        + paragraph(comment, "It stayed.", after, " It went.", chat),
        endnotes=f'<w:endnote w:id="2">{paragraph(link(1, "Post"))}</w:endnote>',
        comments=f'<w:comment w:id="0">{paragraph("from ", link(1, "here"))}</w:comment>'
        f'<w:comment w:id="1">{paragraph("nice")}</w:comment>',
    )
    assert cited(article) == [
        ("rose.", ("https://footnotes.example/a",)),
        ("fell.", ("https://endnotes.example/a",)),
        ("stayed.", ("https://comments.example/a",)),
    ]
    assert "from here" not in article.text


_PIECES = st.sampled_from(
    [
        *(
            "[1]",
            "[2, 3]",
            "[^1]",
            "^[",
            "]",
            "(",
            ")",
            "(Lee, 2024)",
            "Lee (2024)",
            "[1]: https://a.example/x",
        ),
        *(
            "[^1]: note",
            "\n\n",
            "\n",
            " ",
            "Sources",
            "References\n\n",
            "# Notes\n\n",
            "1. ",
            "[1] a",
            "¹",
            "²",
        ),
        *(
            "<sup>1</sup>",
            "<a href='#n'>1</a>",
            "<li id='n'>",
            "<p>",
            "</p>",
            "“",
            "”",
            "said Ann Lee",
            ". ",
        ),
        *(
            "Lee, A. (2024). T. https://a.example/y",
            "doi:10.1234/x",
            "ibid.",
            "[",
            "[[1]](https://b.example/)",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.sampled_from(["text", "markdown", "html"]))
def test_any_marks_leave_an_article_whole(pieces: list[str], format_: str) -> None:
    article = read("Words here. " + "".join(pieces), format_)
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.start <= block.end <= len(article.text)
        ends.append(block.end)
    for found in article.links:
        assert 0 <= found.start < found.end <= len(article.text)
    for mark in article.marks:
        assert 0 <= mark.at <= len(article.text)
        assert mark.note is None or 0 <= mark.note < len(article.notes)
    for note in article.notes:
        assert note.span is None or article.text[note.span.start : note.span.end] == note.text
    if article.origin is not None:
        anchors = article.origin.anchors
        assert list(anchors) == sorted(anchors)


@pytest.mark.parametrize(
    "text", ["Sie schrieb.[^1] »Aber es ist so.«", "Hon skrev.[^1] ”Men det är så.”"]
)
def test_the_space_before_a_mark_that_opens_stays(text: str) -> None:
    article = read_article(f"{text}\n\n[^1]: https://x.example/1\n".encode(), format="markdown")
    assert article.text.startswith(text.replace("[^1]", ""))


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("It rose.¹ It fell.²\n\n¹ Gazette, {0}\n² Post, {1}\n", "text"),
        ("It rose.¹ It fell.²\n\n¹ Gazette, {0}\n² Post, {1}\n", "markdown"),
        ("It rose.^1^ It fell.^2^\n\n1. Gazette, {0}\n2. Post, {1}\n", "markdown"),
        ("It rose.^1^ It fell.^2^\n\n^1^ Gazette, {0}\n\n^2^ Post, {1}\n\nBy Ann Lee", "markdown"),
        ("It rose.(1) It fell.(2)\n\n(1) Gazette, {0}\n\n(2) Post, {1}\n", "text"),
        (
            "<p>It rose.<sup>1</sup> It fell.<sup>2</sup><p><sup>1</sup>Gazette, {0}<p>2 Post, {1}",
            "html",
        ),
        (
            "<p>It rose.<sup>1</sup> It fell.<sup>2</sup><ol><li>Gazette, {0}<li>Post, {1}</ol>",
            "html",
        ),
    ],
)
def test_a_text_may_end_with_its_notes_without_a_heading(text: str, format_: str) -> None:
    article = read(text.format(URL, OTHER), format_)
    assert cited(article) == [("rose.", (URL,)), ("fell.", (OTHER,))]
    assert article.text.startswith("It rose. It fell.\n")


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("It rose. It fell.\n\n1. Mix.\n2. Bake.\n", "markdown"),
        ("It rose.^1^ It fell.\n\n1. Mix.\n2. Bake.\n", "markdown"),
        ("A room of 40 m² is full.\n\n1. Mix.\n2. Bake.\n", "text"),
        ("It is 2^1^ and 3^2^ at least.\n\n1. Mix.\n2. Bake.\n", "markdown"),
    ],
)
def test_a_numbered_list_at_the_end_that_no_marks_cite_is_prose(text: str, format_: str) -> None:
    article = read(text, format_)
    assert article.notes == ()
    assert BlockKind.NOTE not in {block.kind for block in article.blocks}


@pytest.mark.parametrize(
    "mark",
    ["[^1^]({})", "[¹]({})", "<sup>[1]({})</sup>", " <sup>[1]({})</sup>", "<sup>[[1]({})]</sup>"],
)
def test_a_raised_link_on_a_number_is_a_note(mark: str) -> None:
    article = read(f"The riders fell{mark.format(URL)} in May.", "markdown")
    assert article.text == "The riders fell in May."
    assert cited(article) == [("fell", (URL,))]


def test_a_link_on_a_power_is_no_note() -> None:
    article = read(f"It has 40 m[²]({URL}) of floor and [12]({URL}) rooms.", "markdown")
    assert "m² of floor and 12 rooms" in article.text


def test_a_note_in_brackets_at_the_end_may_be_cited_by_nothing() -> None:
    article = read(f"It fell (2).\n\n(1) Interview.\n\n(2) Post, {OTHER}\n")
    assert cited(article) == [("fell", (OTHER,))]
    assert [note.label for note in article.notes] == ["1", "2"]
