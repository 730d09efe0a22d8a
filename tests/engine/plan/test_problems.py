"""What is wrong with actions: all of it, each with its exact place."""

import pytest
import voluptuous as vol

from homeassistant.core import SupportsResponse

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.plan.compile import (
    async_compile,
    async_examine,
)
from custom_components.action_engine.engine.plan.problems import invalid

DO = {"action": "test.do"}
BAD = {"delay": "soon"}
"""One mistake, told as ``<place>: delay``."""


@pytest.fixture(autouse=True)
def services(hass):
    """Register one service of each kind."""
    register = hass.services.async_register
    strict = vol.Schema({vol.Required("number"): int})
    register("test", "do", lambda _: None)
    register("test", "count", lambda _: None, strict)
    register("test", "odd", lambda _: None, _odd)
    register("test", "ask", lambda _: None, supports_response=SupportsResponse.ONLY)


def _odd(data):
    return data["entity_id"].upper


@pytest.fixture
def places(hass):
    """Return how to get the places of everything that is wrong."""

    async def examine(*actions, **more):
        _, problems = await async_examine(hass, Draft(actions=list(actions), **more))
        return [problem.place for problem in problems]

    return examine


@pytest.fixture
def problem(hass):
    """Return how to get the one thing that is wrong, as text."""

    async def examine(*actions, **more):
        _, problems = await async_examine(hass, Draft(actions=list(actions), **more))
        assert len(problems) == 1, problems
        return str(problems[0])

    return examine


async def test_nothing_is_wrong_with_what_is_right(places):
    """An empty list of problems, for an empty list of actions as well."""
    assert await places(DO, {"delay": 1}) == []
    assert await places() == []


NOT_AN_ACTION = (
    "an action (action, delay, if, choose, repeat, parallel, try, graph, tool, …)"
)


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (5, "0: came 5, expected an action, which is a mapping"),
        ("go", "0: came 'go', expected an action, which is a mapping"),
        (None, "0: came None, expected an action, which is a mapping"),
        (
            [DO],
            "0: came [{'action': 'test.do'}], expected an action, which is a mapping",
        ),
        ({}, f"0: came an empty mapping, expected {NOT_AN_ACTION}"),
        ({"a": 1, 2: 3}, f"0: came a, 2, expected {NOT_AN_ACTION}"),
        (DO | {"bogus": 1}, "0: bogus: came bogus, expected no such key here"),
        (DO | {1: 1}, "0: 1: came 1, expected no such key here"),
        (
            {"delay": {"weeks": 1}},
            "0: delay.weeks: came weeks, expected no such key here",
        ),
        ({"if": []}, "0: then: came nothing, expected the key then"),
        (
            {"choose": [{"sequence": []}]},
            "0: choose.0.conditions: came nothing, expected the key conditions",
        ),
        ({"event": "x", "event_data": 5}, "0: event_data: came 5, expected dict"),
        ({"variables": 5}, "0: variables: came 5, expected a mapping"),
        ({"if": 5, "then": []}, "0: if.0: came 5, expected a dictionary"),
        (
            {"delay": -1},
            (
                "0: delay: came -1, expected something else: "
                "Time period should be positive"
            ),
        ),
        (
            {"repeat": {"sequence": []}},
            (
                "0: repeat: came {'sequence': []}, expected something else: "
                "at least one of ['count', 'for_each', 'while', 'until'] is required"
            ),
        ),
        (
            {"condition": "nope"},
            (
                "0: came {'condition': 'nope'}, expected something else: "
                'Invalid condition "nope" specified'
            ),
        ),
        (
            {"try": []},
            (
                "0: came {'try': []}, expected something else: "
                "at least one of ['catch', 'finally'] is required"
            ),
        ),
        (
            {"device_id": "x", "domain": "light"},
            (
                "0: came {'device_id': 'x', 'domain': 'light'}, expected something else: "
                "Unknown device 'x'"
            ),
        ),
    ],
)
async def test_a_problem_is_a_sentence(problem, step, text):
    """Place, what came, and what was expected, in the words of whoever refused it."""
    assert await problem(step) == text


