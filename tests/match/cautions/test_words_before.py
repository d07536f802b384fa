"""What stands before words and turns them, what asks them, and characters broken at the source."""

import pytest

from audit import verify_quote
from audit.model import Caution, Verdict, Weight

AROUND = "The council met on Monday to look at the winter and the boats that were lost in it."
WORDS = "the ferry is a waste of money for the island"


def _of(source: str, quote: str = WORDS) -> frozenset[Caution]:
    check = verify_quote(quote, f"{AROUND} {source} {AROUND}")
    assert check.verdict is Verdict.VERBATIM
    return frozenset(check.cautions)


@pytest.mark.parametrize(
    "lead",
    [
        "I never said", "I never said that", "It is not true that", "It isn’t true that", "My critics say",
        "If the state cut the grant again,", "Nobody should believe that", "There is no evidence that",
        "I don’t think", "Some people claim that", "Unless we act,", "It would be false that",
        "We deny that",
    ],
)  # fmt: skip
def test_a_lead_in_that_turns_the_words_is_told(lead: str) -> None:
    assert Caution.TURNED_BEFORE in _of(f"“{lead} {WORDS},” Ann Lee said.")


@pytest.mark.parametrize(
    "lead",
    [
        "As I told you on Monday,", "I said that", "I think that", "We are not tired, and", "And",
        "It is true that", "Nobody else came, but I say",
    ],
)  # fmt: skip
def test_a_harmless_lead_in_is_not(lead: str) -> None:
    assert Caution.TURNED_BEFORE not in _of(f"“{lead} {WORDS},” Ann Lee said.")


@pytest.mark.parametrize(
    ("source", "turned"),
    [
        (f"Asked if it would sail, she said {WORDS}.", False),
        (f"Asked whether it would sail, Ann Lee said: “{WORDS}.”", False),
        (f"On Monday, Ann Lee said: “{WORDS}.”", False),
        (f"“Now Ann Lee says {WORDS},” he said.", True),
        (f"“Had it rained, it would be done; now {WORDS},” he said.", False),
        (f"“Should anybody ask: {WORDS},” he said.", False),
        (f"“Had it rained, {WORDS},” he said.", True),
        (f"Pressed whether he would quit, he replied that {WORDS}.", False),
        (f"Asked if it would sail, she did not say that {WORDS}.", True),
        (f"Asked whether {WORDS}, she laughed.", True),
        (f"If it sails, she said, {WORDS}.", True),
    ],
)
def test_a_question_that_somebody_answers_turns_nothing(source: str, *, turned: bool) -> None:
    assert (Caution.TURNED_BEFORE in _of(source)) is turned


def test_words_that_begin_their_sentence_have_no_lead_in() -> None:
    assert Caution.TURNED_BEFORE not in _of(f"She did not hesitate: “{WORDS.capitalize()}.”")


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("“The ferry is a waste of money for the island?” she asked.", True),
        ("“And the ferry is a waste of money for the island?” she asked.", True),
        ("“So the ferry is a waste of money for the island?” she asked.", True),
        ("“The ferry is a waste of money for the island”? she asked.", True),
        ("“The ferry is a waste of money for the island,” she said. Is it?", False),
        ("“Who says the ferry is a waste of money for the island?” she asked.", False),
    ],
)
def test_a_question_quoted_as_a_statement_is_told(source: str, *, asked: bool) -> None:
    assert (Caution.QUESTION in _of(source)) is asked


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("We don’t reopen the ferry in spring", "We donâ€™t reopen the ferry in spring"),
        ("We don’t reopen the ferry in spring", "We don\ufffdt reopen the ferry in spring"),
        ("We don’t reopen the ferry in spring", "We don?t reopen the ferry in spring"),
        ("We will meet in the café in spring", "We will meet in the cafÃ© in spring"),
        ("We will meet in the café in spring", "We will meet in the caf\ufffd in spring"),
        ("We reopen the ferry in spring", "We reopen theÂ ferry in spring"),
        ("We don’t reopen the ferry in spring", "We donÃ¢â‚¬â„¢t reopen the ferry in spring"),
        ("We will meet in the café in spring", "We will meet in the cafÃƒÂ© in spring"),
        ("We reopen – at last – the ferry", "We reopen Ã¢â‚¬â€œ at last Ã¢â‚¬â€œ the ferry"),
    ],
)
def test_broken_characters_of_the_source_are_a_caution(quote: str, there: str) -> None:
    check = verify_quote(quote, f"{AROUND} “{there},” said Ann Lee. {AROUND}")
    assert check.verdict is Verdict.VERBATIM
    assert Caution.BROKEN_CHARACTERS in check.cautions


