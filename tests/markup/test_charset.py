"""Bytes to letters: by mark, header, meta, XML declaration, then by looking at the letters."""

import pytest

from audit.markup.characters.charset import decode_page
from audit.markup.characters.labels import encoding_of
from audit.page.formats import source_text
from tests.page.samples import SAMPLES

RUSSIAN = "Россия начала изучать запасы Афганистана, сообщили в пятницу."
FRENCH = "« Il a été très chaud à Genève, dit-il, et l’été a été annulé. »"
JAPANESE = "ロシアはアフガニスタンの鉱物資源の探査を始めたと報じられた。"
CHINESE = "俄罗斯已经开始勘探阿富汗的矿产资源，塔利班发言人周五表示。"

LETTERS = {
    "utf-8": RUSSIAN,
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "iso-8859-5": RUSSIAN,
    "windows-1252": FRENCH,
    "macintosh": FRENCH,
    "shift_jis": JAPANESE,
    "euc-jp": JAPANESE,
    "iso-2022-jp": JAPANESE,
    "gb2312": CHINESE,
    "gbk": CHINESE,
    "gb18030": CHINESE,
    "big5": "俄羅斯已經開始勘探阿富汗的礦產資源，塔利班發言人週五表示。",
    "euc-kr": "러시아가 아프가니스탄의 광물 자원을 탐사하기 시작했다고 보도했다.",
    "windows-1250": "Prezydent powiedział, że źródła są łatwe; žluťoučký kůň.",
    "iso-8859-2": "Prezydent powiedział, że źródła są łatwe; žluťoučký kůň.",
    "windows-1253": "Η Ρωσία άρχισε να εξερευνά τα αποθέματα του Αφγανιστάν.",
    "windows-1254": "Rusya rezervleri araştırmaya başladı, dışişleri açıkladı.",
    "windows-1255": "רוסיה החלה לחקור את עתודות המינרלים של אפגניסטן.",
    "windows-1256": "بدأت روسيا في استكشاف الاحتياطيات المعدنية في أفغانستان.",
    "windows-874": "รัสเซียเริ่มสำรวจแหล่งแร่ของอัฟกานิสถานแล้ว",
}
PYTHON_NAMES = {"macintosh": "mac-roman", "windows-874": "cp874"}
DETECTED = sorted(LETTERS.keys() - {"iso-2022-jp", "macintosh", "iso-8859-5", "iso-8859-2"})


def encoded(text: str, label: str) -> bytes:
    return text.encode(PYTHON_NAMES.get(label, label))


@pytest.mark.parametrize("label", LETTERS)
@pytest.mark.parametrize(
    ("content_type", "head"),
    [
        ('text/html; Charset="{}"', ""),
        ("text/html", "<meta charset={}>"),
        ("text/html", "<META content='text/html; charset={}' http-equiv=Content-Type>"),
        (None, "<?xml version='1.0' encoding='{}'?>"),
    ],
)
def test_a_declared_encoding_is_used(label: str, content_type: str | None, head: str) -> None:
    page = encoded(f"{head.format(label)}<p>{LETTERS[label]}</p>", label)
    declared = content_type.format(label) if content_type else None
    assert source_text(page, declared).text == LETTERS[label]


@pytest.mark.parametrize("label", DETECTED)
def test_an_undeclared_encoding_is_told_from_the_letters(label: str) -> None:
    page = encoded("<html>\n" + f"<p>{LETTERS[label]}</p>\n" * 5, label)
    assert source_text(page, "text/html").text == "\n".join([LETTERS[label]] * 5)


@pytest.mark.parametrize("label", DETECTED)
def test_letters_win_over_a_wrong_declaration_of_utf_8(label: str) -> None:
    page = encoded("<html>\n" + f"<p>{LETTERS[label]}</p>\n" * 5, label)
    assert LETTERS[label] in source_text(page, "text/html; charset=utf-8").text


