"""What goes into the store comes out of it, and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.store import Reply, Store


@given(text=st.text(st.characters(), max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_a_digest_comes_back_to_the_letter(store: Store, text: str) -> None:
    """Any text is kept as it is: NULs, lone surrogates and the empty text too."""
    store.digests.put("k", text)

    assert store.digests.get("k") == text


@given(raw=st.text(st.characters(), max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_a_reply_comes_back_to_the_letter(store: Store, raw: str) -> None:
    """Whatever an endpoint sent is kept as it came."""
    store.replies.put("k", raw, outcome="ok", request="{}")

    assert store.replies.get("k") == raw


def test_an_unknown_key_is_a_miss(store: Store) -> None:
    """Both levels answer None for a key nobody put."""
    assert (store.digests.get("k"), store.replies.get("k"), store.replies.read("k")) == (None, None, None)


def test_the_levels_do_not_see_each_other(store: Store) -> None:
    """The same key names two things in two levels."""
    store.digests.put("k", "digest")

    assert store.replies.read("k") is None


@pytest.mark.parametrize("outcome", ["truncated", "refused", "not_json", "an outcome of tomorrow"])
def test_only_a_good_reply_answers(store: Store, outcome: str) -> None:
    """A reply that was cut, refused or ended in a way we do not know is explained and never used."""
    store.replies.put("k", '{"claims": [', outcome=outcome, request='{"model":"m"}')  # type: ignore[arg-type]

    assert store.replies.get("k") is None
    assert store.replies.read("k") == Reply(outcome, '{"claims": [', '{"model":"m"}')


def test_the_last_reply_under_a_key_stands(store: Store) -> None:
    """A request that was cut and then answered is answered."""
    store.replies.put("k", "{", outcome="truncated", request="{}")
    store.replies.put("k", "{}", outcome="ok", request="{}")

    assert store.replies.get("k") == "{}"


def test_a_store_keeps_its_rows_when_it_is_closed(folder: Path) -> None:
    """What one run put, the next one finds."""
    with Store.open(folder) as first:
        first.digests.put("k", "kept")

    with Store.open(folder) as second:
        assert second.digests.get("k") == "kept"


def test_keys_come_in_the_order_they_were_put(store: Store) -> None:
    """Iteration names each level's keys without the other's."""
    for key in ("c", "a", "b"):
        store.digests.put(key, key)
    store.replies.put("r", "{}", outcome="ok", request="{}")

    assert (list(store.digests.keys()), list(store.replies.keys())) == (["c", "a", "b"], ["r"])
