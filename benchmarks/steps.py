"""What one step costs: runs of a hundred steps of one kind, through the engine's door.

Retries, verification, the record of every step and the push to a subscriber are on, as
they are by default.
"""

from dataclasses import dataclass
from typing import Any, Final

from benchmarks.measure import Care
from benchmarks.pair import Pair
from benchmarks.table import Figure
from benchmarks.world import World

TITLE: Final = "One step"
_STEPS: Final = 100
_ITERATIONS: Final = 1_000

_CALL: Final = {"action": "bench.noop", "data": {"level": 7, "text": "quiet"}}
_INNER: Final = {"action": "bench.noop"}
_TEMPLATED: Final = {
    "action": "bench.noop",
    "data": {"level": "{{ 3 + 4 }}", "text": "{{ word ~ '!' }}"},
}
_LAMP: Final = {"entity_id": "input_boolean.lamp"}
_ON_OFF: Final = [
    {"action": "input_boolean.turn_on", "target": _LAMP},
    {"action": "input_boolean.turn_off", "target": _LAMP},
]
_STATE: Final = {"condition": "state", "entity_id": "switch.late", "state": "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    what: str
    goal: float
    actions: list[Any]


_CASES: Final = (
    _Case(what="call, static data", goal=0.45, actions=[_CALL] * _STEPS),
    _Case(
        what="entity call, input_boolean.toggle",
        goal=0.65,
        actions=[{"action": "input_boolean.toggle", "target": _LAMP}] * _STEPS,
    ),
    _Case(
        what="entity call, turn_on / turn_off, seen to be done",
        goal=0.65,
        actions=_ON_OFF * (_STEPS // 2),
    ),
    _Case(what="call, two templates in data", goal=0.50, actions=[_TEMPLATED] * _STEPS),
    _Case(
        what="variables, static",
        goal=0.30,
        actions=[_CALL, *[{"variables": {"level": 7, "text": "quiet"}}] * _STEPS],
    ),
    _Case(
        what="if with a template, and a call",
        goal=0.35,
        actions=[{"if": "{{ word == 'hello' }}", "then": [_INNER]}] * _STEPS,
    ),
    _Case(
        what="if with a state, and a call",
        goal=0.35,
        actions=[{"if": [_STATE], "then": [_INNER]}] * _STEPS,
    ),
    _Case(
        what="choose, second branch, and a call",
        goal=0.35,
        actions=[
            {
                "choose": [
                    {"conditions": "{{ word == 'bye' }}", "sequence": [_INNER]},
                    {"conditions": "{{ word == 'hello' }}", "sequence": [_INNER]},
                ]
            }
        ]
        * _STEPS,
    ),
    _Case(
        what="condition with a template",
        goal=0.60,
        actions=[
            _CALL,
            *[{"condition": "template", "value_template": "{{ word == 'hello' }}"}]
            * _STEPS,
        ],
    ),
    _Case(
        what="repeat, each iteration with a call",
        goal=0.20,
        actions=[{"repeat": {"count": _ITERATIONS, "sequence": [_CALL]}}],
    ),
    _Case(
        what="parallel, each branch with a call",
        goal=0.30,
        actions=[{"parallel": [_CALL] * 10}] * (_STEPS // 10),
    ),
    _Case(
        what="event",
        goal=0.25,
        actions=[{"event": "bench_event", "event_data": {"level": 7}}] * _STEPS,
    ),
    _Case(
        what="delay of no time", goal=0.25, actions=[_CALL, *[{"delay": 0}] * _STEPS]
    ),
)


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare every kind of step."""
    figures = []
    for case in _CASES:
        pair = await Pair.of(world, case.actions, {"word": "hello"})
        value = await pair.compare(care)
        figures.append(Figure(what=case.what, value=value, goal=case.goal))
    return figures
