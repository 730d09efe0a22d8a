"""Who may look into the past."""

import pytest

from homeassistant.core import Context
from homeassistant.exceptions import Unauthorized, UnknownUser

from custom_components.action_engine.engine.model.policy import Policy
from custom_components.action_engine.rights import (
    limited_to,
    require_admin,
    require_own,
    sight_of,
)


async def test_calls_without_a_user_and_administrators_see_all(hass, hass_admin_user):
    """Automations are of the owner's making."""
    for context in (Context(), Context(user_id=hass_admin_user.id)):
        assert await limited_to(hass, context) is None
        await require_admin(hass, context)
        await require_own(hass, context, "somebody")


async def test_others_see_their_own(hass, plain_user):
    """And nothing that nobody in particular asked for."""
    context = Context(user_id=plain_user.id)
    assert await limited_to(hass, context) == plain_user.id
    await require_own(hass, context, plain_user.id)
    for owner in (None, "somebody"):
        with pytest.raises(Unauthorized) as refused:
            await require_own(hass, context, owner)
        assert refused.value.context is context
    with pytest.raises(Unauthorized):
        await require_admin(hass, context)


async def test_a_user_who_is_gone_sees_nothing(hass):
    """Not even what was his."""
    with pytest.raises(UnknownUser):
        await require_own(hass, Context(user_id="gone"), "gone")


async def test_sight(hass_admin_user, plain_user):
    """Administrators see everything, others their own and what they are asked about."""
    asked = Policy(id="a", name="", approvers=frozenset({plain_user.id, "else"}))
    policies = (asked, Policy(id="b", name="", approvers=frozenset({"else"})))
    assert sight_of(hass_admin_user, policies) is None
    sight = sight_of(plain_user, policies)
    assert sight.covers(plain_user.id, "b")
    assert sight.covers("else", "a")
    assert not sight.covers("else", "b")
    assert not sight.covers(None, None)
