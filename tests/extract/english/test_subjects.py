"""Whose words they are where the subject stands apart from its verb, or behind it."""

import pytest

from tests.extract.said import attributions, quoted, stated


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It may last,” the economist Jared Bern, a fellow of Green Hall, wrote on his blog.", "Jared Bern"),
        ("“It may last,” Elaine Kamm, a fellow and a former aide, wrote in an analysis.", "Elaine Kamm"),
        ("“Both scare me,” Harry Bond, 30, of Kelm, who was polled, said in an interview.", "Harry Bond"),
        ("“Take him along,” another brother, Stuart Olt, recalled him saying.", "Stuart Olt"),
        ("“It cannot last,” wrote Time magazine.", "Time magazine"),
        ("“We had to stand by for months” said Nick Merrill, a spokesman.", "Nick Merrill"),
        ("“It is worse than we had feared” she told reporters.", "she"),
        ("The odd thing, says Carl Antony, a historian, is that she was “one of us”.", "Carl Antony"),
        ("“Let me help you,” the vice-presidential nominee riffed.", "the vice-presidential nominee"),
        ("“The link is weak,” the ombudsman notes.", "the ombudsman"),
        ("“It has no spine,” reads a Wednesday editorial in the Kelmouth Echo.", "Kelmouth Echo"),
    ],
)  # fmt: skip
def test_a_verb_behind_an_apposition_is_not_turned_round(text: str, speaker: str) -> None:
    assert {found.speaker_name for found in attributions(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Hale's manager, Corin Lewis, said the aide who left, Paul Moor, was tired.", "Corin Lewis",
         "the aide who left, Paul Moor, was tired"),
        ("Aides to Crane, who had a long career, said their speeches would change.", "Aides to Crane",
         "their speeches would change"),
        ("Ana Roy regretted it but has said she wants to see it through.", "Ana Roy",
         "she wants to see it through"),
        ("Both vowed to be tougher.", "Both", "to be tougher"),
        ("By big margins, those surveyed say the dam comes first.", "those surveyed", "the dam comes first"),
        ("A survey by the port authority found 61 percent of islanders want it.",
         "A survey by the port authority", "61 percent of islanders want it"),
        ("Some 61 percent of islanders want it, a report by the port authority said.",
         "a report by the port authority", "Some 61 percent of islanders want it"),
        ("The senator vowed last month to go to the coast.", "The senator", "to go to the coast"),
        ("Ana Roy went on to explain that the rules would change.", "Ana Roy", "the rules would change"),
        ("She calmed him by telling Orr she had been wrong.", "She", "she had been wrong"),
        ("A woman rang, eventually saying she would go home.", "A woman", "she would go home"),
        ("Murphy, though, said he is with the mayor.", "Murphy", "he is with the mayor"),
        ("Ana Roy said in politics it takes time to build trust.", "Ana Roy",
         "in politics it takes time to build trust"),
        ("While the town waited, Ana Roy told reporters this was the only chance.", "Ana Roy",
         "this was the only chance"),
        ("While saying that he respects her, Lee went on to doubt.", "Lee", "he respects her"),
        ("After saying he was nervous, the man sat down.", "the man", "he was nervous"),
        ("Noting that the vote was close, Ms Hale called for a recount.", "Ms Hale",
         "the vote was close"),
        ("Lee was asked by a caller why young men leave the town.", "a caller",
         "why young men leave the town"),
        ("Asked by a reporter whether it would last, Lee sighed.", "a reporter",
         "whether it would last"),
        ("Many economists who favor the tax agree that it will be slow.", "Many economists",
         "it will be slow"),
        ("Current and former officials who spoke with the Echo said the party is a shell.",
         "Current and former officials", "the party is a shell"),
        ("Some 18% who say they would leave", "who", "they would leave"),
    ],
)  # fmt: skip
def test_whose_statement_it_is(text: str, speaker: str, words: str) -> None:
    assert stated(text) == [(speaker, (words,))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lee, who said in an interview that he never signed, recalled that Orr sent a lawyer.",
         [("who", "he never signed"), ("Lee", "Orr sent a lawyer")]),
        ("Clark said Brooks had begun to call members, but said the outcome was open.",
         [("Clark", "Brooks had begun to call members"), ("Clark", "the outcome was open")]),
        ("Lee recalled the meeting and noted that it was short.",
         [("Lee", "the meeting"), ("Lee", "it was short")]),
        ("Lee denied the charges and left the hall.", [("Lee", "the charges")]),
        ("Lee denied the charges despite the letters.", [("Lee", "the charges")]),
    ],
)  # fmt: skip
def test_where_one_statement_ends_and_the_next_begins(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert stated(text) == [(who, (words,)) for who, words in found]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("A review by the BBC shows most of the hours were for travel.", "BBC"),
        ("A poll for Reuters released last week found most would stay.", "Reuters"),
        ("A national poll released Sunday by CNN shows the mayor leading.", "CNN"),
        ("In a CNN poll released Sunday, just 8 percent of voters chose the mayor.", "CNN"),
    ],
)
def test_a_poll_is_named_with_whoever_published_it(text: str, outlet: str) -> None:
    [found] = attributions(text)
    assert found.speaker is not None
    assert outlet in found.speaker.text


