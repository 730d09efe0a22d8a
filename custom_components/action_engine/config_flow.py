"""One entry without questions, and an options page that takes effect at once."""

from typing import Any, Final, override

import voluptuous as vol

from homeassistant.config_entries import (
    ConfigEntry,
    ConfigFlow,
    ConfigFlowResult,
    OptionsFlow,
)
from homeassistant.const import UnitOfTime
from homeassistant.core import callback
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    BooleanSelector,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
)

from .const import DOMAIN, SECTION_EXECUTION, SECTION_RETRY, SECTION_VERIFICATION
from .entry_options import options_as_entry, options_from_entry

_DAY: Final = 86_400


def _whole(lowest: int, highest: int) -> vol.All[Any]:
    """Return a field for a whole number; the selector itself answers with floats."""
    selector = NumberSelector(
        NumberSelectorConfig(
            min=lowest, max=highest, step=1, mode=NumberSelectorMode.BOX
        )
    )
    return vol.All(selector, vol.Coerce(int))


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
OPTIONS_SCHEMA: Final = vol.Schema(
    {
        vol.Required(SECTION_EXECUTION): section(_EXECUTION, {"collapsed": False}),
        vol.Required(SECTION_RETRY): section(_RETRY, {"collapsed": False}),
        vol.Required(SECTION_VERIFICATION): section(
            _VERIFICATION, {"collapsed": False}
        ),
    }
)


class ActionEngineConfigFlow(ConfigFlow, domain=DOMAIN):
    """Sets the engine up; the manifest takes care that there is only one."""

    @override
    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for a confirmation, nothing else: every setting has a default."""
        if user_input is None:
            return self.async_show_form(step_id="user")
        return self.async_create_entry(title="Action Engine", data={})

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> OptionsFlow:
        """Return the options page."""
        return ActionEngineOptionsFlow()


class ActionEngineOptionsFlow(OptionsFlow):
    """How much at once, how patient, how distrustful."""

    async def async_step_init(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Show what is set, and store what was changed."""
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = contradictions(user_input)
            if not errors:
                return self.async_create_entry(data=user_input)
        shown = user_input or options_as_entry(
            options_from_entry(self.config_entry.options)
        )
        return self.async_show_form(
            step_id="init",
            data_schema=self.add_suggested_values_to_schema(OPTIONS_SCHEMA, shown),
            errors=errors,
        )


def contradictions(user_input: dict[str, Any]) -> dict[str, str]:
    """Return what no single field can see, as errors of the form."""
    retry = user_input[SECTION_RETRY]
    if retry["max_delay"] < retry["initial_delay"]:
        return {"base": "max_delay_below_initial_delay"}
    return {}
