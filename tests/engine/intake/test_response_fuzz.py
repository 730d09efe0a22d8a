"""Whatever a model answers: nothing is raised, nothing half is wished for.

More than ten thousand inputs; half of them are valid answers that were cut off.
"""

import html
import json
import re

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.action_engine.engine.intake.responses.read import read_response

ANSWERS = {
    "json": '{"analysis": "why", "actions": [{"action_type": "a", "parameters": '
    '{"x": "one", "y": [1, 2.5, true, null]}, "confidence": 0.5}, '
    '{"action_type": "b", "parameters": {"z": {"w": "t\\u00e9"}}}]}',
    "bare": '{"action_type": "a", "parameters": {"x": "on"}, "options": {"max_retries": 3}}',
    "list": '[{"action_type": "a", "parameters": {"x": 12}}, {"action": "b", "data": {}}]',
    "mended": "{'actions': [{action_type: 'a', /* x */ 'parameters': {'x': 'one', },},\n"
    "{'action_type': 'b' // so\n, 'params': {'y': True}}]}",
    "fenced": 'So:\n```json\n{"action_type": "a", "parameters": {"x": 12}}\n```\nand\n'
    "~~~yaml\n- action_type: b\n  parameters:\n    y: two\n~~~\nok",
    "native": "```yaml\nactions:\n  - action: light.turn_on\n    data:\n      x: 12\n"
    "  - action: light.turn_off\n    data: {y: two}\n```\n",
    "embedded": 'I do {"action_type": "a", "parameters": {"x": "{one}"}} and then '
    '{"action": "b", "data": {"y": 34}} now.',
    "tag": '[ACTION:A]{"x": "one",\n"y": 12}[/ACTION] and\n[ACTION:B]{}[/ACTION]\n'
    '[ACTION:C]{"z": "[x]"}[/ACTION]',
    "xml": '<action name="a"><param name="x">12</param></action> or\n<function_calls>'
    '<invoke name="b"><parameter name="y">one &amp; two</parameter></invoke>'
    "</function_calls>\n<action><type>c</type><parameters><z>3</z></parameters></action>",
    "tool_call": '<tool_call>\n{"name": "a", "arguments": {"x": "</tool_call>"}}\n</tool_call>',
    "tool_calls": '{"tool_calls": [{"id": "c", "function": {"name": "a", "arguments": '
    '"{\\"x\\": \\"one\\"}"}}, {"id": "d", "function": {"name": "b", "arguments": "{}"}}]}',
    "mixed": 'First {"action_type": "a"}, [ACTION:B]{"x": 1}[/ACTION]\n\n```\n{"action": '
    '"c", "params": {"y": "two"}}\n```\n<invoke name="d"></invoke> done',
}
MARK = re.compile(
    r"""action_type["']?:|"action": ?["]|\[ACTION:|<invoke |<action[ >]|\baction: light\.[a-z]|"arguments": \S"""
)
"""One for each wish that an answer begins to utter."""

