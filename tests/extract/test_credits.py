"""Notes that say themselves that they cite: 'Source: [X](url)', an outlet alone, an address in brackets."""

import pytest

from tests.extract.said import attributions

_AT = "https://vik.example/x"


def _tied(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    found = attributions(f"---\nlanguage: {language}\n---\n\n{text}", format="markdown")
    return [(each.contents[0].text, each.url) for each in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"“It is over,” Ann Lee said. H/T [Dan Wu]({_AT})"),
        ("en", f"“It is over,” Ann Lee said. Source: [harbour office]({_AT})."),
        ("en", f"“It is over,” Ann Lee said. [Evening Star]({_AT})"),
        ("en", f"“It is over,” Ann Lee said. [Bloomberg]({_AT})"),
        ("en", f"“It is over,” Ann Lee said (The Pit, {_AT})."),
        ("en", f"“It is over,” Ann Lee said. You can watch the hearing [here]({_AT})."),
        ("en", f"“It is over,” Ann Lee said. [The Courier]({_AT})"),
        ("en", f"“It is over,” Ann Lee said. Photo: M. Ek. Quote via [Mixtape]({_AT})"),
        ("en", f"“It is over,” Ann Lee said. Picture by Bo Ek. Source: [harbour office]({_AT})"),
        ("de", f"„Es ist vorbei“, sagte Ann Lee. Foto: Bo Ek. Quelle: [Hafenamt]({_AT})"),
        ("de", f"„Es ist vorbei“, sagte Ann Lee. Quelle: [Hafenamt]({_AT})"),
        ("fr", f"« C’est fini », a dit Ann Lee. Source : [Mediapart]({_AT})"),
    ],
)
def test_the_link_of_a_credit_has_the_words_before_it(language: str, text: str) -> None:
    [(_, url)] = _tied(text, language)
    assert url == _AT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"The ferry lost 2,300 riders. Via [harbour office]({_AT})."),
        ("en", f"The ferry lost 2,300 riders – [Bloomberg]({_AT})"),
        ("en", f"The ferry lost 2,300 riders ({_AT})."),
        ("en", f"The ferry lost 2,300 riders (harbour annual report 2023, {_AT})."),
        ("en", f"The ferry lost 2,300 riders ([1]({_AT}), [2](https://vik.example/y))."),
        ("es", f"El ferri perdió 2.300 viajeros. Fuente: [El País]({_AT})"),
        ("nl", f"De veerboot verloor 2.300 reizigers. Bron: [havendienst]({_AT})"),
    ],
)
def test_a_credit_is_for_the_figure_before_it_and_no_part_of_it(language: str, text: str) -> None:
    [(words, url), *_] = _tied(text, language)
    assert words.split()[-1].isalpha()
    assert url == _AT


def test_who_found_the_words_for_the_author_does_not_say_them() -> None:
    [found] = attributions(f"The ferry lost 2,300 riders. H/T [Dan Wu]({_AT})", format="markdown")
    assert found.speaker is None


def test_an_address_behind_a_name_is_its_own() -> None:
    [found] = attributions(f"According to the Pit <{_AT}>, the ferry closed.", format="markdown")
    assert found.url == _AT


@pytest.mark.parametrize(
    "text",
    [
        f"“It is over,” Ann Lee said. [Ferry closes for winter]({_AT}).",
        f"“It is over,” Ann Lee said. More: [Dan Wu]({_AT})",
        f"“It is over,” Ann Lee said (the old ferry sank, {_AT}).",
    ],
)
def test_another_link_behind_a_sentence_is_no_credit(text: str) -> None:
    [said] = [each for each in attributions(text, format="markdown") if each.speaker is not None]
    assert said.url is None


@pytest.mark.parametrize(
    "credit",
    [
        f"Photo: [M. Ek]({_AT})",
        f"Photo: [Getty]({_AT}).",
        f"Photo by [Bo Ek / The Courier]({_AT}).",
        f"Photo: Bo Ek. The [pier]({_AT}) is old.",
    ],
)
def test_the_credit_of_a_picture_has_no_words(credit: str) -> None:
    [words, link] = _tied(f"“It is over,” Ann Lee said. {credit}")
    assert (words[1], link[1]) == (None, _AT)


@pytest.mark.parametrize(
    "told", ["[CBC News has learned]({})", "[the Halmouth Herald understands]({})"]
)
def test_who_has_a_story_behind_it_is_its_source(told: str) -> None:
    text = f"The ferry lost 2,300 riders in May, {told.format(_AT)}."
    assert _tied(text) == [("The ferry lost 2,300 riders in May", _AT)]