@pytest.mark.parametrize(
    ("label", "text"),
    [
        *((label, FRENCH) for label in ("iso-8859-1", "us-ascii", "shift_jis", "euc-kr", "koi8-r")),
        *((label, "a single é") for label in ("iso-8859-1", "windows-1252", "us-ascii")),
    ],
)
def test_utf_8_wins_over_a_declaration_that_its_bytes_contradict(label: str, text: str) -> None:
    page = source_text(f"<p>{text}".encode(), f"text/html; charset={label}")
    assert page.text == text


def test_the_mark_wins_over_everything() -> None:
    page = f"\ufeff<meta charset=windows-1251><p>{FRENCH}".encode()
    assert source_text(page, "text/html; charset=koi8-r").text == FRENCH


def test_the_header_wins_over_the_page() -> None:
    page = f"<meta charset=koi8-r><p>{RUSSIAN}".encode("cp1251")
    assert source_text(page, "text/html; charset=windows-1251").text == RUSSIAN


def test_the_page_is_asked_where_the_header_cannot_be_right() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251")
    assert source_text(page, "text/html; charset=utf-8").text == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("content_type", [None, "text/html", "text/html; charset=utf-16"])
def test_utf_16_is_told_by_its_mark_or_its_nuls(encoding: str, content_type: str | None) -> None:
    page = f"<html><head><title>x</title></head><p>{RUSSIAN}</p>".encode(encoding)
    assert source_text(page, content_type).text == RUSSIAN


def test_a_page_that_calls_itself_utf_16_and_is_not_is_read() -> None:
    page = b"<meta charset=utf-16><p>plain words."
    assert source_text(page, "text/html").text == "plain words."


def test_a_cut_letter_does_not_make_another_encoding() -> None:
    data = (RUSSIAN * 3).encode()[:-2]
    text = decode_page(data, "text/plain; charset=utf-8")
    assert text.startswith(RUSSIAN)
    assert text.endswith("\ufffd")


@pytest.mark.parametrize(
    "label", ["hex", "rot13", "utf-7", "idna", "unicode_escape", "nonsense", "..", "undefined"]
)
def test_a_label_that_is_no_encoding_of_the_web_is_ignored(label: str) -> None:
    assert decode_page(b"+plain words-", f"text/html; charset={label}") == "+plain words-"


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [
        ("iso-8859-1", b"\x93quoted\x94 \x85", "“quoted” …"),
        ("iso-8859-9", b"\x93\xfd\x94", "“ı”"),
        ("gb2312", "镕".encode("gbk"), "镕"),
        ("shift_jis", "①".encode("cp932"), "①"),
        ("x-sjis", "①".encode("cp932"), "①"),
        ("ks_c_5601-1987", "똠".encode("cp949"), "똠"),
        ("tis-620", "“ก”".encode("cp874"), "“ก”"),
    ],
)
def test_labels_mean_what_they_mean_on_the_web(label: str, data: bytes, text: str) -> None:
    assert decode_page(data, f"text/plain; charset={label}") == text


def test_bytes_of_no_encoding_are_replacement_characters_and_no_error() -> None:
    data = b"caf\xe9 \x81\x8d bar"
    assert decode_page(data, "text/plain; charset=windows-1252") == "café \ufffd\ufffd bar"


