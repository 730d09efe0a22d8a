"""Who somebody is, by the name that the home knows him by."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from homeassistant.core import HomeAssistant

_KINDS: Final = ("kind", "user_id", "entity_id", "agent")


async def names_of(hass: HomeAssistant, ids: Iterable[str | None]) -> dict[str, str]:
    """Return the names of users by their ids; one that is gone has none."""
    found: dict[str, str] = {}
    for user_id in dict.fromkeys(ids):
        user = None if user_id is None else await hass.auth.async_get_user(user_id)
        if user is not None and user.name:
            found[user.id] = user.name
    return found


def asker_of(caller: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return who has asked, with the name of the account behind it.

    ``caller`` may be empty: of an older question nobody knows more than the account.
    """
    user_id = caller.get("user_id")
    told = {key: caller.get(key) for key in _KINDS}
    return told | {"name": None if user_id is None else names.get(user_id)}
