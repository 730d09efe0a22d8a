"""Commands for clients that want to watch; for administrators.

action_engine/subscribe    everything that moves, in batches, as it happens
action_engine/executions   the open executions and the recent ones, newest last
"""

from typing import Any, Final

import voluptuous as vol

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .feed import Feed
from .runtime import loaded_engine, loaded_entry

_LONG: Final = ("steps", "response", "responses", "observed")
"""Parts of a summary that a list leaves out; ``get_execution`` has them."""


@callback
def async_setup_websocket_api(hass: HomeAssistant) -> None:
    """Register the commands; they stay when the entry is unloaded, and say so then."""
    websocket_api.async_register_command(hass, _subscribe)
    websocket_api.async_register_command(hass, _executions)


@websocket_api.require_admin
@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/subscribe"})
@callback
def _subscribe(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
) -> None:
    feed = Feed(hass, loaded_entry(hass), connection, msg["id"])
    connection.subscriptions[msg["id"]] = feed.stop
    connection.send_result(msg["id"])


@websocket_api.require_admin
@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/executions"})
@callback
def _executions(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
) -> None:
    accounts = [
        {
            key: value
            for key, value in execution.summary.as_dict().items()
            if key not in _LONG
        }
        | {"origin": execution.origin}
        for execution in loaded_engine(hass).executions
    ]
    connection.send_result(msg["id"], {"executions": accounts})
