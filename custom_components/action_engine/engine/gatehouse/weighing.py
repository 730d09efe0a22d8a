"""What a plan would do to this home: its calls, rendered and resolved as of now."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from homeassistant.const import ATTR_DEVICE_CLASS, ENTITY_MATCH_ALL
from homeassistant.core import HomeAssistant, State, split_entity_id, valid_entity_id
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.service import async_prepare_call_from_config
from homeassistant.helpers.template import is_complex, render_complex

from ..admission import Admission
from ..errors import RequestError
from ..model.impact import Asked
from ..model.own_steps import NamedStep, ToolStep
from ..model.plan import (
    CallStep,
    DeviceStep,
    EventStep,
    NativeStep,
    Plan,
    Step,
    Steps,
    WaitTriggerStep,
)
from ..model.reference import references_in, substituted
from ..model.request import Source, SourceKind
from ..model.walk import all_steps
from ..plan.targets import INDIRECT, explicit_ids, listed
from ..run.order import Order
from ..run.targets import resolve
from ..undo.inverse import RULES as WAYS_BACK
from ..undo.one_way import one_way, only_reads
from .intents import Meant
from .tool_weighing import ToolWeigher
from .written import written

DEPTH: Final = 4
"""Scripts in scripts that are opened up; what is deeper stays closed."""

UNKNOWN: Final = "template"
"""The action of a call whose name is not known yet."""

_TARGETS: Final = frozenset({"entity_id", *INDIRECT})

_KINDS: Final[Mapping[type[Step], str]] = {
    DeviceStep: "device",
    EventStep: "event",
    WaitTriggerStep: "trigger",
    NativeStep: "native",
}
"""What is no call, by its step."""

_SOURCES: Final = {"script": SourceKind.SCRIPT, "automation": SourceKind.AUTOMATION}


@dataclass(frozen=True, slots=True)
class _Where:
    """How deep one is, and in what."""

    opened: tuple[str, ...] = ()
    within: str | None = None
    """The named action whose steps these are."""

    @property
    def prefix(self) -> str:
        return f"{self.opened[-1]}/" if self.opened else ""


def _is_no_action(step: Step) -> bool:
    return not isinstance(step, NamedStep)


class Weigher:
    """Resolves what is asked; reads the home, and changes nothing."""

    def __init__(self, hass: HomeAssistant, admission: Admission) -> None:
        """``admission`` plans the scripts and automations that are opened up."""
        self._hass = hass
        self._admission = admission
        self._tools = ToolWeigher(hass, self._by_tool)

    async def weigh(
        self, plan: Plan, variables: Mapping[str, Any]
    ) -> tuple[Asked, ...]:
        """Return all that a plan may do, with what it would lead to as of now."""
        return tuple(await self._weigh(plan.steps, variables, _Where()))

    def called(self, path: str, order: Order) -> tuple[Asked, ...]:
        """Return a call as it is about to be made, and what a tool would make of it."""
        where = _Where(within=order.within)
        return self._tools.unfolded(
            self._resolved(path, order.domain, order.service, order.data, where)
        )

    async def _weigh(
        self, steps: Steps, variables: Mapping[str, Any], where: _Where
    ) -> list[Asked]:
        found: list[Asked] = []
        for step in all_steps(steps, into=_is_no_action):
            if step.enabled is False:
                continue
            if isinstance(step, NamedStep):
                found.extend(await self._named(step, variables, where))
            elif isinstance(step, CallStep):
                asked = self._call(step, variables, where)
                await self._tools.ready(asked)
                for one in self._tools.unfolded(asked):
                    found.append(one)
                    found.extend(await self._opened(one, _inside(one, where)))
            elif (kind := _KINDS.get(type(step))) is not None:
                found.append(self._other(step, kind, where))
        return found

    def _call(
        self, step: CallStep, variables: Mapping[str, Any], where: _Where
    ) -> Asked:
        place, fixed = f"{where.prefix}{step.place}", step.fixed
        if fixed is not None and not fixed.parts:
            return self._resolved(place, fixed.domain, fixed.service, fixed.data, where)
        if isinstance(step, ToolStep):
            return self._tool(place, step, variables, where)
        try:
            params = async_prepare_call_from_config(
                self._hass, dict(step.config), variables
            )
        except HomeAssistantError:
            # What it depends on is known only when the run has come there.
            return _unknown(step, place, where)
        data = {**params["service_data"], **(params["target"] or {})}
        asked = self._resolved(place, params["domain"], params["service"], data, where)
        open_ = is_complex(dict(step.config))
        return replace(asked, templated=open_, written=written(step.config))

    def _tool(
        self, place: str, step: ToolStep, variables: Mapping[str, Any], where: _Where
    ) -> Asked:
        """Return a literal call; what it takes from others is known when it runs.

        Such a call is looked at once more with what it is then: the hash of data that
        has references equals nothing that anybody has agreed to.
        """
        try:
            data = substituted(step.data, variables)
        except LookupError:
            data = {k: one for k, one in step.data.items() if k in _TARGETS}
            hidden = next(references_in(data), None) is not None
            known = {k: v for k, v in data.items() if not list(references_in(v))}
            asked = self._resolved(place, step.domain, step.service, known, where)
            # What an author has written into a named action is his own affair.
            return replace(
                asked,
                data={k: v for k, v in step.data.items() if k not in _TARGETS},
                everything=asked.everything or hidden,
                templated=where.within is not None,
            )
        return self._resolved(place, step.domain, step.service, data, where)

    async def _named(
        self, step: NamedStep, variables: Mapping[str, Any], where: _Where
    ) -> list[Asked]:
        names = {**variables, **step.known, **_known(step.given, variables)}
        inside = await self._weigh(step.steps, names, _Where(where.opened, step.name))
        own = Asked(
            place=f"{where.prefix}{step.place}",
            action=step.name,
            data=dict(step.given),
            templated=is_complex(step.given),
            reversible=all(one.reversible for one in inside),
            opened_from=where.opened[-1] if where.opened else None,
            within=where.within,
            is_named=True,
            declared=step.impact,
            needs_person=step.requires_approval,
        )
        return [own, *inside]

    def _resolved(
        self,
        place: str,
        domain: str,
        service: str,
        data: Mapping[str, Any],
        where: _Where,
    ) -> Asked:
        action = f"{domain}.{service}"
        ids = explicit_ids(data)
        everything = ENTITY_MATCH_ALL in listed(data.get("entity_id", ()))
        if ids is None:
            ids = resolve(self._hass, domain, data)
        # A template may come to anything, and what is no entity may be any of them.
        valid = tuple(filter(valid_entity_id, ids))
        everything, ids = everything or len(valid) < len(ids), valid
        states = [self._hass.states.get(i) for i in ids]
        return Asked(
            place=place,
            action=action,
            entity_ids=ids,
            everything=everything,
            data={key: value for key, value in data.items() if key not in _TARGETS},
            device_classes=_device_classes(states),
            reversible=_is_reversible(action, ids),
            opened_from=where.opened[-1] if where.opened else None,
            within=where.within,
        )

    def _by_tool(self, asked: Asked, meant: Meant, tool: str) -> Asked:
        data = dict(meant.data)
        if meant.entity_ids:
            data["entity_id"] = list(meant.entity_ids)
        inside = _Where((tool,), asked.within)
        return self._resolved(asked.place, meant.domain, meant.service, data, inside)

    def _other(self, step: Step, kind: str, where: _Where) -> Asked:
        config = getattr(step, "config", {})
        named = config.get("entity_id") if kind == "device" else None
        event = step.event if isinstance(step, EventStep) else None
        return Asked(
            place=f"{where.prefix}{step.place}",
            action=kind,
            entity_ids=(named,) if isinstance(named, str) and "." in named else (),
            data=dict(config) if event is None else {"event": event},
            opened_from=where.opened[-1] if where.opened else None,
            within=where.within,
        )

    async def _opened(self, asked: Asked, where: _Where) -> list[Asked]:
        """Return what a call leads to: the content of scripts, scenes, automations."""
        found: list[Asked] = []
        for entity_id in self._doors(asked):
            if split_entity_id(entity_id)[0] == "scene":
                found.append(self._scene(asked, entity_id, where))
            else:
                found.extend(await self._script(asked, entity_id, where))
        if asked.action == "scene.apply":
            found.append(self._apply(asked, where))
        return found

    def _doors(self, asked: Asked) -> Iterator[str]:
        domain, _, service = asked.action.partition(".")
        if domain == "script" and self._hass.states.get(asked.action) is not None:
            yield asked.action
        elif asked.action in _OPENING or (
            domain == "homeassistant" and service in ("turn_on", "toggle")
        ):
            doors = ("automation.",) if domain == "automation" else _DOORS
            yield from (i for i in asked.entity_ids if i.startswith(doors))

    async def _script(self, asked: Asked, entity_id: str, where: _Where) -> list[Asked]:
        inside = _Where((*where.opened, entity_id), where.within)
        if entity_id in where.opened or len(where.opened) >= DEPTH:
            return [_closed(asked, entity_id)]
        kind = _SOURCES[split_entity_id(entity_id)[0]]
        try:
            source = Source(kind=kind, value=entity_id)
            draft, plan = await self._admission.plan(source)
        except RequestError:
            return [_closed(asked, entity_id)]
        fields = asked.data.get("variables", asked.data)
        given = fields if isinstance(fields, Mapping) else {}
        return await self._weigh(plan.steps, {**draft.defaults, **given}, inside)

    def _scene(self, asked: Asked, entity_id: str, where: _Where) -> Asked:
        state = self._hass.states.get(entity_id)
        members = None if state is None else state.attributes.get("entity_id")
        if not isinstance(members, (list, tuple)):
            return _closed(asked, entity_id)
        return self._members(
            asked, tuple(members), _Where((*where.opened, entity_id), where.within)
        )

    def _apply(self, asked: Asked, where: _Where) -> Asked:
        entities = asked.data.get("entities")
        if not isinstance(entities, Mapping):
            return _closed(asked, "scene")
        ids = tuple(map(str, entities))
        if not all(map(valid_entity_id, ids)):
            return _closed(asked, "scene")
        inside = _Where((*where.opened, "scene"), where.within)
        return self._members(asked, ids, inside)

    def _members(self, asked: Asked, ids: tuple[str, ...], where: _Where) -> Asked:
        states = [self._hass.states.get(i) for i in ids]
        return Asked(
            place=asked.place,
            action="scene.apply",
            entity_ids=ids,
            device_classes=_device_classes(states),
            reversible=_is_reversible("scene.apply", ids),
            opened_from=where.opened[-1],
            within=where.within,
        )


def _inside(asked: Asked, where: _Where) -> _Where:
    """Return where the content of a call stands: in the tool, if a tool makes it."""
    if not asked.by_tool or asked.opened_from is None:
        return where
    return _Where((*where.opened, asked.opened_from), where.within)


_DOORS: Final = ("script.", "scene.")

_OPENING: Final = frozenset(
    {"script.turn_on", "script.toggle", "scene.turn_on", "automation.trigger"}
)


def _unknown(step: CallStep, place: str, where: _Where) -> Asked:
    name = step.config.get("action") or step.config.get("service")
    known = isinstance(name, str) and not is_complex(name)
    return Asked(
        place=place,
        action=name.lower() if known and name else UNKNOWN,
        everything=True,
        templated=True,
        written=written(step.config),
        opened_from=where.opened[-1] if where.opened else None,
        within=where.within,
    )


def _closed(asked: Asked, entity_id: str) -> Asked:
    return replace(asked, opened_from=entity_id, closed=True, data={})


def _known(given: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a named action that are known by now."""
    known: dict[str, Any] = {}
    for name, value in given.items():
        with suppress(HomeAssistantError, LookupError):
            known[name] = render_complex(substituted(value, variables), variables)
    return known


def _device_classes(states: Iterable[State | None]) -> frozenset[str]:
    classes = (one.attributes.get(ATTR_DEVICE_CLASS) for one in states if one)
    return frozenset(str(one or "") for one in classes)


def _is_reversible(action: str, ids: Iterable[str]) -> bool:
    if only_reads(action):
        return True
    domains = {split_entity_id(entity_id)[0] for entity_id in ids}
    return bool(domains) and domains <= WAYS_BACK.keys() and one_way(action) is None
