"""What is valid: Home Assistant's own schemas, and one for the engine's own block."""

from typing import Any, Final

import voluptuous as vol

from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.script import async_validate_action_config

from ..errors import InvalidActionError
from ..model.copying import copied
from .problems import REFUSALS, invalid, shorten

TRY: Final = "try"

_TRY_SCHEMA: Final = vol.All(
    vol.Schema(
        {
            vol.Optional("alias"): cv.string,
            vol.Remove("note"): str,
            vol.Optional("enabled"): vol.Any(cv.boolean, cv.template),
            vol.Optional("continue_on_error"): cv.boolean,
            vol.Required("try"): list,
            vol.Optional("catch"): list,
            vol.Optional("finally"): list,
        }
    ),
    cv.has_at_least_one_key("catch", "finally"),
)


def action_type(raw: Any, place: str) -> str:
    """Return which action this is; raise ``InvalidActionError`` if it is none."""
    if not isinstance(raw, dict):
        raise InvalidActionError(place, shorten(raw), "an action, which is a mapping")
    if TRY in raw:
        return TRY
    try:
        return cv.determine_script_action(raw)
    except ValueError:
        keys = ", ".join(map(str, raw)) or "an empty mapping"
        expected = "an action (action, delay, if, choose, repeat, parallel, try, …)"
        raise InvalidActionError(place, keys, expected) from None


async def async_validate(
    hass: HomeAssistant, kind: str, shell: dict[str, Any], place: str
) -> dict[str, Any]:
    """Return the action as Home Assistant's schemas leave it.

    ``shell`` is an action whose sequences were taken out. Raises
    ``InvalidActionError`` with the place below ``place``.
    """
    try:
        if kind == TRY:
            return dict(_TRY_SCHEMA(shell))
        # Validation changes what it is given, and the source is hashed and shown later.
        config = cv.ACTION_TYPE_SCHEMAS[kind](copied(shell))
        return await async_validate_action_config(hass, config)
    except REFUSALS as error:
        raise invalid(place, shell, error) from error
