"""Of a page only the article comes out, and a page without one says what it is."""

import json
import logging

import pytest

from pipeline.errors import ArticleError
from pipeline.sources.page import read_page
from pipeline.sources.quiet import quiet

STORY = (
    "A passenger ferry with at least 212 people on board ran aground off Tarn Point early on Sunday, the guard said.",
    "“We have brought everyone ashore,” said Captain Mirel Oxen, who leads the rescue station. “Nobody is missing.”",
    "The ferry’s owner, Norling Lines, said that the ship may have lost power. It was too early to say, it added.",
    "Some 40 passengers were treated for bruises at the hospital in Ostrand, its director said.",
)
TITLE = "Velmora ferry runs aground off Tarn Point"
TEXT = "\n\n".join(STORY)

MENU = "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li><li><a href=/s>Subscribe</a></li></ul></nav>"
SHARE = "<div class=share><ul><li><a href=#>Share on X</a></li><li><a href=#>Email this story</a></li></ul></div>"
RELATED = "<aside class=related><h3>Related</h3><a href=/1>Storm closes three harbours</a></aside>"
NEWSLETTER = (
    "<div class=newsletter><h4>Our morning letter</h4><p>Get the day's headlines in your inbox.</p><form></form></div>"
)
FIGURE = (
    "<figure><img src=a.jpg><figcaption>The ferry on the rocks on Sunday. Photograph: P. Lind</figcaption></figure>"
)
FOOTER = "<footer><p>© 2031 The Velmora Courier. All rights reserved.</p><a href=/p>Privacy policy</a></footer>"
BANNER = "<div class=cookie-banner>We use cookies to improve your visit. <button>Accept all</button></div>"
MOST_READ = "<section><h2>Most read</h2><ol><li><a href=/x>Mayor resigns</a></li></ol></section>"


def page(body: str, head: str = "") -> str:
    """A page of our own newspaper."""
    title = f"<title>{TITLE} | The Velmora Courier</title>"
    return f"<!doctype html><html lang=en-GB><head>{title}{head}</head><body>{body}</body></html>"


def paragraphs(tag: str = "p") -> list[str]:
    """The story in elements."""
    return [f"<{tag}>{paragraph}</{tag}>" for paragraph in STORY]


def semantic() -> str:
    """A page with everything that a news site puts around and into a story."""
    one, two, three, four = paragraphs()
    story = f"<h1>{TITLE}</h1>{SHARE}{FIGURE}{one}{two}{RELATED}{three}{NEWSLETTER}{four}"
    return page(f"<header>{MENU}</header>{BANNER}<main><article>{story}</article></main>{MOST_READ}{FOOTER}")


def divisions() -> str:
    """A page that knows no element but div and span."""
    story = "".join(f"<div class=story__text><span>{paragraph}</span></div>" for paragraph in STORY)
    menu = "<div class=menu><a href=/>Home</a> <a href=/n>News</a></div>"
    return page(f"{menu}<div class=wrap><div class=story><div class=headline>{TITLE}</div>{story}</div></div>")


def line_breaks() -> str:
    """A page whose paragraphs are two line breaks apart."""
    return page(
        f"<div><a href=/>Home</a></div><div id=content><h1>{TITLE}</h1><div>{'<br><br>'.join(STORY)}</div></div>"
    )


def table() -> str:
    """A page of the nineties."""
    return page(
        f"<table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td><td>{''.join(paragraphs())}</td></tr></table>"
    )


def sections() -> str:
    """A page with its paragraphs in several sections, a pull quote and an advertisement."""
    one, two, three, four = paragraphs()
    between = "<div class=ad>Advertisement</div><div class=big>“We have brought everyone ashore”</div>"
    return page(f"<article><section>{one}{two}</section>{between}<section>{three}{four}</section></article>")


@pytest.mark.parametrize("make", [semantic, divisions, line_breaks, table, sections])
def test_only_the_article_comes_out(make: object) -> None:
    """Menus, buttons, boxes, captions, footers and the title above the story stay behind, in any markup."""
    assert callable(make)

    assert read_page(make(), "a.html").text == TEXT


def test_a_subheading_and_a_list_are_paragraphs() -> None:
    """Parts of a story that are not sentences keep their own lines."""
    rest = "<h2>Cause unknown</h2><ul><li>Built in 2009.</li><li>Sold in 2020.</li></ul>"

    text = read_page(page(f"<article><h1>{TITLE}</h1>{''.join(paragraphs())}{rest}</article>"), "a.html").text

    assert text == f"{TEXT}\n\nCause unknown\n\nBuilt in 2009.\n\nSold in 2020."


