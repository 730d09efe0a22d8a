"""A plan as a tree for people."""

import json
import re

import pytest

from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.plan.builders import BUILDERS
from custom_components.action_engine.engine.plan.compile import async_compile
from custom_components.action_engine.engine.plan.outline import KINDS, outline, picture
from custom_components.action_engine.engine.run.handlers import HANDLERS
from tests.engine.workshop import work

DO = {"action": "test.do"}
TURNS = re.compile(r"/(repeat)/\d+/(?=sequence/)|/(remedy)/\d+/")


def place_of(path):
    """Return the path of an occurrence without its numbers."""
    return TURNS.sub(lambda found: f"/{found[1] or found[2]}/", path)


@pytest.fixture
def drawn(hass):
    """Return how to draw actions."""

    async def draw(*actions):
        return outline(await async_compile(hass, Draft(actions=list(actions))))

    return draw


def paths_in(nodes):
    """Return the paths of all nodes, in their order."""
    return [
        path
        for node in nodes
        for path in (
            node["path"],
            *(one for branch in node["branches"] for one in paths_in(branch["steps"])),
        )
    ]


def test_every_kind_of_step_is_drawn():
    """What can be built and run has a kind of node."""
    assert set(KINDS) == set(HANDLERS)
    assert len(BUILDERS) <= len(KINDS)


async def test_a_call_has_its_name_and_its_targets(drawn):
    """And what its author calls it; data is not told."""
    (node,) = await drawn(
        {
            "alias": "Say so",
            "id": "first",
            "action": "light.turn_on",
            "target": {"entity_id": "light.a"},
            "data": {"brightness": 3},
        }
    )
    assert node == {
        "path": "0",
        "kind": "call",
        "title": "light.turn_on",
        "alias": "Say so",
        "id": "first",
        "depends_on": [],
        "targets": ["light.a"],
        "branches": [],
    }


@pytest.mark.parametrize(
    ("step", "kind", "title", "branches"),
    [
        ({"delay": 5}, "delay", "5 s", []),
        ({"delay": "{{ 1 }}"}, "delay", "", []),
        ({"event": "my_event"}, "event", "my_event", []),
        ({"variables": {"a": 1, "b": "x"}}, "variables", "a, b", []),
        ({"stop": "Enough"}, "stop", "stop", []),
        ({"wait_template": "{{ true }}"}, "wait", "wait_template", []),
        (
            {"condition": "state", "entity_id": "light.a", "state": "on"},
            "condition",
            "state light.a",
            [],
        ),
        (
            {"if": {"condition": "sun", "after": "sunset"}, "then": DO, "else": []},
            "if",
            "sun",
            [("then", "0/then"), ("else", "0/else")],
        ),
        (
            {
                "choose": [
                    {"alias": "Dark", "conditions": "{{ 1 }}", "sequence": DO},
                    {"conditions": "{{ 1 }}", "sequence": DO},
                ],
                "default": DO,
            },
            "choose",
            "2",
            [
                ("Dark", "0/choose/0/sequence"),
                ("template", "0/choose/1/sequence"),
                ("default", "0/default"),
            ],
        ),
        (
            {"parallel": [DO, [DO, DO]]},
            "parallel",
            "2",
            [("arm", "0/parallel/0/sequence"), ("arm", "0/parallel/1/sequence")],
        ),
        (
            {"repeat": {"count": 3, "sequence": DO}},
            "repeat",
            "3\N{MULTIPLICATION SIGN}",
            [("do", "0/repeat/sequence")],
        ),
        (
            {"try": DO, "catch": DO, "finally": DO},
            "try",
            "try",
            [("try", "0/try"), ("catch", "0/catch"), ("finally", "0/finally")],
        ),
        (
            DO | {"remedy": DO, "fallback": DO},
            "call",
            "test.do",
            [("remedy", "0/remedy"), ("fallback", "0/fallback")],
        ),
    ],
    ids=str,
)
async def test_a_block_has_its_branches(drawn, step, kind, title, branches):
    """Each with a label, and where it stands."""
    (node,) = await drawn(step)
    assert (node["kind"], node["title"]) == (kind, title)
    assert [(one["label"], one["path"]) for one in node["branches"]] == branches


async def test_a_graph_says_what_needs_what(drawn):
    """Each node is a branch, and names those that it waits for."""
    (node,) = await drawn(
        {
            "graph": [
                {"id": "a", **DO},
                {"id": "b", **DO},
                {"id": "c", "depends_on": ["a", "b"], **DO},
            ]
        }
    )
    steps = [branch["steps"][0] for branch in node["branches"]]
    told = [(one["id"], one["path"], one["depends_on"]) for one in steps]
    assert told == [
        ("a", "0/graph/0/0", []),
        ("b", "0/graph/1/0", []),
        ("c", "0/graph/2/0", ["a", "b"]),
    ]


async def test_a_long_plan_is_cut(hass):
    """On whatever level the last one stands; how many there are is told."""
    block = {"sequence": [DO] * 10}
    plan = await async_compile(hass, Draft(actions=[block] * 10))
    drawn = picture(plan, most=25)
    assert len(paths_in(drawn["steps"])) == 25
    assert (drawn["truncated"], drawn["size"]) == (True, 110)
    whole = picture(plan)
    assert (len(paths_in(whole["steps"])), whole["truncated"]) == (110, False)


async def test_steps_that_run_are_in_the_outline(shop):
    """Under their paths without the numbers of turns."""
    shop.failures = 3
    bad = {"action": "test.shaky", "retry": {"max_retries": 0}}
    execution = await shop.run(
        {"repeat": {"count": 2, "sequence": [work("a"), {"sequence": [work("b")]}]}},
        {"if": "{{ true }}", "then": [work("c")], "else": [work("d")]},
        {"parallel": [work("e"), [work("f"), {"delay": 1}]]},
        {"graph": [{"id": "g", **work("g")}, {"id": "h", **work("h")}]},
        {**bad, "retry": {"max_retries": 1}, "remedy": [work("i")], "fallback": work()},
        {"try": bad, "catch": work("j"), "finally": work("k")},
        {"choose": {"conditions": "{{ true }}", "sequence": work("l")}},
    )
    ran = {place_of(record.path) for record in execution.recorder.log.records}
    known = set(paths_in(outline(execution.plan)))
    assert ran < known
    assert known - ran == {"1/else/0"}


async def test_what_validates_is_drawn(shop):
    """Whoever tries something out sees it before it runs."""
    answer = await shop.engine.validate(shop.request(work("a")).source)
    assert answer["outline"]["steps"][0]["title"] == "test.work"
    assert json.dumps(answer["outline"])
