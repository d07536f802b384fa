"""Words with a source each in one sentence, and words with several, or with that of their signature."""

import pytest

from tests.extract.said import attributions

_A, _B = "https://a.example/1", "https://b.example/2"


def _cited(text: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    found = attributions(f"---\nlanguage: {language}\n---\n\n{text}", format="markdown")
    return {" … ".join(part.text for part in each.contents): each.cited for each in found}


@pytest.mark.parametrize(
    "text",
    [
        f"Ida Moe called it “a waste” in [March]({_A}) and “a crime” in [June]({_B}).",
        f"Ida Moe spoke of “a waste” on [the radio]({_A}) and of “a crime” at [a rally]({_B}).",
    ],
)
def test_each_words_have_the_link_behind_them(text: str) -> None:
    found = _cited(text)
    assert (found["a waste"], found["a crime"]) == ((_A,), (_B,))


def test_one_link_behind_two_phrases_is_for_both() -> None:
    found = _cited(f"Ida Moe called it “a waste” and “a crime” in [June]({_A}).")
    assert found["a waste … a crime"] == (_A,)


@pytest.mark.parametrize(
    "text",
    [
        f"According to [the BBC]({_A}) and [Sky News]({_B}), 17 people were hurt.",
        f"[Reuters]({_A}) and [the Kelmouth Echo]({_B}) said that 17 people were hurt.",
    ],
)
def test_outlets_that_say_it_together_are_all_cited(text: str) -> None:
    assert _cited(text)["17 people were hurt"] == (_A, _B)


@pytest.mark.parametrize(
    "text",
    [
        f"- “It is over and done.” – Transport minister Olu Akande, 12 May ([Post]({_A}))",
        f"- “It is over and done.” – Governor Ade Bello, [Wave FM]({_A})",
        f"**Claim:** “It is over and done.” — Ida Moe, [Lancet]({_A})",
    ],
)
def test_a_signature_behind_words_has_their_link(text: str) -> None:
    assert _cited(text)["It is over and done."] == (_A,)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "en",
            f"They lost 212 files. That’s according to [Mediapart]({_A}).",
            "They lost 212 files",
        ),
        (
            "en",
            f"They lost 212 files. This is [according to a filing]({_A}).",
            "They lost 212 files",
        ),
        (
            "en",
            f"They lost 212 files. The news was [first reported by Mediapart]({_A}).",
            "They lost 212 files",
        ),
        ("de", f"212 Akten sind weg. Darüber [berichtet die Zeit]({_A}).", "212 Akten sind weg"),
        (
            "es",
            f"Tal y como [adelantó El Confidencial]({_A}), faltan 212 expedientes.",
            "faltan 212 expedientes",
        ),
        (
            "it",
            f"Come [riporta il Post]({_A}), mancano ancora 212 fascicoli.",
            "mancano ancora 212 fascicoli",
        ),
    ],
)
def test_a_sentence_that_only_says_who_reports_it(language: str, text: str, words: str) -> None:
    assert _cited(text, language) == {words: (_A,)}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Une source proche du dossier citée par Le Parisien parle d’« un fiasco ».", "Une source proche du dossier"),
        ("es", "Un testigo citado por El Mundo habló de «una explosión».", "Un testigo"),
        ("it", "Una fonte citata dall’Ansa parla di «un fiasco».", "Una fonte"),
        ("de", "„Es ist vorbei“, sagte Intendantin Lea Sommer am Dienstag.", "Intendantin Lea Sommer"),
        ("de", "„Es ist vorbei“, sagte Uwe Freitag am Montag.", "Uwe Freitag"),
        ("nl", "“Het is voorbij”, zegt Nora Bos in de Volkskrant.", "Nora Bos"),
        ("nl", "“Het is voorbij”, zegt Nora Bos van Dam in Trouw.", "Nora Bos van Dam"),
    ],
)  # fmt: skip
def test_who_cites_somebody_is_no_part_of_their_name(
    language: str, text: str, speaker: str
) -> None:
    found = attributions(f"---\nlanguage: {language}\n---\n\n{text}", format="markdown")
    assert [each.speaker and each.speaker.text for each in found] == [speaker]
