"""Two buttons."""

import pytest

from homeassistant.core import Context
from homeassistant.exceptions import ServiceValidationError


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
