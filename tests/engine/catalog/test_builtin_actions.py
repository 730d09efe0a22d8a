"""What is built in does real work, and takes it back."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from homeassistant.core import Context, SupportsResponse
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.archive.undoing import UndoRequest
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from tests.engine.home_list import HomeList, todo_items


class Work:
    """An engine, and what it has called."""

    def __init__(self, hass: Any, engine: ActionEngine) -> None:
        """Have nothing done yet."""
        self.hass, self.engine = hass, engine
        self.catalog = engine.desk.catalog
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.called = asyncio.Event()

    def pretend(self, name: str, answer: Any = None) -> None:
        """Register a service that only writes down what it is given."""

        async def serve(call: Any) -> Any:
            self.calls.append((name, dict(call.data)))
            self.called.set()
            return answer

        domain, service = name.split(".")
        self.hass.services.async_register(
            domain,
            service,
            serve,
            supports_response=SupportsResponse.NONE
            if answer is None
            else SupportsResponse.OPTIONAL,
        )

    async def do(self, name: str, scope: Any = None, **data: Any) -> Any:
        """Run one named action to its end."""
        actions = [{"action": name, "data": data, "response_variable": "answer"}]
        request = Request(
            source=Source(kind=SourceKind.ACTIONS, value=actions),
            context=Context(),
            variables=scope or {},
        )
        return await self.engine.run(request)

    async def undo(self, execution: Any) -> dict[str, Any]:
        """Take it back."""
        request = UndoRequest(context=Context(), execution_id=execution.id)
        answer = await self.engine.record.rollback(request)
        await self.hass.async_block_till_done()
        return answer


@pytest.fixture
async def desk(hass):
    """Return an engine with a journal, in a home with the usual helpers."""
    assert await async_setup_component(hass, "homeassistant", {})
    assert await async_setup_component(
        hass, "input_number", {"input_number": {"beans": {"min": 0, "max": 100}}}
    )
    assert await async_setup_component(hass, "counter", {"counter": {"cups": {}}})
    assert await async_setup_component(
        hass,
        "input_select",
        {"input_select": {"mode": {"options": ["intro", "IDENTITY_DISCOVERY"]}}},
    )
    engine = await ActionEngine.async_open(hass, EngineOptions())
    yield Work(hass, engine)
    await engine.stop()


def ended_well(execution):
    """Raise with the reason unless an execution was a success."""
    assert execution.state == "success", execution.summary.as_dict()


@pytest.fixture
async def todo_list(hass):
    """Bring up a to-do list."""
    assert await async_setup_component(hass, "todo", {})
    await hass.data["todo"].async_add_entities([HomeList()])


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({}, {"summary": "Buy milk"}),
        ({"prioridad": "alta"}, {"summary": "Buy milk (high)"}),
        ({"due": "2026-12-01"}, {"summary": "Buy milk", "due": "2026-12-01"}),
        (
            {"due": "2026-12-01 18:00:00", "descripcion": "1 litre"},
            {"summary": "Buy milk", "description": "1 litre"},
        ),
    ],
)
async def test_create_task(hass, desk, todo_list, more, shown):
    """A task is added, and exactly this one is removed again."""
    kept = await todo_items(hass)
    variables = {"description": "of somebody else", "priority": "urgent"}
    execution = await desk.do(
        "create_task", variables, list="todo.home", titulo="Buy milk", **more
    )
    ended_well(execution)
    added = [one for one in await todo_items(hass) if one not in kept]
    assert len(added) == 1
    assert shown.items() <= added[0].items()
    assert ("description" in added[0]) is ("description" in shown)
    answer = await desk.undo(execution)
    assert answer["success"], answer
    assert await todo_items(hass) == kept


async def test_send_notification_without_a_target(hass, desk):
    """It is shown in Home Assistant, and dismissed again."""
    assert await async_setup_component(hass, "persistent_notification", {})
    execution = await desk.do("send_notification", message="Hello", tipo="warning")
    ended_well(execution)
    shown = hass.data["persistent_notification"]
    (one,) = shown.values()
    assert one["message"] == "Hello"
    assert one["title"].endswith("Action Engine")
    answer = await desk.undo(execution)
    assert answer["success"], answer
    assert not shown


@pytest.mark.parametrize("features", [0, 1])
async def test_send_notification_to_an_entity(hass, desk, features):
    """The title goes into the text where there is no place for it."""
    hass.states.async_set("notify.wall", "x", {"supported_features": features})
    desk.pretend("notify.send_message")
    execution = await desk.do(
        "send_notification", message="Hello", title="Hi", target="notify.wall"
    )
    ended_well(execution)
    ((name, data),) = desk.calls
    assert name == "notify.send_message"
    assert ("title" in data) is bool(features)
    assert "Hi" in data.get("title", data["message"])
    assert data["message"].endswith("Hello")


async def test_send_email_to_an_address(desk):
    """A letter goes through the service that takes addresses."""
    desk.pretend("notify.post")
    desk.pretend(
        "action_engine.render_message", {"subject": "Renewal", "message": "Dear Ann"}
    )
    desk.catalog.set_settings({"send_email": {"service": "notify.post"}})
    execution = await desk.do(
        "send_email",
        template="renewal_reminder",
        recipient="customer@example.com",
        variables={"customer_name": "Acme Inc.", "renewal_date": "2023-12-31"},
    )
    ended_well(execution)
    assert desk.calls == [
        (
            "action_engine.render_message",
            {
                "template": "renewal_reminder",
                "variables": {
                    "customer_name": "Acme Inc.",
                    "renewal_date": "2023-12-31",
                },
            },
        ),
        (
            "notify.post",
            {
                "target": "customer@example.com",
                "title": "Renewal",
                "message": "Dear Ann",
            },
        ),
    ]


async def test_send_email_without_a_way(desk):
    """An address without a service is a failure that says what is missing."""
    execution = await desk.do("send_email", recipient="a@b.c", message="x")
    assert execution.state == "failed"
    assert "service" in str(execution.summary.as_dict()["error"])


async def test_send_email_to_an_entity(desk, hass):
    """A recipient that is an entity needs no service."""
    hass.states.async_set("notify.ann", "x")
    desk.pretend("notify.send_message")
    execution = await desk.do("send_email", recipient="notify.ann", message="x")
    ended_well(execution)
    assert desk.calls == [
        ("notify.send_message", {"entity_id": "notify.ann", "message": "x"})
    ]


@pytest.mark.parametrize(
    ("entity", "data", "before", "after"),
    [
        ("input_number.beans", {"amount": 12}, 0, 12),
        ("input_number.beans", {"change": 2.5}, 0, 2.5),
        ("counter.cups", {"cantidad": 3}, 0, 3),
        ("counter.cups", {"change": 4}, 0, 4),
    ],
)
async def test_update_inventory(hass, desk, entity, data, before, after):
    """A stock is set, and set back."""
    execution = await desk.do("update_inventory", entity=entity, **data)
    ended_well(execution)
    assert float(hass.states.get(entity).state) == after
    answer = await desk.undo(execution)
    assert answer["success"], answer
    assert float(hass.states.get(entity).state) == before


async def test_update_inventory_that_was_changed_since(hass, desk):
    """A stock that somebody has changed since stays as it is."""
    execution = await desk.do("update_inventory", entity="counter.cups", amount=3)
    await hass.services.async_call(
        "counter", "increment", {"entity_id": "counter.cups"}, blocking=True
    )
    answer = await desk.undo(execution)
    assert [item["what"] for item in answer["items"]] == ["skipped"]
    assert hass.states.get("counter.cups").state == "4"


async def test_transition_state(hass, desk):
    """The mode of the caller's policy is chosen, and chosen back.

    A variable of the caller does not stand for where that is.
    """
    household = replace(
        HOUSEHOLD,
        mode_entity="input_select.mode",
        modes={"intro": ("*",), "IDENTITY_DISCOVERY": ("*",)},
        mode_changes=("IDENTITY_DISCOVERY", "intro"),
    )
    desk.engine.gate.set_policies([household])
    variables = {"mode_entity": "input_select.other"}
    execution = await desk.do(
        "transition_state", variables, target_state="IDENTITY_DISCOVERY"
    )
    ended_well(execution)
    assert hass.states.get("input_select.mode").state == "IDENTITY_DISCOVERY"
    answer = await desk.undo(execution)
    assert answer["success"], answer
    assert hass.states.get("input_select.mode").state == "intro"


async def test_transition_state_without_a_mode(desk):
    """Without a mode there is none to change."""
    execution = await desk.do("transition_state", target_state="x")
    assert execution.state == "failed"
    assert "no mode" in str(execution.summary.as_dict()["error"])


@pytest.mark.parametrize("known", [[], [{"value": "old", "category": "user_info"}]])
async def test_save_user_info(desk, known):
    """What was known before is put back; what is new is forgotten again."""
    desk.pretend("action_engine.recall", {"facts": known})
    desk.pretend("action_engine.remember")
    desk.pretend("action_engine.forget")
    execution = await desk.do("save_user_info", key="goals", value="{new}")
    ended_well(execution)
    assert desk.calls[1:] == [
        (
            "action_engine.remember",
            {"key": "goals", "value": "{new}", "category": "user_info"},
        )
    ]
    answer = await desk.undo(execution)
    assert answer["success"], answer
    assert desk.calls[2:] == [
        ("action_engine.remember", {"key": "goals", **known[0]})
        if known
        else ("action_engine.forget", {"key": "goals"})
    ]


async def test_save_identity(desk):
    """An identity is kept under its own name, with what is known of it."""
    desk.pretend("action_engine.recall", {"facts": []})
    desk.pretend("action_engine.remember")
    desk.pretend("action_engine.forget")
    execution = await desk.do("save_identity", identity="Maker", category="PASSIONS")
    ended_well(execution)
    assert desk.calls[1][1] == {
        "key": "identity/Maker",
        "value": {"identity": "Maker", "category": "PASSIONS"},
        "category": "identity",
    }


async def test_mark_introduction_complete(desk):
    """It needs nothing, and keeps that it is over."""
    desk.pretend("action_engine.recall", {"facts": []})
    desk.pretend("action_engine.remember")
    desk.pretend("action_engine.forget")
    ended_well(await desk.do("mark_introduction_complete"))
    assert desk.calls[1][1]["value"] is True


async def test_the_answer_of_a_report(desk):
    """What the service answers is the answer of the action."""
    desk.pretend("action_engine.generate_report", {"report": "# All is well"})
    execution = await desk.do("generate_report", tipo="failures", days=7)
    ended_well(execution)
    assert desk.calls == [
        ("action_engine.generate_report", {"kind": "failures", "days": 7})
    ]


async def test_call_webhook(desk):
    """The payload keeps its form."""
    desk.pretend("action_engine.call_webhook", {"status": 200})
    execution = await desk.do("call_webhook", endpoint="books", payload={"n": [1]})
    ended_well(execution)
    assert desk.calls == [
        ("action_engine.call_webhook", {"endpoint": "books", "payload": {"n": [1]}})
    ]


@pytest.fixture
async def flows(hass, desk):
    """Bring up a script that waits, and an automation that does, too."""
    desk.pretend("test.go")
    wait = [
        {"action": "test.go", "data": {"n": "{{ n | default(0) }}"}},
        {"wait_for_trigger": [{"trigger": "event", "event_type": "go"}]},
    ]
    assert await async_setup_component(
        hass, "script", {"script": {"wait": {"sequence": wait}}}
    )
    flow = {"alias": "flow", "triggers": [], "actions": wait}
    assert await async_setup_component(hass, "automation", {"automation": [flow]})
    await hass.async_block_till_done()


async def test_scripts_start_and_stop(hass, desk, flows):
    """A script is started with variables, and stopped."""
    ended_well(
        await desk.do("start_workflow", workflow="script.wait", variables={"n": 5})
    )
    assert desk.calls == [("test.go", {"n": 5})]
    assert hass.states.get("script.wait").state == "on"
    ended_well(await desk.do("stop_workflow", workflow="script.wait"))
    assert hass.states.get("script.wait").state == "off"


async def test_automations_start_and_stop(hass, desk, flows):
    """An automation is started, and its run stopped; it stays switched on."""
    start = hass.async_create_task(
        desk.do("start_workflow", workflow="automation.flow")
    )
    await desk.called.wait()
    assert hass.states.get("automation.flow").attributes["current"] == 1
    ended_well(await desk.do("stop_workflow", workflow="automation.flow"))
    state = hass.states.get("automation.flow")
    assert (state.state, state.attributes["current"]) == ("on", 0)
    await start
    execution = await desk.do("stop_workflow", workflow="automation.flow", disable=True)
    assert hass.states.get("automation.flow").state == "off"
    answer = await desk.undo(execution)
    assert answer["success"], answer
    assert hass.states.get("automation.flow").state == "on"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("start_workflow", {"workflow": "automation.flow", "variables": {"n": 1}}),
        ("stop_workflow", {"workflow": "script.wait", "disable": True}),
    ],
)
async def test_what_a_workflow_cannot_do_fails(desk, flows, name, data):
    """Nothing that was asked for is passed over in silence."""
    execution = await desk.do(name, **data)
    assert execution.state == "failed"
