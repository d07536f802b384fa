"""Words that a page's own style sheet hides: passed over in a sentence, and never lost."""

import time

import pytest

from audit.match import verify_quote
from audit.model import Caution, Verdict
from audit.page.formats import source_text

SAID = "We have lost nine boats since the winter storm came to us and nobody has paid."
BEFORE, BEHIND = "We have lost nine boats", "since the winter storm came to us and nobody has paid."
HIDDEN = "<span class='b1 b2' id=b3>three of them red</span>"


def _check(sheet: str, body: str, quote: str = SAID) -> tuple[Verdict, tuple[str, ...]]:
    style = sheet if sheet.startswith("<") else f"<style>{sheet}</style>"
    markup = (
        f"<!DOCTYPE html><html lang=en class=no-js><title>Boats lost</title>{style}<main>"
        "<h1>Boats lost in the storm</h1><p>The council met on Monday evening and heard from"
        f" eleven residents of the lower town.</p>{body}<p>The next meeting is on the second of June"
        " in the old school.</p></main></html>"
    )
    check = verify_quote(quote, source_text(markup.encode(), "text/html; charset=utf-8"))
    return check.verdict, check.cautions


@pytest.mark.parametrize(
    "sheet",
    [
        ".b1{display:none}",
        "p{margin:0} .x, .b1 { color:red; display : none !important } h1{color:#111}",
        "#b3{visibility:hidden}",
        "span.b1.b2{display:none}",
        "/* .b1{display:block} */ .b1{position:absolute;width:1px;height:1px;overflow:hidden;clip:auto}",
        ".b1{display:none}@media print{.b1{display:inline}}",
        ".b1{display:inline}.b1.b2{display:none}.b1{display:inline}",
        ".b1{display:none}.tip:hover .b1:focus{display:block}.b1.is-open{display:block}",
        ".b1{visibility:hidden}.tip:hover .b1{visibility:visible}",
        "@media screen{.b1{display:none}}",
        "@layer base, utilities;@layer utilities {.b1{display:none}}",
        "<style media='screen, projection'>.b1{display:none}</style>",
    ],
)
def test_what_a_style_hides_inside_a_sentence_is_not_read_in_it(sheet: str) -> None:
    body = f"<p>{BEFORE} {HIDDEN} {BEHIND}</p>"
    assert _check(sheet, body) == (Verdict.VERBATIM, ())
    whole = f"{BEFORE} three of them red {BEHIND}"
    assert _check(sheet, body, whole) == (Verdict.VERBATIM, (Caution.ONLY_IN_FOLDED,))


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.b1{display:none}}",
        "@media (max-width: 600px){.b1{display:none}}",
        ".b1{display:none}@media (min-width: 600px){.b1{display:inline}}",
        ".b1{display:none}.b1{display:inline}",
        ".b1{display:none}#b3{display:inline}",
        ".js .b1{display:none}",
        "@media screen and (max-width:600px){.b1{display:none}}",
        "@supports (a:b){.b1{display:none}}",
        ".b1{display:none}@media screen{.b1{display:inline}}",
        ".b1{display:none}.story .b1{display:inline}",
        ".b1:before{display:none}",
        "div.b1{display:none}",
        ".b12{display:none}",
        "<style media=print>.b1{display:none}</style>",
        "<noscript><style>.b1{display:none}</style></noscript>",
        "<template shadowrootmode=open><style>.b1{display:none}</style></template>",
        ".b1{display:none",
        "<style>.b1{display:none}</style><style>.b1{display:inline}</style>",
    ],
)
def test_what_is_seen_somewhere_is_read(sheet: str) -> None:
    body = f"<p>{BEFORE} {HIDDEN} {BEHIND}</p>"
    assert _check(sheet, body)[0] is Verdict.ALTERED
    whole = f"{BEFORE} three of them red {BEHIND}"
    assert _check(sheet, body, whole) == (Verdict.VERBATIM, ())


def test_the_rest_of_a_text_behind_a_button_goes_on_in_it() -> None:
    body = f"<p>{BEFORE}<span class=b1> {BEHIND}</span></p><p>They wait.</p>"
    assert _check(".b1{display:none}", body) == (Verdict.VERBATIM, ())
    assert _check(".b1{display:none}", body, f"{SAID} They wait.") == (Verdict.VERBATIM, ())


@pytest.mark.parametrize("tag", ["div", "p", "section", "div id=promo"])
def test_a_hidden_box_is_passed_over_and_its_words_are_found(tag: str) -> None:
    box = f"<{tag} class=b1>Enter your address for all the news of the port.</{tag.split(maxsplit=1)[0]}>"
    body = f"<p>{BEFORE}</p>{box}<p>{BEHIND}</p>"
    assert _check(".b1{display:none}", body) == (Verdict.VERBATIM, ())
    inside = "Enter your address for all the news of the port."
    assert _check(".b1{display:none}", body, inside)[0] is Verdict.VERBATIM
    assert _check(".b2{display:none}", body)[0] is Verdict.ALTERED


