"""From text to a plan: for the first time, and every time after it."""

from itertools import count
import json
from typing import Any, Final

import yaml

from homeassistant.core import HomeAssistant

from benchmarks.measure import Care, Work, ratio
from benchmarks.pair import native_script
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.admission import Admission
from custom_components.action_engine.engine.model.request import Source, SourceKind
from custom_components.action_engine.engine.run.seats import Seats

TITLE: Final = "Intake of mixed actions (first time: by Home Assistant's own pipeline)"
_CACHED: Final = {1: 0.05, 10: 0.03, 100: 0.03}
_LAMP: Final = {"entity_id": "input_boolean.lamp"}
_MIX: Final[list[dict[str, Any]]] = [
    {"action": "input_boolean.turn_on", "target": _LAMP},
    {"alias": "Speak", "action": "bench.noop", "data": {"text": "{{ 'a' ~ 'b' }}"}},
    {"variables": {"level": 7, "double": "{{ 2 * 7 }}"}},
    {
        "if": [{"condition": "state", "entity_id": "switch.late", "state": "off"}],
        "then": [{"action": "bench.noop"}],
        "else": [{"delay": {"seconds": 5}}],
    },
    {"delay": "00:00:05"},
    {"event": "bench_event", "event_data": {"level": 7}},
    {
        "choose": [
            {
                "conditions": "{{ level > 3 }}",
                "sequence": [{"action": "bench.noop", "data": {"level": 3}}],
            }
        ],
        "default": [{"action": "bench.noop"}],
    },
    {"repeat": {"count": 3, "sequence": [{"action": "bench.noop"}]}},
    {"wait_template": "{{ is_state('switch.late', 'off') }}", "timeout": 5},
    {"action": "input_boolean.turn_off", "target": _LAMP},
]


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare texts of several lengths."""
    figures = []
    for steps, goal in _CACHED.items():
        figures += await _compare(world.hass, care, steps, goal)
    return figures


async def _compare(
    hass: HomeAssistant, care: Care, steps: int, goal: float
) -> list[Figure]:
    # Copies, not one object ten times: YAML would write that with an anchor.
    actions = json.loads(json.dumps((_MIX * steps)[:steps]))
    text = yaml.safe_dump(actions, sort_keys=False)
    admission = Admission(hass, Seats(1), None, lambda *_: None)
    first = _first_time(admission, text)
    name = f"{steps} step{'s' if steps > 1 else ''}"
    figures = [
        Figure(
            what=f"{name}, first time: parse, validate, compile",
            value=await ratio(first, _native(hass, text), care),
            goal=1.5,
        ),
        Figure(
            what=f"{name}, text that is known, by first time",
            value=await ratio(_known(admission, SourceKind.YAML, text), first, care),
            goal=goal,
        ),
        Figure(
            what=f"{name}, list that is known, by first time",
            value=await ratio(
                _known(admission, SourceKind.ACTIONS, actions), first, care
            ),
        ),
    ]
    admission.cache.clear()
    return figures


def _native(hass: HomeAssistant, text: str) -> Work:
    async def prepare() -> None:
        script = await native_script(hass, text)
        # As a plan that leaves the cache: else Home Assistant would keep it for ever.
        await script.async_unload()

    return prepare


def _known(admission: Admission, kind: SourceKind, value: Any) -> Work:
    source = Source(kind=kind, value=value)

    async def prepare() -> None:
        await admission.plan(source)

    return prepare


def _first_time(admission: Admission, text: str) -> Work:
    number = count()

    async def prepare() -> None:
        # No two texts are the same.
        unseen = f"# {next(number)}\n{text}"
        await admission.plan(Source(kind=SourceKind.YAML, value=unseen))

    return prepare
