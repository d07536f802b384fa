"""Which encoding bytes are in, told from the words they make: no declaration is asked.

Each encoding of the WHATWG standard that a language is written in is tried, and the words that come out are
held against the letters and the commonest words of the language. Right letters are nearly all of a language's
own; wrong ones are signs inside words, capitals after small letters, letters of no language together.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

_WESTERN = ("cp1252", "iso8859-15", "mac-roman")
_CENTRAL = ("cp1250", "iso8859-2")
_BALTIC = ("cp1257", "iso8859-13")
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")


@dataclass(frozen=True)
class _Language:
    """Its encodings, the likelier first; its letters beside a to z, the commoner half first; common words."""

    encodings: tuple[str, ...]
    letters: str
    words: str = ""
    is_dense: bool = False  # thousands of characters, of which ``letters`` are only the commonest


_LANGUAGES = (
    _Language(_WESTERN, "", "the of and to in that is for was on with as it by from"),
    _Language(
        _WESTERN, "äöüß", "der die und das ist nicht mit den von zu sich des ein eine auf für"
    ),
    _Language(
        _WESTERN, "éèàçêâîôûùëïœæ", "le la les et des est une dans que pour qui pas sur il à du"
    ),
    _Language(_WESTERN, "áéíóúñü", "el la los de que en las una por con del para es se no lo"),
    _Language(_WESTERN, "àèéìòù", "il la che di non per una in del della sono con è si le i ha"),
    _Language(_WESTERN, "ãõáéíóúâêôçà", "o a de que e do da em um para com não uma os no se na"),
    _Language(
        _WESTERN, "åäöé", "och att det som en på är av för med den till inte ett ja on ei että"
    ),
    _Language(_WESTERN, "æøåéö", "og det er til en på af for at med den der ikke som de har"),
    _Language(_WESTERN, "ëïéöüèê", "de het een van en in is dat op te zijn voor met die niet"),
    _Language(_WESTERN, "áéíóúýþæöð", "og að er til sem ekki við um en hann það á í"),
    _Language(_WESTERN, "àèéíïòóúüç·", "de la que el els les amb per una del no és i en"),
    _Language(_CENTRAL, "ąćęłńóśźż", "w na z do nie się że to jest o po od przez jak ale"),
    _Language(_CENTRAL, "áčďéěíňóřšťúůýž", "a se na v je že o do z s ve to si by pro ale jako"),
    _Language(_CENTRAL, "áčéíľšťúýžäďĺňóôŕ", "a sa na v je že o do z s to si by pre ale ako"),
    _Language(_CENTRAL, "áéíóöőúüű", "a az és hogy nem is egy ez meg volt csak el de már"),
    _Language(_CENTRAL, "čćđšž", "i je u na da se su za od ne to o s a kako će"),
    _Language(_CENTRAL, "áéíóöőúüčćđšžąęěłńňřśťůýźżďľ"),
    _Language((*_CENTRAL, "iso8859-16"), "ăâîşţșț", "și de la în a cu nu pe este din că o un să"),
    _Language(("cp1254",), "ıüşçğöİâî", "ve bir bu da de için ile olarak çok daha ne gibi"),
    _Language(_BALTIC, "ąčęėįšųūž", "ir kad su į iš buvo tai yra bet kaip apie po"),
    _Language(_BALTIC, "āēīšņļčģķūž", "un ir ar par no uz ka kas bija to gan arī pēc"),
    _Language((*_BALTIC, "cp1252"), "äõöüšž", "ja on et ei see oli ka mis kui aga"),
    _Language(("cp1258",), "đăâêôơư\u0300\u0301\u0303\u0309\u0323", "va cua la co cho khong"),
    _Language(_CYRILLIC, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ", "и в не на что с по это как из он"),
    _Language(
        _CYRILLIC, "оаинтврсеіклдумпзяьбгчхйжїшцюєщфґ", "і в не на що з до та це як у й за про"
    ),
    _Language(_CYRILLIC, "аоеитнсрвлкдпмзябугъчцщжхшйфюь", "и на да се в от за с е не са си"),
    _Language(
        ("cp1251", "iso8859-5"), "аоиенрстјвукдмлпзгбцчшњљћжђхџфѓќѕ", "и у је на да се за од су"
    ),
    _Language(
        ("cp1253", "iso8859-7"), "αοιετσνηυρπκμλςδωγχθφβξζψάέήίόύώϊϋΐΰ", "και το της του να η ο με"
    ),
    _Language(
        ("cp1255", "iso8859-8"), "יוהלארתבשמנםכדקחעפטגסןץזצךף", "של את על לא הוא עם זה כי גם"
    ),
    _Language(
        ("cp1256", "iso8859-6"), "الينمرتوبعدسفهكقحجشطصخةىءأإآذزضثغظئؤپچگژک", "في من على أن إلى"
    ),
    _Language(("cp874",), "านรกอเงมยลวดทสตะปบคหแจพชขใไโผถธฉซศณญษฟภฐฎฏฒฑฌฆฝำีั่้ิ์ืุู็๋๊", ""),
    _Language(
        ("cp932", "euc_jp"),
        "のにはをたがでてとしれさいなるかっもらりこうよくあきすまんつせけどわめだえおそみょゅゃじばべずげごがぎびぐ"
        "ーンスルトリアイラドクシレジフタロマコテサプ日一国会人年大本中出",
        is_dense=True,
    ),
    _Language(
        ("gb18030",),
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
        "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实",
        is_dense=True,
    ),
    _Language(
        ("big5hkscs",),
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡"
        "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實",
        is_dense=True,
    ),
    _Language(
        ("cp949",),
        "이다는에의을고가하지로한사기은도를시인나리자어해대서아있스정그라과일들수부보제으전만게장구여",
        is_dense=True,
    ),
)

_SAMPLE = 6000  # bytes of lines that have other than ASCII
_QUICK_SAMPLE = 1500  # bytes, to hold a declaration against
_ENOUGH_LINES = 500  # bytes
_NEAR, _FAR = (
    20_000,
    400_000,
)  # bytes behind the first that is not ASCII, within which they are looked for
_LONGEST_TAG = 2000  # bytes
_ASCII = bytes(range(128))
_MARKUP = re.compile(
    rb"<(?:script|style)\b.{0,100000}?</(?:script|style)|<[^>]{0,5000}>", re.DOTALL | re.IGNORECASE
)
_TYPOGRAPHIC = frozenset(
    "“”„‟‘’‚‛«»‹›–—―…•·°§©®™€£¥¿¡ª º№´\xa0\xad†‡、。・「」『』（）！？：；，《》【】〈〉〔〕\u3000"
)
_WORD = re.compile(r"[^\W\d_]+")
_GOOD = 0.25  # the least score of a text that is what it is taken for
_NONSENSE = 0.0  # the most that a text scores in a wrong encoding
_PLAIN = 0.6  # the least score of a text that is beyond doubt
_ENOUGH = 20  # bytes beside ASCII, to speak against a declaration


def detected(data: bytes) -> str | None:
    """The encoding whose letters and words are most like a language's, by Python's name; None in doubt.

    Time does not grow with the page beyond its first part.
    """
    sample = _sample(data)
    if not sample:
        return None
    best, best_score = None, _GOOD
    for encoding in _encodings():
        score = _score(sample, encoding)
        if score > best_score + 0.02:  # the usual encoding wins where little tells two apart
            best, best_score = encoding, score
    return best


def overruled(data: bytes, encoding: str) -> str | None:
    """The encoding that makes words of bytes which, read as declared, are plainly none; None otherwise."""
    sample = _sample(data, _QUICK_SAMPLE)
    if len(sample.translate(None, _ASCII)) < _ENOUGH:
        return None
    if _score(sample, encoding) > _NONSENSE:
        return None
    better = detected(data)
    return better if better and better != encoding and _score(sample, better) > _PLAIN else None


def likelier(data: bytes, encodings: list[str]) -> str:
    """Of several encodings the one whose letters and words are most like a language's, the first of equals."""
    sample = _sample(data)
    return max(encodings, key=lambda encoding: _score(sample, encoding))


