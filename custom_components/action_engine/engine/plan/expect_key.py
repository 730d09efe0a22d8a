"""The key ``expect``: what has to be true after a call.

    expect: auto                    what the call should lead to, inferred
    expect: none                    nothing
    expect: "on"                    a state; on and off without quotes are states too
    expect: ["open", "opening"]     any of them
    expect: "{{ … }}"               a template that has to become true
    expect:
      state: heat                   what follows is optional, and all of it counts
      attributes:
        temperature: {value: 21, tolerance: 0.5}
      template: "{{ … }}"
      entity_id: climate.hall       look there, instead of at the targets
      within: 30                    seconds, or 00:00:30
      skip_if_already: true

YAML reads a bare ``on`` as true and a bare ``off`` as false. Whoever writes
``expect: off`` means the state, so both are states here; to expect nothing is ``none``.
A mapping without state, attributes and template is ``auto`` with the rest on top.
"""

from collections.abc import Mapping
from typing import Any, Final

import voluptuous as vol

from homeassistant.helpers import config_validation as cv

from ..model.expectation import AttributeExpectation, Expectation
from ..model.likeness import as_number
from ..model.step_keys import ExpectKey
from .key_fields import checked, fields, is_template, number, seconds, switch, template

_HOUR: Final = 3_600.0
_FORMS: Final = "auto, none, a state, a list of states, a template, or a mapping"
_WORDS: Final = {"auto": ExpectKey(auto=True), "none": ExpectKey()}
_TOLERANCE: Final = number(0, 100_000)


def parse_expect(value: Any, place: str) -> ExpectKey:
    """Return what the value asks for; raise ``InvalidActionError`` if it is not valid.

    Templates are compiled, so it has to be called in the event loop.
    """
    return checked(_expect, value, place)


def _expect(value: Any) -> ExpectKey:
    if isinstance(value, str) and value in _WORDS:
        return _WORDS[value]
    if isinstance(value, Mapping):
        return _from_fields(_FIELDS(value))
    if is_template(value):
        return ExpectKey(template=template(value))
    try:
        return ExpectKey(expectation=Expectation(states=_states(value)))
    except vol.Invalid:
        raise vol.Invalid(_FORMS) from None


def _from_fields(given: Mapping[str, Any]) -> ExpectKey:
    states, attributes = given.get("state"), given.get("attributes", ())
    expectation = None
    if states or attributes:
        expectation = Expectation(states=states, attributes=attributes)
    compiled = given.get("template")
    return ExpectKey(
        auto=expectation is None and compiled is None,
        expectation=expectation,
        template=compiled,
        entity_ids=given.get("entity_id"),
        within=given.get("within"),
        skip_if_already=given.get("skip_if_already"),
    )


def _states(value: Any) -> frozenset[str]:
    several = value if isinstance(value, (list, tuple)) else [value]
    if not several:
        raise vol.Invalid("a state or a list of states")
    return frozenset(map(_state, several))


def _state(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if is_template(value):
        raise vol.Invalid("a state as it is; a template belongs under template")
    if isinstance(value, (str, int, float)) and value != "":
        return str(value)
    raise vol.Invalid("a state or a list of states")


def _attributes(value: Any) -> tuple[AttributeExpectation, ...]:
    if not isinstance(value, Mapping) or not value:
        raise vol.Invalid("a mapping from attributes to their values")
    if not all(isinstance(name, str) for name in value):
        raise vol.Invalid("attribute names as text, in quotes if need be")
    return tuple(_attribute(name, wanted) for name, wanted in value.items())


def _attribute(name: str, wanted: Any) -> AttributeExpectation:
    try:
        if isinstance(wanted, Mapping):
            return _with_tolerance(name, _ATTRIBUTE(wanted))
        return AttributeExpectation(name=name, value=_plain_value(wanted))
    except vol.Invalid as error:
        first = error.errors[0] if isinstance(error, vol.MultipleInvalid) else error
        raise vol.Invalid(str(first.msg), path=[name, *first.path]) from None


def _with_tolerance(name: str, given: Mapping[str, Any]) -> AttributeExpectation:
    if "value" not in given:
        raise vol.Invalid("a value, or a mapping with value and tolerance")
    value, tolerance = given["value"], given.get("tolerance", 0.0)
    numbers = value if isinstance(value, (list, tuple)) else [value]
    if tolerance and any(as_number(one) is None for one in numbers):
        raise vol.Invalid("a number as value where there is a tolerance")
    return AttributeExpectation(name=name, value=value, tolerance=tolerance)


def _plain_value(value: Any) -> Any:
    if any(map(is_template, value if isinstance(value, (list, tuple)) else [value])):
        raise vol.Invalid("a value as it is; a template belongs under template")
    return value


def _entity_ids(value: Any) -> tuple[str, ...]:
    try:
        if isinstance(value, (str, list)) and value:
            return tuple(cv.entity_ids(value))
    except vol.Invalid:
        pass
    raise vol.Invalid("an entity id or a list of entity ids")


_ATTRIBUTE: Final = fields({"value": _plain_value, "tolerance": _TOLERANCE})
_FIELDS: Final = fields(
    {
        "state": _states,
        "attributes": _attributes,
        "entity_id": _entity_ids,
        "template": template,
        "within": seconds(_HOUR),
        "skip_if_already": switch,
    }
)