MARKUP = st.sampled_from(
    [
        *"{}[]\"'`~:,<>/\\&#*-.! \n\t\x00é“”\u2018\u2019",
        *("```", "~~~", "\n```\n", "```json\n", "```yaml\n", "[ACTION:", "[/ACTION]"),
        *(
            "<action",
            "</action>",
            "<invoke",
            "<tool_call>",
            "</tool_call>",
            "<!--",
            "]]>",
        ),
        *("<![CDATA[", "<!DOCTYPE x [", "&x;", "<?x", "//", "/*", "*/", "NaN", "1e999"),
        *(
            '{"action_type": "q"',
            '"parameters": {',
            '"a": 1, "a": 2',
            "\\u0061",
            "\\ud800",
        ),
        *(
            "[ACTION:Q]{}[/ACTION]",
            '{"a":' * 40,
            "[" * 40,
            "- action: q.q\n",
            "\n\n",
            "null",
        ),
    ]
)
EDITS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 12), MARKUP), min_size=1, max_size=4
)
PIECES = st.lists(
    st.one_of(
        MARKUP,
        st.sampled_from(
            [part for a in ANSWERS.values() for part in (a, a[: len(a) // 2])]
        ),
    ),
    max_size=12,
).map("".join)


def many(examples):
    """Return settings for so many inputs, of which none is waited for."""
    return settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
        ],
    )


def leaves(value):
    """Return all names and values inside of a value."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in (key, *leaves(inner))]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]


def stands_in(leaf, text):
    """Tell whether a name or a value was written in a text."""
    if isinstance(leaf, (bool, float, type(None))):
        return True
    spelled = {
        str(leaf),
        json.dumps(leaf)[1:-1],
        json.dumps(leaf, ensure_ascii=False)[1:-1],
    }
    return any(spelling in text for spelling in spelled) or "\\" in text


def check(text, **options):
    """Read a text; what comes out is whole, and what is left out is told."""
    reading = read_response(text, **options)
    assert len(reading.wishes) <= 100
    assert len(reading.losses) <= 201
    around = f"{text}{html.unescape(text)}"
    for wish in reading.wishes:
        shown = f"{around}{wish.repaired.made}" if wish.repaired else around
        assert wish.name or wish.actions
        assert (wish.name or "").lower() in shown.lower()
        for leaf in leaves([dict(wish.parameters), wish.actions or []]):
            assert stands_in(leaf, shown), leaf
        json.dumps(
            [wish.parameters, wish.actions], allow_nan=False, default=str
        ).encode()
    for loss in reading.losses:
        assert loss.place
        assert loss.reason
        assert loss.expected
        assert len(loss.text) <= 200
    return reading


def said(wish):
    """Return what a wish asks for."""
    return json.dumps([wish.name, wish.parameters, wish.actions], sort_keys=True)


@pytest.mark.parametrize("form", ANSWERS)
def test_a_cut_answer_asks_for_nothing_new(form):
    """Of every beginning of an answer, only wishes of the whole answer are read."""
    text = ANSWERS[form]
    whole = check(text)
    assert whole.losses == ()
    wanted = [said(wish) for wish in whole.wishes]
    assert wanted
    for end in range(len(text)):
        reading = check(text[:end])
        assert [said(wish) for wish in reading.wishes] == wanted[: len(reading.wishes)]
        begun = len(MARK.findall(text[:end]))
        told = bool(reading.losses) or len(reading.wishes) >= begun or form == "native"
        assert told, text[:end]


@many(4500)
@given(st.sampled_from(list(ANSWERS.values())), EDITS)
def test_mutations_of_valid_answers(text, edits):
    """Answers with pieces cut out and put in."""
    for at, length, piece in edits:
        start = at % (len(text) + 1)
        text = text[:start] + piece + text[start + length :]
    reading = check(text)
    if not reading.wishes and MARK.search(text):
        assert reading.losses, text


@many(2500)
@given(PIECES)
def test_mixtures(text):
    """Several answers, whole and half ones, and markup in between."""
    reading = check(text)
    if not reading.wishes and MARK.search(text):
        assert reading.losses, text


@many(1000)
@given(st.text(max_size=80))
def test_random_text(text):
    """Text of any kind."""
    check(text)


@many(1000)
@given(
    st.sampled_from(
        ["json", "fenced", "embedded", "tag", "xml", "tool_calls", "actions"]
    ),
    st.one_of(PIECES, st.text(max_size=40)),
)
def test_one_format(form, text):
    """Any text in any format that was asked for."""
    check(text, format=form)


@many(500)
@given(
    st.integers(1, 200),
    st.sampled_from(["[", '{"a":', "[{", "<a>", "<action>", "{{"]),
    MARKUP,
)
def test_deep_nesting(depth, opening, piece):
    """As deep as it may go."""
    check(opening * depth + piece)
    check(f'{{"action_type": "a", "parameters": {{"x": {opening * depth}{piece}')


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=6),
    st.builds(object),
)
KEYS = st.one_of(
    st.sampled_from(
        [
            "actions",
            "action",
            "action_type",
            "name",
            "parameters",
            "data",
            "tool_calls",
            "function",
            "arguments",
            "content",
            "type",
            "input",
            "output",
            "choices",
            "message",
            "parts",
            "functionCall",
            "args",
            "confidence",
        ]
    ),
    st.text(max_size=3),
    st.integers(),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=12,
)


@many(800)
@given(DATA)
def test_random_data(data):
    """Answers that come as data."""
    reading = read_response(data)
    for wish in reading.wishes:
        json.dumps([wish.parameters, wish.actions], allow_nan=False).encode()
