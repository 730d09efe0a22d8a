"""The fields of the form in which a policy is set, in sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, override

import voluptuous as vol

from homeassistant.const import PERCENTAGE, UnitOfTime
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    AreaSelector,
    AreaSelectorConfig,
    BooleanSelector,
    ConditionSelector,
    DateSelector,
    EntitySelector,
    EntitySelectorConfig,
    FloorSelector,
    FloorSelectorConfig,
    LabelSelector,
    LabelSelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    ObjectSelector,
    ObjectSelectorConfig,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    TextSelector,
    TextSelectorConfig,
)

from .const import (
    SECTION_ACTIONS,
    SECTION_APPLIES,
    SECTION_APPROVALS,
    SECTION_CAPS,
    SECTION_LIMITS,
    SECTION_ROLLOUT,
    SECTION_TARGETS,
    SECTION_TRUST,
    SECTION_WHEN,
)
from .engine.model.policy import SafetyMode
from .engine.model.rollout import WHOLE
from .policy_reading import MOST_DAYS, MOST_UNITS

_MOST_CALLS: Final = 100_000
_DAY: Final = 86_400


class RawConditions(ConditionSelector):
    """Validates conditions, and hands them on as they were written.

    What validation returns holds templates that are objects, which cannot be stored.
    """

    @override
    def __call__(self, data: Any) -> Any:
        """Raise if the conditions are not valid."""
        super().__call__(data)
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What there is to choose from in this home."""

    users: list[SelectOptionDict]
    assistants: list[str]
    platforms: list[str]


def policy_schema(choices: Choices) -> vol.Schema:
    """Return the form."""
    parts = {
        SECTION_APPLIES: _applies(choices),
        SECTION_TRUST: _TRUST,
        SECTION_ROLLOUT: _ROLLOUT,
        SECTION_LIMITS: _LIMITS,
        SECTION_ACTIONS: _ACTIONS,
        SECTION_TARGETS: _TARGETS,
        SECTION_WHEN: _WHEN,
        SECTION_APPROVALS: _approvals(choices),
        SECTION_CAPS: _CAPS,
    }
    opened = (SECTION_APPLIES, SECTION_TRUST)
    return vol.Schema(
        {
            vol.Required("name"): TextSelector(),
            **{
                vol.Required(key): section(part, {"collapsed": key not in opened})
                for key, part in parts.items()
            },
        }
    )


def _list(key: str) -> vol.Optional:
    """Return the key of a list; a browser does not send one that was emptied."""
    return vol.Optional(key, default=list)


def _whole(lowest: int, highest: int, unit: str | None = None) -> vol.All[Any]:
    return vol.All(_number(lowest, highest, 1, unit), vol.Coerce(int))


def _number(
    lowest: float, highest: float, step: float, unit: str | None = None
) -> NumberSelector:
    config = NumberSelectorConfig(
        min=lowest, max=highest, step=step, mode=NumberSelectorMode.BOX
    )
    if unit:
        config["unit_of_measurement"] = unit
    return NumberSelector(config)


def _select(options: list[str]) -> SelectSelector:
    return SelectSelector(
        SelectSelectorConfig(options=options, multiple=True, custom_value=True)
    )


def _users(choices: Choices) -> SelectSelector:
    return SelectSelector(
        SelectSelectorConfig(options=choices.users, multiple=True, sort=True)
    )


def _rows(name: str, fields: Mapping[str, Any]) -> ObjectSelector:
    return ObjectSelector(
        ObjectSelectorConfig(
            fields={
                key: {"selector": selector, "required": True}
                for key, selector in fields.items()
            },
            multiple=True,
            label_field=next(iter(fields)),
            translation_key=name,
        )
    )


_TEXTS: Final = TextSelector(TextSelectorConfig(multiple=True))
_LABELS: Final = LabelSelector(LabelSelectorConfig(multiple=True))
_ENTITIES: Final = EntitySelector(EntitySelectorConfig(multiple=True))
_ASKERS: Final = EntitySelector(
    EntitySelectorConfig(domain=["automation", "script"], multiple=True)
)


