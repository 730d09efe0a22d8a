"""Three buttons."""

import pytest

from homeassistant.core import Context
from homeassistant.exceptions import ServiceValidationError

from custom_components.action_engine.engine.errors import NothingToUndoError


async def press(hass, name, context=None):
    """Press a button."""
    await hass.services.async_call(
        "button",
        "press",
        {"entity_id": f"button.action_engine_{name}"},
        blocking=True,
        context=context,
    )


async def test_cancel_all(hass, run, engine, home):
    """Nothing is open afterwards."""
    accepted = await run("wait", wait=False)
    await home.entered.wait()
    await press(hass, "cancel_all")
    summary = await engine.get(accepted["execution_id"]).wait()
    assert summary.state == "cancelled"


async def test_repeat_last_on_behalf_of_who_pressed(hass, run, home, hass_admin_user):
    """The request is the old one, the user is the one at the button."""
    await run("work")
    context = Context(user_id=hass_admin_user.id)
    await press(hass, "repeat_last", context)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert len(home.calls) == 2
    assert home.calls[1].context.user_id == hass_admin_user.id
    assert home.calls[1].context.parent_id == context.id


@pytest.mark.usefixtures("entry")
async def test_repeat_last_needs_a_last_one(hass):
    """Who presses is told that there is nothing to repeat."""
    with pytest.raises(ServiceValidationError, match="no such execution"):
        await press(hass, "repeat_last")


BACK = {"action": "home.work", "rollback": [{"action": "home.work"}]}


async def test_undo_last_takes_the_last_one_back(hass, run, home, engine):
    """And waits until that has happened."""
    summary = await run(actions=[BACK])
    await press(hass, "undo_last")
    assert len(home.calls) == 2
    assert engine.get(summary["execution_id"]).state == "rolled_back"


async def test_a_plain_user_takes_back_his_own_only(
    hass, run, engine, call, plain_user
):
    """What others did is none of his business."""
    mine = Context(user_id=plain_user.id)
    await hass.auth.async_update_user(plain_user, group_ids=["system-users"])
    own = await run(actions=[BACK], context=mine)
    other = await run(actions=[BACK])
    await press(hass, "undo_last", mine)
    assert engine.get(own["execution_id"]).state == "rolled_back"
    assert engine.get(other["execution_id"]).state == "success"


@pytest.mark.usefixtures("entry")
async def test_undo_last_needs_something_to_undo(hass):
    """Who presses is told."""
    with pytest.raises(NothingToUndoError):
        await press(hass, "undo_last")
