"""Tells what a word form is at its place: a verb or a noun, a passive, a participle."""

from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words

_FEWEST_SAID = 4  # words
_OVERHEARD = 5  # tokens of 'seen on camera shouting'


def is_noun_here(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form that may be a verb is a noun or part of a name at this place."""
    token = tokens[index]
    if index == 0:
        return not token.low.endswith(("ing", "ed"))
    if token.is_name:
        return token.low not in words.headline_verbs or not is_headline(tokens)
    quotes = index + 1 < len(tokens) and tokens[index + 1].quote >= 0
    counted = tokens[index - 1].low.isdigit() and not (
        index > 1 and tokens[index - 2].low in small_words().before_year
    )
    if counted and token.low.endswith("ed") and not quotes:
        return True  # '12 reported cases'
    if _is_subject_itself(tokens, index, words) or _is_second_noun(tokens, index, words):
        return True  # 'the jobs report was released', 'the names and addresses of'
    for is_noun in (_as_plural(tokens, index, words), _as_base_form(tokens, index, words)):
        if is_noun is not None:
            return is_noun
    return not _is_relative(tokens, index - 1, words) and _behind_what_modifies(
        token, tokens[index - 1], words
    )


def _is_relative(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether 'that' stands behind what holds words: 'a poll that shows'."""
    if tokens[at].low != "that" or at == 0:
        return False
    before = tokens[at - 1]
    return holds_words(before, words) and before.low not in words.prints


def _is_second_noun(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in '-s' is joined to a noun with its article: 'the names and addresses of'."""
    if index < len(("the", "names", "and")) or index + 1 >= len(tokens):
        return False
    article, noun, joint = tokens[index - 3 : index]
    plural = noun.low.endswith("s") and tokens[index].low.endswith("s") and noun.text == noun.low
    joined = joint.low == "and" and article.low in words.determiners
    return joined and plural and tokens[index + 1].low in small_words().inside_groups


def _is_subject_itself(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form that may be a noun has a finite verb right behind it: 'the report was'."""
    token = tokens[index]
    noun = token.low in words.plural_nouns or token.low in words.nouns
    if not noun or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1]
    own = among(before.low, words.pronouns, words.relative, words.conjunctions) or (
        not before.is_word or before.low == "to" or before.is_name
    )
    return not own and among(tokens[index + 1].low, words.be, words.have, words.finite)


def _as_plural(tokens: list[Token], index: int, words: Lexicon) -> bool | None:
    """Whether a form is a plural noun, 'attacks', 'reports'.

    None where it may be a verb in '-s' too.
    """
    before = tokens[index - 1]
    if tokens[index].low not in words.plural_nouns or _has_object(tokens, index + 1):
        return None  # 'my neighbour on the corner calls it “the swamp”'
    if _is_plural_before(tokens, index, words) or _counts_things(before, words):
        return True
    if _may_be_singular(before, words):
        return None
    led = among(before.low, words.determiners, words.prepositions)
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and behind.quote >= 0 and not led:
        return None  # 'the booklet claims “…”'
    return led or behind is None or behind.low != "that"


def _is_plural_before(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether the word behind a form in '-s' tells that it is a noun."""
    low, before = tokens[index].low, tokens[index - 1]
    behind = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if behind == "that":  # 'party rules that could change'
        return index + 2 < len(tokens) and tokens[index + 2].low in words.finite
    if low in words.only_nouns:
        return True  # 'federal rules'
    if behind == ":" and index == 1:
        return _is_role(before, words)  # 'Reader comments: “…” — Dolores'
    if behind == ",":
        return before.is_name and not _stands_apart(
            tokens, index, words
        )  # 'After the Paris attacks, …'
    return behind in words.of_noun and low[:-1] in words.nouns  # 'media reports of a flood'


def _stands_apart(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether commas put a name and a form into a clause: 'Democrats, Frank notes, applaud it'."""
    start = index
    while start > 0 and tokens[start - 1].is_name:
        start -= 1
    if start < 1 or tokens[start - 1].text != "," or index + 2 >= len(tokens):
        return False
    verb = tokens[index + 2]
    small = (words.conjunctions, words.prepositions, words.determiners)
    return verb.is_word and verb.text == verb.low and not among(verb.low, *small)


def _counts_things(token: Token, words: Lexicon) -> bool:
    """Whether a word tells how many there are of what follows: 'some states'."""
    return among(token.low, words.numbers, words.stand_alone) and token.low not in words.relative


def _is_role(token: Token, words: Lexicon) -> bool:
    return among(token.low, words.roles, person_words().occupations)


def _has_object(tokens: list[Token], at: int) -> bool:
    """Whether a pronoun and what it is called stand at an index: not in 'the claims it made'."""
    if at + 1 >= len(tokens) or tokens[at].low not in small_words().objects_called:
        return False
    return tokens[at + 1].quote >= 0 or tokens[at + 1].low in small_words().articles


def _as_base_form(tokens: list[Token], index: int, words: Lexicon) -> bool | None:
    """Whether a base form is a noun, 'the claim'; None where the words around it do not tell."""
    token, before = tokens[index], tokens[_behind_subject(tokens, index, words)]
    if token.low != _lemma(token.low, words) or token.low in small_words().past_like_base:
        return None
    if index > 1 and before.low.endswith("ly") and tokens[index - 2].low in words.determiners:
        return True  # 'in its quarterly report'
    if token.low in words.bare_verbs:
        return _is_bound(before, words) and not among(before.low, words.numbers, words.stand_alone)
    has_that = index + 1 < len(tokens) and tokens[index + 1].low == "that"
    plural = before.low.endswith("s") and not among(before.low, words.pronouns, words.determiners)
    if has_that and not plural and index + 2 < len(tokens) and _is_finite(tokens[index + 2], words):
        return True  # 'a slide show that predicted rain'
    bare = among(before.low, words.determiners, words.noun_before) or token.low in words.only_nouns
    if has_that and not bare:
        return _is_of_one(tokens, index) or _is_modified(token, before, words)
    if _may_be_plural(before, words) or _are_two(tokens, index - 1):
        return None
    return not _has_plural_head(tokens, index, words)


def _behind_subject(tokens: list[Token], index: int, words: Lexicon) -> int:
    """The word before a form, or before what stands behind its subject: 'polls there show'."""
    return index - 1 - (index > 1 and tokens[index - 1].low in words.afterthoughts)


def _is_of_one(tokens: list[Token], index: int) -> bool:
    """Whether an article for one thing stands before a base form and its first half.

    'said in a blog post that'.
    """
    return index > 2 and tokens[index - 2].low in small_words().indefinite


def _is_bound(before: Token, words: Lexicon) -> bool:
    """Whether no verb in its base form follows a word: 'the say', not 'struck down say'."""
    if among(before.low, words.determiners, words.prepositions):
        return before.low != "to" and before.low not in words.particles
    compared = before.text.endswith("er") and before.text.islower()
    return compared and before.low not in words.roles


def _is_finite(token: Token, words: Lexicon) -> bool:
    return among(token.low, words.finite, words.past) or token.low.endswith("ed")


def _has_plural_head(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a plural of what counts opens the sentence, with a place: 'polls in Kelm show'."""
    for at in range(index - 2, -1, -1):
        token = tokens[at]
        if not token.is_word or among(token.low, words.finite, words.past, words.conjunctions):
            return False
        if token.low in words.prepositions:
            head = tokens[at - 1].low
            if at > 0 and head.endswith("s") and among(head, words.counts, words.roles):
                return True
    return False


def _behind_what_modifies(token: Token, before: Token, words: Lexicon) -> bool:
    """Whether a word makes the form behind it a noun: "Lee's warning", 'the reported sale'."""
    if before.low == "'s":
        if token.low.endswith("ing"):
            return token.low in words.nouns  # "the report's finding that"
        return token.low not in small_words().after_genitive
    if token.low.endswith("ing") and before.low in words.prepositions:
        return False  # 'by telling them that'
    if before.low in words.noun_before and before.low not in words.auxiliaries:
        return token.low not in small_words().only_verbs or before.low in words.determiners
    if before.low in small_words().plain_subjects:
        return False
    return _is_modified(token, before, words)


def _is_modified(token: Token, before: Token, words: Lexicon) -> bool:
    """Whether an adjective stands before a form that may be a noun: 'its annual report'."""
    return token.low in words.nouns and before.low.endswith(("al", "ic", "ive", "ous"))


def _lemma(form: str, words: Lexicon) -> str:
    return words.say.get(form) or words.label.get(form) or words.view.get(form) or form


def _may_be_singular(before: Token, words: Lexicon) -> bool:
    """Whether a verb in '-s' may follow a word.

    'she states', 'the letter states', not 'other states'.
    """
    if before.is_name or not before.is_word:
        return True
    persons = person_words()
    known = among(before.low, words.pronouns, words.relative, words.roles, words.plurals)
    return (
        known
        or before.low in words.outlet_nouns
        or among(before.low, persons.kin, persons.occupations)
    )


def _may_be_plural(before: Token, words: Lexicon) -> bool:
    """Whether a verb in its base form may follow a word: 'officials say', 'will say', 'and say'."""
    if among(before.low, words.finite, words.pronouns, words.relative, words.auxiliaries):
        return True
    if before.low in words.plurals or before.low.endswith("ly") or before.low[:1].isdigit():
        return True
    return before.low.endswith("s") or not before.is_word or before.low in words.stand_alone


def _are_two(tokens: list[Token], last: int) -> bool:
    """Whether a plural of two names ends at an index: 'Mr. Autor and Mr. Hanson', 'the two'."""
    if tokens[last].low in small_words().two:
        return True
    at = last
    while at > 0 and (tokens[at].is_name or tokens[at].text in {".", "&"}):
        at -= 1
    return at < last and at > 0 and tokens[at].low == "and" and tokens[at - 1].is_name


def is_passive(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a participle stands behind 'be': 'was widely seen'."""
    at = index - 1
    while at >= 0 and (tokens[at].low.endswith("ly") or tokens[at].low in words.often):
        at -= 1
    form = tokens[index].low
    small = small_words()
    strong = among(form, small.strong_participles, small.overheard)
    participle = form.endswith(("ed", "en", "wn")) or strong
    if at < 0 or not participle:
        return False
    if tokens[at].low == "'s" and index + 1 < len(tokens):  # "It's called “Loop”"
        return at > 0 and tokens[at - 1].low in words.pronouns and tokens[index + 1].quote >= 0
    return tokens[at].low in words.be


def is_perfect(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether 'have' stands shortly before a participle."""
    return any(token.low in words.have for token in tokens[max(index - 3, 0) : index])


def is_progressive(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in -ing is the verb of 'was saying'."""
    at = index - 1
    while at > 0 and tokens[at].low.endswith("ly"):
        at -= 1
    if at < 0:
        return False
    if tokens[at].low == "'s":  # 'he's suggesting'
        return at > 0 and among(tokens[at - 1].low, words.pronouns, words.relative)
    return tokens[at].low in words.be or tokens[at].low.endswith(("'re", "'m"))


def says_alone(tokens: list[Token], verb: int, words: Lexicon) -> bool:
    """Whether a verb says the words before it without a comma between: '“…” said Ann Lee'."""
    if verb < 1 or verb + 1 >= len(tokens) or tokens[verb - 1].quote < 0:
        return False
    many = len(tokens[verb - 1].text.split()) >= _FEWEST_SAID
    named = tokens[verb + 1].is_name or tokens[verb + 1].low in words.persons
    return many and named and tokens[verb].low in words.goes_on


def asks_one(tokens: list[Token], verb: int, first: Token, words: Lexicon) -> bool:
    """Whether a verb in its base form has one thing behind it, and so is no 'say critics'."""
    low = tokens[verb].low
    if words.say.get(low) != low or low in small_words().past_like_base:
        return False
    return among(first.low, small_words().indefinite, small_words().one_of_them)


def governs_gerund(tokens: list[Token], index: int, words: Lexicon) -> int | None:
    """The verb whose subject a form in -ing has: 'kept saying', 'was caught on tape saying'."""
    if tokens[index - 1].low in small_words().goes_on_doing:
        return index - 1
    for at in range(index - 1, max(index - _OVERHEARD, 0), -1):
        if tokens[at].low in small_words().overheard:
            return at if is_passive(tokens, at, words) else None
        if not tokens[at].is_word:
            return None
    return None


def is_gerund(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in -ing is a thing done, not a way of saying: 'for questioning it'."""
    at = index - 1
    while at > 0 and tokens[at].low.endswith("ly"):
        at -= 1
    before = tokens[at]
    if before.low in small_words().moments and any(
        token.low == "at" for token in tokens[max(at - 2, 0) : at]
    ):
        return False  # ', at one point calling it'
    if before.low in small_words().opens_participle:
        return False  # 'before explaining why'
    if before.low in words.prepositions:
        return before.low not in small_words().before_saying
    thing = among(before.low, words.roles, words.auxiliaries) or holds_words(before, words)
    return before.text.islower() and not thing


def holds_words(token: Token, words: Lexicon) -> bool:
    """Whether a noun is of what holds words or counts: 'emails showing', '22 percent saying'."""
    low = token.low
    single = low.removesuffix("s")
    return among(low, words.nouns, words.counts) or among(single, words.nouns, words.bearers)


def is_name_too(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word of another kind is part of a name here: 'said Will Doyle', 'June Orr'."""
    token = tokens[at]
    if not token.is_name or not among(token.low, words.names_too, words.times_too):
        return False
    named = at + 1 < len(tokens) and tokens[at + 1].is_name
    if token.low in words.names_too:
        if at == 0 and token.low == "per":
            return named and _is_subject_behind(tokens, at + 1, words)
        if at == 0:
            return named and token.low in words.finite and tokens[-1].text != "?"
        return named or tokens[at - 1].is_word
    return named and _is_forename(tokens, at, words)


def _is_subject_behind(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a name is a subject, and so no object of 'per': 'Per Dahl runs the ferry'.

    'Per Dahl, who runs' is one as well: agencies and papers are no 'who'.
    """
    end = next((n for n in range(at, len(tokens)) if not tokens[n].is_name), len(tokens))
    if end + 1 >= len(tokens):
        return False
    following, next_one = tokens[end], tokens[end + 1]
    if following.text == ",":
        return next_one.low == "who"
    if among(following.low, words.finite, words.past) or words.is_verb(following.low):
        return True
    takes_object = among(next_one.low, words.determiners, words.prepositions)
    return following.is_word and following.low.endswith("s") and takes_object


def _is_forename(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word that mostly says when is somebody's first name: 'said June Weber'."""
    token, behind = tokens[at], tokens[at + 1]
    if among(behind.low, words.times, words.conjunctions):
        return False
    day = token.low in words.times
    if at == 0:
        return not day
    before = tokens[at - 1]
    if words.is_verb(before.low):
        return at > 1 and (tokens[at - 2].quote >= 0 or tokens[at - 2].text == ",")
    if day:
        return among(before.low.removesuffix("."), words.titles, words.roles)
    dated = among(before.low, words.prepositions, words.determiners, words.times, words.dated)
    return not (dated or before.low.isdigit() or before.low in words.conjunctions)


def is_headline(tokens: list[Token]) -> bool:
    """Whether most of the longer words are capitalised."""
    longer = [token for token in tokens if token.is_word and len(token.low) > 3]
    return len(longer) > 3 and sum(token.is_name for token in longer) > 0.8 * len(longer)
