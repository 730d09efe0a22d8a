"""What one call should lead to, and the look whether it did."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from homeassistant.const import ATTR_ASSUMED_STATE, STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import HomeAssistant, State, split_entity_id
from homeassistant.helpers.template import Template, result_as_boolean

from ..errors import NowhereToLookError
from ..model.expectation import Expectation, can_be_judged, describe, holds, unmet_text
from ..model.plan import CallStep, EffortStep
from ..model.step_keys import ExpectKey
from ..plan.auto_expect import extra_within, infer
from .frame import Frame
from .order import Order
from .watching import watch_entities, watch_template

_ANY_DOMAIN = "homeassistant"


@dataclass(slots=True, eq=False)
class Aim:
    """An expectation, for whom it counts, and how long to look."""

    expectation: Expectation | None
    within: float
    template: Template | None = None
    look_at: tuple[str, ...] | None = None
    """Entities to look at instead of the targets."""

    skip_if_already: bool = False
    by_domain: dict[str, Expectation | None] | None = None
    """Filled for services that stand for another one in every domain."""

    inferred: bool = False
    """Nobody but the engine expects it."""

    wording: str = ""
    """The expectation as people read it, if somebody has put it into words before."""

    before: dict[str, State | None] = field(default_factory=dict)

    def of(self, entity_id: str) -> Expectation | None:
        """Return what is expected of an entity, None if nothing can be judged."""
        expectation = self.expectation
        if self.by_domain is not None:
            expectation = self.by_domain.get(split_entity_id(entity_id)[0])
        if expectation is None or not expectation.inverts:
            return expectation
        judged = can_be_judged(expectation, self.before.get(entity_id))
        return expectation if judged else None

    @property
    def is_elsewhere(self) -> bool:
        """The targets alone do not tell whether the call had its effect."""
        return self.look_at is not None or self.template is not None

    def looked_at(self, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the entities that tell about a call on these targets."""
        return entity_ids if self.look_at is None else self.look_at

    def is_met(self, hass: HomeAssistant, entity_id: str) -> bool:
        """Tell whether an entity is as expected; nothing expected is always met."""
        return self._holds(hass, entity_id) or self._is_mute(hass, entity_id)

    def _holds(self, hass: HomeAssistant, entity_id: str) -> bool:
        expectation = self.of(entity_id)
        if expectation is None:
            return True
        before = self.before.get(entity_id) if expectation.inverts else None
        return holds(expectation, hass.states.get(entity_id), before)

    def _was_mute(self, entity_id: str) -> bool:
        before = self.before.get(entity_id)
        return self.inferred and before is not None and before.state == STATE_UNKNOWN

    def _is_mute(self, hass: HomeAssistant, entity_id: str) -> bool:
        """Tell whether an entity has never said how it is, as one-way devices do.

        Nobody asked for its state by name, so its silence is no failure.
        """
        if not self._was_mute(entity_id):
            return False
        now = hass.states.get(entity_id)
        return now is not None and now.state == STATE_UNKNOWN

    def begin(self, hass: HomeAssistant, entity_ids: Iterable[str]) -> None:
        """Note how those are that were not there before, now that they are called."""
        for entity_id in entity_ids:
            state = self.before.get(entity_id)
            if state is None or state.state == STATE_UNAVAILABLE:
                self.before[entity_id] = hass.states.get(entity_id)

    def unmet(self, hass: HomeAssistant, entity_ids: Iterable[str]) -> tuple[str, ...]:
        """Return those that are not as expected now."""
        return tuple([i for i in entity_ids if not self.is_met(hass, i)])

    def has_not_moved(self, hass: HomeAssistant, entity_id: str) -> bool:
        """Tell whether an entity is still just as it was before the call."""
        return hass.states.get(entity_id) is self.before.get(entity_id)

    def is_untouched(self, hass: HomeAssistant, entity_ids: tuple[str, ...]) -> bool:
        """Tell whether it is certain that the call did nothing for any of these.

        To be asked after a look in vain. What was as expected before the call, or
        cannot be judged, gives no certainty, however still it stands.
        """
        if not self._judges_states:
            return True
        return all(
            not self.is_met(hass, i) and self.has_not_moved(hass, i)
            for i in self.looked_at(entity_ids)
        )

    def undone(
        self, frame: Frame, entity_ids: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """Return for whom a call has to be made at all, None if all is so already.

        Raises ``TemplateError`` if the template cannot be rendered.
        """
        template, hass = self.template, frame.run.hass
        if template is not None and not result_as_boolean(
            template.async_render(frame.variables)
        ):
            return entity_ids
        looked_at = self.looked_at(entity_ids)
        if not self._judges_states:
            return None
        if not looked_at or not all(map(self.of, looked_at)):
            return entity_ids
        if not (left := tuple(i for i in looked_at if not self._holds(hass, i))):
            return None
        return entity_ids if self.is_elsewhere else left

    @property
    def _judges_states(self) -> bool:
        return self.expectation is not None or self.by_domain is not None

    async def look(self, frame: Frame, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Wait until all is as expected; return the targets for which it is not."""
        hass, ends = frame.run.hass, frame.run.time() + self.within
        seen = self.looked_at(entity_ids)
        left = await watch_entities(
            hass, seen, lambda i: self.is_met(hass, i), self.within
        )
        if left:
            return left if self.look_at is None else entity_ids or left
        if self.template is None:
            return ()
        rest = ends - frame.run.time()
        true = await watch_template(hass, self.template, frame.variables, rest)
        return () if true else entity_ids or (self.template.template,)

    def is_seen(self, hass: HomeAssistant, entity_ids: tuple[str, ...]) -> bool | None:
        """Tell what a look that found nothing amiss is worth.

        None: nothing was expected of anybody, or an entity only assumes its state, or
        does not say it at all.
        """
        judged = [i for i in self.looked_at(entity_ids) if self.of(i) is not None]
        if self.template is None and not judged:
            return None
        for entity_id in judged:
            if self._was_mute(entity_id) and not self._holds(hass, entity_id):
                return None
            state = hass.states.get(entity_id)
            if state is not None and state.attributes.get(ATTR_ASSUMED_STATE):
                return None
        return True

    def text(self) -> str:
        """Return what is expected, for people."""
        if self.wording and self.by_domain is None and self.template is None:
            return self.wording
        parts = [] if self.expectation is None else [describe(self.expectation)]
        if self.by_domain is not None:
            known = {describe(e) for e in self.by_domain.values() if e is not None}
            parts.extend(sorted(known))
        if self.template is not None:
            parts.append(self.template.template)
        return " and ".join(parts)

    def complaint(self, hass: HomeAssistant, entity_ids: Iterable[str]) -> str:
        """Return what is amiss, for people."""
        parts = [
            f"{i}: {unmet_text(expectation, hass.states.get(i))}"
            for i in self.looked_at(tuple(entity_ids))
            if (expectation := self.of(i)) is not None and not self.is_met(hass, i)
        ]
        if not parts and self.template is not None:
            parts.append(f"not true: {self.template.template}")
        return "; ".join(parts)


def take_aim(step: EffortStep, frame: Frame, order: Order) -> Aim | None:
    """Return what a call is expected to lead to, None if nothing."""
    settings = frame.run.settings
    key = step.keys.expect
    if key is None:
        wanted = settings.verify and order.entity_ids
        return _inferred(step, frame, order) if wanted else None
    aim = _inferred(step, frame, order) if key.auto else None
    if aim is None:
        if key.expectation is None and key.template is None:
            return None
        if key.template is None and not (key.entity_ids or order.entity_ids):
            raise NowhereToLookError(action=step.action, place=step.place)
        aim = Aim(
            key.expectation, settings.within, skip_if_already=settings.skip_if_already
        )
    return _as_written(aim, key)


def _as_written(aim: Aim, key: ExpectKey) -> Aim:
    aim.template = key.template
    aim.look_at = key.entity_ids
    if key.within is not None:
        aim.within = key.within
    if key.skip_if_already is not None:
        aim.skip_if_already = key.skip_if_already
    return aim


def _inferred(step: EffortStep, frame: Frame, order: Order) -> Aim | None:
    if not order.entity_ids:
        return None
    settings = frame.run.settings
    fixed = step.fixed if isinstance(step, CallStep) else None
    wording = ""
    if fixed is not None and not fixed.parts:
        expectation, extra = fixed.expectation, fixed.extra_within
        wording = fixed.expected
    else:
        expectation = infer(order.domain, order.service, order.data)
        extra = extra_within(order.domain, order.service, order.data)
    by_domain = None
    if order.domain == _ANY_DOMAIN:
        by_domain, extra = _spread(order)
    if expectation is None and not any((by_domain or {}).values()):
        return None
    return Aim(
        expectation,
        settings.within + extra,
        skip_if_already=settings.skip_if_already,
        by_domain=by_domain,
        inferred=True,
        wording=wording,
    )


def _spread(order: Order) -> tuple[dict[str, Expectation | None], float]:
    """Return what is expected by domain, and the time that the slowest one needs."""
    domains = {split_entity_id(entity_id)[0] for entity_id in order.entity_ids}
    call = order.domain, order.service, order.data
    return (
        {domain: infer(*call, domain) for domain in domains},
        max(extra_within(*call, domain) for domain in domains),
    )
