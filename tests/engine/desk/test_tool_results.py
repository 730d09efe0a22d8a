"""What tools answer, in plain form; and how long that is kept."""

import pytest

from custom_components.action_engine.engine.desk.kept_results import (
    MOST,
    MOST_BYTES,
    KeptResults,
    key_of,
)
from custom_components.action_engine.engine.desk.tool_results import (
    as_json,
    value_of,
    words_of,
)


def text(words):
    """Return a content of MCP."""
    return {"type": "text", "text": words}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ({"structuredContent": {"result": [1]}}, [1]),
        ({"structuredContent": {"result": 1, "unit": "m"}}, {"result": 1, "unit": "m"}),
        ({"structuredContent": {"result": 2}, "content": [text("1")]}, 2),
        ({"content": [text("15.0")]}, 15.0),
        ({"content": [text("true")]}, True),
        ({"content": [text("null")]}, None),
        ({"content": [text('{"a": 1}')]}, {"a": 1}),
        ({"content": [text("[1, 2]")]}, [1, 2]),
        ({"content": [text('"quoted"')]}, '"quoted"'),
        ({"content": [text("NaN")]}, "NaN"),
        ({"content": [text("a, b")]}, "a, b"),
        ({"content": [text("1"), text("two")]}, [1, "two"]),
        ({"content": [{"type": "image", "data": "…"}]}, {"type": "image", "data": "…"}),
        ({"content": []}, None),
        ({"other": 1}, {"other": 1}),
        ([1], [1]),
    ],
)
def test_the_value_in_an_answer_of_mcp(raw, value):
    """Structured content first, else texts, as JSON where they are more than a text."""
    found = value_of(raw, mcp=True)
    assert found == value
    assert type(found) is type(value)


def test_other_answers_are_left_alone():
    """Whatever they look like."""
    raw = {"content": [text("1")]}
    assert value_of(raw, mcp=False) == raw


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"content": [text("no"), text("way")]}, "no way"),
        ({"error": "Boom", "error_text": "it broke"}, "it broke"),
        ({"n": 1}, '{"n":1}'),
    ],
)
def test_what_a_tool_says_of_its_error(raw, words):
    """Its own words, else all that it said."""
    assert words_of(raw) == words


def test_sets_and_addresses_become_plain():
    """What a client makes of an answer is written as JSON has it."""
    assert as_json({"a": {1}, "b": ("x",), 3: None}) == b'{"a":[1],"b":["x"],"3":null}'


class TestKeptResults:
    """A bounded memory."""

    def test_an_answer_grows_old(self):
        """Its age is compared with what the asker takes."""
        now = [0.0]
        kept = KeptResults(lambda: now[0])
        key = key_of("a", "t", {}, None)
        kept.keep(key, b"1")
        now[0] = 5.0
        assert kept.get(key, 5.1) == b"1"
        assert kept.get(key, 5.0) is None

    def test_only_so_many(self):
        """The oldest go first."""
        kept = KeptResults()
        keys = [key_of("a", "t", {"n": n}, None) for n in range(MOST + 1)]
        for key in keys:
            kept.keep(key, b"1")
        assert kept.get(keys[0], 60) is None
        assert kept.get(keys[1], 60) == kept.get(keys[-1], 60) == b"1"

    def test_only_so_large(self):
        """All of them together; what is replaced counts once."""
        kept = KeptResults()
        first, last = (key_of("a", "t", {"n": n}, None) for n in range(2))
        for _ in range(3):
            kept.keep(first, b"x" * (MOST_BYTES // 2))
        assert kept.get(first, 60) is not None
        kept.keep(last, b"x" * (MOST_BYTES // 2 + 1))
        assert kept.get(first, 60) is None
        assert kept.get(last, 60) is not None

    def test_what_cannot_be_compared_is_not_kept(self):
        """It has no key."""
        assert key_of("a", "t", {"x": object()}, None) is None
