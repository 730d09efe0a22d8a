"""One call as it goes out: rendered, with its targets resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import voluptuous as vol

from homeassistant.core import SupportsResponse
from homeassistant.exceptions import HomeAssistantError, TemplateError
from homeassistant.helpers.service import async_prepare_call_from_config
from homeassistant.helpers.template import render_complex

from ..model.copying import copied
from ..model.own_steps import ToolStep
from ..model.plan import CallStep, FixedCall
from ..model.reference import substituted
from ..model.repeat import Repeat
from ..plan.repeatable import repeatability
from ..plan.targets import INDIRECT, explicit_ids
from .frame import Frame, Run
from .service_facts import Facts
from .targets import resolve


@dataclass(slots=True, eq=False)
class Order:
    """What is asked of Home Assistant, and of whom."""

    domain: str
    service: str
    data: Mapping[str, Any]
    """Data and target together, as Home Assistant merges them; may be the plan's own."""

    entity_ids: tuple[str, ...] = ()
    """Whom it is meant for, as far as anybody can tell."""

    judged: bool = False
    """It is known to act on just these entities: one that is not there is a failure,
    and a repetition may be narrowed to those that are left."""

    known_repeat: Repeat | None = None
    returns: bool = False
    within: str | None = None
    """The action of the catalog that it is part of."""

    is_steady: bool = False
    """Its data is the plan's own, which nobody changes."""

    @property
    def repeat(self) -> Repeat:
        """What a second identical call does; worked out only when it is asked for."""
        if self.known_repeat is not None:
            return self.known_repeat
        return repeatability(self.domain, self.service, self.data)

    def as_dict(self) -> dict[str, Any]:
        """Return what has to be written down so that the same call can go out again."""
        return {
            "domain": self.domain,
            "service": self.service,
            "data": self.data,
            "targets": self.entity_ids,
            "judged": self.judged,
            "repeat": self.repeat.value,
            "returns": self.returns,
            "within": self.within,
        }

    @classmethod
    def from_dict(cls, facts: Mapping[str, Any]) -> Order:
        """Return the order that was written down."""
        return cls(
            facts["domain"],
            facts["service"],
            dict(facts["data"]),
            tuple(facts["targets"]),
            facts["judged"],
            Repeat(facts["repeat"]),
            facts["returns"],
            facts.get("within"),
        )

    def joined(self, earlier: Any, later: Any) -> Any:
        """Return the answer of all attempts: a narrowed one answers for its own."""
        if self.judged and isinstance(earlier, dict) and isinstance(later, dict):
            return {**earlier, **later}
        return later

    def narrowed(self, entity_ids: tuple[str, ...]) -> dict[str, Any]:
        """Return the data of the same call for only some of its entities.

        A copy all the way down: what a service changes in it must not change the plan.
        """
        data = {key: copied(value) for key, value in self.data.items()}
        if not self.judged or entity_ids == self.entity_ids:
            return data
        data = {k: v for k, v in data.items() if k not in INDIRECT}
        data["entity_id"] = list(entity_ids)
        return data


def place_order(step: CallStep, frame: Frame) -> Order:
    """Render a call and resolve its targets.

    Raises what native scripts raise for templates, targets and responses that do not
    fit; none of that is worth a second attempt.
    """
    run = frame.run
    fixed = step.fixed
    if isinstance(step, ToolStep) and fixed is None:
        order = _fill_in(step, frame)
    elif fixed is None:
        order = _render(step, frame)
    elif fixed.parts:
        order = _render_data(fixed, frame)
    else:
        order = Order(fixed.domain, fixed.service, fixed.data)
        order.known_repeat, order.is_steady = fixed.repeat, True
    order.within = frame.named
    facts = run.facts.get(order.domain, order.service)
    order.returns = _returns(step, facts)
    if facts is None:
        return order
    if order.returns or facts.supports_response is SupportsResponse.ONLY:
        _check_response(order, facts.supports_response)
    if not _targets_matter(step, run):
        return order
    order.judged = facts.per_entity
    order.entity_ids = _targets(run, order, fixed, per_entity=facts.per_entity)
    return order


def _returns(step: CallStep, facts: Facts | None) -> bool:
    """Tell whether an answer is asked for; a tool answers if it can."""
    if isinstance(step, ToolStep) and facts is not None:
        supports = facts.supports_response
        if supports is not SupportsResponse.OPTIONAL:
            return supports is SupportsResponse.ONLY
    return step.response_variable is not None


def _fill_in(step: ToolStep, frame: Frame) -> Order:
    try:
        data = substituted(step.data, frame.names)
    except LookupError as error:
        raise HomeAssistantError(str(error.args[0])) from error
    return Order(step.domain, step.service, data)


def _targets_matter(step: CallStep, run: Run) -> bool:
    """Tell whether anybody will ask whom the call was meant for."""
    settings = run.settings
    if settings.verify or settings.observe or not settings.ignore_missing:
        return True
    return step.keys.expect is not None


def _render_data(fixed: FixedCall, frame: Frame) -> Order:
    """Render what is not known beforehand; errors read as Home Assistant's own."""
    data: dict[str, Any] = {}
    names = frame.names
    try:
        for part in fixed.parts:
            data.update(render_complex(part, names))
    except TemplateError as error:
        text = f"Error rendering data template: {error}"
        raise HomeAssistantError(text) from error
    data.update(fixed.target)
    return Order(fixed.domain, fixed.service, data)


def _render(step: CallStep, frame: Frame) -> Order:
    params = async_prepare_call_from_config(
        frame.run.hass, dict(step.config), frame.names
    )
    domain, service = params["domain"], params["service"]
    data = {**params["service_data"], **(params["target"] or {})}
    return Order(domain, service, data)


def _targets(
    run: Run, order: Order, fixed: FixedCall | None, *, per_entity: bool
) -> tuple[str, ...]:
    known = fixed is not None and not fixed.parts
    ids = fixed.entity_ids if fixed and known else explicit_ids(order.data)
    if ids is not None:
        return ids
    return resolve(run.hass, order.domain, order.data) if per_entity else ()


def _check_response(order: Order, supports: SupportsResponse) -> None:
    """Refuse what Home Assistant's scripts refuse, in their words."""
    if supports is SupportsResponse.ONLY and not order.returns:
        text = (
            "Script requires 'response_variable' for response data for service call "
            f"{order.domain}.{order.service}"
        )
        raise vol.Invalid(text)
    if supports is SupportsResponse.NONE and order.returns:
        text = (
            f"Script does not support 'response_variable' for service "
            f"'{order.domain}.{order.service}' which does not support response data."
        )
        raise vol.Invalid(text)