def test_a_link_inside_a_sentence_leaves_the_sentence_whole() -> None:
    """Inline markup goes, its words and the spaces around it stay."""
    body = "<p>The <a href=/f>ferry</a> <em>Aurel</em>,\n   built in&nbsp;2009, ran <b>aground</b>.</p>" + "".join(
        paragraphs()
    )

    assert read_page(page(f"<article>{body}</article>"), "a.html").text.startswith(
        "The ferry Aurel, built in 2009, ran aground.\n\n"
    )


def test_a_short_report_is_an_article() -> None:
    """A flash of two sentences is read, on a page with a banner and a hint for browsers without scripts, too."""
    flash = "<p>A goods train derailed near Kesten on Friday, the railway said.</p><p>Nobody was hurt.</p>"
    body = f"<article>{flash}</article>"
    noise = f"{BANNER}<noscript>Please enable JavaScript for our videos.</noscript><script></script>"

    text = read_page(page(f"<header>{MENU} Already a subscriber? Log in</header>{body}{noise}{FOOTER}"), "a.html").text

    assert text == "A goods train derailed near Kesten on Friday, the railway said.\n\nNobody was hurt."


def test_news_about_cookies_is_news() -> None:
    """The words of a cookie notice make no notice where nobody speaks to the reader."""
    body = """<p>The regulator of Nordia fined a shop on Tuesday: to refuse was harder than to accept all cookies.</p>
    <p>"Your consent must be free," its head, Unni Dahl, told reporters. Another 14 shops are investigated.</p>"""

    assert "Unni Dahl" in read_page(page(f"<article>{body}</article>"), "a.html").text


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Velmora Courier"},
        {"@type": "Person", "@id": "#ida", "name": "Ida Korrin"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry aground &amp; leaking",
            "datePublished": "2031-05-04T09:30:00+02:00",
            "author": [{"@id": "#ida"}, {"@type": "Person", "name": "Tomas Vell"}],
            "publisher": {"@type": "Organization", "name": "The Velmora Courier"},
            "mainEntityOfPage": {"@id": "https://courier.example/ferry"},
            "inLanguage": "en-GB",
        },
    ],
}


def linked(value: object) -> str:
    """A JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_linked_data_describes_the_article() -> None:
    """Headline, authors, date with zone, publisher, address and language are taken from JSON-LD."""
    assert read_page(page("".join(paragraphs()), linked(LINKED)), "a.html").about == {
        "title": "Ferry aground & leaking",
        "byline": "Ida Korrin and Tomas Vell",
        "published": "2031-05-04T09:30:00+02:00",
        "publisher": "The Velmora Courier",
        "url": "https://courier.example/ferry",
        "language": "en",
    }


META = """<meta property="og:title" content="Ferry aground | The Velmora Courier">
<meta property="og:site_name" content="The Velmora Courier"><meta name="author" content="By Ida Korrin">
<meta property="article:author" content="https://social.example/ida">
<meta property="article:published_time" content="2031-05-04T09:30:00Z"><link rel=canonical href="https://courier.example/ferry">"""


def test_meta_tags_describe_the_article() -> None:
    """A page without JSON-LD is described by its meta tags; the site's name is no part of the title."""
    assert read_page(page("".join(paragraphs()), META), "a.html").about == {
        "title": "Ferry aground",
        "byline": "Ida Korrin",
        "published": "2031-05-04T09:30:00Z",
        "publisher": "The Velmora Courier",
        "url": "https://courier.example/ferry",
        "language": "en",
    }


