"""Ties the quotations of a German sentence to who says them, where no report holds them."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import is_attribute
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import first_subject
from audit.extract.german.grammar.subjects import subject_of
from audit.extract.german.grammar.who_speaks import is_role, may_say, speaks
from audit.extract.german.quotations.before_colon import before_colon
from audit.extract.german.quotations.inside import inside, is_denied, is_negated
from audit.extract.german.quotations.read import (
    Read,
    cue_by,
    is_label_verb,
    is_led_to,
    names_itself,
)
from audit.extract.german.quotations.without_verb import (
    as_put,
    attributed,
    called_out,
    held,
    in_brackets,
    last_of_list,
    spoken_of,
    viewed,
)
from audit.extract.german.quotations.written import is_relative, noted_there
from audit.extract.german.reported.complements import is_rejected
from audit.extract.german.reported.impersonal import impersonal
from audit.extract.german.reported.sentence_reports import Report
from audit.extract.others.cue import Cue
from audit.extract.others.cues import find_cue
from audit.extract.others.grammar.persons import whose
from audit.extract.others.nobody import bears_words
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among

_FEW_WORDS = 5  # fewer words may be a name
_LONGEST_NAME = 2  # words with a capital that may be a name
_NEAREST_TAG = 2  # tokens from words to the verb of the tag behind them


def cue_of(read: Read, index: int, lexis: Lexis) -> Cue | None:
    """The cue and the subject of the quotation at a token, None where the sentence has none."""
    number = read.clause_at(index)
    clause = read.clauses[number]
    if index > 1 and read.tokens[index - 1].low in lexis.grammar.questions:
        return None  # 'Auf die Frage „Warum?“ sagte Lind'
    if index + 1 < len(read.tokens) and is_attribute(read.tokens, index + 1, lexis):
        return attributed(read.tokens, clause, index, lexis)
    cue = _without_verb(read, number, index, lexis)
    if cue is not None:
        return cue
    cue = _by_clause(read, number, index, lexis)
    if cue is not None:
        aside = (
            _is_only_there(read.tokens, cue, lexis)
            or _is_in_brackets(read.tokens, cue, index)
            or bears_words(read.tokens, cue.subject, lexis.book)
        )
        return None if aside else cue
    if not _may_be_tied(read.tokens, index) or _is_behind_relative(read, number, index, lexis):
        return None
    rejected = number > 0 and is_rejected(read.tokens, read.clauses[number - 1], lexis)
    if rejected or is_denied(read.tokens, index, clause, lexis):
        return None
    if is_negated(read.tokens, index, lexis):
        return None
    found = find_cue(read.tokens, index, lexis.book)
    if found is None or _is_tag_of_former(read, found, index):
        return None
    return found if _is_likely(read, found, index, lexis) else None


def _without_verb(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """Who says words in brackets, or behind the clause that ends at their colon."""
    beside = in_brackets(read.tokens, index, lexis)
    if beside is not None or number == 0:
        return beside
    before = read.clauses[number - 1]
    last = last_of_list(read.tokens, before, index, lexis)
    while last is None and number > 1 and _is_question(read, read.clauses[number - 1], lexis):
        number -= 1  # 'Für Lind ist klar, wer schuld ist: „…“'
    return last or held(read.tokens, read.clauses[number - 1], index, lexis)


def _is_question(read: Read, clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause with its verb last is what another is about: ', wer schuld ist'."""
    opens = lexis.grammar.that | lexis.grammar.whether
    return clause.kind is Kind.LAST and read.tokens[clause.body].low in opens


