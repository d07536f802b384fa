"""Whose quoted words are where a sentence has several who could say them, or none who does."""

import pytest

from tests.extract.said import attributions, quoted, stated


@pytest.mark.parametrize(
    ("text", "begins", "name"),
    [
        # a noun that looks like a verb in its base form, or in '-s'
        ("Last month the firm wrote to the dean, Lee Abara, calling the two long investigative reports “false and misleading.”", "false", "the firm"),
        ("The council wrote to residents, calling the three anonymous claims “a nuisance and a fraud.”", "a nuisance", "the council"),
        ("Ida Moen, who on a press call Friday criticised the club for “hiding behind its lawyers”, has left.", "hiding", "Ida Moen"),
        ("The booklet's two long official reports “never met,” Ida Moen said.", "never met", "Ida Moen"),
        # a label for somebody's words is not theirs
        ("Ida Moen's campaign called AP's report a “rush to judgment,” because votes were still out.", "rush to", "Ida Moen's campaign"),
        ("Ida Moen, who has called Mr. Obi's comments “toxic and tired”, left the hall.", "toxic", "Ida Moen"),
        ("On Friday he played down Ida Moen's comments as “just part of the season”.", "just part", "he"),
        ("Ida Moen's comments were blunt: “It is just part of the season.”", "It is just", "Ida Moen"),
        ("Ida Moen called the port's proposal “a fair offer” that “remains on the table for all.”", "remains", "Ida Moen"),
        ("Ida Moen praised the port's proposal that it “remains on the table for all.”", "remains", "the port"),
        # who sends what a colon brings, and who stands before a bracket
        ("I loved a film called “Tar” and this text from a reader, Ida Moen: “It went over my head.”", "It went", "Ida Moen"),
        ("The best answer came from my neighbour: “Ask the heron about it.”", "Ask the", "my neighbour"),
        ("Ida Moen hid a note from the council: “Do not feed the heron.”", "Do not", "the council"),
        ("Many guests complained, among them Anna Holm (“The worst pie ever made”).", "The worst", "Anna Holm"),
        ("Some of you wrote in, like Peter from Cork (“It was asleep, not stuffed”), and I am sorry.", "It was", "Peter"),
        ("Ida Moen said the word “heron” twice.", "heron", "Ida Moen"),
        # the main verb behind a relative clause
        ("Kwame Obi, who has called the plan “utterly mad”, portrayed his own party's leader as a saint.", "utterly", "Kwame Obi"),
        ("Kwame Obi, who called it “a bath of acid,” praised her own sister for the find.", "a bath", "Kwame Obi"),
        ("“It is utterly mad,” snapped her sister, Ida Moen.", "It is", "Ida Moen"),
        # the name that a description names inside another
        ("Ida Moen, the editor in chief of the diocese's newspaper, Il Lume, said it was “both old and new”.", "both old", "Ida Moen"),
        ("Kwame Obi, a fellow of the university's main institute, Green Hall, said it was “both old and new”.", "both old", "Kwame Obi"),
        ("The editor of the diocese's newspaper, Ida Moen, said it was “both old and new”.", "both old", "Ida Moen"),
        ("In Turku, the head of the port, Ida Moen, said it was “both old and new”.", "both old", "Ida Moen"),
        # a description by whose it is
        ("“We cannot stop now,” Latvia's prime minister, Ida Moen, told the BBC.", "We cannot", "Ida Moen"),
        ("“We cannot stop now,” the club's longest-serving captain, Kwame Obi, told the Echo.", "We cannot", "Kwame Obi"),
        ("“We cannot stop now,” said Kelm's deputy mayor, Ida Moen.", "We cannot", "Ida Moen"),
        ("“We cannot stop now,” Kelm's mayor told the Kelm Echo, a weekly.", "We cannot", "Kelm's mayor"),
        ("“It is a small flock,” said the Apostolic Prefect of Ulan, Cardinal Kwame Obi.", "It is", "Kwame Obi"),
        ("“It is a small flock,” said the Steward of the Tolls, Dr. Ida Moen.", "It is", "Ida Moen"),
        ("“It is a small flock,” said the Duchess of Kelm, Ontario.", "It is", "the Duchess of Kelm"),
        # no comma behind what somebody is
        ("“Nobody has called us,” Ida Moen, a spokeswoman for the port told the Echo.", "Nobody", "Ida Moen"),
        ("“Nobody has called us,” Kwame Obi, an aide to the mayor said.", "Nobody", "Kwame Obi"),
        # whom an opening clause is about is not whom the main one is
        ("When I asked Kwame Obi if he would run, he looked at his feet and said, “I will stay right here.”", "I will", "Kwame Obi"),
        ("After Ida Moen told the board of her doubts, he shut his folder and said, “I will stay right here.”", "I will", None),
        ("Ida Moen said the hall was full and the band late but added, “I will stay right here.”", "I will", "Ida Moen"),
        # a relative clause says what follows its verb and a comma
        ("The club thanked Ida Moen, who declared in the hall, “It is time to unite.”", "It is", "Ida Moen"),
        ("Obi waved to Ida Moen on stage, who shouted: “It is time to unite!”", "It is", "Ida Moen"),
        ("Ida Moen, who lives in the hills, said, “It is time to unite.”", "It is", "Ida Moen"),
        # ... but not behind 'but', where it tells who is meant
        ("Ida Moen praised those who left but said, “We are in another game now.”", "We are", "Ida Moen"),
        ("Ida Moen met voters who had left but said, “We are in another game now.”", "We are", "Ida Moen"),
        ("The board thanked Ida Moen, who apologised but said, “We are in another game now.”", "We are", "Ida Moen"),
        # a question that a colon brings, and the sentence behind it
        ("Ida Moen replied: “What would that change?” Her critics cited it as proof.", "What would", "Ida Moen"),
        ("Kwame Obi asked: “Why on earth now?” The board called it rude.", "Why on", "Kwame Obi"),
        ("“Why on earth now?” Her critics asked.", "Why on", "Her critics"),
        # who shouts in an opening clause
        ("When a woman in the audience yelled, “Shame on you,” Kwame Obi joked, “Thank you, mother.”", "Shame on", "a woman in the audience"),
        ("When a woman in the audience yelled, “Shame on you,” Kwame Obi joked, “Thank you, mother.”", "Thank you", "Kwame Obi"),
        ("When the hall was quiet, “Shame on you,” Kwame Obi said.", "Shame on", "Kwame Obi"),
        # who is brought by 'with', or says one half of what two say
        ("The campaign denied it, with Ida Moen taking to Bluesky to call him “totally deluded”.", "totally", "Ida Moen"),
        ("Both put out a statement, Ida Moen saying she was “very much encouraged” and Obi calling it a “great and good meeting.”", "very much", "Ida Moen"),
        ("Both put out a statement, Ida Moen saying she was “very much encouraged” and Obi calling it a “great and good meeting.”", "great and", "Obi"),
        ("Ida Moen wrote to the dean and the board, calling it a “great and good meeting.”", "great and", "Ida Moen"),
        # a title begins a name
        ("Ida Moen is set on helping Mr. Obi succeed her, saying that “nobody has ever been better prepared”.", "nobody has", "Ida Moen"),
        # names of two behind one title, and a title that is short for an office
        ("A bench of Justices Ida Moen and Kwame Obi heard it. “For eleven whole years?” Justice Moen asked.", "For eleven", "Ida Moen"),
        ("“We are not done yet,” Ministers Ida Moen and Kwame Obi said.", "We are", "Ida Moen and Kwame Obi"),
        ("“We are not done yet,” Parsons Green trader Ida Moen said.", "We are", "Ida Moen"),
        ("“My head is my constituency,” shouted Kibra MCA Kwame Obi.", "My head", "Kwame Obi"),
        ("“My head is my constituency,” shouted Gauteng MEC Ida Moen.", "My head", "Ida Moen"),
        # what one person does is no part of who it is
        ("One lady brings samosas and says “for the tired ones.”", "for the", "One lady"),
        ("A guy brings his dog and says “he is my boss, ask him.”", "he is", "a guy"),
        ("A nurse operations manager said “he is my boss, ask him.”", "he is", "a nurse operations manager"),
        # verbs in a row
        ("Ida Moen poked the wall, said “that is not damp, that is a river,” and wrote a note.", "that is not", "Ida Moen"),
        ("The man looked at me, said “not today, my friend,” and shut the door.", "not today", "the man"),
        # a few words in what somebody stated
        ("Shares fell after the chain warned that profit would be “well below” the forecast.", "well below", "the chain"),
        ("The tin warned that it was “very hot” inside.", "very hot", None),
        # who asks, and who answers
        ("Kwame Obi was asked by host Ida Moen, who is backing him, “Is it safe to open?”", "Is it safe", "Ida Moen"),
        ("Kwame Obi was asked about it on a panel and shrugged: “Is it safe to open?”", "Is it safe", "Kwame Obi"),
        # a clause that opens a sentence, or is parted from the main one by 'and'
        ("As Kwame Obi spoke, the union was going into overdrive, warning its members against “any and all new rules”.", "any and", "the union"),
        ("When Kwame Obi mentioned the mayor, and at one point the hall went quiet, Ida Moen said “any and all new rules” were off.", "any and", "Ida Moen"),
        # words that are spoken of
        ("Ida Moen stated that the inspector's report “was not good at all.”", "was not", "Ida Moen"),
        ("The inspector's report “was not good at all,” Ida Moen said.", "was not", "Ida Moen"),
        ("Ida Moen wrote a column, mocking GOP state leaders as “obsessed with bins and dogs”.", "obsessed", "Ida Moen"),
        ("The state said leaders were “obsessed with bins and dogs”.", "obsessed", "the state"),
        ("Members who agree that the jail should close were upset, with Ida Moen calling it a “farce of a bill.”", "farce", "Ida Moen"),
        # a far subject of a verb that labels
        ("A man who lost his boat near Ayr has called the rescue “a small miracle of nerve”.", "a small", "a man"),
        ("Growers who met in Ayr have thanked the town for its “very patient, very kind” clerks.", "very patient", "Growers"),
        ("The storm, which forecasters have called “a small miracle of nerve”, has passed.", "a small", "forecasters"),
        # what somebody says that it should show
        ("Ida Moen said that help for towns that include Kelm, Ava and Ayr should show that it is “not just a few at the top”.", "not just", "Ida Moen"),
    ],
)  # fmt: skip
def test_quoted_words_are_of_whom_the_sentence_says(
    text: str, begins: str, name: str | None
) -> None:
    found = [
        each.speaker_name
        for each in attributions(text)
        if any(content.text.startswith(begins) for content in each.contents)
    ]
    assert found
    assert set(found) == {name} or (name is None and set(found) <= {None, "he"})


