"""The first sentences carry most of the news, and no sentence is chosen twice in other words."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Article
from pipeline.text.read import read
from pipeline.text.salience import choose, salience

STORY = """The lock at Quillmouth failed on Monday and flooded two streets.

The lock keeper, Ida Verbeek, said the flood had filled 40 cellars.

People stood on chairs and waited for the water to go.

The flood at the lock was the third in a year, the county said.

A band plays in the square on Sundays.
"""


def test_the_first_sentence_scores_highest() -> None:
    """Where place, words and figures agree."""
    scores = salience(read(Article.of(STORY)))

    assert max(scores, key=lambda i: scores[i]) == 0


def test_what_the_article_is_about_outranks_colour_behind_it() -> None:
    """Words that come back in other sentences count for more than a nearer place."""
    reading = read(Article.of(STORY))
    scores = salience(reading)

    flood, chairs = (next(i for i in scores if word in reading.text_of(i)) for word in ("third in a year", "chairs"))
    assert scores[flood] > scores[chairs]


def test_text_without_layout_is_ranked_by_sentence() -> None:
    """One paragraph is no obstacle."""
    running = " ".join(STORY.split())

    assert len(salience(read(Article.of(running)))) == 5


def test_the_second_choice_says_something_new() -> None:
    """A repetition of the first loses to a weaker text with other words."""
    texts = ("The lock failed on Monday.", "On Monday the lock failed.", "Ferries stay in port.")

    assert choose((1.0, 0.9, 0.6), texts, 2) == (0, 2)


@given(st.lists(st.tuples(st.floats(0, 1), st.text(alphabet="ab ", max_size=12)), max_size=8), st.integers(0, 10))
def test_a_choice_holds_each_index_at_most_once(rows: list[tuple[float, str]], count: int) -> None:
    """And never more than were asked for or are there."""
    chosen = choose([score for score, _ in rows], [text for _, text in rows], count)

    assert len(chosen) == len(set(chosen)) == min(count, len(rows))
    assert all(0 <= i < len(rows) for i in chosen)
