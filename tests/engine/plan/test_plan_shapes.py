"""What a plan looks like that was made of a source."""

import asyncio

import pytest

from homeassistant.helpers import config_validation as cv

from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.plan import CallStep, FixedCall
from custom_components.action_engine.engine.model.repeat import Repeat
from custom_components.action_engine.engine.plan.builders import BUILDERS
from custom_components.action_engine.engine.plan.compile import (
    async_compile,
    async_examine,
)
from custom_components.action_engine.engine.plan.findings import listing
from custom_components.action_engine.engine.plan.hollow import HOLLOWS

DO = {"action": "test.do"}


@pytest.fixture
def compiled(hass):
    """Return how to compile actions."""
    return lambda *actions: async_compile(hass, Draft(actions=list(actions)))


def test_every_action_type_of_home_assistant_is_built():
    """The sixteen types and the engine's own blocks, each by a builder of its own."""
    assert set(BUILDERS) == set(cv.ACTION_TYPE_SCHEMAS) | {
        "try",
        "graph",
        "tool",
        "catalog",
    }
    assert set(HOLLOWS) < set(BUILDERS)


async def test_the_outline_names_every_step(compiled):
    """On all levels in the order of the source, with service and alias."""
    plan = await compiled(
        {"alias": "Say so", "service": "test.do"},
        {"choose": {"conditions": [], "sequence": [DO]}, "default": {"delay": 1}},
        {"if": [], "then": [], "else": {"scene": "scene.x"}},
        {"parallel": [DO, [{"event": "x"}, {"stop": ""}]]},
        {"repeat": {"count": 2, "sequence": {"action": "{{ 'test.do' }}"}}},
        {
            "try": DO,
            "catch": {"variables": {}},
            "finally": {"condition": "trigger", "id": "x"},
        },
        DO | {"remedy": DO, "fallback": {"delay": 1}},
    )
    lines = [(one["place"], one["action"]) for one in listing(plan)]
    assert lines == [
        ("0", "test.do"),
        ("1", "choose"),
        ("1/choose/0/sequence/0", "test.do"),
        ("1/default/0", "delay"),
        ("2", "if"),
        ("2/else/0", "scene.turn_on"),
        ("3", "parallel"),
        ("3/parallel/0/sequence/0", "test.do"),
        ("3/parallel/1/sequence/0", "event"),
        ("3/parallel/1/sequence/1", "stop"),
        ("4", "repeat"),
        ("4/repeat/sequence/0", "call_service"),
        ("5", "try"),
        ("5/try/0", "test.do"),
        ("5/catch/0", "variables"),
        ("5/finally/0", "condition"),
        ("6", "test.do"),
        ("6/remedy/0", "test.do"),
        ("6/fallback/0", "delay"),
    ]
    assert listing(plan)[0]["alias"] == "Say so"
    assert plan.size == len(lines)


async def fixed(compiled, step):
    """Return what is known of a call beforehand."""
    plan = await compiled(step)
    (call,) = plan.steps
    assert isinstance(call, CallStep)
    return call.fixed


async def test_a_call_without_templates_is_prepared_once(compiled):
    """Data, targets, and what it leads to."""
    found = await fixed(
        compiled,
        {
            "action": "light.turn_on",
            "data": {"brightness": 3, "transition": 2},
            "target": {"entity_id": ["light.a", "light.b"]},
        },
    )
    assert isinstance(found, FixedCall)
    assert (found.domain, found.service) == ("light", "turn_on")
    ids = ["light.a", "light.b"]
    assert found.data == {"brightness": 3, "transition": 2, "entity_id": ids}
    assert found.target == {"entity_id": ["light.a", "light.b"]}
    assert found.entity_ids == ("light.a", "light.b")
    assert (found.repeat, found.extra_within) == (Repeat.ABSOLUTE, 2)
    assert found.expectation is not None
    assert found.expected.startswith("on")


@pytest.mark.parametrize(
    "step",
    [
        {"action": "{{ 'test.do' }}"},
        DO | {"data": "{{ {} }}"},
        DO | {"target": {"entity_id": "{{ 'light.a' }}"}},
        DO | {"target": "{{ {} }}"},
        DO | {"target": {"entity_id": "0123456789abcdef0123456789abcdef"}},
        DO | {"target": {"entity_id": ["0123456789abcdef0123456789abcdef"]}},
        {"service_template": "{{ 'test.do' }}"},
    ],
    ids=str,
)
async def test_a_call_that_must_be_rendered_is_not_prepared(compiled, step):
    """Templates anywhere, and registry ids, which may lead to another entity later."""
    assert await fixed(compiled, step) is None


@pytest.mark.parametrize(
    "data",
    [
        {"data": {"x": "{{ 1 }}"}},
        {"data": {"{{ 'x' }}": 1}},
        {"data": {"x": [{"y": "{{ 1 }}"}]}},
        {"data_template": {"x": "{{ 1 }}"}},
        {"data": {"x": 1}, "data_template": {"y": "{{ 1 }}"}},
    ],
    ids=str,
)
async def test_a_call_of_which_only_data_is_rendered_is_prepared_in_part(
    compiled, data
):
    """Service and target are known; the data waits, part by part."""
    found = await fixed(compiled, DO | {"target": {"area_id": "hall"}} | data)
    assert (found.domain, found.service) == ("test", "do")
    assert found.target == {"area_id": ["hall"]}
    assert len(found.parts) == len(data)
    assert found.data == {}


@pytest.mark.parametrize("entity_id", ["all", "none", "light.a"])
async def test_words_and_entity_ids_are_no_registry_ids(compiled, entity_id):
    """They stay what they are."""
    step = {"action": "light.turn_on", "target": {"entity_id": entity_id}}
    assert await fixed(compiled, step) is not None


async def test_long_sources_let_others_have_the_loop(hass):
    """Validation of many templates is interrupted again and again."""
    steps = [DO | {"data": {"x": f"{{{{ {n} }}}}"}} for n in range(400)]
    turns = 0

    async def count():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = hass.async_create_background_task(count(), "count")
    await async_examine(hass, Draft(actions=steps))
    counting.cancel()
    assert turns > 5


async def test_unloading_a_plan_releases_its_conditions(hass):
    """Of all levels; a plan that goes on is ready again."""
    condition = {"condition": "template", "value_template": "{{ true }}"}
    source = [
        condition,
        {"if": [condition], "then": [{"repeat": {"while": condition, "sequence": []}}]},
        {"choose": [{"conditions": condition, "sequence": []}]},
        {"repeat": {"until": [condition], "sequence": [condition]}},
    ]
    plan = await async_compile(hass, Draft(actions=source))
    assert [len(checks) for checks in plan.checks] == [1] * 6
    made = [await checks.ready(hass) for checks in plan.checks]
    plan.unload()
    assert all(one[0]._unloaded for one in made)  # noqa: SLF001 - nothing else tells
    assert await plan.checks[0].ready(hass) is not made[0]
    plan.unload()


async def test_variables_of_a_body_are_compiled_with_the_plan(hass):
    """Rendered in their order; what the request brings counts more."""
    draft = Draft(actions=[], variables={"a": 1, "b": "{{ a + 1 }}"})
    plan = await async_compile(hass, draft)
    assert plan.variables.async_render(hass, {"a": 5}) == {"a": 5, "b": 6}
    assert (await async_compile(hass, Draft(actions=[]))).variables is None
