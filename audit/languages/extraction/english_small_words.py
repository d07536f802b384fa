"""The small words of English grammar by what they do, for the engine that reads its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.english import LANGUAGE
from audit.languages.folders import read
from audit.languages.schema import key

_FILE = "small_words.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """Closed classes of English, and forms of a few verbs, by where they stand, lower-cased."""

    alike: frozenset[str] = key(
        "What opens a sentence that is of the last one's subject too: 'So has Lee.'"
    )
    opens_no_name: frozenset[str] = key("What opens a sentence, and never a name: 'Ever since'.")
    answers: frozenset[str] = key(
        "Forms of what somebody else says than the speaker before: 'she replied'."
    )
    dies: frozenset[str] = key("Forms that tell of their subject's death: 'died'.")
    ends_life: frozenset[str] = key(
        "Those, and forms that do behind 'be' alone: 'died', 'was killed'."
    )
    before_summary: frozenset[str] = key(
        "Behind a comma, what opens the reporter's word for what is said: ', a claim that'."
    )
    summaries: frozenset[str] = key("Those words of the reporter's: 'claim', 'move'.")
    comments: frozenset[str] = key(
        "Behind a comma, what adds the reporter's own words: ', compared with', ', prompting'."
    )
    speaker_again: frozenset[str] = key(
        "Behind 'but', what the speaker of the words before does: 'but declined to say'."
    )
    conceding: frozenset[str] = key(
        "Behind a comma, what opens what a speaker does not tell: ', though she did not say who'."
    )
    one_person_or_more: frozenset[str] = key("Who does not: 'though she did not say who'.")
    did_not: frozenset[str] = key(
        "Forms that deny what somebody did, or wanted to: 'but wouldn't say who'."
    )
    deeds: frozenset[str] = key(
        "Behind a comma and 'and', what people do beside what is said: ', and left the room'."
    )
    answering: frozenset[str] = key(
        "Verbs of answering, as lemmas, whose object is what was asked: 'did not respond to a request'."
    )
    asked_for: frozenset[str] = key("What was asked: 'a request for comment'.")
    discloses: frozenset[str] = key(
        "What somebody did not do who kept something back: 'but would not say who'."
    )
    would: frozenset[str] = key(
        "Forms of what may come, in what somebody predicts: ', which would cost the town a million'."
    )
    goes_on_behind_dash: frozenset[str] = key(
        "Behind a dash, what goes on with the reporter's own words: '– though'."
    )
    quotatives: frozenset[str] = key(
        "Behind 'be', what brings somebody's words in talk: 'she was like “…”'."
    )
    sums_up: frozenset[str] = key(
        "Behind quoted words and 'be', what opens who says them: '“…,” was all he would say'."
    )
    goes_on_doing: frozenset[str] = key(
        "Forms before one in '-ing' of the same subject: 'she kept saying'."
    )
    overheard: frozenset[str] = key(
        "Behind 'be', participles before a form in '-ing' of the same subject: 'was heard shouting'."
    )
    nobody: frozenset[str] = key("Pronouns of nobody at all: 'Nobody said that'.")
    asks_for: frozenset[str] = key(
        "Behind 'ask', what brings a thing that is wanted: 'asks for your “values”'."
    )
    is_written: frozenset[str] = key(
        "Verbs of what stands written on a thing, as lemmas: 'One says “rice”'."
    )
    bears_words: frozenset[str] = key(
        "What bears words that nobody in the article says: 'A banner reads “…”'."
    )
    one_of_them: frozenset[str] = key("What stands for one of several things: 'One says “rice”'.")
    bridges_object: frozenset[str] = key(
        "Behind an object and before quoted words, what brings what is said of it: 'put it as “…”'."
    )
    catches: frozenset[str] = key(
        "Forms of hearing or showing somebody who says words: 'the tape caught Lee saying'."
    )
    makes: frozenset[str] = key(
        "Forms of verbs that make somebody do something: 'led her to declare'."
    )
    takes: frozenset[str] = key(
        "Forms behind 'it' that bring who does something at last: 'It took a locum to say'."
    )
    as_if: frozenset[str] = key("Before an infinitive that nobody says: 'as if to say'.")
    existential: frozenset[str] = key(
        "What opens a sentence of what there is, and has no subject that speaks:"
        ' "There\'s a saying: “…”".'
    )
    supposing: frozenset[str] = key("Before a clause of what may be said: 'If you say “sorry”'.")
    unreal: frozenset[str] = key(
        "Behind 'if', what tells that it is but thought: 'If Lee had said', 'if he has ever said'."
    )
    sworn_with: frozenset[str] = key(
        "Behind 'swear', what makes it no saying: 'sworn in', 'swears by it'."
    )
    somebody: frozenset[str] = key(
        "Pronouns of somebody who is not told: 'someone has painted “CLOSED” on it'."
    )
    anybody: frozenset[str] = key("Pronouns of nobody in particular: 'Anyone who says “but …”'.")
    folk: frozenset[str] = key("Everybody, and so nobody: 'People love to say'.")
    goes: frozenset[str] = key("Forms of bringing words in talk: 'then he went “…”'.")
    said_things: frozenset[str] = key(
        "Nouns of what is said, behind which whoever says it stands: 'Things people have said'."
    )
    present: frozenset[str] = key("Forms of saying in the present: 'If your boss tells you “…”'.")
    spoken_of: frozenset[str] = key(
        "Right before quoted words that are spoken of, not said: 'I hate the phrase “…”'."
    )
    glosses: frozenset[str] = key(
        "Right before quoted words that tell what something means: 'a look that meant “not now”'."
    )
    watchwords: frozenset[str] = key(
        "What somebody goes by, with words that they do not say: 'elected on the slogan “…”'."
    )
    courtesies: frozenset[str] = key(
        "What one learns to say or forgets to, and no statement: 'never learned to say “no”'."
    )
    gives_names: frozenset[str] = key(
        "Right before quoted words that are a name: 'a folder named “old”'."
    )
    instances: frozenset[str] = key(
        "Behind a noun of words, what brings one of them: 'words like “…”', 'terms such as “…”'."
    )
    ought: frozenset[str] = key(
        "Before a verb of saying, what tells that the words are yet to be said: 'should say “spicy”'."
    )
    uses: frozenset[str] = key("Forms of using words, which says them: 'used the word “…”'.")
    calls_things: frozenset[str] = key(
        "Forms of what people call a thing, where 'what' opens the clause: 'what they call'."
    )
    leads_from_point: frozenset[str] = key("Behind 'point', what makes it a verb of saying.")
    object_pronouns: frozenset[str] = key("Pronouns that are no subject: 'me'.")
    objects_called: frozenset[str] = key(
        "Pronouns of what is called something: 'calls it “the swamp”'."
    )
    opens_bare_clause: frozenset[str] = key(
        "What opens a clause without 'that' behind an infinitive: 'to say he left'."
    )
    leads_to_said: frozenset[str] = key(
        "Behind an infinitive, what leads to what is said: 'had to explain to Lee that'."
    )
    negations: frozenset[str] = key(
        "Words between a verb and its auxiliary that deny it: 'but did not suggest'."
    )
    opens_participle: frozenset[str] = key(
        "Before a participle whose subject is that of the sentence: 'before explaining why'."
    )
    amounts: frozenset[str] = key("Behind 'at', these open no time: 'at least six dead'.")
    written_times: frozenset[str] = key(
        "Times that are documents behind an article: 'the minutes say'."
    )
    views: frozenset[str] = key(
        "What opens a sentence before whose view it tells: 'For Lee, it is a start'."
    )
    comparing: frozenset[str] = key(
        "What opens the figure that another is held against: 'up from 3 million'."
    )
    about_how_many: frozenset[str] = key(
        "Before how many there are: 'more than 4 in 10', 'at least half'."
    )
    present_forms: frozenset[str] = key("Forms of verbs in the present: 'is', 'has'.")
    put_back: frozenset[str] = key("Forms into which reporting puts a present: 'was', 'would'.")
    articles: frozenset[str] = key("Articles: 'the', 'an'.")
    indefinite: frozenset[str] = key(
        "The articles before somebody not known yet: 'a group called “…”'."
    )
    without_name: frozenset[str] = key(
        "What opens a subject without name: 'A nurse', 'Her father'."
    )
    possessives: frozenset[str] = key(
        "Possessives whose noun of saying or colleagues are somebody's: 'her warning'."
    )
    receiving: frozenset[str] = key(
        "Forms of coming to have others' words: 'Lee received this email:'."
    )
    shows_manner: frozenset[str] = key("What shows how somebody puts it: 'Here is how Lee does'.")
    one_person: frozenset[str] = key("Pronouns that stand for one person named before.")
    everybody: frozenset[str] = key("Pronouns that stand for no single person named before.")
    writers: frozenset[str] = key(
        "Pronouns of whoever writes, whose deeds say no words: 'I filed it under “never again”'."
    )
    singular: frozenset[str] = key("Pronouns behind which a form in '-s' is a verb: 'who claims'.")
    speaking: frozenset[str] = key(
        "Pronouns of persons that may stand behind any verb that closes quoted words: '“…,” beamed she'."
    )
    plain_subjects: frozenset[str] = key(
        "Behind these a form is a verb, whatever noun it may be: 'they claim', 'to question'."
    )
    coordinating: frozenset[str] = key("What joins a second clause: 'and', 'but'.")
    joins_clauses: frozenset[str] = key(
        "What joins a clause to quoted words that are an object: "
        "'chanted “more” and the lights went on'."
    )
    sharing: frozenset[str] = key(
        "Behind these a verb has the subject of the verb before: 'and then said'."
    )
    joins_subjects: frozenset[str] = key("Between parts of a joint subject: 'Lee and Roy said'.")
    opens_pair: frozenset[str] = key(
        "What opens a subject of two: 'Both the union and the company say'."
    )
    listing: frozenset[str] = key(
        "Between two quotations of one list: 'called “wasteful” and “mad”'."
    )
    comments_on: frozenset[str] = key(
        "Behind quoted words with a comma, what opens the reporter's own word on them: 'which'."
    )
    contrasting: frozenset[str] = key(
        "Before a second clause with a cue of its own, which ends the first: 'while X said'."
    )
    skipped: frozenset[str] = key(
        "What opens a sentence and is no part of what it says: 'But the bridge, he said, …'."
    )
    before_subject: frozenset[str] = key(
        "What opens a sentence before its far subject: 'Still, officials in the city … said'."
    )
    who: frozenset[str] = key(
        "Behind a clause of saying or a name, what goes on about that person: ', who'."
    )
    opens_said: frozenset[str] = key("What opens words behind bare saying: 'to say that'.")
    free_relatives: frozenset[str] = key(
        "Before a subject, these are what is called so: 'what the mayor called “mad”'."
    )
    bridges: frozenset[str] = key(
        "Words between a cue and its quoted words: 'said that “…”', 'it was “…”'."
    )
    reporters: frozenset[str] = key(
        "Behind a comma these mostly bring the reporter back: 'said it was over, which surprised'."
    )
    said_only: frozenset[str] = key("Between a verb of saying and 'that': 'said only that'.")
    talks: frozenset[str] = key("Forms of talking with somebody: 'speaking to “This Day”'.")
    meets: frozenset[str] = key(
        "Behind those, what brings with whom: 'in an interview with “This Day”'."
    )
    tells_why: frozenset[str] = key(
        "Behind somebody praised or blamed, what brings the reason: 'thanked Lee for coming'."
    )
    perfect: frozenset[str] = key("Before a participle of somebody's deed: 'has thanked'.")
    signs: frozenset[str] = key(
        "What a thing or somebody shows and does not say: 'show signs of wear'."
    )
    unnamed: frozenset[str] = key(
        "Under what somebody speaks who is not named: 'on condition of anonymity'."
    )
    versions: frozenset[str] = key(
        "What a text says of itself is of one of these: 'An earlier version of this story said'."
    )
    former: frozenset[str] = key("Which of them: 'an earlier version'.")
    opens_apposition: frozenset[str] = key(
        "Beside relative pronouns, what tells of a subject behind its comma: 'officials, like X,'."
    )
    asides: frozenset[str] = key(
        "What parts a subject from its verb by commas: 'the mayor, however, said'."
    )
    since: frozenset[str] = key(
        "What opens a clause whose name is no subject of the main one: 'since Lee resigned'."
    )
    units_of_time: frozenset[str] = key(
        "Units in which time is told: 'weeks' of 'three weeks after she said so'."
    )
    subordinating: frozenset[str] = key(
        "What a name behind it is the subject of, in no main clause: 'when Lee spoke'."
    )
    opens_source: frozenset[str] = key("First words of cues without a verb: 'in the words of'.")
    points_back: frozenset[str] = key(
        "Words of a statement that only points to the one before: 'That's according to Lee'."
    )
    opens_view: frozenset[str] = key(
        "First words of a sentence before whose view it tells: 'For Lee, it was “a mess”'."
    )
    sends_words: frozenset[str] = key(
        "Forms of sending somebody words, which follow a comma or a colon: 'texted his brother, “…”'."
    )
    quoting: frozenset[str] = key(
        "Behind 'to', what brings somebody's known words: 'To quote Lincoln, “…”'."
    )
    of_maker: frozenset[str] = key(
        "Before who made or says what a noun names: 'a warning from', 'a survey by'."
    )
    of_publisher: frozenset[str] = key("Before who published something: 'a review by The Times'.")
    credits: frozenset[str] = key("Before an outlet that is credited: 'told in an interview for'.")
    of_staff: frozenset[str] = key(
        "Behind a role, what says whose or where it is: 'a spokesman for', 'sources close to'."
    )
    close_to: frozenset[str] = key("Behind a source, how it knows: 'sources familiar with'.")
    adjectives_of_time: frozenset[str] = key(
        "Before a time, adjectives: 'early Monday', 'last week'."
    )
    before_time: frozenset[str] = key("Before a time behind a subject: 'the mayor this week said'.")
    before_year: frozenset[str] = key("Before a year: 'a study from 2011'.")
    before_times_passed: frozenset[str] = key(
        "Before a time between a verb of saying and its words: 'said on Monday'."
    )
    before_times_cited: frozenset[str] = key(
        "Before a time that ends what is cited: 'according to the mayor on Monday'."
    )
    occasions: frozenset[str] = key(
        "Before an occasion between a verb and its words: 'said in a statement'."
    )
    at_place: frozenset[str] = key("Before where somebody is: 'says Ann Lee in Almaty'.")
    programmes: frozenset[str] = key(
        "Before a programme's name at the end of a statement: 'on “This Day”'."
    )
    labels_as: frozenset[str] = key("Before what somebody calls something: 'another as “regret”'.")
    puts_it: frozenset[str] = key(
        "Forms before 'it' that bring somebody's wording: 'as the app puts it'."
    )
    out_of: frozenset[str] = key("Between two numbers for people: 'two in three said'.")
    plural_pronouns: frozenset[str] = key("What a relative clause may be about: 'those who'.")
    two: frozenset[str] = key("What says that a plural verb follows: 'the two', 'a third say'.")
    colleagues: frozenset[str] = key(
        "Who worked with a name before 'and': 'Rao and colleagues wrote'."
    )
    only_verbs: frozenset[str] = key("Forms of saying that are no nouns: 'said'.")
    past_like_base: frozenset[str] = key("Verbs whose past is their base form.")
    after_genitive: frozenset[str] = key(
        'Forms of saying behind a genitive that are its verb, not its noun: "what Lee\'s said".'
    )
    strong_participles: frozenset[str] = key("Participles without a telling ending: 'was told'.")
    tell: frozenset[str] = key(
        "Forms behind which a listener follows, so that no speaker does: '“…” told X'."
    )
    asserting: frozenset[str] = key(
        "Forms right before quoted words that may be a whole sentence: 'said “We …”'."
    )
    plain_says: frozenset[str] = key(
        "Forms that are verbs behind any noun: 'Republicans say', 'the nurse goes'."
    )
    says_clause: frozenset[str] = key("Verbs whose clause may open with any word: 'say', 'insist'.")
    with_listener: frozenset[str] = key(
        "Verbs with somebody told before what is said: 'reminded voters that'."
    )
    short_answers: frozenset[str] = key("What may be all that is said: 'said no'.")
    come_from: frozenset[str] = key(
        "Before 'from' and who says what a colon brings: 'this line from a reader: “…”'."
    )
    finding: frozenset[str] = key("Verbs of what a count shows: 'a poll finds Lee leading'.")
    shows: frozenset[str] = key(
        "Verbs of what a thing lets one see, in what somebody says: 'said the vote showed “contempt”'."
    )
    warned_of: frozenset[str] = key("Behind 'warn', what brings the danger: 'warned of'.")
    moments: frozenset[str] = key(
        "Behind 'at', nouns before a form in '-ing' that says something: 'at one point calling it'."
    )
    before_saying: frozenset[str] = key(
        "Prepositions before a form in '-ing' that says something: 'by calling it'."
    )
    forms_of_be: frozenset[str] = key("Forms of 'be' that are no finite verb.")
    quoted_with: frozenset[str] = key(
        "Forms behind a person whom an outlet quotes: 'quoted Lee as saying'."
    )
    owners: Mapping[str, str] = key("Possessives of one person, and the pronoun they stand for.")
    objects: Mapping[str, str] = key("Object pronouns of one person, and the subject's.")


@cache
def small_words() -> SmallWords:
    """The small words, read once.

    Raises:
        LanguageError: The file lacks a key, or has one too many.
    """
    return SmallWords(**read(LANGUAGE, _FILE, SmallWords))
