import pytest

from custom_components.action_engine.engine.intake.wording import (
    MAX_CAME,
    in_words,
    joined,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (True, "true"),
        (False, "false"),
        (5, "5"),
        (-1.5, "-1.5"),
        pytest.param(10**5_000, "a very large number", id="huge"),
        ("a\nb", "'a\\nb'"),
        ("\ud800", "'\\ud800'"),
        ([], "an empty list"),
        ([1, 2], "a list of 2"),
        ((1,), "a list of 1"),
        ({1}, "a list of 1"),
        ({}, "an empty mapping"),
        ({"a": 1, 2: 3}, "a mapping with a, 2"),
        (range(2), "an object of type range"),
    ],
)
def test_values_in_words(value, words):
    """A person understands what came without seeing all of it."""
    assert in_words(value) == words


@pytest.mark.parametrize(
    "value",
    [
        "x" * 1_000_000,
        "\x00" * 100,
        {"k" * 500: 1},
        {f"key{n}": n for n in range(1_000)},
        type("T" * 200, (), {})(),
    ],
)
def test_words_are_few(value):
    """What came never fills the message, whatever its size."""
    assert len(in_words(value)) <= MAX_CAME
    assert in_words(value).endswith("…")


def test_paths_are_written_like_traces():
    """Keys and indexes are parted by slashes, long ones are cut."""
    assert joined("actions", 3, "choose", 0) == "actions/3/choose/0"
    assert joined() == ""
    assert joined("a\nb", None, "") == "'a\\nb'/nothing/''"
    assert len(joined("k" * 100)) == 40
    assert len(joined(*["key"] * 100)) == 200
