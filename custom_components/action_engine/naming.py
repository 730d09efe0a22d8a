"""The names behind the ids of an account: ids tell people nothing."""

from collections.abc import Mapping
from typing import Any

from .asking import Asker


async def names_in(asker: Asker, account: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the names of who has asked and of the policy; None for what has gone."""
    user = None
    if (user_id := account.get("user_id")) is not None:
        user = await asker.hass.auth.async_get_user(user_id)
    policies = {one.id: one.name for one in asker.engine.gate.policies}
    return {
        "user_name": None if user is None else user.name,
        "policy_name": policies.get(account.get("policy") or ""),
    }