def test_a_verb_behind_quoted_words_that_has_a_clause_is_its_own_sentence() -> None:
    found = quoted("Hume, who calls Orr a “sociopath,” said he doubts the effort.")
    assert found == [("who", ("sociopath,",))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In one interview Lee called the bridge “done for good”.", "Lee"),
        ("For another thing Omar Haddad said it was “done for good”.", "Omar Haddad"),
        ("At the meeting Haddad likened it to “a tired old horse”.", "Haddad"),
        ("With the mayor Haddad called it “done for good”.", "the mayor Haddad"),
    ],
)
def test_a_name_behind_what_opens_a_clause_without_a_comma(text: str, speaker: str) -> None:
    assert {who for who, _ in quoted(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The firm has filed no accounts since 2021, the minutes say.", "the minutes"),
        ("The minutes say the firm has filed no accounts since 2021.", "The minutes"),
        ("The firm lost £4m, according to the minutes.", "the minutes"),
    ],
)
def test_minutes_are_a_document_behind_their_article(text: str, speaker: str) -> None:
    assert [who for who, _ in stated(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad said in a blog post that it had another decade.",
        "Omar Haddad wrote in a fan report that it had another decade.",
        "Omar Haddad told of a bug report that nobody read.",
    ],
)
def test_one_thing_is_no_subject_of_a_base_form(text: str) -> None:
    assert {who for who, _ in stated(text)} <= {"Omar Haddad"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Johnson & Johnson said it would “stop the trial now”.", "Johnson & Johnson"),
        ("“We stop here,” a Brandt & Sons spokesperson said.", "a Brandt & Sons spokesperson"),
        ("“We stop here,” said Ann Lee of Barnes & Noble.", "Ann Lee of Barnes & Noble"),
    ],
)
def test_the_name_of_a_firm_that_two_names_give(text: str, speaker: str) -> None:
    assert {who for who, _ in quoted(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A survey of 1,612 workers found that most slept badly.", ["A survey of 1,612 workers"]),
        ("Some 12,300 nurses said they slept badly.", ["Some 12,300 nurses"]),
        ("A letter seen by the Times and dated 4 May says the pier is shut.", []),
        ("In its quarterly report the firm said sales fell.", ["the firm"]),
        ("In the yearly claim Lee said sales fell.", ["Lee"]),
    ],
)
def test_no_part_of_a_figure_a_date_or_a_noun_is_a_subject(text: str, speakers: list[str]) -> None:
    assert [who for who, _ in stated(text)] == speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (("Pauline Esterhazy spoke first. She said it was cheap.\n\n"
         "For Nadia Rahimi, her deputy, patience is a virtue: “We can wait for it,” she said."),
         "Nadia Rahimi"),
        (("Ann Lee spoke first. She said it was cheap.\n\n"
         "To Mara Belk it is a waste. “We can wait for it,” she said."), "Mara Belk"),
        (("Ann Lee spoke first. She said it was cheap.\n\n"
         "For a year, nobody came. “We can wait for it,” she said."), "Ann Lee"),
    ],
)  # fmt: skip
def test_whose_view_a_sentence_tells_is_who_speaks_in_it(text: str, name: str) -> None:
    assert [each.speaker_name for each in attributions(text)][-1] == name


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("Both Ann Lee and Ben Roy say the bridge is safe.", "Both Ann Lee and Ben Roy", "Ann Lee and Ben Roy"),
        ("Both the vet, Ann Lee, and Ben Roy say the bridge is safe.",
         "Both the vet, Ann Lee, and Ben Roy", "Ann Lee and Ben Roy"),
        ("But both the union and the firm say the bridge is safe.",
         "both the union and the firm", "both the union and the firm"),
        ("The mayor and the port authority said the bridge was safe.",
         "The mayor and the port authority", "the mayor and the port authority"),
        ("Ann Lee, Ben Roy and Eva Orr said the bridge was safe.",
         "Ann Lee, Ben Roy and Eva Orr", "Ann Lee, Ben Roy and Eva Orr"),
        ("Ann Lee, a cook, and Ben Roy, a vet, said the bridge was safe.",
         "Ann Lee, a cook, and Ben Roy", "Ann Lee and Ben Roy"),
        ("He and Ben Roy said the bridge was safe.", "He and Ben Roy", "He and Ben Roy"),
        # another clause before the 'and'
        ("The rain stopped, and Ben Roy said the bridge was safe.", "Ben Roy", "Ben Roy"),
        ("Ann Lee's horses died in May, and Roy said the bridge was safe.", "Roy", "Roy"),
        ("It has two piers, and Roy said the bridge was safe.", "Roy", "Roy"),
        # one person
        ("The writer and activist Ann Lee said the bridge was safe.", "The writer and activist Ann Lee", "Ann Lee"),
        ("Author and activist Ann Lee said the bridge was safe.", "Author and activist Ann Lee", "Ann Lee"),
        ("Trade and Transport Secretary Ann Lee said the bridge was safe.",
         "Trade and Transport Secretary Ann Lee", "Ann Lee"),
    ],
)  # fmt: skip
def test_of_a_joint_subject_all_say_it(text: str, speaker: str, name: str) -> None:
    [found] = attributions(text)
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker_name) == (speaker, name)


