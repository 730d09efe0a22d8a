"""People of a test home: real users of Home Assistant, in one of its own groups."""

from pytest_homeassistant_custom_component.common import MockGroup, MockUser

from homeassistant.auth.const import GROUP_ID_ADMIN, GROUP_ID_USER
from homeassistant.core import HomeAssistant


def add_person(hass: HomeAssistant, user_id: str, *, is_admin: bool = True) -> str:
    """Let somebody move in; return the id."""
    group_id = GROUP_ID_ADMIN if is_admin else GROUP_ID_USER
    groups = hass.auth._store._groups  # noqa: SLF001 - there is no other way to reach them
    group = groups.get(group_id) or MockGroup(id=group_id).add_to_hass(hass)
    MockUser(id=user_id, name=user_id.title(), groups=[group]).add_to_hass(hass)
    return user_id