def test_a_change_beside_broken_characters_is_found() -> None:
    source = f"{AROUND} “We donâ€™t reopen the ferry in spring,” said Ann Lee. {AROUND}"
    source += f" {AROUND} “We donÃ¢â‚¬â„¢t open it on the way,” she said."
    assert verify_quote("We do open it on the way", source).weight is Weight.SERIOUS
    for quote in ("We do reopen the ferry in spring", "We don’t reopen the ferry in autumn"):
        assert verify_quote(quote, source).weight is Weight.SERIOUS


def test_a_masked_expletive_is_a_note() -> None:
    source = f"{AROUND} “There was a fucking mess on the pier this morning,” she said. {AROUND}"
    check = verify_quote("There was a f***ing mess on the pier this morning", source)
    assert check.weight is Weight.STYLE
    assert verify_quote("There was a d***ing mess on the pier this morning", source).weight is (
        Weight.SERIOUS
    )


def test_inflected_endings_of_a_short_quotation_are_minor() -> None:
    source = (
        "Der Rat hat sich am Montag mit dem Winter und den Booten befasst, die er gekostet hat. Sie nannte"
        " das einen „längst überfälligen Schritt“ für die Stadt, und der Rat ist nicht dagegen."
    )
    check = verify_quote("längst überfälliger Schritt", source)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.MINOR)


@pytest.mark.parametrize(
    ("source", "turned"),
    [
        (f"“Not only can I say that {WORDS}, but I can prove it,” he said.", False),
        (f"“Not just the mayor says {WORDS}, but I do,” he said.", False),
        (f"“I say that {WORDS}, but I may be wrong,” he said.", True),
    ],
)
def test_a_but_that_goes_on_from_its_beginning_turns_nothing(source: str, *, turned: bool) -> None:
    assert (Caution.TURNED_AFTER in _of(source)) is turned


@pytest.mark.parametrize("lead", ["Ann Lee said: ", "The mayor told the meeting: ", "She said, "])
def test_a_question_of_its_own_is_quoted_whole(lead: str) -> None:
    source = f"{lead}“Will the ferry ever be a gift of money for the island?” Nobody answered."
    found = verify_quote("Will the ferry ever be a gift of money for the island?", source)
    assert found.verdict is Verdict.VERBATIM
    assert not found.cautions


@pytest.mark.parametrize(
    ("language", "lead", "quote", "turned"),
    [
        ("en", "We do not want to", "close the school in the spring", True),
        ("en", "We will under no circumstances", "close the school in the spring", True),
        ("en", "We want to", "close the school in the spring", False),
        ("en", "We have no choice but to", "close the school in the spring", False),
        ("en", "We cannot wait to", "close the school in the spring", False),
        ("en", "We do not only want to save, we want to", "close the school in the spring", False),
        ("fr", "Il n’est pas question de", "fermer l’école au printemps", True),
        ("fr", "Nous n’avons pas d’autre choix que de", "fermer l’école au printemps", False),
        ("fr", "Nous n’hésiterons pas à", "fermer l’école au printemps", False),
        ("de", "Wir werden auf keinen Fall", "die Schule im Frühjahr schließen", True),
        ("de", "Wir haben nie gesagt, dass wir", "die Schule im Frühjahr schließen", True),
        ("de", "Wir haben gesagt, dass wir", "die Schule im Frühjahr schließen", False),
        ("es", "No queremos", "cerrar la escuela en primavera", True),
        ("es", "Queremos", "cerrar la escuela en primavera", False),
        ("es", "No hay más remedio, vamos a", "cerrar la escuela en primavera", False),
    ],
)
def test_a_negation_reaches_over_to_what_is_not_done(
    language: str, lead: str, quote: str, *, turned: bool
) -> None:
    around = {
        "en": AROUND,
        "fr": "Le conseil s’est réuni lundi et a parlé longtemps de l’hiver et des bateaux perdus.",
        "de": "Der Rat traf sich am Montag und sprach lange über den Winter und die Boote.",
        "es": "El consejo se reunió el lunes y habló mucho tiempo del invierno y de los barcos.",
    }[language]
    check = verify_quote(quote, f"{around} “{lead} {quote},” Ann Lee said. {around}")
    assert check.verdict is Verdict.VERBATIM
    assert (Caution.TURNED_BEFORE in check.cautions) is turned


_NINE = "we lost nine boats in the winter"