LABEL_OF = {
    "mac-roman": "macintosh",
    "iso8859-15": "iso-8859-15",
    "cp949": "euc-kr",
    "cp932": "sjis",
}
LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "cp866": "866 cp866 csibm866 ibm866",
    "iso8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    "iso8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    "iso8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    "iso8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
    "iso8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    "iso8859-8": "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    "iso8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "mac-roman": "csmacintosh mac macintosh x-mac-roman",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso2022_jp": "csiso2022jp iso-2022-jp",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp949": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    "utf-16-be": "unicodefffe utf-16be",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
}
PAIRS = [
    *(("cp1252", language) for language in ("de", "fr", "es", "it", "pt", "sv", "nl", "da", "fi")),
    *(("iso8859-15", "fr"), ("mac-roman", "fr"), ("mac-roman", "de")),
    *(("cp1250", language) for language in ("pl", "cs", "hu", "hr", "sk")),
    *(("iso8859-2", language) for language in ("pl", "cs", "hu", "hr", "sk")),
    *(("cp1251", "ru"), ("cp1251", "uk"), ("cp1251", "bg"), ("koi8-r", "ru"), ("koi8-u", "uk")),
    *(("cp866", "ru"), ("iso8859-5", "ru"), ("mac-cyrillic", "ru")),
    *(
        ("cp1253", "el"),
        ("iso8859-7", "el"),
        ("cp1254", "tr"),
        ("cp1255", "he"),
        ("iso8859-8", "he"),
    ),
    *(("cp1256", "ar"), ("iso8859-6", "ar"), ("cp1257", "lt"), ("cp874", "th")),
    *(("cp932", "ja"), ("euc_jp", "ja"), ("iso2022_jp", "ja")),
    *(("gb18030", "zh"), ("gbk", "zh"), ("big5", "zh-tw"), ("big5hkscs", "zh-tw"), ("cp949", "ko")),
    *(("utf-8", "ru"), ("utf-16", "zh"), ("utf-16-le", "de"), ("utf-16-be", "ru")),
]
WRAPS = {
    "short": "<title>x</title><p>{}</p>",
    "behind styles": "<html><style>" + ".a{{b:c}}" * 300 + "</style><nav>Home News</nav><p>{}</p>",
}


def sample(language: str, encoding: str) -> str:
    """A text as far as an encoding has its letters."""
    return SAMPLES[language].encode(encoding, "xmlcharrefreplace").decode(encoding)


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize(("encoding", "language"), PAIRS)
def test_nothing_declared_is_told_by_the_words(encoding: str, language: str, wrap: str) -> None:
    text = sample(language, encoding)
    page = WRAPS[wrap].format(text).encode(encoding)
    assert text in decode_page(page, "text/html")


@pytest.mark.parametrize(
    ("said", "encoding", "language"),
    [(said, *pair) for said in ("iso-8859-1", "utf-8", "shift_jis") for pair in PAIRS],
)
def test_the_words_win_over_a_declaration_that_makes_none(
    said: str, encoding: str, language: str
) -> None:
    text = sample(language, encoding)
    page = (f"<p>{text}</p>\n" * 4).encode(encoding)
    assert text in decode_page(page, f"text/html; charset={said}")


@pytest.mark.parametrize(("encoding", "language"), PAIRS)
@pytest.mark.parametrize("said_first", ["header", "page"])
def test_of_header_and_page_the_one_that_makes_words_wins(
    encoding: str, language: str, said_first: str
) -> None:
    wrong = "koi8-r" if encoding == "cp1252" else "windows-1252"
    text = sample(language, encoding)
    label = LABEL_OF.get(encoding, encoding)
    first, second = (wrong, label) if said_first == "header" else (label, wrong)
    page = f"<meta charset={second}><p>{text}</p>".encode(encoding)
    assert text in decode_page(page, f"text/html; charset={first}")


@pytest.mark.parametrize(("said", "encoding"), [("windows-1251", "koi8-r"), ("koi8-r", "cp1251")])
def test_capitals_behind_small_letters_are_no_words(said: str, encoding: str) -> None:
    text = sample("ru", encoding)
    assert text in decode_page(f"<p>{text}".encode(encoding), f"text/html; charset={said}")


def test_a_declaration_far_down_the_page_is_found() -> None:
    head = "<style>" + ".a{}" * 3000 + "</style>"
    page = f"{head}<meta charset=windows-1251><p>Ок".encode("cp1251")
    assert decode_page(page, "text/html").endswith("Ок")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Größe und Länge, Straße. ".encode() * 9 + b"caf\xe9 \x93so\x94", "café “so”"),
        (
            "Größe und Länge. ".encode() * 3 + "Straße, Bär und Öl. ".encode("cp1252"),
            "Straße, Bär und Öl.",
        ),
        ("Совет собрался. ".encode() * 9 + b"\x96 \x85", "– …"),
    ],
)
def test_stray_bytes_in_utf_8_are_windows_1252(data: bytes, text: str) -> None:
    assert text in decode_page(data, "text/html; charset=utf-8")
    assert text in decode_page(data, "text/html")


