"""Calls without a template are prepared once, when the plan is compiled.

Home Assistant prepares a call anew each time it is made. Where nothing in it can
change, that is most of what a step costs.
"""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.core import HomeAssistant, valid_entity_id
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.service import async_prepare_call_from_config
from homeassistant.helpers.template import is_complex

from ..model.plan import FixedCall
from .auto_expect import extra_within, infer
from .repeatable import repeatability
from .targets import explicit_ids, listed

_PARTS: Final = (
    "action",
    "service_template",
    "data",
    "data_template",
    "target",
    "entity_id",
)


def fix_call(hass: HomeAssistant, config: Mapping[str, Any]) -> FixedCall | None:
    """Return the prepared call, None if it has to be prepared when it is made.

    ``config`` is a call that Home Assistant's schema has validated. What Home Assistant
    cannot prepare is left for the run: there an error is the error of its step.
    """
    if any(is_complex(config.get(part)) for part in _PARTS) or _has_registry_ids(
        config
    ):
        return None
    try:
        params = async_prepare_call_from_config(hass, dict(config), {})
    except HomeAssistantError:
        return None
    domain, service = params["domain"], params["service"]
    data, target = params["service_data"], params["target"] or {}
    whole = {**data, **target}
    return FixedCall(
        domain=domain,
        service=service,
        data=data,
        flat=not any(isinstance(v, (dict, list)) for v in whole.values()),
        target=target,
        entity_ids=explicit_ids(whole),
        repeat=repeatability(domain, service, whole),
        expectation=infer(domain, service, whole),
        extra_within=extra_within(domain, service, whole),
    )


def _has_registry_ids(config: Mapping[str, Any]) -> bool:
    """Tell whether an entity is named by its registry id.

    Such an id leads to another entity id as soon as somebody renames the entity.
    """
    target = config.get("target") or {}
    ids = listed(target.get("entity_id", ()))
    return not all(valid_entity_id(i) or i in ("all", "none") for i in ids)