def _by_clause(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """Who says words by the clause that they stand in, or one beside it."""
    clause = read.clauses[number]
    return (
        viewed(read.tokens, clause, index, lexis)
        or as_put(read.tokens, read.clauses, number, index, lexis)
        or _behind(read, number, index, lexis)
        or before_colon(read, number, index, lexis)
        or noted_there(read.tokens, clause, index, lexis)
        or inside(read, number, index, lexis)
        or spoken_of(read.tokens, read.clauses, number, index, lexis)
        or _told_on(read, clause, index)
        or called_out(read.tokens, clause, read.clauses, index, lexis)
    )


def _told_on(read: Read, clause: Clause, index: int) -> Cue | None:
    """Who goes on behind a colon: 'Lind zog eine „gemischte Bilanz“: Jeder fünfte sei zu spät'."""
    opens_small = read.tokens[index].text[:1].islower()
    if clause.stop >= len(read.tokens) or read.tokens[clause.stop].text != ":" or not opens_small:
        return None
    told = (each for each in read.reports if clause.start <= each.cue.start < index)
    report = next((each for each in told if each.speaker.stop <= index), None)
    return None if report is None else Cue(report.cue.start, report.cue.stop, report.speaker)


def _is_only_there(tokens: Sequence[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a verb says only where a thing is: 'Das Motiv fand sich dort: „…“'."""
    itself = cue.end < len(tokens) and tokens[cue.end].low == "sich"
    return itself and tokens[cue.start].low in lexis.grammar.found


def _may_be_tied(tokens: Sequence[Token], index: int) -> bool:
    """Whether patterns may tie words: not a name, nor a part of a longer clause."""
    if index > 0 and tokens[index - 1].text == ":":
        return True
    words = tokens[index].text.split()
    if tokens[index].text[:1].isupper():
        whole = len(words) > _LONGEST_NAME and tokens[index].text.endswith((".", "!", "?"))
        return len(words) > _FEW_WORDS or whole
    return len(words) <= _FEW_WORDS


def _is_behind_relative(read: Read, number: int, index: int, lexis: Lexis) -> bool:
    """Whether a relative clause leads to words: 'Die Stadt hängte Zettel auf, auf denen stand:'."""
    if number == 0 or read.tokens[index - 1].text != ":":
        return False
    before = read.clauses[number - 1]
    return before.said is None and is_relative(read.tokens, before, lexis)


def _is_in_brackets(tokens: Sequence[Token], cue: Cue, index: int) -> bool:
    """Whether words stand in brackets that a cue is outside of: 'die Partei (kurz: „DF“)'."""
    texts = [token.text for token in tokens[:index]]
    opening = len(texts) - 1 - texts[::-1].index("(") if "(" in texts else index
    if ")" in texts[opening:] or opening == index:
        return False
    subject = cue.subject if cue.subject is not None else range(cue.start, cue.end)
    closing = next((i for i in range(index, len(tokens)) if tokens[i].text == ")"), len(tokens))
    return not opening <= subject.start < closing


def _is_likely(read: Read, cue: Cue, index: int, lexis: Lexis) -> bool:
    """Whether what the patterns of other languages found can be a German speaker."""
    if cue.subject is None or _is_in_brackets(read.tokens, cue, index):
        return False
    if bears_words(read.tokens, cue.subject, lexis.book):
        return False
    if read.tokens[cue.start].text == ":" and any(
        clause.finite is not None and clause.start < index for clause in read.clauses
    ):
        return False
    if len(read.tokens[index].text.split()) == 1 and cue.start > index:
        return False  # 'stets „der Dicke“ genannt'
    if not _is_verb_of_clause(read, cue, lexis):
        return False
    says = read.clauses[read.clause_at(cue.start)].said is not None
    if cue.start > index and not says and is_led_to(read, read.clause_at(index), lexis):
        return False
    lows = [token.low for token in read.tokens[cue.start : cue.end]]
    if not any(
        low in lexis.book.say | lexis.book.near
        or low in lexis.book.according
        or low in {":", *lexis.book.tags}
        for low in lows
    ):
        return False
    first = read.tokens[cue.subject.start]
    if first.low in lexis.grammar.never or _is_bare_word(read, cue.subject, lexis):
        return False
    return speaks(read.tokens, cue.subject, lexis)


def _is_tag_of_former(read: Read, cue: Cue, index: int) -> bool:
    """Whether a verb says the words before it: '„…“, sagte Lind, während Roth „…“ hatte'."""
    at = cue.start - 1
    if cue.end > index or at < 1:
        return False
    at -= read.tokens[at].text == ","
    return read.tokens[at].quote >= 0


def _is_bare_word(read: Read, subject: range, lexis: Lexis) -> bool:
    """Whether a subject is one word that nobody is named by: a country, or no noun."""
    low = read.tokens[subject.start].low
    if len(subject) > 1 or is_role(low, lexis):
        return False
    return not among(low, lexis.grammar.personal, read.surnames)


def _is_verb_of_clause(read: Read, cue: Cue, lexis: Lexis) -> bool:
    """Whether a verb is one that its clause says something by, not 'formulierten' before a noun."""
    verb = cue.end - 1
    if read.tokens[verb].low not in lexis.book.say:
        return True
    clause = read.clauses[read.clause_at(verb)]
    said = clause.said
    if clause.finite != verb and (said is None or not said.start <= verb < said.stop):
        return False
    return not (is_label_verb(clause, lexis) and names_itself(read.tokens, clause))


def _behind(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'„…“, zeigte sich Lind zufrieden': any verb right behind the words."""
    if read.clauses[number].stop != index + 1 or number + 1 >= len(read.clauses):
        return None
    follows = read.clauses[number + 1]
    told = _told_right_behind(read.tokens, follows, lexis)
    if told is not None:
        return told
    with_words = _opens_with_words(read.tokens, follows, lexis)
    if not (follows.kind is Kind.FIRST or with_words) or follows.is_coordinated:
        return None
    subject = subject_of(read.tokens, follows, read.clauses, lexis)
    if subject is None:
        nobody = impersonal(read.tokens, follows, lexis)
        return None if nobody is None else Cue(nobody[1].start, nobody[1].stop, nobody[0])
    if follows.said is None and not with_words and is_led_to(read, number, lexis):
        return None
    listed = (
        with_words or follows.said is not None or read.tokens[follows.body].low in lexis.book.say
    )
    if not listed and not may_say(read.tokens, subject, lexis):
        return None
    return cue_by(follows, subject)


def _told_right_behind(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Cue | None:
    """'„…“, das sagte Lind': a clause that only says whose the words before it are."""
    verb = clause.body + 1
    if verb + 1 >= clause.stop or tokens[clause.body].low not in lexis.grammar.back:
        return None
    if tokens[verb].low not in lexis.book.say:
        return None
    subject = first_subject(tokens, verb + 1, clause.stop, clause.stop, lexis)
    speaking = subject is not None and speaks(tokens, subject, lexis)
    return Cue(verb, verb + 1, subject) if speaking else None


def _opens_with_words(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause points back at words before it: ', mit diesen Worten begrüßte Lind …'."""
    if tokens[clause.body].low not in lexis.grammar.by_means:
        return False
    near = tokens[clause.body + 1 : clause.body + 3]
    return any(token.text in lexis.grammar.called_out for token in near)


def speaker_of(read: Read, cue: Cue, subject: Phrase, lexis: Lexis) -> Phrase | None:
    """Whose a saying is that stands for its speaker; a comment that says something itself.

    None where nobody speaks.
    """
    named = whose(read.tokens, subject, lexis.book)
    opens = read.tokens[subject.start].low
    if opens.startswith(lexis.grammar.nobody_opens):
        return None  # 'Kein Minister nannte den Plan „tot“'
    led_to = subject.start > 0 and (read.tokens[subject.start - 1].low in lexis.grammar.places)
    articled = opens in lexis.book.articles or led_to  # 'Im Urteil heißt es'
    itself = read.tokens[cue.start].text != ":" and articled
    return subject if named is None and itself else named


def is_told_behind(read: Read, report: Report, index: int, lexis: Lexis) -> bool:
    """Whether a tag right behind words says them, and what leads to them is no 'sagte'.

    'bat den Papst um Rücknahme: „…“, zitiert ihn die Zeitung'.
    """
    ahead = next(
        (c for c in reversed(read.clauses[: read.clause_at(index)]) if c.said is not None), None
    )
    plain = lexis.grammar.bare
    says = ahead is not None and ahead.said is not None and ahead.said.lemma in plain
    return index < report.cue.start <= index + _NEAREST_TAG and not says
