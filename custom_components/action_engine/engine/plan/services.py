"""Whether the called service exists, and takes what it is given.

Home Assistant finds out while the script runs, when half of it is done. Where the
call has no templates the same schema can be asked beforehand.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from homeassistant.core import HomeAssistant, SupportsResponse

from ..errors import InvalidActionError
from ..model.own_steps import ToolStep
from ..model.plan import CallStep, Plan, Step, Steps
from ..model.walk import inner_steps
from .problems import REFUSALS, invalid

_RESPONSE_RULES: Final = {
    (SupportsResponse.ONLY, False): "a response_variable, this action only answers",
    (SupportsResponse.NONE, True): "no response_variable, this action does not answer",
}


_MOST_HINTS: Final = 20
"""Problems for which a name is looked for that was meant; each takes some time."""


def check_services(hass: HomeAssistant, plan: Plan) -> list[InvalidActionError]:
    """Return a problem for each call that cannot succeed as it is written.

    Says nothing about a call with templates: what it will be is not known yet. Nor
    about what is disabled, for which that may be the very reason.
    """
    problems: list[InvalidActionError] = []
    for step in _enabled_steps(plan.steps):
        if isinstance(step, CallStep):
            try:
                _check(hass, step, hints=len(problems) < _MOST_HINTS)
            except InvalidActionError as problem:
                problems.append(problem)
    return problems


def _enabled_steps(steps: Steps) -> Iterator[Step]:
    for step in steps:
        if step.enabled is not False:
            yield step
            # A rollback is not part of the run, but it has to work when it is wanted.
            for inner in (*inner_steps(step), getattr(step, "rollback", ())):
                yield from _enabled_steps(inner)


def _check(hass: HomeAssistant, step: CallStep, *, hints: bool) -> None:
    name = step.config.get("action")
    if not isinstance(name, str):
        return
    domain, _, service = name.partition(".")
    known = hass.services.async_services_for_domain(domain)
    if service not in known:
        hint = _hint(domain, service, known) if hints else ""
        expected = f"an action that Home Assistant has{hint}"
        raise InvalidActionError(f"{step.place}: action", name, expected)
    answers = step.response_variable is not None
    literal = isinstance(step, ToolStep)
    if not literal and (
        rule := _RESPONSE_RULES.get((known[service].supports_response, answers))
    ):
        raise InvalidActionError(f"{step.place}: response_variable", name, rule)
    schema = known[service].schema
    if step.fixed is None or step.fixed.parts or schema is None:
        return
    data = dict(step.fixed.data)
    try:
        schema(data)
    except REFUSALS as error:
        raise invalid(f"{step.place}: data", data, error) from error


def _hint(domain: str, service: str, known: Iterable[str]) -> str:
    close = get_close_matches(service[:64], known, n=1)
    return f", perhaps {domain}.{close[0]}" if close else ""