@pytest.mark.parametrize(
    ("joint", "name"),
    [
        ("Ann Lee and Eva Orr", "she"),
        ("Ann Lee and Ben Orr", "Ann Lee"),
        ("Both Ben Orr and Ann Lee", "Ann Lee"),
    ],
)
def test_of_two_who_said_it_the_one_who_fits_goes_on(joint: str, name: str) -> None:
    text = f"{joint} said the bridge was safe. “It will hold for years,” she said."
    assert attributions(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    "who", ["Food writer Ann Lee", "Market trader Ben Roy", "Car maker Eva Orr"]
)
def test_a_noun_of_a_thing_before_what_somebody_does_is_not_mute(who: str) -> None:
    [found] = attributions(f"{who} said “it will hold for years”.")
    assert found.speaker_name == " ".join(who.split()[-2:])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("But in private, two people who attended the meeting said it was a mess.", "two people"),
        ("After the vote, a woman who had waited six hours said the line was a joke.", "a woman"),
        ("Lee went home, and a man who saw him leave the pier said he wept.", "a man"),
        (
            "Although it rained, an aide who spoke to discuss the plan said it was a mess.",
            "an aide",
        ),
        ("Even economists who favor a sales tax agree that it will be slow.", "economists"),
        ("Voters who back the plan, Lee said, are few.", "Lee"),
        ("In May, voters who back the plan left, and Lee said it was dead.", "Lee"),
    ],
)
def test_a_subject_that_its_attributes_part_from_its_verb(text: str, speaker: str) -> None:
    assert [who for who, _ in stated(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orr, a pastor in Elizabeth, Colorado, said it was over.", "Orr"),
        ("Zanj Orr, the mayor of Kelm, Nova Scotia, said it was over.", "Zanj Orr"),
        ("Orr, who is a vet at the Kelm Clinic in Ayr, Ontario, said it was over.", "Orr"),
        ("Zanj Orr, a vet in Ayr, Ontario, who saw it, said it was over.", "Zanj Orr"),
        ("The mayor of Kelm, Ben Roy, said it was over.", "Ben Roy"),
        ("On Monday, a pastor in Elizabeth, Ben Roy, said it was over.", "Ben Roy"),
    ],
)
def test_a_town_in_an_apposition_may_have_its_state(text: str, speaker: str) -> None:
    assert [who for who, _ in stated(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The win led her to declare that it was over.", "her"),
        ("The post led aides like Tor Lind to concede that it was over.", "aides"),
        ("The rain forced Ann Lee to admit that the roof leaked.", "Ann Lee"),
        ("It was so dull that Ann Lee was prompted to say that it was over.", "Ann Lee"),
        ("Roy was right to say that it was over.", "Roy"),
    ],
)
def test_who_is_made_to_say_something_says_it(text: str, speaker: str) -> None:
    assert stated(text)[-1][0] == speaker


