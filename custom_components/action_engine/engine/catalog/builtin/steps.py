"""The few shapes of raw steps of which the entries are made."""

from collections.abc import Mapping
from typing import Any

from ..binding import DOMAIN, GIVEN

type RawStep = dict[str, Any]


def tool(name: str, data: Mapping[str, Any], response: str | None = None) -> RawStep:
    """Return a literal call; ``${{x}}`` in its data are the values of variables."""
    step: RawStep = {"tool": name, "data": dict(data)}
    return step if response is None else step | {"response_variable": response}


def when(template: str) -> list[RawStep]:
    """Return the conditions that a template decides, which has no braces yet."""
    return [{"condition": "template", "value_template": f"{{{{ {template} }}}}"}]


def either(template: str, then: list[RawStep], otherwise: list[RawStep]) -> RawStep:
    """Return a step that does one of two things."""
    return {"if": when(template), "then": then, "else": otherwise}


def given(name: str, then: list[RawStep], otherwise: list[RawStep]) -> RawStep:
    """Return a step that is one of two things, by whether a parameter is given."""
    return {GIVEN: name, "then": then, "else": otherwise}


def by_domain(
    name: str, cases: Mapping[str, list[RawStep]], otherwise: list[RawStep]
) -> RawStep:
    """Return a step that is one of several things, by the domain of an entity id."""
    return {DOMAIN: name, "cases": dict(cases), "else": otherwise}


def failure(text: str) -> RawStep:
    """Return a step that ends in an error."""
    return {"stop": text, "error": True}


def computed(name: str, template: str) -> RawStep:
    """Return a step that sets a variable."""
    return {"variables": {name: f"{{{{ {template} }}}}"}}