@pytest.mark.parametrize(
    ("source", "turned"),
    [
        (f"“{_NINE.capitalize()}, no, sorry, eight boats,” she said.", True),
        (f"“{_NINE.capitalize()}, or rather eight,” she said.", True),
        (f"“{_NINE.capitalize()}, sorry.” She left.", False),
        (f"“{_NINE.capitalize()}, I mean, what a winter,” she said.", False),
        (f"“{_NINE.capitalize()}. I was wrong about that, it was eight,” she said.", True),
        (f"“{_NINE.capitalize()}. No wait, that was wrong,” she said.", True),
        (f"“{_NINE.capitalize()}. That is a lie and they know it,” she said.", True),
        (f"“{_NINE.capitalize()}. I never agreed with him,” she said.", True),
        (f"“{_NINE.capitalize()}. I agree with the council on that,” she said.", False),
        (f"“{_NINE.capitalize()}. That was wrong to hide,” she said.", False),
        (f"“{_NINE.capitalize()}.” I disagree.", False),
        (f"“{_NINE.capitalize()}. Let me correct that: eight,” she said.", True),
        (f"“{_NINE.capitalize()} when hell freezes over,” she said.", True),
    ],
)
def test_a_speaker_who_takes_words_back_turns_them(source: str, *, turned: bool) -> None:
    assert (Caution.TURNED_AFTER in _of(source, _NINE)) is turned


@pytest.mark.parametrize(
    ("lead", "turned"),
    [
        ("I have seen nothing to suggest", True),
        ("There was nothing to indicate that", True),
        ("It is not that", True),
        ("What I never said was that", True),
        ("What nobody can deny is that", False),
        ("What I said was that", False),
        ("When I was a student I was convinced", True),
        ("As a boy I was certain", True),
        ("First, I am sure", False),
        ("When I was a student teacher, I said", False),
        ("There is nothing to hide, and", False),
    ],
)
def test_what_was_never_or_is_no_longer_held_is_told(lead: str, *, turned: bool) -> None:
    assert (Caution.TURNED_BEFORE in _of(f"“{lead} {WORDS},” Ann Lee said.")) is turned


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (
            "wir haben neun Boote",
            "Wir haben neun Boote, nein, Entschuldigung, acht Boote im Hafen.",
        ),
        ("il part pour l'argent", "Ce n'est pas qu'il part pour l'argent, il est fatigué."),
        ("se va por el dinero", "No es que se va por el dinero, está cansado de todo."),
        ("el puerto cierra", "El puerto cierra. Es mentira y ellos lo saben muy bien."),
        ("se ne va per i soldi", "Non è che se ne va per i soldi, è stanco di tutto."),
        ("wij hebben negen boten", "Wij hebben negen boten, nee, sorry, acht boten in de haven."),
        ("у нас девять лодок", "У нас девять лодок, нет, простите, восемь лодок в порту."),
    ],
)
def test_words_are_turned_so_in_other_languages(words: str, source: str) -> None:
    around = _AROUND[source.split(maxsplit=1)[0]]
    check = verify_quote(words, f"{around} {source} {around}")
    assert {Caution.TURNED_AFTER, Caution.TURNED_BEFORE} & set(check.cautions)


_AROUND = {
    "Wir": "Der Rat hat sich am Montag mit dem Winter und den Booten befasst, die verloren sind.",
    "Ce": "Le conseil s'est réuni lundi pour parler de l'hiver et des bateaux qui ont été perdus.",
    "No": "El consejo se reunió el lunes para hablar del invierno y de los barcos que se perdieron.",
    "El": "El consejo se reunió el lunes para hablar del invierno y de los barcos que se perdieron.",
    "Non": "Il consiglio si è riunito lunedì per parlare dell'inverno e delle barche che si sono perse.",
    "Wij": "De raad kwam maandag bijeen om over de winter te praten en over de boten die er niet zijn.",
    "У": "Совет собрался в понедельник, чтобы поговорить о зиме и о том, что было с лодками.",
}


@pytest.mark.parametrize(
    ("words", "source", "same"),
    [
        ("il part pour l'argent", "Elle dit qu'il part pour l'argent cette fois.", True),
        ("hiver sera long et froid", "On sait que l'hiver sera long et froid.", True),
        ("ai vu le bateau couler", "Hier j'ai vu le bateau couler.", False),
        ("elle part pour l'argent", "Elle dit qu'il part pour l'argent cette fois.", False),
    ],
)
def test_a_quotation_may_begin_behind_a_word_that_lost_its_vowel(
    words: str, source: str, *, same: bool
) -> None:
    check = verify_quote(words, f"{_AROUND['Ce']} {source} {_AROUND['Ce']}")
    assert (check.verdict is Verdict.VERBATIM) is same
    assert same or check.weight is Weight.SERIOUS
