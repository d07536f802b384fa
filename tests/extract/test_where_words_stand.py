"""Links that say where words stand: a part of a document, that somebody was asked, 'in it'."""

import pytest

from tests.extract.said import attributions

_AT = "https://vik.example/x"
_QUOTED = {"direct", "mixed", "unattributed"}


def _url(text: str, language: str = "en") -> str | None:
    found = attributions(f"---\nlanguage: {language}\n---\n\n{text}", format="markdown")
    [url] = {each.url for each in found if each.kind.value in _QUOTED}
    return url


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"“It is over,” Ann Lee says on page 12 of [the report]({_AT})."),
        ("en", f"“It is over,” Ann Lee said at the 14:20 mark of [the recording]({_AT})."),
        ("en", f"“It is over,” Ann Lee replied when [the Gazette asked her]({_AT}) about it."),
        ("en", f"When [the Gazette asked her]({_AT}), Ann Lee was short. “It is over,” she said."),
        ("en", f"“It is over,” Ann Lee said when [reached by the Gazette]({_AT})."),
        ("fr", f"« C’est fini », regrette le maire, Luc Roy, [interrogé par La Vigie]({_AT})."),
        ("it", f"Ada Poli, [citata dall’Ansa]({_AT}), ha parlato di «una vera vergogna»."),
        (
            "en",
            f"In an interview with [El Mundo]({_AT}), Ann Lee was blunt. “It is over,” she said.",
        ),
        ("en", f"Ann Lee’s line “it is over and done” [appears in her memoir]({_AT})."),
        ("en", f"On the latest episode of [*Slow Radio*]({_AT}), Ann Lee said: “It is over.”"),
        ("en", f"“It is over and done” (mayor Jo Beck, [press conference]({_AT}), 3 May)."),
        ("de", f"„Es ist vorbei“, sagte Ute Rahn [am Dienstag im rbb-Inforadio]({_AT})."),
        ("fr", f"« C’est fini », confie Luc Roy [dans les colonnes de *La Vigie*]({_AT})."),
        ("it", f"«È finita», ribatte la direttrice [sulle pagine del *Porto*]({_AT})."),
        ("de", f"„Es ist aus und vorbei.“ (Jo Beck, [Pressekonferenz]({_AT}), 3. Mai)"),
        ("nl", f"De burgemeester [bood excuses aan]({_AT}): “Ik zat helemaal fout.”"),
        ("it", f"La sindaca l’ha definita «una decisione sbagliata» [in un post]({_AT})."),
        ("en", f"The statute [defines darkness]({_AT}) as “the absence of visible light.”"),
        ("en", f"The board [sent a letter]({_AT}) on Monday. In it, Ann Lee says: “It is over.”"),
    ],
)
def test_the_words_stand_behind_it(language: str, text: str) -> None:
    assert _url(text, language) == _AT


@pytest.mark.parametrize(
    "text",
    [
        f"“It is over,” Ann Lee said of [the report]({_AT}).",
        f"Ann Lee [asked the Supreme Court]({_AT}) to act. Bo Holm said: “It is over.”",
        f"The board [sued Ann Lee]({_AT}) on Monday. In May, Ann Lee says: “It is over.”",
    ],
)
def test_nothing_says_that_the_words_stand_behind_it(text: str) -> None:
    assert _url(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"> It is over and done with.\n\n[C-SPAN video]({_AT}), 41:07",
        f"The best line comes from [Arlo Finch]({_AT}):\n\n> It is over and done with.",
        f"> It is over and done with.\n\nThat’s from [Ann Lee’s newsletter]({_AT}).",
        f"The announcement:\n\n> It is over and done with.\n\n[Source]({_AT})",
        f"> It is over and done with.[^1]\n\n[^1]: Ann Lee, <{_AT}>",
        f"The judge did [not mince words]({_AT}):\n\n> It is over and done with.",
    ],
)
def test_a_block_quotation_has_the_link_of_the_line_beside_it(text: str) -> None:
    [found] = attributions(text, format="markdown")
    assert found.url == _AT
