"""Scripts and automations of this home, read as their authors wrote them.

What an entity keeps in ``raw_config`` has the inputs of its blueprint filled in, and
its templates not yet rendered.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from homeassistant.components.automation import (
    DATA_COMPONENT as AUTOMATIONS,
    DOMAIN as AUTOMATION,
    BaseAutomationEntity,
    UnavailableAutomationEntity,
)
from homeassistant.components.script import (
    DOMAIN as SCRIPT,
    BaseScriptEntity,
    UnavailableScriptEntity,
)
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_component import EntityComponent

from ..errors import InvalidActionError, SourceNotFoundError
from ..model.draft import Draft
from .bodies import automation_draft, script_draft
from .caps import check_caps
from .plain import to_plain
from .wording import in_words

# What counts of a configuration; triggers and selectors may be as large as they like.
_SCRIPT_KEYS: Final = frozenset({"alias", "fields", "sequence", "variables"})
_AUTOMATION_KEYS: Final = frozenset({"action", "actions", "alias", "variables"})


def read_script(hass: HomeAssistant, entity_id: Any) -> Draft:
    """Read the sequence, variables and field defaults of a script.

    Raises ``SourceNotFoundError`` if there is no such script, ``InvalidActionError``
    if that is no script's entity id or its configuration is not valid.
    """
    _check_domain(entity_id, SCRIPT)
    scripts: EntityComponent[BaseScriptEntity] | None = hass.data.get(SCRIPT)
    entity = None if scripts is None else scripts.get_entity(entity_id)
    return _read(hass, entity_id, script_draft, _taken(entity, entity_id, _SCRIPT_KEYS))


def read_automation(hass: HomeAssistant, entity_id: Any) -> Draft:
    """Read the actions and variables of an automation, as ``automation.trigger`` does.

    Raises as ``read_script`` does.
    """
    _check_domain(entity_id, AUTOMATION)
    automations = hass.data.get(AUTOMATIONS)
    entity = None if automations is None else automations.get_entity(entity_id)
    raw = _taken(entity, entity_id, _AUTOMATION_KEYS)
    return _read(hass, entity_id, automation_draft, raw)


def _check_domain(entity_id: Any, domain: str) -> None:
    if not isinstance(entity_id, str) or not entity_id.startswith(f"{domain}."):
        raise InvalidActionError(
            domain, in_words(entity_id), f"an entity id that begins with {domain}."
        )


def _taken(
    entity: BaseScriptEntity | BaseAutomationEntity | None,
    entity_id: str,
    keys: frozenset[str],
) -> dict[str, Any]:
    if entity is None:
        raise SourceNotFoundError(entity_id=entity_id)
    unavailable = (UnavailableScriptEntity, UnavailableAutomationEntity)
    if isinstance(entity, unavailable) or entity.raw_config is None:
        raise InvalidActionError(
            entity_id,
            "a configuration that Home Assistant has refused",
            "a valid one; its repair issue tells what is wrong",
        )
    return {key: value for key, value in entity.raw_config.items() if key in keys}


def _read(
    hass: HomeAssistant,
    entity_id: str,
    to_draft: Callable[[Mapping[str, Any]], Draft],
    raw: dict[str, Any],
) -> Draft:
    check_caps(raw)
    draft = to_draft(to_plain(raw))
    state = hass.states.get(entity_id)
    return replace(
        draft,
        # Native runs know their own entity under this name, None if it has no state.
        defaults={"this": None if state is None else state.as_dict(), **draft.defaults},
        name=draft.name or (None if state is None else state.name),
        entity_id=entity_id,
    )