@pytest.mark.parametrize("encoding", ["utf-8", "iso8859-2"])
def test_control_characters_are_what_windows_has_in_their_place(encoding: str) -> None:
    page = "<meta charset={}><p>It\x92s \x93over\x94 \x96 at last".format(
        encoding.replace("iso", "iso-")
    )
    assert decode_page(page.encode(encoding)).endswith("It’s “over” – at last")


@pytest.mark.parametrize("encoding", LABELS)
def test_every_label_of_the_web_is_known(encoding: str) -> None:
    assert {encoding_of(label) for label in LABELS[encoding].split()} == {encoding}
    assert encoding_of(f" {LABELS[encoding].split()[0].upper()} ") == encoding


LINES = (
    ("cp1252", "“We don’t expect the pier to reopen,” the mayor’s office said – not before spring."),
    ("mac-roman", "“We don’t expect the pier to reopen,” the mayor’s office said, “not before spring.”"),
    ("cp1252", "They didn’t come back, and nobody on the island knows why."),
    ("cp1252", "The café’s owner, a Mr. Peña, said: “It was the sea”."),
    ("cp1252", "A câmara não poderá reparar o cais antes da primavera, disse o presidente."),
    ("cp1252", "De reparatie van de kade is volgens de gemeente geïnspecteerd en goedgekeurd."),
    ("cp1252", "«{0}» is de naam van de boot, die de haven niet meer in kan."),
    ("cp1250", "Gradonačelnik je rekao da će se luka otvoriti tek iduće godine, u proljeće."),
    ("iso8859-2", "Gradonačelnik je rekao da se luka neće otvoriti, što je žalosno."),
    ("cp1250", "Župan je povedal, da pristanišča ne bodo odprli pred poletjem."),
    ("iso8859-2", "Župan je povedal, da pristanišča ne bodo odprli pred poletjem."),
    ("cp1250", "A kikötőt csak tavasszal nyitják meg újra, mondta a polgármester."),
    ("cp1250", "Starosta řekl, že přístav se otevře až na jaře, dříve to nepůjde."),
    ("cp1257", "Meras sakė, kad uostas bus atidarytas tik pavasarį, nes ledas dar neištirpo."),
    ("iso8859-13", "Meras sakė, kad uostas bus atidarytas tik pavasarį, nes ledas dar neištirpo."),
    ("cp1257", "Mērs sacīja, ka ostu atvērs tikai pavasarī, jo ledus vēl nav izkusis."),
    ("cp1257", "Linnapea ütles, et sadam avatakse alles kevadel, sest jää pole veel sulanud."),
    ("cp1251", "Старшыня сказаў, што порт адкрыюць толькі вясной, бо лёд яшчэ не растаў."),
    ("cp1251", "Кметът каза, че пристанището ще отвори чак през пролетта, защото ледът не се е стопил."),
    ("cp1253", "Ο δήμαρχος είπε ότι το λιμάνι θα ανοίξει την άνοιξη."),
    ("cp874", "นายกเทศมนตรีกล่าวว่าท่าเรือจะเปิดอีกครั้งในฤดูใบไม้ผลิ"),
)  # fmt: skip


@pytest.mark.parametrize(("encoding", "line"), LINES)
def test_a_line_by_itself_is_told_by_its_letters_and_marks(encoding: str, line: str) -> None:
    page = f"<html><head><title>x</title></head><body><p>{line}</p></body></html>".encode(encoding)
    assert line in decode_page(page, "text/html")


