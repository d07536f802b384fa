"""Statements without marks: where their verb stands, and where they begin and end."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # the verb is glued to its subject
            "He's suggesting that delegates from towns he won should vote for him.",
            [("He", "delegates from towns he won should vote for him")],
        ),
        (
            "She met Curly Haug, who's argued for years that delegates can't be bound.",
            [("who", "delegates can't be bound")],
        ),
        (
            "The councillors who've said they support Lee left early.",
            [("who've", "they support Lee left early")],
        ),
        (  # what a poll finds needs no verb
            "The 50-town poll finds Moreau faring better in the Vale.",
            [("The 50-town poll", "Moreau faring better in the Vale")],
        ),
        (
            "A Garrow University survey showed Lee ahead by ten points.",
            [("A Garrow University survey", "Lee ahead by ten points")],
        ),
        (  # few words between commas
            "Members and officials, in fact, even insist that Roy will win.",
            [("Members and officials", "Roy will win")],
        ),
        (
            "Lee, after the news broke in March, initially said that nothing was wrong.",
            [("Lee", "nothing was wrong")],
        ),
        (
            "He wondered, as I do, why the senator was absent.",
            [("He", "why the senator was absent")],
        ),
        (  # a noun that may be a verb
            "The state admitted it made a mistake.",
            [("The state", "it made a mistake")],
        ),
        (
            "The reports show Garrow Solutions made a change.",
            [("The reports", "Garrow Solutions made a change")],
        ),
        ("Polls in Garrow show the two are level.", [("Polls", "the two are level")]),
        ("They talked of party rules that could change.", []),
        ("Federal rules subject such firms to taxes.", []),
        ("A slide show that predicted rain was cancelled.", []),
        ("A deal announced Monday would make the firm an Irish one.", []),
        ("It was part of a plan announced earlier this year.", []),
        ("The mayor found himself in trouble.", []),
        ("She could not find a job that paid.", []),
        ("Lee maintained a paid holiday home.", []),
        ("Doctors could agree to work in the north.", []),
        ("There were media reports of a flood.", []),
        ("They have a larger say than they do elsewhere.", []),
        ("The children found a much-needed rest in their group.", []),
        (  # a gerund, an infinitive
            "Ben Carling suggests reducing fees as a first step.",
            [("Ben Carling", "reducing fees as a first step")],
        ),
        ("My staff cautioned me not to go there.", [("My staff", "me not to go there")]),
        ("Lee went on to explain why the road was shut.", [("Lee", "why the road was shut")]),
        (  # who is told, with an owner
            "Lee complained to CBS News' Ann Rose that the link was unfair.",
            [("Lee", "the link was unfair")],
        ),
        (  # the verb behind, and what comes behind it
            "The board voted to back Lee, García said at the time.",
            [("García", "The board voted to back Lee")],
        ),
        (
            "The firm worked for the town, said lobbyist and party strategist Charlie Black.",
            [("lobbyist and party strategist Charlie Black", "The firm worked for the town")],
        ),
        (
            "The loss will end this year, the budget office reported on Tuesday -- a surprise.",
            [("the budget office", "The loss will end this year")],
        ),
        (
            "If they can build it, he observed this week, then he can build one.",
            [("he", "If they can build it"), ("he", "then he can build one")],
        ),
        (
            "The contrast, said Doyle and others, would be clear.",
            [("Doyle and others", "The contrast"), ("Doyle and others", "would be clear")],
        ),
        (  # an opening clause
            "While he said he would hold a hearing, the bill is unlikely to pass.",
            [("he", "he would hold a hearing")],
        ),
        (
            "After she announced that she would leave, the members met twice.",
            [("she", "she would leave")],
        ),
        (  # somebody else begins to speak
            "Most said they prefer the plan, but six in 10 said they want it to end.",
            [("Most", "they prefer the plan"), ("six in 10", "they want it to end")],
        ),
        (
            "Some friends say he is well - others say he is not well.",
            [("Some friends", "he is well"), ("others", "he is not well")],
        ),
        (
            "Roy told aides that he won, and she said no one called.",
            [("Roy", "he won"), ("she", "no one called")],
        ),
        (  # the speaker goes on
            "Chris Brown said he was tired and asked how he would be helped.",
            [("Chris Brown", "he was tired"), ("Chris Brown", "how he would be helped")],
        ),
        (  # brackets and dashes hold it
            "The club (some of them said they were tired) left early.",
            [("some of them", "they were tired")],
        ),
        (
            "Many voters - half of them are old, according to a survey - like the plan.",
            [("a survey", "half of them are old")],
        ),
        (  # a relative clause inside, and one that brings the reporter back
            "She demanded that the flag, which hangs on the hall, be removed.",
            [("She", "the flag, which hangs on the hall, be removed")],
        ),
        (
            "Lee said the plan had failed, which surprised nobody.",
            [("Lee", "the plan had failed")],
        ),
        (
            "A poll found that 54 percent like it, while 25 percent do not.",
            [("A poll", "54 percent like it, while 25 percent do not")],
        ),
        (
            "Lee said he was building a club, as well as a pool.",
            [("Lee", "he was building a club, as well as a pool")],
        ),
        (
            "Those who back her opponents say the news hurt the town.",
            [("Those who back her opponents", "the news hurt the town")],
        ),
        ("The firm urged the board to raise it to $51,000.", [
            ("The firm", "the board to raise it to $51,000"),
        ]),
    ],
)  # fmt: skip
def test_who_states_what(text: str, said: list[tuple[str, str]]) -> None:
    found = [
        (each.speaker.text, content.text)
        for each in attributions(text)
        if each.kind is AttributionKind.INDIRECT and each.speaker
        for content in each.contents
    ]
    assert found == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # what verbs of saying bring with a preposition, or do not
            "Lee agreed with the whole plan.",
            [("Lee", "the whole plan")],
        ),
        # what was asked is nothing that who answers says, or does not answer
        ("The firm did not respond to a request for comment.", []),
        ("The firm replied to our questions on Monday.", []),
        ("A lawyer for Roy declined to respond to several emails about the pier.", []),
        ("The firm responded to the flood with pumps.", []),
        ("Lee hinted at a new plan for the town.", [("Lee", "a new plan for the town")]),
        ("It was the flood that Lee warned about in June.", []),
        ("Lee and I have argued for nineteen years.", []),
        (  # a chain of verbs has one subject
            "Lee declined to say who would pay.",
            [("Lee", "who would pay")],
        ),
        ("Lee struggled on Tuesday to explain why it had failed.", [("Lee", "why it had failed")]),
        ("Lee had to explain to Orr that it had failed.", [("Lee", "it had failed")]),
        ("Lee was quick to point out that it had failed.", [("Lee", "it had failed")]),
        ("It is fair to say that it had failed.", []),
        ("He continues to insist that it had failed.", [("He", "it had failed")]),
        (  # a subject apart from its verb
            "A poll of voters has, however, revealed that few care.",
            [("A poll of voters", "few care")],
        ),
        ("Gov. Nathan Deal has vowed to block the plan.", [("Gov. Nathan Deal", "to block the plan")]),
        ("The former secretary of state has long maintained that it failed.",
         [("The former secretary of state", "it failed")]),
        ("Lee left and on Monday announced that it had failed.", [("Lee", "it had failed")]),
        ("And both vowed to be tougher.", [("both", "to be tougher")]),
        ("The two admit that it had failed.", [("The two", "it had failed")]),
        ("Polls late last week indicated that few care.", [("Polls", "few care")]),
        ("The plan, an inside source said, is to wait.", [("an inside source", "The plan"),
                                                         ("an inside source", "is to wait")]),
        ("Orr came last, with 22 percent saying they would not vote for him.",
         [("22 percent", "they would not vote for him")]),
        (  # where a statement ends
            "A week after Lee announced that the war would end, Orr left.",
            [("Lee", "the war would end")],
        ),
        ("While Lee said he’d come, it’s unlikely.", [("Lee", "he’d come")]),
        ("While Lee has pledged to come, Orr suggested that it may rain.",
         [("Lee", "to come"), ("Orr", "it may rain")]),
        ("Half said it was good and a third said it was bad.",
         [("Half", "it was good"), ("a third", "it was bad")]),
        ("Lee said he would come but did not suggest it would help.",
         [("Lee", "he would come"), ("Lee", "it would help")]),
        ("Lee admitted that it had failed, but said his firm had paid.",
         [("Lee", "it had failed"), ("Lee", "his firm had paid")]),
        ("It was late, an official said, adding that it would rain.",
         [("an official", "It was late"), ("an official", "it would rain")]),
        ("Two in three said it was good, and nearly three in five said it was bad.",
         [("Two in three", "it was good"), ("three in five", "it was bad")]),
        ("As the Echo reported on Monday, the bridge is old.", [("the Echo", "the bridge is old")]),
        ("When Lee a month later announced that it failed, we left.", [("Lee", "it failed")]),
        ("Lee denied the charges through his lawyer.", [("Lee", "the charges")]),
        ("Lee announced the deal on Monday at the fair.", [("Lee", "the deal")]),
        ("Many could still be fined, and as Lee noted, the judge has yet to rule.",
         [("Lee", "the judge has yet to rule")]),
        (  # nouns that look like verbs, and what is no statement
            "The jobs report was released in May.",
            [],
        ),
        ("He keeps a wide lead, as the Echo reported a few days later.", []),
        ("Lee said pleasantly into the phone.", []),
    ],
)  # fmt: skip
def test_statements_of_more_kinds_are_found_whole(text: str, said: list[tuple[str, str]]) -> None:
    found = [
        (each.speaker.text, content.text)
        for each in attributions(text)
        if each.kind is AttributionKind.INDIRECT and each.speaker
        for content in each.contents
    ]
    assert found == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Lee: The bridge will stay shut.", [("Lee", "The bridge will stay shut")]),
        (
            "Former mayor Ann Lee at the fair: Bridge a mess.",
            [("Former mayor Ann Lee", "Bridge a mess")],
        ),
        ("Bridge: The town will shut it.", []),
        ("Lee: Is the bridge safe?", []),
    ],
)
def test_a_title_tells_what_somebody_says_who_speaks_below(
    title: str, said: list[tuple[str, str]]
) -> None:
    found = attributions(f"{title}\n\nThe bridge is old. “It is not safe at all,” Lee said.")
    assert [
        (each.speaker.text, each.contents[0].text)
        for each in found
        if each.kind is AttributionKind.INDIRECT and each.speaker
    ] == said


@pytest.mark.parametrize(
    "text",
    [
        "Coast Wire has asked the ministry for comment.",
        "The Courier has asked Lee to comment on the 300 letters.",
        "We asked the company for a response on Monday.",
    ],
)
def test_to_ask_for_comment_is_no_statement(text: str) -> None:
    assert [found for found in attributions(text) if found.kind is AttributionKind.INDIRECT] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # the reporter's own words behind a statement
        (
            "Lee said the dam would hold for a year, a claim that engineers doubt.",
            [("Lee", "the dam would hold for a year")],
        ),
        (
            "Half of them say they will stay at home, compared with a third in May.",
            [("Half of them", "they will stay at home")],
        ),
        (
            "Lee declared that she would not run, throwing the party into disarray.",
            [("Lee", "she would not run")],
        ),
        (
            "Aides say he will run again – though it is unclear where he would stand.",
            [("Aides", "he will run again")],
        ),
        (
            "The firm admitted that it had sold the land but declined to name the buyer.",
            [("The firm", "it had sold the land")],
        ),
        (  # what a second dash closes, or what somebody else does
            "Lee says the plan – though it is costly – will work in the end.",
            [("Lee", "the plan – though it is costly – will work in the end")],
        ),
        (
            "Lee said the firm had sold the land, a field of oats, in May.",
            [("Lee", "the firm had sold the land, a field of oats, in May")],
        ),
        # cues beside others
        (
            "She had seen her sister in Paris in May, per CTV News.",
            [("CTV News", "She had seen her sister in Paris in May")],
        ),
        ("Per the audit, the roof was never paid for.", [("the audit", "the roof was never paid for")]),
        ("Rents are 40 dollars a day, or 200 per week.", []),
        (
            "The mayor left after telling her aides that the plan was dead.",
            [("The mayor", "the plan was dead")],
        ),
        (
            "Ann Lee, the singer known as “Gusto,” stated that she had the key.",
            [("Ann Lee", "she had the key")],
        ),
        (
            "The station reported at least six planes crashed on Friday.",
            [("The station", "at least six planes crashed on Friday")],
        ),
        (
            "Kelm is calm, in a poll that showed Lee ahead by ten points.",
            [("that", "Lee ahead by ten points")],
        ),
    ],
)  # fmt: skip
def test_statements_end_where_the_reporter_goes_on(text: str, said: list[tuple[str, str]]) -> None:
    found = [
        (each.speaker.text, each.contents[0].text)
        for each in attributions(text)
        if each.speaker is not None and each.kind is AttributionKind.INDIRECT
    ]
    assert found == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what the speaker keeps back is the reporter's to tell
        ("The vet said the dogs were well, though she did not name the owner.",
         [("The vet", "the dogs were well")]),
        ("Lee confirmed that Roy would come but would not offer details.", [("Lee", "Roy would come")]),
        ("Lee said he had paid, but hasn't publicly released his returns.", [("Lee", "he had paid")]),
        ("Lee said it was dear but did not explain why.",
         [("Lee", "it was dear")]),
        # what may come is told by who says so
        ("The union said it would fight the toll, which would cost 40 jobs.",
         [("The union", "it would fight the toll, which would cost 40 jobs")]),
        ("The union said it would fight the toll, which costs 2 pounds.",
         [("The union", "it would fight the toll")]),
        # what commas put in
        ("Lee said the plan, while dear, was sound.", [("Lee", "the plan, while dear, was sound")]),
        ("Lee said Roy, who claimed the pier was shut, was wrong.",
         [("Lee", "Roy, who claimed the pier was shut, was wrong")]),
        ("Lee said that rents had risen, and wages, he added, were falling.",
         [("Lee", "rents had risen"), ("he", "wages"), ("he", "were falling")]),
        # where and when it was told
        ("Lee told Radio Four that the mood was good.", [("Lee", "the mood was good")]),
        ("Lee told Channel One that the mood was good.", [("Lee", "the mood was good")]),
        ("Lee said afterward that the mood was good.", [("Lee", "the mood was good")]),
        ("Lee said aloud that the mood was good.", [("Lee", "the mood was good")]),
        # a clause without 'that'
        ("The firm claims the battery lasts 70 minutes.", [("The firm", "the battery lasts 70 minutes")]),
        ("The union claims the ferry burns two tons a day.",
         [("The union", "the ferry burns two tons a day")]),
        # that breaks off
        ("Lee said that the pier was shut for good, which", [("Lee", "the pier was shut for good")]),
        ("Lee said that the pier was shut for good, though", [("Lee", "the pier was shut for good, though")]),
        # of people at large
        ("You say it is fine and you tell them it works.", []),
    ],
)  # fmt: skip
def test_where_a_statement_ends(text: str, said: list[tuple[str, str]]) -> None:
    found = [
        (each.speaker.text, content.text)
        for each in attributions(text)
        if each.kind is AttributionKind.INDIRECT and each.speaker
        for content in each.contents
    ]
    assert found == said
