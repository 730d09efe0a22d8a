"""The fields of the form in which a named action is set."""

from typing import Any, Final, override

import voluptuous as vol

from homeassistant.helpers.selector import (
    ActionSelector,
    BooleanSelector,
    ObjectSelector,
    SelectSelector,
    SelectSelectorConfig,
    TextSelector,
    TextSelectorConfig,
)

from .engine.model.impact import Risk


class RawActions(ActionSelector):
    """Takes actions as they were written: the engine's keys are not Home Assistant's.

    They are validated when a request has them run.
    """

    @override
    def __call__(self, data: Any) -> list[Any]:
        """Return a list."""
        if data is None:
            return []
        return data if isinstance(data, list) else [data]


ACTION_SCHEMA: Final = vol.Schema(
    {
        vol.Required("title"): TextSelector(),
        vol.Required("name"): TextSelector(),
        vol.Optional("description", default=""): TextSelector(
            TextSelectorConfig(multiline=True)
        ),
        vol.Required("category"): TextSelector(),
        vol.Optional("fields"): ObjectSelector(),
        vol.Required("sequence"): RawActions(),
        vol.Optional("rollback"): RawActions(),
        vol.Required("impact"): SelectSelector(
            SelectSelectorConfig(
                options=[risk.word for risk in Risk], translation_key="impact"
            )
        ),
        vol.Required("requires_approval"): BooleanSelector(),
        vol.Required("active"): BooleanSelector(),
    }
)