@pytest.mark.parametrize("label", ["iso-8859-15", "windows-1250", "iso-8859-2", "macintosh"])
@pytest.mark.parametrize(
    "line", ["He said so — twice.", "Où est le café ?", "Größe", "It’s “over”", "Łódź"]
)
def test_a_few_letters_of_utf_8_are_not_read_as_declared(label: str, line: str) -> None:
    assert line in decode_page(f"<p>{line}</p>".encode(), f"text/html; charset={label}")


@pytest.mark.parametrize("line", ["He said so — once.", "Où est-il ?", "The Größe of it", "“So”"])
def test_what_has_no_letter_of_utf_8_is_not_read_as_it(line: str) -> None:
    page = f"<p>{line}</p>".encode("cp1252")
    assert line in decode_page(page, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        (
            "cp1254",
            "Belediye başkanı, iskele için para olmadığını söyledi ve bu yüzden özür diledi.",
        ),
        ("iso8859-9", "Vapur bu yıl da çalışmıyor, çünkü köprü için ayrılan para bitti."),
        ("cp1254", "Balıkçılar için yeni bir iskele gerekiyor, ama kimse bunu ödemek istemiyor."),
        (
            "cp1254",
            "Ağır yağış yolları kapattı.",
        ),
        ("cp1254", "Kadın, kapıyı açtı ve çıktı."),
        ("iso8859-9", "Köprü altı ay kapalı kalacak."),
        ("cp1254", "“Kimse bize sormadı” dedi Ayşe Yılmaz."),
        (
            "cp1250",
            "A polgármester szerint a kikötőt csak tavasszal nyitják meg, mert hiányzik a fűtés.",
        ),
        ("iso8859-2", "Az új hídról és a régi tűztoronyról is szó esett, de döntés nem született."),
        (
            "iso8859-2",
            "Primarul a spus că portul va fi deschis abia în primăvară şi că nu mai sunt bani.",
        ),
        ("cp1250", "Nu ştim când va veni vaporul, a spus femeia, şi nu ne-a răspuns nimeni."),
        ("cp1257", "Mērs sacīja, ka ostu atvērs tikai pavasarī, un ka tas nav viņa vainas dēļ."),
        (
            "cp1250",
            "Burmistrz powiedział, że port nie zostanie otwarty przed wiosną, bo brakuje pieniędzy.",
        ),
        (
            "mac-roman",
            "Der Bürgermeister sagte, dass der Hafen erst im Frühjahr öffnet, wenn die Brücke steht.",
        ),
        (
            "mac-roman",
            "Le maire a déclaré que le port ne sera pas rouvert avant le printemps, à cause de la grève.",
        ),
    ],
)
def test_the_default_of_servers_gives_way_to_the_words_of_a_language(
    encoding: str, line: str
) -> None:
    page = f"<html><head><title>x</title></head><body><p>{line}</p></body></html>".encode(encoding)
    assert line in decode_page(page, "text/html; charset=iso-8859-1")


@pytest.mark.parametrize(
    "line",
    [
        "Þórður Ægisson og Guðrún Sæmundsdóttir sögðu að brúin yrði ekki opnuð í ár.",
        "Old English had þ and ð, as in þæt and oðer, and the words were not hard to read.",
        "Sigurður und Guðmundur fuhren über den Fjord und sahen die Insel.",
        "Guðmundur et Sigurður ont reçu le prix avec les autres de la ville.",
        "Þórður sagði nei, þeir ekki.",
        "Verðið hækkaði um tuttugu prósent.",
        "The poets Þorsteinn Ýmisson and Ragnar Ásgeirsson read in the hall on Friday.",
        "O prefeito disse que não há verba, e que as ações de reparação só começarão em março.",
        "Le maire de Nîmes a reçu à l’hôtel de ville les élèves de la forêt d’Orléans.",
        "La señora Núñez, de Logroño, y el señor Ibáñez cenaron en A Coruña.",
        "The Molière play at the Théâtre de la Cité drew Genève’s élite — and its mayor.",
        "Sjömännen sade att fyren på Ölands södra udde är släckt.",
        "In the 7th\xa0ward the rate is £3.50 – up from £2.75 in 2019.",
        "He hired a plane—and a pilot—to fly over the pier at 5°C.",
        "Die Gemeinde Groß Kölzig prüft, ob die Brücke für Ärzte öffnet.",
        "Tõnu Õunapuu ja Ülle Pärn ütlesid, et sadam avatakse kevadel.",
        "De burgemeester noemde het ‘een ramp’ – en de wethouder ging akkoord.",
    ],
)
@pytest.mark.parametrize("said", ["iso-8859-1", "windows-1252"])
def test_what_is_rightly_declared_stays(line: str, said: str) -> None:
    page = f"<html><head><title>x</title></head><body><p>{line}</p></body></html>".encode("cp1252")
    assert line in decode_page(page, f"text/html; charset={said}")


