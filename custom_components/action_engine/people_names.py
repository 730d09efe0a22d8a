"""Who somebody is, by the name that the home knows him by."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from homeassistant.core import HomeAssistant

from .asking import Asker

_KINDS: Final = ("kind", "user_id", "entity_id", "agent")


async def names_of(hass: HomeAssistant, ids: Iterable[str | None]) -> dict[str, str]:
    """Return the names of users by their ids; one that is gone has none."""
    found: dict[str, str] = {}
    for user_id in dict.fromkeys(ids):
        user = None if user_id is None else await hass.auth.async_get_user(user_id)
        if user is not None and user.name:
            found[user.id] = user.name
    return found


async def names_behind(
    asker: Asker, account: Mapping[str, Any]
) -> dict[str, str | None]:
    """Return the names of who has asked and of the policy; None for what has gone."""
    user_id = account.get("user_id")
    people = await names_of(asker.hass, [user_id])
    policies = {one.id: one.name for one in asker.engine.gate.policies}
    return {
        "user_name": people.get(user_id or ""),
        "policy_name": policies.get(account.get("policy") or ""),
    }


def asker_of(caller: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return who has asked, with the name of the account behind it.

    ``caller`` may be empty: of an older question nobody knows more than the account.
    """
    user_id = caller.get("user_id")
    told = {key: caller.get(key) for key in _KINDS}
    return told | {"name": None if user_id is None else names.get(user_id)}
