"""Finds the figures of a text.

Amounts, percentages, dates and numbers, as news English writes them.

The forms are those of the style guides of AP, Reuters and the Guardian: '$1.5 million', 'USD 1-3
trillion', '£5bn', '12 per cent', 'two-thirds', 'July 4, 2025', '4 July', 'the 1990s', 'three dozen
people'.
"""

import re
from collections.abc import Iterator

from audit.model import Fact, FactKind, Span

_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,30})(?:\.\d{1,30})?"
_TEEN = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen)"
)
_TEN = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_SPELLED = (
    rf"(?i:(?:half\sa|an?|one|{_TEEN}|{_TEN})(?:\s{_LARGE}){{1,2}}|{_TEEN}|{_TEN}"
    rf"|(?:dozens|hundreds|thousands|millions|billions|tens\sof\sthousands)(?=\sof\b))"
)
_SCALE = r"(?:\s?(?:million|billion|trillion|thousand|hundred|mn|bn|tn|m|k)\b)"
_RANGE = rf"{_DIGITS}{_SCALE}?(?:(?:\s?[-–]\s?|\sto\s){_DIGITS})?{_SCALE}?"
_WORDED_RANGE = rf"{_SPELLED}(?:\sto\s{_SPELLED})?"
_SIGN = r"(?:(?:US|AU|CA|NZ|HK|A|C|S|R)?\$|[€£¥₹₽₩₺₴₪]|Rs\.?)"
_CODE = (
    r"(?:USD|EUR|GBP|JPY|CNY|RMB|RUB|UAH|INR|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|TRY|BRL|MXN|ZAR|KRW)"
)
_MONEY = (
    r"(?:dollars?|euros?|pounds?(?:\ssterling)?|yen|yuan|renminbi|rou?bles?|rupees?|francs?|pesos?"
    r"|kron(?:or|er|a|e)|lira|hryvnias?|zlotys?|reais|rand|shekels?|cents?|pence)"
)
_UNIT = (
    r"(?:(?:square|cubic)[\s-](?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|yards?)"
    r"|kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot"
    r"|inch(?:es)?|yards?|acres?|hectares?|tons?|tonnes?|kilograms?|kilos?|grams?|ounces?|lit(?:re|er)s?"
    r"|gallons?|barrels?|bushels?|degrees?|(?:kilo|mega|giga|tera)?watt(?:-hour|\shour)?s?"
    r"|mph|km/h|km|cm|mm|kg|mg|lbs?|kWh|MWh|GWh|TWh|kW|MW|GW|°\s?[CF]|[kMGT]B"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
)
_PERCENT = r"(?:\s?%|[\s-]per\s?cent(?:age\spoints?)?\b|\spct\b|\sbasis\spoints?\b)"
_FRACTION = (
    r"(?i:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]"
    r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
    r"(?=\sof\b)|half(?=\sof\b)|(?:two|three|four|five|six|seven|eight|nine)-"
    r"(?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths))"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = (
    rf"{_MONTH}\s{_DAY}(?:\s?[-–]\s?{_DAY})?(?!\d)(?:,?\s{_YEAR}(?!\d))?"
    rf"|{_DAY}\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s{_YEAR}(?!\d))?"
    rf"|{_MONTH},?\s{_YEAR}(?!\d)|\d{{4}}-\d\d-\d\d(?!\d)|{_YEAR}s\b"
    rf"|(?<=\bin\s){_MONTH}(?!\w)|(?<=\bsince\s){_MONTH}(?!\w)|(?<=\bby\s){_MONTH}(?!\w)"
    rf"|(?<=\blast\s){_MONTH}(?!\w)|(?<=\bnext\s){_MONTH}(?!\w)|(?<=\buntil\s){_MONTH}(?!\w)"
)
_AMOUNT = (
    rf"{_SIGN}\s?{_RANGE}(?:[-\s]{_MONEY}\b)?|{_CODE}\s?{_RANGE}"
    rf"|{_RANGE}\s?(?:{_CODE}\b|[€£₽₴])"
    rf"|(?:{_RANGE}|{_WORDED_RANGE})(?:[\s-]?(?:{_MONEY}|{_UNIT})(?!\w))"
)
_PERCENTAGE = rf"{_DIGITS}(?:(?:\s?%)?(?:\s?[-–]\s?|\sto\s){_DIGITS})?{_PERCENT}|{_WORDED_RANGE}{_PERCENT}|{_FRACTION}"
# What a spelled number counts follows it: 'two bridges', not 'the two of them' or 'one or two'.
_COUNTED = r"(?=\s(?!(?:of|or|and|to|in|on|at|by|for|is|are|was|were|have|has|had|who|that|with|do|does|did)\b)[a-z])"
_NUMBER = rf"{_RANGE}(?!\w)|{_SPELLED}(?:{_COUNTED}|(?<=s)(?=\sof\b))"
# A quick look at how a figure begins spares most words the long pattern behind it.
_LEAD = (
    r"[\d$€£¥₹₽₩₺₴₪]|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)|(?:US|AU|CA|NZ|HK|[ACSR])\$"
    rf"|Rs|{_CODE}|[Tt](?:wo|hree|en|welve|hirt|went|hous)|[Ff](?:our|ive|ift|ort)|[Ss](?:ix|even)"
    r"|[Ee](?:igh|lev)|[Nn]in|[Oo]ne|[Hh]al|[Aa]n?\s[hqtfsenmbd]|[BbMm]illions|[Hh]undreds|[Dd]ozens"
)
_FIGURE = re.compile(
    rf"(?<![\w$€£.,:/-])(?={_LEAD})"
    rf"(?:(?P<date>{_DATE})|(?P<percentage>{_PERCENTAGE})|(?P<amount>{_AMOUNT})"
    rf"|(?P<year>{_YEAR}(?![\w,.-]*\d))(?!\w)|(?P<number>{_NUMBER}))(?!\w|:\d)"
)
_KIND = {
    "date": FactKind.DATE,
    "year": FactKind.DATE,
    "percentage": FactKind.PERCENTAGE,
    "amount": FactKind.AMOUNT,
    "number": FactKind.NUMBER,
}


def figures(text: str, start: int) -> Iterator[Fact]:
    """The figures of ``text``, which stands at ``start`` in the article, in order."""
    for match in _FIGURE.finditer(text):
        assert match.lastgroup is not None  # one of the alternatives matched
        words = match.group()
        yield Fact(_KIND[match.lastgroup], Span(start + match.start(), start + match.end(), words))
