"""Calls are prepared once, when the plan is compiled, as far as they hold no template.

Home Assistant prepares a call anew each time it is made. Where nothing in it can
change, that is most of what a step costs; where only its data can, still much of it.
"""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.core import HomeAssistant, valid_entity_id
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.service import async_prepare_call_from_config
from homeassistant.helpers.template import Template, is_complex

from ..model.expectation import describe
from ..model.plan import FixedCall
from .auto_expect import extra_within, infer
from .repeatable import repeatability
from .targets import explicit_ids, listed

_FRAME: Final = ("action", "service_template", "target", "entity_id")
_DATA: Final = ("data", "data_template")


def fix_call(hass: HomeAssistant, config: Mapping[str, Any]) -> FixedCall | None:
    """Return the prepared call, None if it has to be prepared when it is made.

    ``config`` is a call that Home Assistant's schema has validated. What Home Assistant
    cannot prepare is left for the run: there an error is the error of its step.
    """
    parts = tuple(config[key] for key in _DATA if key in config)
    if is_complex([config.get(part) for part in _FRAME]):
        return None
    if _has_registry_ids(config) or any(isinstance(one, Template) for one in parts):
        return None
    if not any(map(is_complex, parts)):
        parts = ()
    try:
        params = async_prepare_call_from_config(hass, _without(config, parts), {})
    except HomeAssistantError:
        return None
    domain, service = params["domain"], params["service"]
    data, target = params["service_data"], params["target"] or {}
    if parts:
        return FixedCall(
            domain=domain,
            service=service,
            data={},
            target=target,
            entity_ids=None,
            parts=parts,
        )
    whole = {**data, **target}
    expectation = infer(domain, service, whole)
    return FixedCall(
        domain=domain,
        service=service,
        data=whole,
        target=target,
        entity_ids=explicit_ids(whole),
        repeat=repeatability(domain, service, whole),
        expectation=expectation,
        expected=describe(expectation) if expectation else "",
        extra_within=extra_within(domain, service, whole),
    )


def _without(config: Mapping[str, Any], parts: tuple[Any, ...]) -> dict[str, Any]:
    return {k: v for k, v in config.items() if not parts or k not in _DATA}


def _has_registry_ids(config: Mapping[str, Any]) -> bool:
    """Tell whether an entity is named by its registry id.

    Such an id leads to another entity id as soon as somebody renames the entity.
    """
    target = config.get("target") or {}
    ids = listed(target.get("entity_id", ()))
    return not all(valid_entity_id(i) or i in ("all", "none") for i in ids)