@pytest.mark.parametrize(
    "text",
    [
        "The server had handled messages later deemed “top secret,” and nobody knew.",
        "She kept three old files labelled “never again,” and a fourth.",
        "Senators blocked the bill because of “poison pill” measures added by the other side.",
        "The club regretted the “two-tier” seats announced by the board.",
        "In an interview on Monday, Kwame Obi was asked, “What is the worst place you have seen?”",
        "Ida Moen was told, “There is no room for you here.”",
        "Ida Moen and Kwame Obi wore hats reading, “Make Kelm Great Again” on Monday.",
        "Ida Moen held up a placard reading “Make Kelm Great Again” on Monday.",
        "In her speech, Ida Moen roused the hall to angry chants of “Lock him up!”",
        "According to her “clawback” plan, firms that move abroad must repay all.",
        "The mistake would see the bank cut supply, creating a global “divergence” of rates.",
        "Her team tweeted a video from an account called “Hypo” that showed her changing sides.",
        "It is an adaptation of a show called “Brokers,” written by a Spanish troupe, that mocks the rich.",
        "Speaking to “This Morning” on Monday, Kwame Obi refrained from attacking his rivals.",
        "Ida Moen, star of the network's “Scandal,” thanked Kwame Obi for coming.",
        "Ida Moen still writes her tip sheet at the Echo, “Playbook,” seven days a week.",
        "In his “captain's intent,” a document of last year, Kwame Obi lists them all.",
        "Boos rained down when Obi mentioned the mayor, and at one point the hall rang with the chant “Lock her up!”",
        "The council asked tenants to pay a “sun levy” for windows that face south.",
        "She urged members to file a “wellness return” by May.",
        "Second: ring the ward and ask for “the bookings desk”, not the doctor.",
        "What the brands won't tell you: “effortless” takes an hour and a half.",
        "What my GP didn't tell me: “gentle” means three days of it.",
        "Kwame Obi later defended his remarks as being “sarcastic”.",
        "Then, later that month on KLM: “I have never said we made a mistake.”",
    ],
)
def test_nobody_says_what_no_verb_of_saying_brings(text: str) -> None:
    assert [who for who, _ in quoted(text)] == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Analysts deemed it “top secret,” and left.", "Analysts"),
        ("Measures the mayor labelled “never again” have passed.", "the mayor"),
        ("Activists broke into chants of “Lock him up!”", "Activists"),
        ("According to her lawyer, the plan is a “clawback in all but name”.", "her lawyer"),
        ("The board sees it as a “divergence of views”.", "The board"),
        ("Ida Moen described a plan that Roy Orr called “a deeply silly idea”.", "Roy Orr"),
        ("A plan called “a deeply silly idea” by residents has been dropped.", "residents"),
        ("Asked by the board, “Never,” she said.", "she"),
        ("“Scandal,” snapped Ida Moen.", "Ida Moen"),
        ("She urged the council to end the “circus” at once.", "She"),
        ("Ida Moen told the BBC: “It is today or never.”", "Ida Moen"),
        ("What my GP told me: “gentle” means three days of it.", "my GP"),
        ("Ida Moen replied by letter: “There is no room for you here.”", "Ida Moen"),
        ("Ida Moen, who was asked twice, said, “There is no room for you here.”", "Ida Moen"),
    ],
)
def test_what_somebody_says_beside_them_stays_said(text: str, who: str) -> None:
    assert [each for each, _ in quoted(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "“We cannot stop now,” Latvia's prime minister, Ida Moen, told the BBC.",
        "“We cannot stop now,” the Bishop of Turku, Dr. Ida Moen, told the paper.",
        "“Nobody has called us,” Ida Moen, a spokeswoman for the port told the Echo.",
        "It started when the “old guard” left.",
        "“I was at home,” Ida Moen told KLM's “Today” on Monday.",
        "“I was at home,” Ida Moen told “Friends at Breakfast” after the vote.",
        "Editor's note: An earlier version of this story said the fire began in a kitchen.",
        "This page has been updated. A previous version said the mayor had resigned.",
        "I can't say I've tried it myself.",
        "In April, he asked for it back.",
        "The constable wrote it up.",
    ],
)
def test_who_speaks_is_no_statement(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("An earlier version of the bill said that dogs must be muzzled.", "An earlier version of the bill", "dogs must be muzzled"),
        ("A new version of the app says that it has been mended.", "A new version of the app", "it has been mended"),
        ("I can say that I have tried it myself.", "I", "I have tried it myself"),
        ("In April, he asked for the house back.", "he", "the house back"),
        ("New guidelines from the society that oversees the field say most people can eat oats.", "New guidelines", "most people can eat oats"),
        ("New rules from the body that runs the league say clubs must pay.", "New rules", "clubs must pay"),
        ("A new report from the charity that runs the shelters says most beds are full.", "A new report from the charity", "most beds are full"),
        ("The mayor of the town that sold the bridge says most lamps are out.", "The mayor of the town", "most lamps are out"),
        ("A third of fathers show signs of strain, according to a survey of 1,300 men.", "a survey of 1,300 men", "A third of fathers show signs of strain"),
        ("According to Kelm, 1,300 men came.", "Kelm", "1,300 men came"),
        ("A warning from the mayor that rents will rise was ignored.", "the mayor", "rents will rise"),
    ],
)  # fmt: skip
def test_statements_are_of_whom_they_are(text: str, who: str, words: str) -> None:
    assert stated(text) == [(who, (words,))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "“It was fun,” said Ida Moen of their league, which says it has 40 members.",
            "their league",
        ),
        ("“It was fun,” said an aide to the union, which says it has 40 members.", "the union"),
        ("“It was fun,” said Ida Moen, who says it has 40 members.", "Ida Moen"),
    ],
)
def test_which_stands_for_what_is_right_before(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Go home and rest,” he was told.", None),
        ("“Why did you go?” she was asked on Monday.", None),
        ("“We were sloppy,” it was said in the dressing room.", None),
        ("“We were sloppy today,” he was quoted as saying.", "he"),
        ("“We were sloppy,” Anna Holt was heard to say.", "Anna Holt"),
        ("People love to say “it is what it is” at funerals.", None),
        ("My aunts love to say “it is what it is” at funerals.", "My aunts"),
        ("Doctors tend to say “wait and see” too often.", "Doctors"),
    ],
)
def test_hearers_and_everybody_say_nothing(text: str, speaker: str | None) -> None:
    assert quoted(text)[0][0] == speaker


@pytest.mark.parametrize(
    "text",
    ["I wrote it on the fridge.", "She told it of an evening.", "The clerk wrote it in a ledger."],
)
def test_what_is_done_with_a_text_is_no_statement(text: str) -> None:
    assert stated(text) == []
