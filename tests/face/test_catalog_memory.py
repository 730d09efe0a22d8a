"""Named actions that keep facts, with the actions that really keep them."""

from homeassistant.core import Context

from custom_components.action_engine.const import DOMAIN
from tests.engine.gate_home import OWNER


async def test_what_was_known_is_put_back(guarded, hass):
    """An undo puts back what was known before, and forgets what was new."""
    context = Context(user_id=OWNER)

    async def call(name, **data):
        return await hass.services.async_call(
            DOMAIN, name, data, blocking=True, context=context, return_response=True
        )

    async def save(value):
        data = {"key": "goals", "value": value}
        step = {"action": "save_user_info", "data": data}
        return (await call("run", actions=[step]))["execution_id"]

    async def known():
        return [one["value"] for one in (await call("recall", key="goals"))["facts"]]

    first, second = await save("rest"), await save({"more": ["rest"]})
    assert await known() == [{"more": ["rest"]}]
    assert (await call("rollback", execution_id=second))["success"]
    assert await known() == ["rest"]
    assert (await call("rollback", execution_id=first))["success"]
    assert await known() == []
