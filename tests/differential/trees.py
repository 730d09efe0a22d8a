"""Random sequences that are valid, end, and have something to say.

All durations of one tree differ by more than a microsecond: what happens at the same
instant in two parallel branches is decided by the internals of the event loop, and not
by what the sequence says.
"""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from .case import Case, Stimulus

type Actions = list[dict[str, Any]]

NAMES: Final = ("v0", "v1", "v2", "v3")
EVENTS: Final = ("test_e0", "test_e1")
DOOR: Final = "sensor.door"
FAILING: Final[tuple[dict[str, Any], ...]] = (
    *[{"action": f"test.{name}"} for name in ("fail", "refuse", "crash", "deny")] * 2,
    {"action": "test.{{ 'unknown' }}"},
    {"action": "test.invalid", "data": {"number": "{{ -1 }}"}},
    {"action": "test.record", "data": {"mark": "{{ 1 / 0 }}"}},
    {"action": "script.broken"},
)
DEEPEST: Final = 4
LONGEST: Final = 5


def random_case(seed: str) -> Case:
    """Return the tree of this seed, with stimuli from outside and some variables."""
    tree = _Tree(Random(seed))  # noqa: S311 - keeps no secret, only has to be the same
    actions = tree.sequence(0)
    rng = tree.rng
    happens = tuple(_stimulus(tree) for _ in range(rng.randrange(4)))
    return Case(
        name=seed,
        actions=actions,
        variables={name: rng.randrange(5) for name in NAMES if rng.random() < 0.7},
        happens=happens,
        cancel_at=tree.seconds() if rng.random() < 0.1 else None,
    )


