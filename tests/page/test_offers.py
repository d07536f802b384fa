"""What lines below a text offer: the rest of it, or the paper, its comments, a gift."""

import pytest

from audit.markup.offers import (
    asks_for_response,
    asks_help,
    is_kept_back,
    is_of_this_text,
    offers_more,
    sells_everything,
)


@pytest.mark.parametrize(
    "line",
    [
        "Dit bericht is alleen voor betalende leden",
        "Dit verhaal is enkel voor onze abonnees",
        "This post is for paying subscribers",
        "This episode is only for our patrons",
        "Dieser Beitrag ist nur für zahlende Mitglieder",
        "Ce texte est réservé aux membres payants",
        "Este artículo es solo para nuestros socios",
        "Questo articolo è riservato agli iscritti",
        "Este artigo é exclusivo para assinantes",
        "Ten artykuł jest tylko dla prenumeratorów",
        "Den här artikeln är bara för våra prenumeranter",
        "For subscribers only",
        "Nur für Abonnenten",
        "The whole story is for those who subscribe",
        "Cet article est disponible pour nos abonnés",
        "Ten tekst dostępny jest dla subskrybentów",
    ],
)
def test_whom_a_text_is_kept_for_is_said_outright(line: str) -> None:
    assert offers_more([line])


@pytest.mark.parametrize(
    "line",
    [
        "Tickets cost £6. Entry is free for members.",
        "The report will be sent to members in June.",
        "The hall is only open to members.",
        "Der Kraftraum ist nur für Mitglieder geöffnet.",
        "Die Fahrt ist für Mitglieder frei.",
        "L'entrée est gratuite pour les membres.",
        "La entrada es gratis para los socios.",
        "L'ingresso è gratuito per i soci.",
        "De zaal is alleen voor leden open.",
        "A entrada é gratuita para sócios.",
        "Wstęp jest wolny dla członków klubu.",
        "Inträdet är gratis för medlemmar.",
        "Are you ready for the winter?",
        "Parking is for members only.",
        "Chi è abbonato al traghetto viaggia gratis.",
        "Sign up or log in to post an answer.",
        "Abbonati all'edizione di carta",
        "Quer receber o blog por e-mail? Assine, é grátis.",
        "Vill du ha oss med e-post? Prenumerera gratis.",
    ],
)
def test_what_else_is_for_members_offers_no_text(line: str) -> None:
    assert not offers_more([line])
    assert not is_kept_back([line])


@pytest.mark.parametrize(
    "lines",
    [
        ("Help us write the next one", "Become a member from £5 a month."),
        ("Czytaj bez reklam i wspieraj lokalne dziennikarstwo.", "Prenumerata od 9,90 zł miesięcznie."),
        ("Wir sind werbefrei.", "Unterstützen Sie uns ab 4 Euro im Monat."),
        ("Nous vivons sans publicité.", "Abonnez-vous à partir de 3 € par mois pour que nous puissions continuer."),
        ("Ayúdanos a seguir contando el puerto", "Hazte socia desde 5 € al mes."),
        ("Sostieni il giornale", "Abbonati da 2 € al mese."),
        ("Help us continue reporting from this coast", "Join from £5 a month."),
    ],
)  # fmt: skip
def test_an_appeal_for_help_offers_no_text(lines: tuple[str, ...]) -> None:
    assert asks_help(lines)
    assert not offers_more(lines, is_linked=True)


@pytest.mark.parametrize(
    "lines",
    [
        ("Support our journalism to keep reading", "From £5 a month."),
        ("Unterstützen Sie uns und lesen Sie den Rest dieses Artikels", "Ab 4 Euro im Monat."),
        ("You are reading a free preview.", "Download to read ad-free"),
        ("Soutenez-nous pour lire la suite de cet article", "3 € par mois"),
    ],
)
def test_what_keeps_the_rest_is_no_mere_appeal(lines: tuple[str, ...]) -> None:
    assert not asks_help(lines)


def test_what_is_sold_is_all_of_a_paper_or_this_text() -> None:
    assert sells_everything(["有料会員になると、すべての記事をお読みいただけます。"])
    assert sells_everything(["Mit E+ lesen Sie alle Artikel."])
    assert not sells_everything(["Read this article and all stories with a plan."])
    assert not sells_everything(["Continue with a plan: all articles, all year."])


@pytest.mark.parametrize(
    "line",
    [
        "Comentários são exclusivos para assinantes. Já é assinante? Faça seu login.",
        "Solo los suscriptores pueden comentar. Suscríbete desde 1 € al mes.",
        "Reageren is alleen voor abonnees.",
        "Kommentera är bara för prenumeranter.",
        "Only subscribers can comment.",
    ],
)
def test_comments_for_those_who_pay_keep_no_text_back(line: str) -> None:
    assert not offers_more([line], is_linked=True)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to read this story.",
        "Continue reading",
        "Pour lire la suite de cet article, abonnez-vous.",
        "Um diesen Artikel weiterzulesen, brauchen Sie ein Abo.",
        "Suscríbete para seguir leyendo",
    ],
)
def test_a_line_may_speak_of_the_text_above_it(line: str) -> None:
    assert is_of_this_text(line)


@pytest.mark.parametrize(
    "line",
    [
        "Digital access for £1 a week.",
        "Log in to comment on this article.",
        "Accédez à tous les articles du site, sans engagement, dès 5,99 € par mois.",
        "Das E-Paper: vier Wochen für 9,90 Euro. Jederzeit kündbar.",
        "Want all of the Record? Subscribe.",
    ],
)
def test_a_line_may_speak_of_the_paper(line: str) -> None:
    assert not is_of_this_text(line)


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Pour commenter cet article, connectez-vous ou créez un compte.", True),
        ("Log in om te kunnen reageren.", True),
        ("Melden Sie sich an und diskutieren Sie mit", True),
        ("The mayor did not comment.", False),
        ("Der Kommentar der Bürgermeisterin fiel kurz aus.", False),
    ],
)
def test_a_call_for_comments_stands_behind_a_text(line: str, asks: bool) -> None:  # noqa: FBT001
    assert asks_for_response(line) is asks
