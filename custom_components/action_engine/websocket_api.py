"""Commands for clients; ``COMMANDS`` has those that REST has as well.

action_engine/<command>            as in ``commands.COMMANDS``
action_engine/executions           the open executions and the recent ones, newest last
action_engine/subscribe            everything that moves, in batches, as it happens
action_engine/subscribe_approvals  every question and every answer, as it happens

Administrators see everything, others what is their business.
"""

from collections.abc import Callable
from typing import Any, Final

import voluptuous as vol

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.json import json_bytes

from .api_errors import TooLargeError, refusal_of
from .approvals_api import list_approvals
from .asking import Asker
from .commands import COMMANDS, MOST_BYTES, Command, admit
from .const import DOMAIN
from .feed import Feed, Source
from .known_steps import known_steps
from .runtime import loaded_entry
from .visible import seen_approvals, seen_executions, seen_moves

type Handler = Callable[[HomeAssistant, ActiveConnection, dict[str, Any]], None]

_LONG: Final = ("steps", "response", "responses", "observed")
"""Parts of a summary that a list leaves out; ``get_execution`` has them."""

_ENVELOPE: Final = ("id", "type")
_ANY_FIELDS: Final = vol.Schema({}, extra=vol.ALLOW_EXTRA)
"""The fields are read with the same sentences about what is wrong as everywhere."""


@callback
def async_setup_websocket_api(hass: HomeAssistant) -> None:
    """Register the commands; they stay when the entry is unloaded, and say so then."""
    register = websocket_api.async_register_command
    for name, command in COMMANDS.items():
        register(hass, f"{DOMAIN}/{name}", _handler_of(command), _ANY_FIELDS)
    register(hass, _executions)
    register(hass, _subscribe)
    register(hass, _subscribe_approvals)


def _handler_of(command: Command) -> Handler:
    @websocket_api.async_response
    async def handle(
        hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
    ) -> None:
        try:
            asker = admit(hass, connection.user, writes=command.writes)
            answer = await command.ask(asker, _data_of(msg))
        except HomeAssistantError as error:
            _refuse(connection, msg, error)
        else:
            connection.send_result(msg["id"], answer)

    return handle


@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/executions"})
@callback
def _executions(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
) -> None:
    try:
        asker = admit(hass, connection.user, writes=False)
    except HomeAssistantError as error:
        _refuse(connection, msg, error)
        return
    accounts = [
        {
            key: value
            for key, value in execution.summary.as_dict().items()
            if key not in _LONG
        }
        | {"origin": execution.origin, "known_steps": known_steps(execution)}
        for execution in seen_executions(asker)
    ]
    connection.send_result(msg["id"], {"executions": accounts})


@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/subscribe"})
@callback
def _subscribe(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
) -> None:
    if _stream(hass, connection, msg, seen_moves) is not None:
        connection.send_result(msg["id"])


@websocket_api.websocket_command(
    {vol.Required("type"): f"{DOMAIN}/subscribe_approvals"}
)
@websocket_api.async_response
async def _subscribe_approvals(
    hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
) -> None:
    # What is asked from here on is in the stream, so nothing is missed in between.
    if (asker := _stream(hass, connection, msg, seen_approvals)) is not None:
        connection.send_result(msg["id"], await list_approvals(asker, {}))


def _stream(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: dict[str, Any],
    source: Source,
) -> Asker | None:
    """Begin to stream what a user sees; tell him and return None if that cannot be."""
    try:
        asker = admit(hass, connection.user, writes=False)
    except HomeAssistantError as error:
        _refuse(connection, msg, error)
        return None
    feed = Feed(hass, loaded_entry(hass), connection, msg["id"], source)
    connection.subscriptions[msg["id"]] = feed.stop
    return asker


def _data_of(msg: dict[str, Any]) -> dict[str, Any]:
    data = {key: value for key, value in msg.items() if key not in _ENVELOPE}
    if len(json_bytes(data)) > MOST_BYTES:
        raise TooLargeError(MOST_BYTES)
    return data


def _refuse(
    connection: ActiveConnection, msg: dict[str, Any], error: HomeAssistantError
) -> None:
    refusal = refusal_of(error)
    connection.send_error(msg["id"], refusal.code, refusal.message)
