"""What an intent would have done: its targets and calls, as Home Assistant finds them.

Only handlers whose way of working is known are told apart; of any other nobody here knows
what it does. Mind the locks: to an intent, on is locked, and off is unlocked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import probatio

from homeassistant.core import Context, HomeAssistant, State, callback
from homeassistant.helpers import intent
from homeassistant.helpers.intent import DynamicServiceIntentHandler, IntentHandler

from ..errors import DOMAIN

_SWITCHES: Final = ("homeassistant.components.intent", "OnOffIntentHandler")

_NARROWING: Final = frozenset(
    ("homeassistant.components.media_player.intent", name)
    for name in (
        "MediaPauseHandler",
        "MediaUnpauseHandler",
        "MediaPlayerMuteUnmuteHandler",
    )
)
"""Handlers that leave out some of the targets, and do as usual with the others."""

_SWITCHED: Final[Mapping[tuple[str, str], str]] = {
    ("button", "turn_on"): "press",
    ("button", "turn_off"): "press",
    ("cover", "turn_off"): "close_cover",
    ("cover", "turn_on"): "open_cover",
    ("input_button", "turn_on"): "press",
    ("input_button", "turn_off"): "press",
    ("lock", "turn_off"): "unlock",
    ("lock", "turn_on"): "lock",
    ("valve", "turn_off"): "close_valve",
    ("valve", "turn_on"): "open_valve",
}
"""What switching is in domains in which nothing is on or off."""

_ANY_DOMAIN: Final = "homeassistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """One call that an intent comes to."""

    domain: str
    service: str
    entity_ids: tuple[str, ...] = ()
    data: Mapping[str, Any]


@callback
def meant_by(
    hass: HomeAssistant, kind: str, arguments: Mapping[str, Any], assistant: str
) -> tuple[Meant, ...] | None:
    """Return the calls that an intent comes to as of now; None if nobody can tell."""
    handler = next((o for o in intent.async_get(hass) if o.intent_type == kind), None)
    if not isinstance(handler, DynamicServiceIntentHandler) or not _is_known(handler):
        return None
    given = {
        key: {"value": value}
        for key, value in arguments.items()
        if not intent.is_blank_slot_value(value)
    }
    try:
        slots = handler.async_validate_slots(given)
    except probatio.Invalid:
        return None
    constraints = _constraints(handler, slots, assistant)
    if not constraints.has_constraints:
        return None
    match = intent.async_match_targets(hass, constraints)
    if not match.is_match or not match.states:
        return None
    return _calls(hass, handler, slots, match.states)


def _is_known(handler: DynamicServiceIntentHandler) -> bool:
    kind = type(handler)
    name = (kind.__module__, kind.__name__)
    usual = DynamicServiceIntentHandler
    return name in _NARROWING or (
        kind.async_handle is usual.async_handle
        and kind.async_handle_states is usual.async_handle_states
        and kind.async_validate_slots is IntentHandler.async_validate_slots
        and (kind.async_call_service is usual.async_call_service or name == _SWITCHES)
    )


def _constraints(
    handler: DynamicServiceIntentHandler, slots: Mapping[str, Any], assistant: str
) -> intent.MatchTargetsConstraints:
    """Return what the handler looks for."""
    name = _slot(slots, "name")
    domains, classes = _slot(slots, "domain"), _slot(slots, "device_class")
    return intent.MatchTargetsConstraints(
        name=None if name == "all" else name,
        area_name=_slot(slots, "area"),
        floor_name=_slot(slots, "floor"),
        domains=handler.required_domains if domains is None else set(domains),
        device_classes=None if classes is None else set(classes),
        assistant=assistant,
        features=handler.required_features,
        states=handler.required_states,
    )


def _slot(slots: Mapping[str, Any], name: str) -> Any:
    return slots.get(name, {}).get("value")


def _calls(
    hass: HomeAssistant,
    handler: DynamicServiceIntentHandler,
    slots: dict[str, Any],
    states: list[State],
) -> tuple[Meant, ...] | None:
    asked = intent.Intent(
        hass, DOMAIN, handler.intent_type, slots, None, Context(), hass.config.language
    )
    found: dict[tuple[str, str], list[str]] = {}
    for state in states:
        try:
            domain, service = handler.get_domain_and_service(asked, state)
        except intent.IntentError:
            # The intent would fail, before anything is done.
            return None
        if domain == _ANY_DOMAIN:
            domain = state.domain
            service = _SWITCHED.get((domain, service), service)
        found.setdefault((domain, service), []).append(state.entity_id)
    data = _data(handler, slots)
    return tuple(
        Meant(domain=domain, service=service, entity_ids=tuple(ids), data=data)
        for (domain, service), ids in found.items()
    )


def _data(
    handler: DynamicServiceIntentHandler, slots: Mapping[str, Any]
) -> dict[str, Any]:
    infos = {**handler.required_slots, **handler.optional_slots}
    return {
        info.service_data_name or key: slots[key]["value"]
        for key, info in infos.items()
        if key in slots
    }
