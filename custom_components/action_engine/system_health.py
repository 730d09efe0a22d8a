"""What the system page shows about the engine."""

from typing import Any

from homeassistant.components.system_health import SystemHealthRegistration
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .runtime import ActionEngineConfigEntry


@callback
def async_register(_hass: HomeAssistant, register: SystemHealthRegistration) -> None:
    """Offer the information."""
    register.async_register_info(_info)


async def _info(hass: HomeAssistant) -> dict[str, Any]:
    entries: list[ActionEngineConfigEntry] = hass.config_entries.async_entries(DOMAIN)
    for entry in entries:
        if entry.state is ConfigEntryState.LOADED:
            return figures(entry)
    return {"loaded": False}


def figures(entry: ActionEngineConfigEntry) -> dict[str, Any]:
    """Return what there is to say about a loaded entry."""
    engine, keeper = entry.runtime_data.engine, entry.runtime_data.keeper
    statistics, size = engine.statistics, keeper.size
    return {
        "loaded": True,
        "enabled": engine.enabled,
        "workers": engine.options.workers,
        "running": statistics.running,
        "queued": statistics.queued,
        "executions_today": statistics.today,
        "retries_today": statistics.retries_today,
        "success_rate": statistics.success_rate,
        "journal": keeper.health.place,
        "journal_durable": keeper.health.durable,
        "journal_executions": None if size is None else size.executions,
        "journal_bytes": None if size is None else size.bytes,
        "undecided": len(keeper.undecided),
        "last_resume": keeper.last_resume,
    }
