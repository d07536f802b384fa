"""A figure or a negation that the edge of a quotation cuts off: it is not the source's words any more."""

import pytest

from audit.match import verify_quote
from audit.model import Caution, DiffKind, Verdict, Weight

_CUT_FIGURES = [
    ("We have one hundred", "We have one hundred and one dogs in the kennel."),
    ("We have twenty", "We have twenty-one dogs in the kennel."),
    ("We rose by 4", "We rose by 4.5 percent last year."),
    ("They paid us $4", "They paid us $4 million last year."),
    ("They paid us £4", "They paid us £4bn last year."),
    ("They paid us 1", "They paid us 1,000 euros last year."),
    ("They paid us 1", "They paid us 1 000 000 euros last year."),
    ("They paid us 2", "They paid us 2 1/2 times as much."),
    ("We waited two", "We waited two and a half years for it."),
    ("It opened in nineteen", "It opened in nineteen eighty-four by the sea."),
    ("We celebrate the twenty", "We celebrate the twenty-first of May here."),
    ("a million people were here", "Half a million people were here that day."),
    ("five degrees outside that night", "It was minus five degrees outside that night."),
    ("hundred and one dogs in the kennel", "We have two hundred and one dogs in the kennel."),
    ("one dogs live in the kennel", "Twenty-one dogs live in the kennel."),
    ("Wir brauchen zwei", "Er sagte: Wir brauchen zwei Millionen Euro für die Schule, und das ist nicht viel."),
    ("Wir haben 3", "Er sagte: Wir haben 3 Milliarden Euro für die Schule, und das ist nicht viel."),
    ("Nous avons quatre", "Il a dit : Nous avons quatre millions de chômeurs dans le pays, et c'est trop."),
    ("Nous sommes soixante", "Il a dit : Nous sommes soixante et onze dans la salle, et c'est beaucoup."),
    ("Tenemos treinta", "El alcalde dijo: Tenemos treinta y cinco casas en el pueblo, y no son muchas."),
    ("Faltan mil", "El alcalde dijo: Faltan mil quinientas casas en el pueblo, y no son pocas."),
    ("Temos vinte", "O prefeito disse: Temos vinte e cinco casas na cidade, e não são muitas."),
    ("Abbiamo due", "Il sindaco ha detto: Abbiamo due milioni di euro per la scuola, e non sono molti."),
    ("We hebben drie", "De burgemeester zei: We hebben drie miljoen euro voor de school, en dat is niet veel."),
    ("У нас двадцать", "Мэр сказал: У нас двадцать одна школа в городе, и это не так много, как нам нужно."),
    ("Нам нужно пять", "Мэр сказал: Нам нужно пять миллионов рублей, и это не так много, как кажется."),
    ("我们有三", "市长说：我们有三百名学生。"),
]  # fmt: skip
_CUT_IN_THE_MIDDLE = [
    ("We have one hundred … in the kennel", "We have one hundred and one dogs in the kennel."),
    ("They paid us $4 … last year", "They paid us $4 million for the house last year."),
    ("They said … five degrees that night", "They said that it was minus five degrees that night."),
]
_NEGATION_CUT = [
    ("Wir wollen das", "Er sagte es auf der Bühne. Wir wollen das nicht. Das ist der Plan für die Stadt."),
    ("Dat willen wij", "Hij zei het op het podium. Dat willen wij niet. Dat is het plan voor de stad."),
    ("I hope", "She looked at the sky. I hope not. We went home."),
    ("Я этого хочу", "Он ответил на вопрос. Я этого хочу никогда. Это не план для города."),
]  # fmt: skip
_SENTENCE_GOES_ON = [
    ("We will", "We will not raise taxes next year."),
    ("We are", "We are never coming back to the town."),
    ("We know", "We know nothing of the plan."),
    ("Wir wollen die Steuern", "Er sagte: Wir wollen die Steuern nicht erhöhen, sondern senken, und das ist gut."),
    ("Wij willen de belasting", "Hij zei: Wij willen de belasting niet verhogen, en dat is het plan voor de stad."),
    ("Ils veulent", "Il a dit : Ils veulent pas payer les impôts, et c'est un problème dans le pays."),
    ("It weighs 5", "It weighs 5 kg and is red."),
    ("It grew by twenty", "It grew by twenty percent in a year."),
    ("They came with 20", "They came with 20 to 30 people."),
]  # fmt: skip
_WHOLE = [
    ("We have one hundred", "We have one hundred, and one of them is brown."),
    ("We have one hundred", "We have one hundred dogs in the kennel."),
    ("We have twenty", "We have twenty. One of them is brown."),
    ("We came on July 4", "We came on July 4, 2020 with our children."),
    ("We came on 4 July", "We came on 4 July 2020 with our children."),
    ("We came at three", "We came at three o'clock with our children."),
    ("We came at 10", "We came at 10 p.m. with our children."),
    ("Wir kamen um 18.30", "Er sagte: Wir kamen um 18.30 Uhr mit den Kindern, und das war nicht spät."),
    ("hundred years of peace", "There were one hundred years of peace."),
    ("third of the town", "A third of the town was there."),
    ("It's about people", "It's about people not money."),
    ("We went home", "We went home. Nothing was left."),
    ("We were in the United States", "We were in the United States of America then."),
    ("They are the one", "They are the one and only."),
    ("第一", "市长说：第一次来。"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "source"), _CUT_FIGURES + _CUT_IN_THE_MIDDLE)
def test_a_figure_cut_in_two_is_a_changed_figure(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert check.verdict is Verdict.ALTERED
    assert check.weight is Weight.SERIOUS
    assert DiffKind.NUMBER in {run.kind for run in check.diff}


@pytest.mark.parametrize(("quote", "source"), _NEGATION_CUT)
def test_a_sentence_without_the_negation_that_ends_it_is_altered(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert check.verdict is Verdict.ALTERED
    assert DiffKind.NEGATION in {run.kind for run in check.diff}


@pytest.mark.parametrize(("quote", "source"), _SENTENCE_GOES_ON)
def test_what_is_cut_off_otherwise_is_a_caution(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert check.verdict is Verdict.VERBATIM
    assert Caution.TURNED_AFTER in check.cautions


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("million people were here", "Eleven million people were here."),
        ("4 million for the house", "We paid $4 million for the house."),
    ],
)
def test_what_is_cut_off_before_a_figure_is_a_caution(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert check.verdict is Verdict.VERBATIM
    assert Caution.TURNED_BEFORE in check.cautions


@pytest.mark.parametrize(("quote", "source"), _WHOLE)
def test_what_is_not_cut_stays_verbatim(quote: str, source: str) -> None:
    check = verify_quote(quote, source)
    assert check.verdict is Verdict.VERBATIM
    assert not {Caution.TURNED_AFTER, Caution.TURNED_BEFORE}.intersection(check.cautions)


def test_a_whole_figure_elsewhere_counts() -> None:
    source = "We have one hundred and one dogs. Of cats we have one hundred in all."
    check = verify_quote("we have one hundred", source)
    assert check.verdict is Verdict.VERBATIM
    assert source[check.start : check.end] == "we have one hundred"
    assert check.start == source.index("we have")


def test_brackets_own_up_to_the_rest_of_a_figure() -> None:
    check = verify_quote("They paid us 4 [million dollars]", "They paid us 4 million dollars.")
    assert check.verdict is not Verdict.ALTERED