@pytest.mark.parametrize(
    "step",
    [
        {"action": 5},
        {"action": None},
        {"action": "light"},
        {"action": "{{ x"},
        {"action": "test.do", "service": "test.do"},
        DO | {"data": {"a": "{{ x"}},
        DO | {"target": {"foo": 1}},
        DO | {"response_variable": 5},
        DO | {"continue_on_error": "maybe"},
        {"delay": None},
        {"delay": []},
        {"wait_template": "{{ x"},
        {"wait_template": None},
        {"wait_template": "{{ x }}", "timeout": "soon"},
        {"wait_for_trigger": 5},
        {"wait_for_trigger": [{"trigger": "nope"}]},
        {"wait_for_trigger": [{"trigger": "state"}]},
        {"event": None},
        {"event": "x", "event_data": [1]},
        {"variables": {"a": "{{ x"}},
        {"stop": {}},
        {"stop": "x", "error": True, "response_variable": "y"},
        {"set_conversation_response": {}},
        {"set_conversation_response": "{{ x"},
        {"condition": None},
        {"condition": "state"},
        {"condition": "template", "value_template": "{{ x"},
        {"and": 5},
        {"or": [{"condition": "nope"}]},
        {"not": [{"condition": "state"}]},
        {"sequence": 5},
        {"if": [{"condition": "nope"}], "then": []},
        {"if": "{{ x", "then": []},
        {"choose": 5},
        {"choose": [{"conditions": []}]},
        {"choose": [{"conditions": [], "sequence": [], "bogus": 1}]},
        {"parallel": 5},
        {"parallel": [{"sequence": [], "bogus": 1}]},
        {"repeat": 5},
        {"repeat": {"count": 2}},
        {"repeat": {"count": 1, "while": [], "sequence": []}},
        {"repeat": {"while": 5, "sequence": []}},
        {"repeat": {"until": [{"condition": "nope"}], "sequence": []}},
        {"repeat": {"for_each": 5, "sequence": []}},
        {"try": 5},
        {"try": [], "catch": [], "bogus": 1},
        {"try": [], "catch": [], "enabled": []},
        {"scene": 5},
        {"scene": "light.x"},
        {"device_id": 5},
        {"device_id": "x", "domain": 5},
    ],
    ids=str,
)
async def test_malformed_steps_are_refused_in_their_place(hass, places, step):
    """Every action type, and its place at any depth; nothing else is complained of."""
    found = await places(step)
    assert len(found) == 1
    assert found[0].startswith("0")
    deep = {"repeat": {"count": 1, "sequence": [DO, {"try": [step], "catch": DO}]}}
    inner = await places(DO, {"choose": {"conditions": [], "sequence": deep}})
    start = "1/choose/0/sequence/0/repeat/sequence/1/try/"
    assert inner == [start + found[0]]
    with pytest.raises(InvalidActionError) as caught:
        await async_compile(hass, Draft(actions=[step]))
    assert caught.value.place == found[0]


@pytest.mark.parametrize(
    ("step", "place"),
    [
        ({"sequence": [DO, BAD]}, "0/sequence/1"),
        ({"sequence": BAD}, "0/sequence/0"),
        ({"if": [], "then": [DO, BAD]}, "0/then/1"),
        ({"if": [], "then": [], "else": BAD}, "0/else/0"),
        ({"choose": [], "default": [BAD]}, "0/default/0"),
        (
            {
                "choose": [
                    {"conditions": [], "sequence": [DO]},
                    {"conditions": [], "sequence": [DO, BAD]},
                ]
            },
            "0/choose/1/sequence/1",
        ),
        ({"parallel": [DO, BAD]}, "0/parallel/1/sequence/0"),
        ({"parallel": [[DO, BAD]]}, "0/parallel/0/sequence/1"),
        ({"parallel": [{"sequence": [DO, BAD]}]}, "0/parallel/0/sequence/1"),
        ({"parallel": BAD}, "0/parallel/0/sequence/0"),
        ({"repeat": {"count": 2, "sequence": BAD}}, "0/repeat/sequence/0"),
        ({"try": BAD, "catch": DO}, "0/try/0"),
        ({"try": DO, "catch": [DO, BAD]}, "0/catch/1"),
        ({"try": DO, "finally": [BAD]}, "0/finally/0"),
        (DO | {"remedy": [BAD]}, "0/remedy/0"),
        (DO | {"fallback": [DO, BAD]}, "0/fallback/1"),
        (DO | {"rollback": BAD}, "0/rollback/0"),
        ({"sequence": [], "rollback": BAD}, "0/rollback/0"),
    ],
)
async def test_the_place_is_that_in_the_source(places, step, place):
    """Each sequence of a step has its name in the path."""
    assert await places(step) == [f"{place}: delay"]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"retry": {"max_retries": "many"}}, "retry.max_retries"),
        ({"expect": {"within": -1}}, "expect.within"),
        ({"expect": {"attributes": {"a": {}}}}, "expect.attributes.a"),
        ({"idempotent": "maybe"}, "idempotent"),
        ({"remedy": []}, "remedy"),
        ({"fallback": "no"}, "fallback"),
        ({"id": ""}, "id"),
    ],
)
async def test_mistakes_in_the_keys_of_the_engine_have_a_place(places, keys, place):
    """On the top level and at any depth."""
    assert await places(DO | keys) == [f"0: {place}"]
    deep = {"choose": [{"conditions": [], "sequence": [DO, DO | keys]}]}
    assert await places(DO, DO, deep) == [f"2/choose/0/sequence/1: {place}"]


