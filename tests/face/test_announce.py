"""The bus event at the end of an execution."""

from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.core import Context

from custom_components.action_engine.const import (
    EVENT_EXECUTION_ENDED,
    EVENT_EXECUTION_UNDONE,
)


async def test_one_event_per_execution_in_the_callers_context(hass, run):
    """It says how it ended, and who was behind it."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    context = Context()
    summary = await run("work", "work", name="Lights", context=context)
    (event,) = ended
    assert event.context.id == context.id
    assert event.data == {
        "execution_id": summary["execution_id"],
        "name": "Lights",
        "state": "success",
        "origin": None,
        "success": True,
        "final_answer": summary["final_answer"],
    }


async def test_a_failure_brings_its_error(hass, run):
    """With the text that a notification needs."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    await run("fail")
    assert ended[0].data["success"] is False
    assert "the cable is cut" in ended[0].data["error"]["message"]


async def test_an_undo_is_no_second_end(hass, run, call):
    """Each execution ends once; that it was undone is an event of its own."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    undone = async_capture_events(hass, EVENT_EXECUTION_UNDONE)
    back = {"action": "home.work", "rollback": [{"action": "home.work"}]}
    summary = await run(actions=[back], name="Lights")
    answer = await call("rollback", execution_id="last")
    ids = [event.data["execution_id"] for event in ended]
    assert ids == [summary["execution_id"], answer["execution_id"]]
    assert [event.data["execution_id"] for event in undone] == ids[:1]
    assert undone[0].data["state"] == "rolled_back"
    assert not {"kind", "previous"} & undone[0].data.keys()
