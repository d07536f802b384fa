"""Languages that have no folder: their words are found, and a speaker is right or there is none."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article
from audit.extract.language import language_of
from audit.extract.without_grammar.engine import WithoutGrammar
from audit.model import Article, Attribution

FEWEST_NAMED = 0.6


class _Passage(NamedTuple):
    language: str
    text: str
    words: str
    speaker: str

    @property
    def article(self) -> Article:
        return read_article(self.text.encode(), format="text")

    @property
    def found(self) -> Attribution | None:
        """The attribution of the words, if they are found."""
        return next(
            (each for each in extract(self.article) if each.contents[0].text == self.words), None
        )


def _passages(name: str) -> list[_Passage]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [_Passage(*row) for row in tomllib.loads(text)["passages"]]


PASSAGES = _passages("passages.toml")
MORE_PASSAGES = [
    passage
    for name in (
        "more_passages.toml",
        "third_passages.toml",
        "fourth_passages.toml",
        "fifth_passages.toml",
        "sixth_passages.toml",
        "seventh_passages.toml",
        "eighth_passages.toml",
        "ninth_passages.toml",
        "tenth_passages.toml",
        "eleventh_passages.toml",
        "twelfth_passages.toml",
    )
    for passage in _passages(name)
]


def test_no_passage_is_read_in_a_language_that_we_have() -> None:
    every = PASSAGES + MORE_PASSAGES
    assert [p.text for p in every if language_of(p.article) is not None] == []


def test_words_in_longer_passages_are_found_and_no_speaker_is_wrong() -> None:
    found = [(passage, passage.found) for passage in MORE_PASSAGES]
    assert len(found) >= 120
    assert len({passage.language for passage in MORE_PASSAGES}) >= 25
    assert [passage.text for passage, attribution in found if attribution is None] == []
    named = [
        (attribution.speaker.text, passage.speaker)
        for passage, attribution in found
        if attribution is not None and attribution.speaker is not None
    ]
    assert [pair for pair in named if pair[0] != pair[1]] == []
    assert len(named) >= FEWEST_NAMED * len(found)


def test_words_are_found_and_no_speaker_is_wrong() -> None:
    found = [(passage, passage.found) for passage in PASSAGES]
    lost = [passage.text for passage, attribution in found if attribution is None]
    named = [
        (attribution.speaker.text, passage.speaker)
        for passage, attribution in found
        if attribution is not None and attribution.speaker is not None
    ]
    assert len(PASSAGES) == 4 * 18
    assert len(lost) <= 2, lost
    assert [pair for pair in named if pair[0] != pair[1]] == []
    assert len(named) >= FEWEST_NAMED * len(PASSAGES)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kort fakta: ”Bron är 300 meter lång.”", None),
        ("Anna Lind svarar Per Ek: ”Nej, det är inte så.”", None),
        ("Efter mötet sa hon till mig: ”Nej.”", None),
        ("Jan van den Berg: „Tak, to je hotové.“", "Jan van den Berg"),
        ("J. K. Nováková: „Už je to hotové.“", "J. K. Nováková"),
        ("„Už je to hotové“ – řekl Petr Dvořák.", "Petr Dvořák"),
        ("„Už je to hotové“ – řekl Petru Dvořákovi.", None),
        ("„Už je to hotové“ – Petr Dvořák o tom ví.", None),
        ("李明：“这是我们的桥。”", None),
        ("标题：“这是我们的桥。” 标题很长。", "标题"),
        ("وقالت ليلى: «هذا جسرنا». وقالت ليلى: «انتهى».", None),
        ("وقال سامي: «هذا جسرنا كلنا».", None),
        ("سامي الخطيب: «هذا جسرنا كلنا».", "سامي الخطيب"),
        ("بيان صحفي: «هذا جسرنا كلنا».", None),
        ("מיכל לוי: „חיכינו לגשר הזה שנתיים”.", "מיכל לוי"),
        ("שאלה ותשובה: „חיכינו לגשר הזה שנתיים”.", None),
    ],
)
def test_a_speaker_needs_a_whole_name_and_a_sign(text: str, speaker: str | None) -> None:
    article = read_article(text.encode(), format="text")
    first = WithoutGrammar().read(article, without=frozenset()).claims[0].speaker
    assert (first.text if first is not None else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("”Nej, det är klart nu”, säger kommunalrådet Erik Ström.", "kommunalrådet Erik Ström"),
        ("”Nej, det är klart nu”, säger hon till Erik Ström.", "hon"),
        ("”Nej, det är klart nu”, skrev de till Erik Ström.", None),
        # a full stop ends the sentence of who says it, but in a title
        ("”Nej, det är klart nu”, säger hon. Läraren Erik Ström nickar.", "hon"),
        ("”Nej, det är klart nu”, säger läraren. Erik Ström nickar.", None),
        ("«No ho sé pas», va dir ell. L’alcalde Pau Riu calla.", None),
        ("”Nej, det är klart nu”, säger dr. Erik Ström.", "dr. Erik Ström"),
        ("”Nej, det är klart nu.” Erik Ström säger att det är fel.", None),
        ("„To już koniec, nie wrócę” – powiedział Janowi Nowakowi.", None),
        ("„To już koniec, nie wrócę” – powiedział dziennikarzom Jan Nowak.", "Jan Nowak"),
        ("„След срещата няма да говоря за това“, каза пред Мария Колева.", None),
        ("След срещата с Петър Колев заяви: „Няма криза, това е ясно.“", None),
        ("„Budeme se odvolávat,“ řekl ČTK starosta Bohumil Pešek.", "starosta Bohumil Pešek"),
        ("„Budeme se odvolávat,“ řekl ČTK včera v Praze.", None),
        ("”Mitään ei suljettu pois”, sanoo Pekka Väyrynen Ylelle.", "Pekka Väyrynen"),
        ("»Ez nem lesz jó döntés« – mondta Szabó Péter polgármester.", "Szabó Péter polgármester"),
        ("“Bu yol üç ayda bitecek” diyen Murat Kaya bir soru aldı.", "Murat Kaya"),
        ("وقال المتحدث سامر حداد للصحفيين: «انهار السقف خلال ساعة».", "المتحدث سامر حداد"),
        ("وقال أمس في بيان: «انهار السقف خلال ساعة كاملة».", None),
        ("他在会议上说：“我们不会放弃这座大桥。”", None),
        ("市长王建国表示：“大桥将于明年春天通车。”", "市长王建国"),
        ("会見では「橋は来年の春に完成する」と述べた。", None),
        ("小林誠首相は記者団に「橋は来年の春に完成する」と述べた。", "小林誠首相"),
    ],
)
def test_a_verb_of_saying_stands_right_beside_its_speaker(text: str, speaker: str | None) -> None:
    article = read_article(text.encode(), format="text")
    first = WithoutGrammar().read(article, without=frozenset()).claims[0].speaker
    assert (first.text if first is not None else None) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("– Det är inte klart än, säger hon och går.", "Det är inte klart än", "hon"),
        ("– Det är inte klart än! utbrister Erik Ström.", "Det är inte klart än!", "Erik Ström"),
        ("– To jeszcze nie jest koniec – zapewnia trenerka Ewa Lis. – Gramy.", "To jeszcze nie jest koniec", "trenerka Ewa Lis"),
        ("– Це ще не кінець, — каже тренер Ігор Лисенко.", "Це ще не кінець", "тренер Ігор Лисенко"),
    ],
)  # fmt: skip
def test_a_paragraph_that_opens_with_a_dash_is_spoken(text: str, words: str, speaker: str) -> None:
    first = extract(read_article(text.encode(), format="text"))[0]
    assert (first.contents[0].text, first.speaker and first.speaker.text) == (words, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "– Bröd, mjölk och smör till kaffet.\n\n– Ost, om det finns kvar i affären.",
        "– Nya bron, 2024–2026, mellan staden och ön.",
        "— Хліб, молоко й масло для сніданку.",
    ],
)
def test_a_list_with_dashes_is_not_spoken(text: str) -> None:
    assert extract(read_article(text.encode(), format="text")) == ()