def test_hidden_paragraphs_of_the_text_read_on() -> None:
    body = f"<p class=b1>{BEFORE}</p><p class=b1>{BEHIND}</p>"
    assert _check(".b1{visibility:hidden}", body) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    "sheet",
    [
        ".a{" + "display:none;" * 200_000 + "}",
        "".join(f".a.b{number}{{display:none}}" for number in range(50_000)),
        "@media x{" * 100_000 + ".a{display:none}",
        ".a," * 300_000 + "{display:none}",
        "{.a{display:none}" * 100_000,
        ".a{display:none}" + "/*" * 300_000,
        "." + "a\\" * 200_000 + "{display:none}",
    ],
)
def test_endless_sheets_are_read_in_part(sheet: str) -> None:
    started = time.process_time()
    source_text(f"<style>{sheet}</style><p class='a b1'>One</p>".encode(), "text/html")
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "sheet",
    [
        ".card .b1{display:none}",
        ".card > .b1{display:none}",
        "#k .b1, .z .y{display:none}",
        ".outer .card .b1{display:none}",
        ".card.wide span{display:none}",
        ".b1{display:inline}.card .b1{display:none}",
        ".x .b1{display:none}.card #b3{visibility:hidden}",
    ],
)
def test_what_is_hidden_by_where_it_stands_is_not_read(sheet: str) -> None:
    inside = f"<i class='card wide' id=k>{HIDDEN}</i>"
    body = f"<div class=outer><p>{BEFORE} {inside} {BEHIND}</p></div>"
    assert _check(sheet, body) == (Verdict.VERBATIM, ())
    whole = f"{BEFORE} three of them red {BEHIND}"
    assert _check(sheet, body, whole) == (Verdict.VERBATIM, (Caution.ONLY_IN_FOLDED,))
    apart = f"<p><i class='card wide' id=k>Boats</i></p><p>{BEFORE} {HIDDEN} {BEHIND}</p>"
    assert _check(sheet, apart, whole) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    "sheet",
    [
        ".card > .b1{display:none}",
        ".card + .b1{display:none}",
        ".card:hover .b1{display:none}",
        ".card .b1{display:none}.open .b1{display:inline}",
        ".card .b1{display:none}#b3{display:inline}",
        ".no-js .b1{display:none}",
        ".other .card .b1{display:none}",
        ".card .outer .b1{display:none}",
        "[data-x] .b1{display:none}",
        "@media print{.card .b1{display:none}}",
    ],
)
def test_what_another_place_hides_is_read(sheet: str) -> None:
    inside = f"<b id=z class=z><i class=card><u class=z>{HIDDEN}</u></i></b>"
    body = f"<div class=outer><p>{BEFORE} {inside} {BEHIND}</p></div>"
    whole = f"{BEFORE} three of them red {BEHIND}"
    assert _check(sheet, body, whole) == (Verdict.VERBATIM, ())


def test_a_box_is_hidden_by_its_tag_where_it_stands() -> None:
    box = "<div class=tools><ul><li>Print this</li><li>Larger type</li></ul></div>"
    body = f"<p>{BEFORE}</p>{box}<p>{BEHIND}</p>"
    assert _check(".tools > ul{display:none}", body) == (Verdict.VERBATIM, ())
    assert _check(".tools ul{display:none}", body, "Print this")[0] is Verdict.VERBATIM
    paragraphs = f"<div class=tools><p>{BEFORE}</p><p>{BEHIND}</p></div>"
    assert _check(".tools p{display:none}", paragraphs) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize("name", ["d-none", "hidden", "uk-hidden", "is-hidden", "x hidden y"])
def test_names_of_style_libraries_set_words_in_the_line_apart(name: str) -> None:
    body = f"<p>{BEFORE} <span class='{name}'>three of them red</span> {BEHIND}</p>"
    assert _check("", body) == (Verdict.VERBATIM, ())
    whole = f"{BEFORE} three of them red {BEHIND}"
    assert _check("", body, whole) == (Verdict.VERBATIM, (Caution.ONLY_IN_FOLDED,))


@pytest.mark.parametrize("name", ["d-none d-md-inline", "hidden lg:block", "not-hidden", "hide"])
def test_what_they_show_on_wide_screens_is_read(name: str) -> None:
    body = f"<p>{BEFORE} <span class='{name}'>three of them red</span> {BEHIND}</p>"
    whole = f"{BEFORE} three of them red {BEHIND}"
    assert _check("", body, whole) == (Verdict.VERBATIM, ())


def test_endless_nesting_in_what_hides_is_patient() -> None:
    sheet = ".a .b .c{display:none}"
    markup = f"<style>{sheet}</style>" + "<div class='a c'>" * 60_000 + "One"
    started = time.process_time()
    source_text(markup.encode(), "text/html")
    assert time.process_time() - started < 6


def test_the_sheet_of_a_whole_site_tells_of_single_elements_alone() -> None:
    many = "".join(f".menu .m{number}{{display:none}}" for number in range(300))
    inside = f"<i class=card>{HIDDEN}</i>"
    body = f"<p>{BEFORE} {inside} {BEHIND}</p>"
    assert _check(f"{many}.b1{{display:none}}", body) == (Verdict.VERBATIM, ())
    assert _check(f"{many}.card .b1{{display:none}}", body)[0] is Verdict.ALTERED
