"""Named actions, and the answer of a language model that asks for two of them."""

from dataclasses import replace
import json
from typing import Any, Final

from homeassistant.components import persistent_notification
from homeassistant.core import Context

from benchmarks.chores import CHORES
from benchmarks.leave import MODEL, SURE, WATCHED, open_watched, running
from benchmarks.measure import Care, Work, ratios
from benchmarks.pair import UnequalError, same_effects
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.intake.responses.read import read_response
from custom_components.action_engine.engine.model.named_action import SUBENTRY, Offer
from custom_components.action_engine.engine.model.policy import SafetyMode, Scope
from custom_components.action_engine.engine.model.sender import Sender

_MANY: Final = 50
_WATCHED: Final = replace(
    WATCHED,
    safety_mode=SafetyMode.MODERATE,
    ask_first_use=False,
    allowed_actions=(
        *("create_task", "todo.*"),
        *("send_notification", "persistent_notification.create"),
    ),
    allowed_targets=Scope(entities=frozenset({CHORES})),
)
_TASK: Final = {
    "titulo": "Investigar anomalía en ventas Q4",
    "descripcion": "Anomalía detectada en patrón de ventas del cuarto trimestre",
    "prioridad": "alta",
}
_NOTICE: Final = {
    "titulo": "Alerta: Anomalía en Ventas",
    "mensaje": "Se detectó una anomalía significativa en las ventas",
    "tipo": "warning",
}
_ANSWER: Final = {
    "analysis": "Sales anomaly detected with 85% confidence",
    "actions": [
        {
            "action_type": "create_task",
            "parameters": _TASK,
            "confidence": 0.85,
            "reasoning": "High-impact anomaly requires investigation",
        },
        {
            "action_type": "send_notification",
            "parameters": _NOTICE,
            "confidence": 0.9,
            "reasoning": "Management team should be notified",
        },
    ],
}
_PLAIN: Final[list[Any]] = [
    {
        "action": "todo.add_item",
        "target": {"entity_id": CHORES},
        "data": {
            "item": f"{_TASK['titulo']} (high)",
            "description": _TASK["descripcion"],
        },
    },
    {
        "action": "persistent_notification.create",
        "data": {
            "title": f"⚠ {_NOTICE['titulo']}",
            "message": _NOTICE["mensaje"],
            "notification_id": "bench",
        },
    },
]
_PARAMETERS: Final = {"title": "Look into the pump", "level": 7}
_OWN: Final = {
    "fields": {
        "title": {"selector": {"text": {}}, "required": True},
        "level": {"selector": {"number": {"min": 0, "max": 10}}, "default": 1},
    },
    "impact": "low",
    "sequence": [
        {"tool": "bench.noop", "data": {"text": "${{title}}", "level": "${{level}}"}},
        {"tool": "bench.noop", "data": {"text": "${{title}}: done"}},
    ],
}
_CALLS: Final = [
    {"action": "bench.noop", "data": {"text": "Look into the pump", "level": 7}},
    {"action": "bench.noop", "data": {"text": "Look into the pump: done"}},
]


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare what has a name with the calls that it comes to."""
    async with open_watched(world.hass, _WATCHED) as engine:
        catalog = engine.desk.catalog
        catalog.offer(SUBENTRY, [Offer(name="look", source="subentry:1", raw=_OWN)])
        catalog.set_settings({"create_task": {"list": CHORES}})
        figures = await _named(world, care, engine)
        figures += await _responses(world, care, engine)
    persistent_notification.async_dismiss_all(world.hass)
    return figures


async def _named(world: World, care: Care, engine: ActionEngine) -> list[Figure]:
    step = {"action": "look", "data": _PARAMETERS}
    figures = []
    for number in (1, _MANY):
        named = running(engine, [step] * number)
        plain = running(engine, _CALLS * number)
        await same_effects(world.hass, plain, named)
        (value,) = await ratios([named], plain, care)
        what = f"{number} named, of two calls each: by {2 * number} calls"
        figures.append(Figure(what=what, value=value))
    return figures


async def _responses(world: World, care: Care, engine: ActionEngine) -> list[Figure]:
    named = _one_by_one(
        running(engine, [{"action": "create_task", "data": _TASK}]),
        running(engine, [{"action": "send_notification", "data": _NOTICE}]),
    )
    text = json.dumps(_ANSWER, ensure_ascii=False, indent=2)
    household = _processing(engine, text, Sender(context=Context()))
    model = _processing(
        engine, text, Sender(context=Context(), agent=MODEL, claim=SURE)
    )
    await same_effects(world.hass, named, household, model)

    async def read() -> None:
        if len(read_response(text).wishes) != len(_ANSWER["actions"]):
            raise UnequalError("Not all of the answer is read")

    plain = _one_by_one(*(running(engine, [one]) for one in _PLAIN))
    works = [read, household, model, plain]
    reading, whole, watched, bare = await ratios(works, named, care)
    return [
        Figure(what="answer of two actions: reading, by their runs", value=reading),
        Figure(what="the whole, from a person: by their runs", value=whole),
        Figure(what="the whole, from a model: by their runs", value=watched),
        Figure(what="the whole, from a model: by bare calls", value=watched / bare),
    ]


def _one_by_one(*runs: Work) -> Work:
    async def run() -> None:
        for one in runs:
            await one()

    return run


def _processing(engine: ActionEngine, text: str, sender: Sender) -> Work:
    async def run() -> None:
        answer = await engine.desk.process_response(text, sender)
        if answer["counts"] != {"executed": 2}:
            raise UnequalError(str(answer))

    return run