def _applies(choices: Choices) -> vol.Schema:
    return vol.Schema(
        {
            _list("users"): _users(choices),
            _list("entities"): _ASKERS,
            _list("labels"): _LABELS,
            _list("assistants"): _select(choices.assistants),
            _list("platforms"): _select(choices.platforms),
            vol.Required("agents"): BooleanSelector(),
            vol.Required("household"): BooleanSelector(),
        }
    )


_TRUST: Final = vol.Schema(
    {
        vol.Required("enabled"): BooleanSelector(),
        vol.Required("trusted"): BooleanSelector(),
        vol.Required("approval_required"): BooleanSelector(),
        vol.Required("auto_approval_threshold"): _number(0, 1, 0.01),
        vol.Required("canary_percentage"): _whole(0, WHOLE, PERCENTAGE),
        vol.Required("safety_mode"): SelectSelector(
            SelectSelectorConfig(
                options=[mode.value for mode in SafetyMode],
                translation_key="safety_mode",
            )
        ),
        vol.Required("ask_first_use"): BooleanSelector(),
        vol.Required("notify_on_auto_action"): BooleanSelector(),
        vol.Required("circuits"): BooleanSelector(),
    }
)
_LIMITS: Final = vol.Schema(
    {
        vol.Required("max_per_hour"): _whole(0, _MOST_CALLS),
        vol.Required("max_per_day"): _whole(0, _MOST_CALLS),
        _list("type_limits"): _rows(
            "type_limits",
            # Whole numbers by a step of 1: what is inside an object is not converted.
            {"pattern": TextSelector(), "limit": _number(1, _MOST_CALLS, 1)},
        ),
        vol.Required("entity_limit"): _whole(0, _MOST_CALLS),
        vol.Required("repeats"): _whole(0, 1000),
        vol.Required("budget"): _whole(0, MOST_UNITS),
        _list("costs"): _rows(
            "costs",
            {"pattern": TextSelector(), "cost": _number(0, MOST_UNITS, 1)},
        ),
    }
)
_ROLLOUT: Final = vol.Schema(
    {
        vol.Optional("start"): DateSelector(),
        _list("stages"): _rows(
            "stages",
            {
                "day": _number(0, MOST_DAYS, 1),
                "percentage": _number(0, WHOLE, 1, PERCENTAGE),
                "actions": _TEXTS,
            },
        ),
    }
)
_ACTIONS: Final = vol.Schema(
    {_list("allowed_actions"): _TEXTS, _list("denied_actions"): _TEXTS}
)
_TARGETS: Final = vol.Schema(
    {
        _list(f"{prefix}_{key}"): selector
        for prefix in ("allowed", "denied")
        for key, selector in (
            ("areas", AreaSelector(AreaSelectorConfig(multiple=True))),
            ("floors", FloorSelector(FloorSelectorConfig(multiple=True))),
            ("labels", _LABELS),
            ("entities", _ENTITIES),
        )
    }
)
_WHEN: Final = vol.Schema(
    {
        _list("conditions"): RawConditions(),
        vol.Optional("mode_entity"): EntitySelector(),
        _list("modes"): _rows("modes", {"mode": TextSelector(), "actions": _TEXTS}),
        _list("mode_changes"): _TEXTS,
        _list("transitions"): _rows(
            "transitions", {"mode": TextSelector(), "to": _TEXTS}
        ),
    }
)


def _approvals(choices: Choices) -> vol.Schema:
    return vol.Schema(
        {
            _list("approvers"): _users(choices),
            vol.Required("approval_ttl"): _number(30, 30 * _DAY, 1, UnitOfTime.SECONDS),
        }
    )


_CAPS: Final = vol.Schema(
    {
        vol.Required("calls"): _whole(0, _MOST_CALLS),
        vol.Required("entities"): _whole(0, _MOST_CALLS),
        vol.Required("seconds"): _number(0, 7 * _DAY, 1, UnitOfTime.SECONDS),
        vol.Required("turns"): _whole(0, _MOST_CALLS),
    }
)