DOS = [
    ("cp850", "Die Hafenverwaltung erhöht die Gebühren für größere Boote, und das ärgert die Fischer."),
    ("cp850", "Le préfet a déclaré que la jetée ne sera pas réparée avant l'été, à cause des crédits."),
    ("cp850", "Borgmästaren sade att hamnen inte öppnas före våren och att pengarna är slut."),
    ("cp850", "O presidente disse que não há verba para a reparação do cais até março."),
    ("cp852", "Burmistrz powiedział, że port nie zostanie otwarty przed wiosną, bo brakuje pieniędzy."),
    ("cp852", "Starosta řekl, že přístav se otevře až na jaře, protože na opravu nejsou peníze."),
    ("cp737", "Ο δήμαρχος είπε ότι το λιμάνι θα ανοίξει την άνοιξη και όχι νωρίτερα."),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "line"), DOS)
@pytest.mark.parametrize("said", ["", "; charset=iso-8859-1", "; charset=utf-8"])
def test_encodings_of_dos_are_told_where_the_usual_ones_make_no_words(
    encoding: str, line: str, said: str
) -> None:
    page = f"<html><head><title>x</title></head><body><p>{line}</p></body></html>".encode(encoding)
    assert line in decode_page(page, f"text/html{said}")


@pytest.mark.parametrize(
    "line",
    [
        "Maria Espinoza is running in the\xa07th district.",
        "He was behind an effort involving a plane—he hired a plane for it.",
        "The group won £38m, and that’s that.",
        "“We’ll see,” she said.",
        "Café, naïve, élan.",
        "Über uns",
        "El barco zarpó a las diez.",
        "Æbler og pærer",
        "Vi har ingen båt.",
        "São Paulo",
    ],
)
def test_few_letters_are_not_of_dos(line: str) -> None:
    page = f"<html><head><title>x</title></head><body><p>{line}</p></body></html>".encode("cp1252")
    assert line in decode_page(page, "text/html")


@pytest.mark.parametrize(
    ("windows", "iso", "line"),
    [
        ("cp1250", "iso-8859-2", "Sąd w Dolinach uznał w czwartek, że gmina źle zamknęła ścieżkę."),
        ("cp1250", "iso-8859-2", "Zastupitelé řekli, že šťastný vůl žije a že vše bude v pořádku."),
        (
            "cp1253",
            "iso-8859-7",
            "«Δεν μπορώ να υπογράψω» — είπε η δήμαρχος, και έφυγε από τη συνεδρίαση…",
        ),
        (
            "cp1257",
            "iso-8859-13",
            "„Nebežinome, kaip dar pasakyti“ – sakė pirmininkė, ir išėjo iš salės.",
        ),
    ],
)
def test_what_windows_wrote_is_called_by_the_name_of_its_sibling(
    windows: str, iso: str, line: str
) -> None:
    assert decode_page(line.encode(windows), f"text/html; charset={iso}") == line
    plain = line.translate({ord(sign): "" for sign in "„“«»—–…"})
    assert decode_page(plain.encode(iso), f"text/html; charset={iso}") == plain