def test_markup_describes_the_article() -> None:
    """A page that only prints its byline and its time is described by them."""
    line = "<p class=byline>By Ida Korrin and Tomas Vell | <time datetime=2031-05-04>Sunday, May 4</time></p>"

    about = read_page(page(f"<article><h1>{TITLE}</h1>{line}{''.join(paragraphs())}</article>"), "a.html").about

    assert (about["title"], about["byline"], about["published"]) == (TITLE, "Ida Korrin and Tomas Vell", "2031-05-04")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
        '<script type="application/ld+json"></script>',
        linked([[[[[[[[[[{"@type": "NewsArticle", "headline": "Too deep"}]]]]]]]]]]),
        linked(
            {"@type": "NewsArticle", "headline": 5, "author": [None, 3, {}], "publisher": [], "datePublished": "soon"}
        ),
        linked("text"),
        '<meta property="article:published_time" content="soon"><meta property="og:url" content="javascript:x">',
    ],
)
def test_broken_metadata_is_no_metadata(head: str) -> None:
    """What a page says wrongly is not said; the article is read."""
    found = read_page(page(f"<article><h1>{TITLE}</h1>{''.join(paragraphs())}</article>", head), "a.html")

    assert found.text == TEXT
    assert found.about == {"title": TITLE, "language": "en"}


def test_the_pages_own_copy_is_used_where_scripts_draw_the_story() -> None:
    """JSON-LD may hold a text that the markup does not."""
    own = linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(STORY)})

    assert read_page(page("<div id=root></div><script src=a.js></script>", own), "a.html").text == TEXT


def test_the_pages_own_copy_is_left_where_the_markup_has_the_story() -> None:
    """A copy that is a teaser, or has lost its paragraphs, does not replace the story."""
    own = linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(STORY[:2])})

    assert read_page(page(f"<article>{''.join(paragraphs())}</article>", own), "a.html").text == TEXT


WALL = """<div><h1>Before you continue</h1><p>We and our 842 partners use cookies and similar technologies.</p>
<p>You can accept all cookies or manage your preferences.</p>
<p>You may withdraw your consent at any time in our privacy settings.</p>
<button>Accept all</button><button>Reject all</button></div>"""
SHELL = (
    "<div id=app></div><noscript>Please enable JavaScript to read this page.</noscript><script src=/main.js></script>"
)
CHALLENGE = "<h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>Please wait.</p>"
OFFER = "<div class=pay><p>Subscribe to continue reading.</p><p>Already a subscriber?</p></div>"
TEASER = f"<article>{paragraphs()[0]}{OFFER}</article>"
PAID = linked({"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": "False"})


@pytest.mark.parametrize(
    ("markup", "cause"),
    [
        (page(WALL), "cookie_wall"),
        (page(SHELL), "script_shell"),
        (page("<div id=root></div><script src=/main.js></script>"), "script_shell"),
        (page(CHALLENGE), "script_shell"),
        (page(TEASER), "paywall"),
        (page(f"<article>{paragraphs()[0]}</article>", PAID), "paywall"),
        (page(MENU + MOST_READ + FOOTER), "too_little_prose"),
        (page(""), "too_little_prose"),
        ("", "bad_page"),
        ("<!-- nothing -->", "bad_page"),
    ],
)
def test_a_page_without_an_article_says_what_it_is(markup: str, cause: str) -> None:
    """The cause is a word, the message one line that says what to do."""
    with pytest.raises(ArticleError) as caught:
        read_page(markup, "a.html")

    assert (caught.value.stage, caught.value.cause) == ("read", cause)
    assert str(caught.value).startswith("page 'a.html' ")
    assert str(caught.value).endswith(f"; {caught.value.advice}")


def test_a_paid_story_that_is_all_there_is_read() -> None:
    """A page that was saved by a subscriber holds its article."""
    more = "<p>An inspector, Hela Brandt, told reporters that the crew had been warned of the fog, and that a second"
    more += " ship, which was close, had turned back an hour earlier.</p>"
    body = "".join(paragraphs()) + more

    assert STORY[0] in read_page(page(f"<article>{body}</article>", PAID), "a.html").text


def test_the_reader_of_pages_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """What trafilatura has to say about a page without an article, our error says."""
    with caplog.at_level(logging.DEBUG), pytest.raises(ArticleError):
        read_page(page(""), "a.html")

    assert [record for record in caplog.records if not record.name.startswith("pipeline")] == []


def test_silence_ends_with_the_last_one_who_asked() -> None:
    """The loggers are as they were, and one whose level was set is left alone."""
    logger, chosen = logging.getLogger("trafilatura"), logging.getLogger("htmldate")
    chosen.setLevel(logging.INFO)
    try:
        with quiet():
            with quiet():
                pass
            inside = (logger.isEnabledFor(logging.ERROR), chosen.level)
        after = logger.level
    finally:
        chosen.setLevel(logging.NOTSET)

    assert (inside, after) == ((False, logging.INFO), logging.NOTSET)
