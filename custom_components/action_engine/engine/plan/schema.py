"""What is valid: Home Assistant's own schemas, and those of the engine's own blocks."""

from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.script import async_validate_action_config

from ..errors import InvalidActionError
from ..model.copying import copied
from .own_schemas import OWN_SCHEMAS
from .problems import REFUSALS, invalid, shorten


def action_type(raw: Any, place: str) -> str:
    """Return which action this is; raise ``InvalidActionError`` if it is none."""
    if not isinstance(raw, dict):
        raise InvalidActionError(place, shorten(raw), "an action, which is a mapping")
    if (own := next((kind for kind in OWN_SCHEMAS if kind in raw), None)) is not None:
        return own
    try:
        return cv.determine_script_action(raw)
    except ValueError:
        keys = ", ".join(map(str, raw)) or "an empty mapping"
        expected = "an action (action, delay, if, choose, repeat, parallel, try, graph, tool, …)"
        raise InvalidActionError(place, keys, expected) from None


async def async_validate(
    hass: HomeAssistant, kind: str, shell: dict[str, Any], place: str
) -> dict[str, Any]:
    """Return the action as Home Assistant's schemas leave it.

    ``shell`` is an action whose sequences were taken out. Raises
    ``InvalidActionError`` with the place below ``place``.
    """
    try:
        if (own := OWN_SCHEMAS.get(kind)) is not None:
            return dict(own(shell))
        # Validation changes what it is given, and the source is hashed and shown later.
        config = cv.ACTION_TYPE_SCHEMAS[kind](copied(shell))
        return await async_validate_action_config(hass, config)
    except REFUSALS as error:
        raise invalid(place, shell, error) from error