@pytest.mark.parametrize("if_", ["as if", "as though"])
def test_what_nobody_says_has_no_speaker(if_: str) -> None:
    assert quoted(f"His face fell, {if_} to say, “Did you see that?”")[0][0] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("One month after announcing his run, Ann Lee still slept.", "Ann Lee"),
        ("Two days before announcing that he would go, Roy wept.", "Roy"),
        ("Roy came upon survey data suggesting that the town was poor.", "survey data"),
        ("Roy leafed through old ledgers showing that the town was poor.", "old ledgers"),
        ("Roy kept the photo showing that the town was poor.", "the photo"),
        ("Roy put out a statement saying that the town was poor.", "Roy"),
    ],
)
def test_whose_a_form_in_ing_is(text: str, speaker: str) -> None:
    assert stated(text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The pier is shut, the state's port agency said.", "the state's port agency", "The pier is shut"),
        ("The state's governor suggested the pier was shut.", "The state's governor", "the pier was shut"),
        ("The mill, which called the strike “mad and far too long,” said it was shut.", "The mill", "it was shut"),
        ("A spokesman for the maker, Lantern Labs, said it was over.", "A spokesman for the maker", "it was over"),
        ("A lawyer for the owner, Kelm Holdings, said it was over.", "A lawyer for the owner", "it was over"),
        ("A lawyer for the owner, Zanj Orr, said it was over.", "Zanj Orr", "it was over"),
        ("On Monday Roy from Ayr said it was over.", "Roy", "it was over"),
        ("By noon Geoff Orr from Legal said it was over.", "Geoff Orr", "it was over"),
        ("Two aides who saw the note, which was first reported by the Echo, said he would go.",
         "Two aides", "he would go"),
        ("Lee said the pier was shut, though Orr Works did not say why.", "Lee", "the pier was shut"),
    ],
)  # fmt: skip
def test_whose_a_statement_is(text: str, speaker: str, words: str) -> None:
    assert (speaker, (words,)) in stated(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Roy, who wrote it, told the Echo he had expected “better jokes” from her.", "Roy"),
        ("The vet said she feared “more mice” in May.", "The vet"),
        (
            "For what the report called “too much joy of a throw-in,” he apologised on Ringgram.",
            "the report",
        ),
        ("“Night Trains,” based on the Tor Lind story, is dull.", None),
        ("It was, as the vet put it, “a very tired dog.”", "the vet"),
        ("They are done, or as Bettina put it, “fit to be seen.”", "Bettina"),
        ("Nobody here has ever said “circle back” to me.", None),
        ("What I will say is this: nobody says “circle back”.", None),
        ("The form asks for your “core values” and a name.", None),
    ],
)
def test_which_verb_quoted_words_belong_to(text: str, speaker: str | None) -> None:
    assert quoted(text)[0][0] == speaker