def _sample(data: bytes, most: int = _SAMPLE) -> bytes:
    """Lines of the page's text that have bytes beside ASCII, without markup."""
    first = len(data) - len(data.lstrip(_ASCII))
    start = data.rfind(b"<", max(first - _LONGEST_TAG, 0), first)  # in whose tag it may stand
    start = start if start >= 0 else first
    found = _lines(data[start : start + _NEAR], most)
    return found if len(found) >= _ENOUGH_LINES else _lines(data[start : start + _FAR], most)


def _lines(data: bytes, most: int) -> bytes:
    lines: list[bytes] = []
    size = 0
    for line in _MARKUP.sub(b"\n", data).split(b"\n"):
        if line.isascii():
            continue
        lines.append(line.strip()[: most - size])
        size += len(lines[-1])
        if size >= most:
            break
    return b"\n".join(lines)


@cache
def _encodings() -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for language in _LANGUAGES for one in language.encodings))


@cache
def _languages(encoding: str) -> tuple[_Language, ...]:
    """Those written in an encoding; every one for an encoding that is nobody's own."""
    own = tuple(language for language in _LANGUAGES if encoding in language.encodings)
    return own or _LANGUAGES


def _score(sample: bytes, encoding: str) -> float:
    """How much like words a sample is: 1 for a text of one language's letters, below 0 for nonsense."""
    text = sample.decode(encoding, errors="replace")
    counts = Counter(char for char in text if not char.isascii())
    total = counts.total()
    if not total:
        return 0.0
    if counts["\ufffd"] > 0.1 * total:
        return -1.0
    typographic = sum(counts[char] for char in _TYPOGRAPHIC)
    signs = sum(
        n
        for char, n in counts.items()
        if not (char.isalpha() or _is_mark(char)) and char not in _TYPOGRAPHIC
    )
    words = _WORD.findall(text)
    broken = sum(_is_broken(word) for word in words)
    penalty = (3 * signs + 2 * broken) / total
    lowered = Counter(word.lower() for word in words)
    return (
        max(
            _fit(language, counts, total - typographic - signs, lowered, len(words))
            for language in _languages(encoding)
        )
        - penalty
    )


def _fit(
    language: _Language, counts: Counter[str], letters: int, words: Counter[str], size: int
) -> float:
    if language.is_dense:
        common = sum(counts[char] for char in language.letters)
        return min(2.5 * common / max(letters, 1), 1.2) if letters else 0.0
    own = set(language.letters) | set(language.letters.upper())
    right = sum(counts[char] for char in own)
    frequent = sum(counts[char] for char in language.letters[: (len(language.letters) + 1) // 2])
    known = sum(words[word] for word in language.words.split())
    share = (right - 2 * (letters - right)) / letters if letters else 0.3
    return share + 0.2 * (frequent / letters if letters else 0) + min(known / max(size, 1), 0.3)


def _is_mark(char: str) -> bool:
    return (
        "\u0300" <= char <= "\u036f" or "\u0e31" <= char <= "\u0e4e" or "\u064b" <= char <= "\u0652"
    )


def _is_broken(word: str) -> bool:
    """Whether a capital stands behind a small letter, and it is no name like 'McDonald' of ASCII letters."""
    return not word.isascii() and not (
        word.islower() or word.isupper() or word[1:].islower() or word.lower() == word.upper()
    )
