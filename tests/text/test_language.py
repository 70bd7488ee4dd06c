"""The language of a text, and pages that are no articles."""

import pytest

from pipeline.text.segment import segment
from pipeline.text.segment.language import language, prose_problem

BRIEF = (
    "The ferry to Tarsk ran aground off Harrow Bay on Monday. All 41 passengers were brought ashore, the coast guard"
    " said. The cause is not known."
)


def cause(text: str) -> str | None:
    """The cause that a text is given, if any."""
    problem = prose_problem(text, segment(text)[0])
    return problem[0] if problem else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BRIEF, "en"),
        ("Die Fähre nach Tarsk ist am Montag auf Grund gelaufen. Alle Menschen an Bord wurden gerettet.", "de"),
        ("Le bac de Tarsk a échoué lundi dans la baie. Les passagers sont tous sains et saufs, dit le port.", "fr"),
        ("El transbordador de Tarsk encalló el lunes en la bahía. Todos los pasajeros están a salvo.", "es"),
        ("Il traghetto per Tarsk si è arenato lunedì nella baia. Tutti i passeggeri sono stati salvati.", "it"),
        ("A balsa para Tarsk encalhou na segunda-feira. Não há feridos, mas o porto está fechado.", "pt"),
        ("De veerboot naar Tarsk is maandag aan de grond gelopen. Alle opvarenden zijn door het leger gered.", "nl"),
        ("Färjan till Tarsk gick på grund i måndags. Alla som var ombord har förts i land av polisen.", "sv"),
        ("Prom do Tarska osiadł w poniedziałek na mieliźnie. Nikt nie został ranny, ale port jest zamknięty.", "pl"),
        ("Паром сел на мель в понедельник, все пассажиры были спасены, сообщил порт.", "ru"),
        ("Пором сів на мілину в понеділок, усіх пасажирів врятовано, повідомив порт.", "uk"),
        ("渡轮星期一在海湾搁浅。所有乘客都已获救。", "zh"),
        ("フェリーは月曜日に座礁しました。乗客は全員救助されました。", "ja"),
        ("여객선이 월요일에 좌초했다. 승객은 모두 구조되었다.", "ko"),
        ("جنحت العبارة يوم الاثنين في الخليج وتم إنقاذ جميع الركاب", "ar"),
        ("Το πλοίο προσάραξε τη Δευτέρα στον κόλπο.", "el"),
        ("Harrow Bay", None),
        ("", None),
        ("12 45 99 !!", None),
    ],
)
def test_the_language_is_told_by_script_and_function_words(text: str, code: str | None) -> None:
    """A sentence or two are enough; a name is not."""
    assert language(text) == code


def test_foreign_names_do_not_make_an_english_text_foreign() -> None:
    """English news about people and places from elsewhere stays English."""
    text = "Der Spiegel and El Tiempo reported that the mayor of La Cruz, José de la Vega, had met with Jean Le Goff."

    assert language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        BRIEF,
        "Harrow Bay — a brief\n\n" + BRIEF,
        BRIEF + "\n\nSubscribe to our newsletter\n\nWe use cookies.\n\n© 2031 Coastal Press",
        "The regulator fined Harrow Ads for its use of cookies. The company sold personal data without consent, the"
        " ruling says. It will appeal, a lawyer said. The fine is the largest so far and must be paid by June.",
        "The paper puts its archive behind a paywall. Readers must subscribe to continue, editor Ada Brandt said on"
        " Friday. Schools are exempt. The change begins in May.",
        "JavaScript is the language that most students of Tarsk University learn first, a survey says. Others choose"
        " Python. The survey asked 900 students in March.",
    ],
)
def test_prose_passes(text: str) -> None:
    """A brief of three sentences is an article, also when it is about cookies, paywalls or scripts."""
    assert cause(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We value your privacy\n\nWe and our 812 partners store and access personal data on your device. We use"
            " cookies for personalised ads. You can accept all cookies or manage your preferences."
            "\n\nAccept all\n\nReject all",
            "cookie_wall",
        ),
        ("This site uses cookies. By continuing you agree to our use of cookies.\n\nI agree", "cookie_wall"),
        ("You need to enable JavaScript to run this app.", "script_shell"),
        ("Valley Times\n\nPlease turn on JavaScript and disable any ad blocker.", "script_shell"),
        ("Checking your browser before accessing valley.example.\n\nThis process is automatic.", "script_shell"),
        (
            "The storm broke the old sea wall at Harrow Bay on Monday.\n\nSubscribe to continue reading.\n\n"
            "Already a subscriber? Log in",
            "paywall",
        ),
        ("This article is for subscribers only. Sign in to read the full story.", "paywall"),
        ("Home\n\nNews\n\nSport\n\nWeather\n\nHarrow Bay\n\nLog in", "too_little_prose"),
        ("", "too_little_prose"),
        ("404 Not Found", "too_little_prose"),
        (
            "Die Fähre nach Tarsk ist am Montag auf Grund gelaufen. Alle Menschen an Bord wurden gerettet.",
            "other_language",
        ),
    ],
)
def test_a_page_without_an_article_says_why(text: str, expected: str) -> None:
    """Walls, shells, stubs, menus and other languages each have their own cause."""
    assert cause(text) == expected
