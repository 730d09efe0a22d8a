from datetime import UTC

from hypothesis import given, strategies as st

from custom_components.action_engine.engine.journal.columns import (
    MAX_NAME,
    clean,
    fit,
    micros,
    moment,
)
from custom_components.action_engine.engine.journal.known_secrets import read_secrets


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda when: when.year > 1970))
def test_times_are_exact(when):
    """To the microsecond, over all years."""
    assert moment(micros(when)) == when


def test_what_no_database_takes_is_replaced():
    """NUL and halves of characters; everything else stays."""
    assert clean("a\0b") == "a\ufffdb"
    assert clean("ä\ud800") == "ä?"
    assert clean("Küche 💡") == "Küche 💡"


def test_long_names_fit_and_stay_different():
    """Two keys that begin alike do not become one."""
    one, other = fit("x" * 300), fit("x" * 299 + "y")
    assert len(one) == len(other) == MAX_NAME
    assert one != other
    assert fit("short") == "short"
    assert len(fit("x" * 300, 128)) == 128


def test_secrets_of_home_assistant_are_read(tmp_path):
    """Texts, numbers and lists; no file, or one that is broken, has none."""
    assert read_secrets(tmp_path) == frozenset()
    file = tmp_path / "secrets.yaml"
    file.write_text("wifi: hunter22\npin: 1234\nmany: [a, {b: c}]\non: true\nnone:\n")
    assert read_secrets(tmp_path) == {"hunter22", "1234", "a", "c"}
    file.write_text("a: [")
    assert read_secrets(tmp_path) == frozenset()
    file.write_text("")
    assert read_secrets(tmp_path) == frozenset()