class _Tree:
    """Grows one tree; ``budget`` bounds how many steps it gets."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.marks = 0
        self._budget = rng.randrange(6, 40)

    def sequence(self, depth: int) -> Actions:
        """Return steps; most sequences say at their end that it was reached."""
        length = self.rng.randrange(1, LONGEST + 1) + (2 if depth == 0 else 0)
        steps = [self._step(depth) for _ in range(length) if self._budget > 0]
        if self.rng.random() < 0.7:
            steps.append(_record(self, depth))
        return steps

    def _step(self, depth: int) -> dict[str, Any]:
        self._budget -= 1
        makers = _LEAVES if depth >= DEEPEST else _LEAVES | _BLOCKS
        make = self.rng.choices(list(makers), list(makers.values()))[0]
        return self._decorated(make(self, depth))

    def _decorated(self, step: dict[str, Any]) -> dict[str, Any]:
        chance = self.rng.random()
        if chance < 0.04:
            step["enabled"] = False
        elif chance < 0.08 and "device_id" not in step:
            # Home Assistant validates device actions twice, and a template only once.
            step["enabled"] = self.rng.choice(("{{ 1 > 2 }}", "{{ 1 < 2 }}"))
        if "condition" not in step and self.rng.random() < 0.6:
            step["continue_on_error"] = True
        return step

    def seconds(self, longest: int = 9) -> float:
        """Return a duration that no other one equals."""
        return self.rng.randrange(1, longest * 10**6) / 10**6

    def number(self) -> str:
        """Return a template for a number made of variables."""
        name, other = self.rng.choice(NAMES), self.rng.choice(NAMES)
        return self.rng.choice(
            (
                f"{{{{ {name} | default(0) }}}}",
                f"{{{{ ({name} | default(1)) + 1 }}}}",
                f"{{{{ ({name} | default(2)) + ({other} | default(3)) }}}}",
                f"{{{{ ({name} | default(3)) * 2 % 7 }}}}",
                "{{ (repeat | default({})).index | default(9) }}",
            )
        )

    def condition(self) -> Any:
        """Return a condition: true, false, or one that cannot be evaluated."""
        name, limit = self.rng.choice(NAMES), self.rng.randrange(6)
        state = {"condition": "state", "entity_id": DOOR, "state": "closed"}
        plain = f"{{{{ ({name} | default(0)) | int(0) >= {limit} }}}}"
        return self.rng.choice(
            (
                plain,
                plain,
                "{{ true }}",
                "{{ repeat is defined and repeat.index == 2 }}",
                "{{ 1 / 0 > 1 }}",
                "{{ true }}",
                state,
                {**state, "entity_id": "sensor.nowhere"},
                {**state, "state": "open", "enabled": False},
                {"or": [plain, state]},
                {"not": [plain]},
            )
        )

    def conditions(self) -> list[Any]:
        return [self.condition() for _ in range(self.rng.randrange(1, 3))]


def _stimulus(tree: _Tree) -> Stimulus:
    if tree.rng.random() < 0.5:
        return Stimulus(at=tree.seconds(), fire=tree.rng.choice(EVENTS))
    state = tree.rng.choice(("open", "closed"))
    return Stimulus(at=tree.seconds(), set=DOOR, to=state)


def _record(tree: _Tree, _: int) -> dict[str, Any]:
    tree.marks += 1
    data = {"mark": tree.marks, "n": tree.number(), "wait": "{{ wait | default(0) }}"}
    return {"action": "test.record", "data": data}


def _variables(tree: _Tree, _: int) -> dict[str, Any]:
    names = tree.rng.sample(NAMES, tree.rng.randrange(1, 3))
    return {"variables": {name: tree.number() for name in names}}


def _failing(tree: _Tree, _: int) -> dict[str, Any]:
    return dict(tree.rng.choice(FAILING))


def _respond(tree: _Tree, _: int) -> dict[str, Any]:
    name = tree.rng.choice(("r0", "r1"))
    data = {"value": tree.number()}
    return {"action": "test.respond", "data": data, "response_variable": name}


def _act(tree: _Tree, _: int) -> dict[str, Any]:
    door = {"entity_id": DOOR, "state": tree.rng.choice(("open", "closed"))}
    choices: tuple[dict[str, Any], ...] = (
        {"action": "input_boolean.toggle", "entity_id": "input_boolean.lamp"},
        {"action": "test.set_state", "data": door},
        {"action": "script.answer", "response_variable": "r0"},
        {"scene": "scene.evening"},
        {"domain": "test", "device_id": "$device", "type": "beep"},
        {"domain": "test", "device_id": "$device", "type": "jam"},
        {"action": "test.slow", "data": {"seconds": tree.seconds(3)}},
    )
    return tree.rng.choice(choices)


def _event(tree: _Tree, _: int) -> dict[str, Any]:
    data = {"n": tree.number()}
    if tree.rng.random() < 0.1:
        data["bad"] = "{{ 1 / 0 }}"
    return {"event": tree.rng.choice(EVENTS), "event_data": data}


def _delay(tree: _Tree, _: int) -> dict[str, Any]:
    return {"delay": tree.seconds(3)}


def _wait_template(tree: _Tree, _: int) -> dict[str, Any]:
    name = tree.rng.choice(NAMES)
    text = tree.rng.choice(
        (
            "{{ is_state('sensor.door', 'open') }}",
            f"{{{{ ({name} | default(0)) | int(0) > 3 }}}}",
            "{{ false }}",
        )
    )
    return {"wait_template": text, **_timeout(tree)}


def _wait_for_trigger(tree: _Tree, _: int) -> dict[str, Any]:
    trigger = tree.rng.choice(
        (
            {"trigger": "event", "event_type": tree.rng.choice(EVENTS)},
            {"trigger": "state", "entity_id": DOOR},
        )
    )
    return {"wait_for_trigger": [trigger], **_timeout(tree)}


def _timeout(tree: _Tree) -> dict[str, Any]:
    timeout: dict[str, Any] = {"timeout": tree.seconds(4)}
    if tree.rng.random() < 0.2:
        timeout["continue_on_timeout"] = False
    if tree.rng.random() < 0.1:
        timeout["timeout"] = 0
    return timeout


def _condition(tree: _Tree, _: int) -> dict[str, Any]:
    condition = tree.condition()
    if isinstance(condition, str):
        return {"condition": condition}
    return {"condition": "and", "conditions": [condition]}


def _stop(tree: _Tree, _: int) -> dict[str, Any]:
    choices: tuple[dict[str, Any], ...] = (
        {"stop": "enough"},
        {"stop": "enough", "response_variable": "r0"},
        {"stop": "enough", "response_variable": "v0"},
        {"stop": "bad", "error": True},
    )
    return tree.rng.choice(choices)


def _conversation(tree: _Tree, _: int) -> dict[str, Any]:
    return {"set_conversation_response": tree.rng.choice((tree.number(), None))}


def _sequence(tree: _Tree, depth: int) -> dict[str, Any]:
    return {"sequence": tree.sequence(depth + 1)}


def _if(tree: _Tree, depth: int) -> dict[str, Any]:
    step = {"if": tree.conditions(), "then": tree.sequence(depth + 1)}
    if tree.rng.random() < 0.5:
        step["else"] = tree.sequence(depth + 1)
    return step


def _choose(tree: _Tree, depth: int) -> dict[str, Any]:
    step: dict[str, Any] = {
        "choose": [
            {"conditions": tree.conditions(), "sequence": tree.sequence(depth + 1)}
            for _ in range(tree.rng.randrange(3))
        ]
    }
    if tree.rng.random() < 0.5:
        step["default"] = tree.sequence(depth + 1)
    return step


def _parallel(tree: _Tree, depth: int) -> dict[str, Any]:
    branches: list[Any] = [
        {"sequence": tree.sequence(depth + 1)} for _ in range(tree.rng.randrange(1, 4))
    ]
    if tree.rng.random() < 0.1:
        branches[0]["enabled"] = False
    return {"parallel": branches}


def _repeat(tree: _Tree, depth: int) -> dict[str, Any]:
    turns = tree.rng.randrange(4)
    kind = tree.rng.choice(
        (
            {"count": turns},
            {"count": f"{{{{ {turns} }}}}"},
            {"for_each": [tree.number() for _ in range(turns)]},
            {"while": [f"{{{{ repeat.index <= {turns} }}}}"]},
            {"until": [f"{{{{ repeat.index >= {turns} }}}}"]},
            {"while": [tree.condition(), f"{{{{ repeat.index <= {turns} }}}}"]},
        )
    )
    return {"repeat": {**kind, "sequence": tree.sequence(depth + 1)}}


type _Make = Callable[[_Tree, int], dict[str, Any]]

_LEAVES: Final[dict[_Make, int]] = {
    _record: 22,
    _variables: 12,
    _failing: 7,
    _respond: 4,
    _act: 8,
    _event: 5,
    _delay: 6,
    _wait_template: 4,
    _wait_for_trigger: 4,
    _condition: 2,
    _stop: 2,
    _conversation: 3,
}
_BLOCKS: Final[dict[_Make, int]] = {
    _sequence: 5,
    _if: 7,
    _choose: 6,
    _parallel: 9,
    _repeat: 9,
}
"""How often each kind of step grows, relative to the others."""
