"""Set-up, by hand or from ``configuration.yaml``."""

from typing import Any, override

from homeassistant.config_entries import ConfigFlow, ConfigFlowResult

from .const import DOMAIN


class SimulatedHomeConfigFlow(ConfigFlow, domain=DOMAIN):
    """There is nothing to ask for."""

    @override
    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Create the entry without a device log."""
        return self.async_create_entry(title="Simulated home", data={})

    async def async_step_import(self, import_data: dict[str, Any]) -> ConfigFlowResult:
        """Create the entry from the section in ``configuration.yaml``."""
        return self.async_create_entry(title="Simulated home", data=import_data)
