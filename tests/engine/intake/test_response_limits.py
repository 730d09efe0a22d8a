"""However large, deep or strange: little work, and a loss for what was left out."""

import datetime as dt
import json

import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.intake.responses import tokens
from custom_components.action_engine.engine.intake.responses.options import option_keys
from custom_components.action_engine.engine.intake.responses.read import (
    MAX_BYTES,
    read_response,
)

PIECES = [
    *('{"a":', "{'a", "{//", "{/*", "{a:", "{“", "[{", "[[", '{"a" 1}', '{"a":1,}'),
    *("[ACTION:", "[ACTION:A]{", "[ACTION:A]{}", "<action>", "<invoke name='a'>"),
    *("<tool_call>{", "```\n", "~~~\n```\n", "```yaml\n- action: a.b\n", '"', "\\"),
    *('{"action_type": ', '{"action_type":"a"}\n\n', "- action: a.b\n", '{"actions":['),
]


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_text(monkeypatch, piece):
    """No text is walked more than a few times, whatever is repeated in it."""
    walked = 0
    original = tokens._token  # noqa: SLF001 - what is counted has no other name

    def counting(text, at):
        nonlocal walked
        token = original(text, at)
        walked += token.end - token.start
        return token

    monkeypatch.setattr(tokens, "_token", counting)
    text = piece * (40_000 // len(piece))
    read_response(text)
    assert walked <= 8 * len(text)


def test_a_text_that_is_too_large():
    """Nothing of it is read."""
    text = '{"action_type": "a"}' + " " * MAX_BYTES
    reading = read_response(text)
    assert reading.wishes == ()
    assert reading.losses[0].expected == "at most 256 KiB"
    assert read_response(text[: MAX_BYTES - 1]).wishes


def test_characters_count_as_bytes():
    """What is stored and sent is not longer than allowed."""
    assert read_response("é" * (MAX_BYTES // 2 + 1)).losses
    assert not read_response("é" * (MAX_BYTES // 2)).losses


def test_too_many_wishes():
    """A hundred are kept, each of the others is a loss."""
    reading = read_response({"actions": [{"action_type": "a"}] * 103})
    assert len(reading.wishes) == 100
    assert [loss.expected for loss in reading.losses] == ["at most 100"] * 3


def test_too_many_losses():
    """Two hundred are told, the others are counted."""
    reading = read_response({"actions": [{"action_type": 1}] * 250})
    assert len(reading.losses) == 201
    assert reading.losses[-1].reason == "50 more losses"


@pytest.mark.parametrize("depth", [31, 33, 5000])
def test_depth(depth):
    """Parameters may be deep, but not bottomless; what stands beside them is read."""
    text = '{"action_type": "a", "parameters": {"x": $}}\n\n[ACTION:B]{}[/ACTION]'
    reading = read_response(text.replace("$", "[" * depth + "]" * depth))
    assert [wish.name for wish in reading.wishes] == ["b"]
    assert "32 levels" in reading.losses[0].expected


def test_too_many_parameters():
    """As many as actions may have of any other caller."""
    reading = read_response(
        json.dumps({"action_type": "a", "parameters": {"x": [0] * 3000}})
    )
    assert reading.wishes == ()
    assert "2000" in reading.losses[0].expected


@pytest.mark.parametrize(
    "answer",
    [
        5,
        None,
        b"x",
        object(),
        [],
        {},
        [5],
        {1: 2},
        {"action_type": "a", "parameters": {1: 2}},
        {"action_type": "a", "parameters": {"x": float("nan")}},
        {"action_type": "a", "parameters": {"x": object()}},
        {"action_type": "a", "parameters": {"x": "\ud800"}},
        {"action_type": "a", "confidence": float("nan")},
        {"action_type": "a", "reasoning": 5},
        {"action_type": "a", "analysis": dt.UTC},
        {"tool_calls": [5, None, {"function": {}}]},
        "\ud800",
    ],
)
def test_answers_that_are_none(answer):
    """Nothing is raised, nothing is wished for, and it is told."""
    reading = read_response(answer)
    assert reading.wishes == ()
    assert reading.losses


def test_only_so_much_is_mended():
    """What is mended is little; the rest is a loss, and what needs no mending is read."""
    broken = "{'action_type': 'a', 'parameters': {'x': '%s'}}"
    large = broken.replace("%s", "y" * 8192)
    assert read_response(large).losses[0].expected.endswith("mended for certain")
    small = broken.replace("%s", "y" * 4000)
    reading = read_response(f'[{",".join([small] * 10)}, {{"action_type": "b"}}]')
    assert [wish.name for wish in reading.wishes] == [*"aaaaaaaa", "b"]
    assert len(reading.losses) == 2


def test_mending_is_little_in_tool_calls_too():
    """The texts of an answer have one allowance together."""
    calls = [{"name": "a", "arguments": f"{{'x': '{'y' * 7000}'}}"}] * 6
    assert len(read_response({"tool_calls": calls}).wishes) == 4


def test_a_circle():
    """Data that holds itself is merely too deep."""
    answer = {"actions": []}
    answer["actions"].append(answer)
    assert "32 levels" in read_response(answer).losses[0].expected


def test_nothing_is_shared():
    """What the caller does with the data later changes no wish."""
    answer = {"action_type": "a", "parameters": {"x": [1]}}
    (wish,) = read_response(answer).wishes
    answer["parameters"]["x"].append(2)
    assert wish.parameters == {"x": [1]}


@pytest.mark.parametrize(
    ("options", "retry"),
    [
        ({}, None),
        ({"max_retries": 0}, {"max_retries": 0}),
        (
            {"retry_policy": "fixed", "max_retries": 2},
            {"multiplier": 1.0, "max_retries": 2},
        ),
        ({"retry_policy": "None"}, {"max_retries": 0}),
        ({"priority": "low"}, None),
    ],
)
def test_options(options, retry):
    """Retries mean what the key retry means."""
    assert option_keys(options).retry == retry


@pytest.mark.parametrize(
    "options",
    [
        {"delay": 5},
        {"priority": "now"},
        {"priority": 3},
        {"max_retries": -1},
        {"max_retries": True},
        {"max_retries": 101},
        {"retry_policy": ["fixed"]},
        {"retry_policy": "none", "max_retries": 3},
    ],
)
def test_options_without_a_meaning(options):
    """An option that nobody would heed is refused."""
    with pytest.raises(InvalidActionError):
        option_keys(options)
