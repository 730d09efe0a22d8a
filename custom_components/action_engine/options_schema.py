"""The fields of the options page, in sections."""

from typing import Any, Final

import voluptuous as vol

from homeassistant.const import UnitOfTime
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    BooleanSelector,
    EntitySelector,
    EntitySelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)

from .const import (
    SECTION_CATALOG,
    SECTION_EXECUTION,
    SECTION_JOURNAL,
    SECTION_RESTART,
    SECTION_RETRY,
    SECTION_SAFETY,
    SECTION_VERIFICATION,
)
from .engine.model.options import OnRestart

_DAY: Final = 86_400


def _whole(lowest: int, highest: int, unit: str | None = None) -> vol.All[Any]:
    """Return a field for a whole number; the selector itself answers with floats."""
    return vol.All(_number(lowest, highest, step=1, unit=unit), vol.Coerce(int))


def _number(
    lowest: float, highest: float, *, step: float, unit: str | None = None
) -> NumberSelector:
    config = NumberSelectorConfig(
        min=lowest, max=highest, step=step, mode=NumberSelectorMode.BOX
    )
    if unit:
        config["unit_of_measurement"] = unit
    return NumberSelector(config)


_EXECUTION: Final = vol.Schema(
    {
        vol.Required("workers"): _whole(1, 32),
        vol.Required("max_queue"): _whole(1, 10_000),
        vol.Required("timeout"): _number(0, _DAY, step=1, unit=UnitOfTime.SECONDS),
    }
)
_RETRY: Final = vol.Schema(
    {
        vol.Required("max_retries"): _whole(0, 100),
        vol.Required("initial_delay"): _number(
            0, _DAY, step=0.1, unit=UnitOfTime.SECONDS
        ),
        vol.Required("multiplier"): _number(1, 100, step=0.1),
        vol.Required("max_delay"): _number(0, _DAY, step=0.1, unit=UnitOfTime.SECONDS),
        vol.Required("jitter"): _number(0, 1, step=0.05),
    }
)
_VERIFICATION: Final = vol.Schema(
    {
        vol.Required("verify"): BooleanSelector(),
        vol.Required("within"): _number(0.1, 600, step=0.1, unit=UnitOfTime.SECONDS),
    }
)
_RESTART: Final = vol.Schema(
    {
        vol.Required("on_restart"): SelectSelector(
            SelectSelectorConfig(
                options=[choice.value for choice in OnRestart],
                translation_key="on_restart",
            )
        ),
        vol.Required("resume_within"): _number(
            0, 30 * _DAY, step=1, unit=UnitOfTime.SECONDS
        ),
    }
)
_JOURNAL: Final = vol.Schema(
    {
        # An emptied field is not sent at all.
        vol.Optional("db_url"): TextSelector(),
        vol.Required("encrypt"): BooleanSelector(),
        vol.Required("keep_days"): _whole(1, 3650, UnitOfTime.DAYS),
        vol.Required("keep_count"): _whole(1, 1_000_000),
    }
)
_SAFETY: Final = vol.Schema(
    {
        vol.Optional("approval_code"): TextSelector(
            TextSelectorConfig(type=TextSelectorType.PASSWORD)
        ),
        vol.Required("circuit_threshold"): _whole(1, 100),
        vol.Required("circuit_cooldown"): _number(
            1, _DAY, step=1, unit=UnitOfTime.SECONDS
        ),
    }
)
_CATALOG: Final = vol.Schema(
    {
        # An emptied field is not sent at all.
        vol.Optional("task_list"): EntitySelector(EntitySelectorConfig(domain="todo")),
        vol.Optional("notify_target"): EntitySelector(
            EntitySelectorConfig(domain="notify")
        ),
        vol.Optional("mail_service"): TextSelector(),
        vol.Optional("scripts"): EntitySelector(
            EntitySelectorConfig(domain="script", multiple=True)
        ),
    }
)
OPTIONS_SCHEMA: Final = vol.Schema(
    {
        vol.Required(SECTION_EXECUTION): section(_EXECUTION, {"collapsed": False}),
        vol.Required(SECTION_RETRY): section(_RETRY, {"collapsed": False}),
        vol.Required(SECTION_VERIFICATION): section(
            _VERIFICATION, {"collapsed": False}
        ),
        vol.Required(SECTION_RESTART): section(_RESTART, {"collapsed": True}),
        vol.Required(SECTION_SAFETY): section(_SAFETY, {"collapsed": True}),
        vol.Optional(SECTION_CATALOG): section(_CATALOG, {"collapsed": True}),
        vol.Required(SECTION_JOURNAL): section(_JOURNAL, {"collapsed": True}),
    }
)
