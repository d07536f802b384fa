"""Copy that is taken over but for a name, an opposite or a negation: the page's sentence tells which."""

import pytest

from tests.match.indirect.instead.test_told_otherwise import SAYS, instead

# Language, statement, page, the statement's word and the page's.
CHANGED = [
    ("en", "the mill on the north bank closed to visitors in the spring of last year.",
     "The mill on the north bank opened to visitors in the spring of last year.", ("closed", "opened")),
    ("en", "the committee will not publish the minutes of the meeting before the end of the month.",
     "The committee will publish the minutes of the meeting before the end of the month.", ("will not publish", "will publish")),
    ("en", "the committee will publish the minutes of the meeting before the end of the month.",
     "The committee will not publish the minutes of the meeting before the end of the month.", ("will publish", "will not publish")),
    ("en", "Pike will vote against the harbour bill when it comes to the council in the autumn.",
     ("Jane Olsen will vote against the harbour bill when it comes to the council in the autumn. "
      "Tom Pike was not there."), ("Pike", "Olsen")),
    ("en", "nobody on the board believed that Pike's plan for the old quay would come before the winter.",
     ("Nobody on the board believed that Olsen's plan for the old quay would come before the winter. "
      "Tom Pike and Jane Olsen sat at the back."), ("Pike's", "Olsen's")),
    ("en", "members of the club support the new road along the river by a wide margin.",
     "Members of the club oppose the new road along the river by a wide margin.", ("support", "oppose")),
    ("de", "die Mühle am Nordufer wurde im Frühjahr des vergangenen Jahres für Besucher geschlossen.",
     "Die Mühle am Nordufer wurde im Frühjahr des vergangenen Jahres für Besucher geöffnet.",
     ("geschlossen", "geöffnet")),
    ("de", "der Ausschuss werde das Protokoll der Sitzung nicht vor dem Ende des Monats veröffentlichen.",
     "Der Ausschuss werde das Protokoll der Sitzung vor dem Ende des Monats veröffentlichen.",
     ("Sitzung nicht vor", "Sitzung vor")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "statement", "page", "found"), CHANGED)
def test_the_word_in_whose_place_the_page_has_another(
    language: str, statement: str, page: str, found: tuple[str, str]
) -> None:
    head = "" if language == "en" else f"---\nlanguage: {language}\n---\n\n"
    assert instead(f"{head}{SAYS[language]} {statement}", page, language) == [found]


FAITHFUL = [
    # in other words
    ("the mill on the north bank shut its doors to all visitors in the spring.",
     "The mill on the north bank opened to visitors in the spring of last year, and shut in May."),
    # a word that is neither
    ("the mill on the north bank opened to guests in the spring of last year.",
     "The mill on the north bank opened to visitors in the spring of last year."),
    # told twice, once as the statement has it
    ("the mill on the north bank closed to visitors in the spring of last year.",
     ("The mill on the north bank opened to visitors in the spring of last year. A week later the mill on "
      "the north bank closed to visitors, in the spring of last year.")),
    # the same person by another name
    ("Jane will vote against the harbour bill when it comes to the council in the autumn.",
     ("Olsen will vote against the harbour bill when it comes to the council in the autumn. "
      "Jane Olsen sat at the back.")),
    # a place and its government
    ("Paris will vote against the harbour bill when it comes to the council in the autumn.",
     "France will vote against the harbour bill when it comes to the council in the autumn."),
    # a pronoun, and a name for it
    ("she will vote against the harbour bill when it comes to the council in the autumn.",
     "Jane Olsen will vote against the harbour bill when it comes to the council in the autumn."),
    # one negation for another
    ("the committee will never publish the minutes of the meeting before the end of the month.",
     "The committee won't publish the minutes of the meeting before the end of the month."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "page"), FAITHFUL)
def test_of_other_words_nothing_is_said(statement: str, page: str) -> None:
    assert instead(f"{SAYS['en']} {statement}", page) == []


SAID = "the harbour bill would come to the council in the autumn, and not before that."


@pytest.mark.parametrize(
    ("said", "page", "found"),
    [
        ("Tom Pike said", "Jane Olsen said {said} Tom Pike was at sea.", ("Tom Pike", "Jane Olsen")),
        ("Pike said", "The minutes name Tom Pike.\n\nOlsen said {said}\n\nJane Olsen left.", ("Pike", "Olsen")),
    ],
)  # fmt: skip
def test_who_states_it_at_the_source(said: str, page: str, found: tuple[str, str]) -> None:
    there = page.format(said=SAID).split(" Tom Pike was")[0]
    assert found[0] in [words for words, _ in instead(f"{said} {SAID}", there)]


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ("Jane Olsen said", "Olsen said {said}"),
        ("Olsen said", "Jane Olsen said {said}"),
        ("The council said", "Jane Olsen said {said}"),
        ("Jane Olsen said", "The council said {said}"),
        ("Tom Pike said", "Jane Olsen, who speaks for Tom Pike, said {said}"),
        ("She said", "Jane Olsen said {said}"),
    ],
)
def test_one_who_may_be_the_same_is_not_told(said: str, page: str) -> None:
    assert instead(f"{said} {SAID}", page.format(said=SAID)) == []


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        ("the site was chosen by Thomas Brannigan in May.", "Todd Brannigan chose the site.", ("Thomas Brannigan", "Todd Brannigan")),
        ("a bill of Helen Brocklesby passed.", "Hannah M. Brocklesby wrote the bill. Ms Brocklesby left.", ("Helen Brocklesby", "Hannah M. Brocklesby")),
        ("the letter went to Luisa Ferrante.", "The letter to Lucia Ferrante was read.", ("Luisa Ferrante", "Lucia Ferrante")),
    ],
)  # fmt: skip
def test_a_person_by_another_first_name(statement: str, page: str, found: tuple[str, str]) -> None:
    assert found in instead(f"{SAYS['en']} {statement}", page)


@pytest.mark.parametrize(
    ("statement", "page"),
    [
        ("the site was chosen by Tom Brannigan in May.", "Thomas Brannigan chose the site."),
        ("the site was chosen by Thomas Brannigan.", "Mr Brannigan chose the site."),
        ("the site was chosen by Thomas Brannigan.", "Brannigan chose the site with Todd."),
        ("the site was chosen by Thomas Brannigan.", "Todd Brannigan came. Anna Brannigan stayed."),
        ("the site was chosen by Thomas Brannigan.", "Todd Brannigan came. T. Brannigan stayed."),
        ("the site was chosen by Thomas Brannigan.", "Todd Brannigan came. Thomas J. Brannigan stayed."),
        ("the site was chosen by Yusuf Haddad.", "Yousef Haddad came to the yard."),
        ("the site was chosen by Madison Square.", "Todd Square came to the yard."),
        ("the site was chosen by Anna Lopez.", "Todd Lopez Garcia came to the yard."),
    ],
)  # fmt: skip
def test_or_one_who_may_be_the_same(statement: str, page: str) -> None:
    assert instead(f"{SAYS['en']} {statement}", page) == []