async def test_all_problems_are_told_at_once(places):
    """On all levels, in the order of the source, and of calls after the rest."""
    found = await places(
        BAD,
        {"sequence": [DO | {"retry": "no"}, {"action": "test.unknown"}]},
        {"if": [], "then": [5], "else": [BAD]},
        {"action": "test.unknown"},
        variables={"x": "{{ x"},
    )
    assert found == [
        "variables: x",
        "0: delay",
        "1/sequence/0: retry",
        "2/then/0",
        "2/else/0: delay",
        "1/sequence/1: action",
        "3: action",
    ]


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (
            {"action": "test.unknown"},
            "0: action: came test.unknown, expected an action that Home Assistant has",
        ),
        (
            {"action": "nobody.there"},
            "0: action: came nobody.there, expected an action that Home Assistant has",
        ),
        (
            {"scene": "scene.x"},
            "0: action: came scene.turn_on, expected an action that Home Assistant has",
        ),
        (
            {"action": "test.ask"},
            (
                "0: response_variable: came test.ask, expected a response_variable, this "
                "action only answers"
            ),
        ),
        (
            DO | {"response_variable": "x"},
            (
                "0: response_variable: came test.do, expected no response_variable, this "
                "action does not answer"
            ),
        ),
        (
            {"action": "test.count", "data": {"number": "x"}},
            "0: data: number: came 'x', expected int",
        ),
        (
            {"action": "test.count", "data": {"numbr": 1}},
            "0: data: numbr: came numbr, expected no such key here",
        ),
        (
            {"action": "test.count"},
            "0: data: number: came nothing, expected the key number",
        ),
        (
            {"action": "test.odd", "data": {"entity_id": ["light.a"]}},
            (
                "0: data: came {'entity_id': ['light.a']}, expected something else: "
                "'list' object has no attribute 'upper'"
            ),
        ),
    ],
)
async def test_calls_that_cannot_succeed_are_refused(problem, step, text):
    """Unknown, not answering, or with data that their schema does not take."""
    assert await problem(step) == text


@pytest.mark.parametrize(
    "step",
    [
        {"action": "{{ 'test.unknown' }}"},
        {"action": "test.count", "data": {"number": "{{ x }}"}},
        {"action": "test.count", "data": "{{ data }}"},
        {"action": "test.ask", "response_variable": "x"},
        {"action": "test.unknown", "enabled": False},
        {"sequence": [{"action": "test.unknown"}], "enabled": False},
        {"action": "TEST.Do"},
    ],
    ids=str,
)
async def test_calls_that_may_succeed_are_not_refused(places, step):
    """What is rendered is not known yet, and what is disabled does not matter."""
    assert await places(step) == []


@pytest.mark.parametrize(
    "step",
    [
        {"sequence": None},
        {"choose": None},
        {"choose": [], "default": None},
        {"parallel": None},
        {"if": [], "then": None, "else": None},
        {"repeat": {"count": 1, "sequence": None}},
        {"try": None, "catch": None},
    ],
    ids=str,
)
async def test_nothing_stands_for_an_empty_list(hass, places, step):
    """An empty key in YAML, as Home Assistant takes it."""
    assert await places(step) == []
    plan = await async_compile(hass, Draft(actions=[step]))
    assert plan.size == 1


async def test_a_plan_can_be_made_of_calls_that_do_not_exist(hass):
    """Whoever only compiles takes what Home Assistant takes as a script."""
    plan = await async_compile(hass, Draft(actions=[{"action": "test.unknown"}]))
    assert plan.size == 1


async def test_variables_of_a_body_are_checked(problem):
    """They stand before all steps."""
    text = await problem(variables={"a": 1, "b": "{{ x"})
    assert text.startswith("variables: b: came '{{ x', expected something else: ")


async def test_the_source_is_not_changed(hass):
    """Validation changes what it is given, so it is given copies."""
    step = {
        "service": "test.do",
        "data": {"a": "{{ x }}"},
        "retry": 2,
        "fallback": {"service": "test.do"},
    }
    actions = [
        {"repeat": {"count": 1, "sequence": [step]}},
        {"parallel": [step, [step]]},
    ]
    before = repr(actions)
    await async_compile(hass, Draft(actions=actions))
    assert repr(actions) == before


def test_long_values_are_shortened():
    """A problem is one line, however large the value was."""
    error = invalid("0", "x" * 5_000, ValueError("too long"))
    assert len(error.came) == 80
    assert error.came.endswith("…")


def test_an_error_without_text_is_told_by_its_name():
    """There is always something to read."""
    assert invalid("0", 1, ValueError()).expected == "something else: ValueError()"


def test_a_path_that_leads_nowhere_shows_what_is_there():
    """Schemas may name keys that the value does not have."""
    error = invalid("0", {"a": [1]}, vol.Invalid("expected it", path=["a", 3, "b"]))
    assert (error.place, error.came) == ("0: a.3.b", "[1]")
