"""Config and options flows over HTTP, as the settings pages do them."""

from typing import Any, Final

from .api import Api
from .residents import command

_FLOW: Final = "/api/config/config_entries/flow"
_SUBENTRIES: Final = "/api/config/config_entries/subentries/flow"
_OPTIONS: Final = "/api/config/config_entries/options/flow"


def add_integration(api: Api, domain: str) -> str:
    """Go through a config flow that asks for nothing; return the entry's id."""
    step = api.post(_FLOW, {"handler": domain})
    if step["type"] == "form":
        step = api.post(f"{_FLOW}/{step['flow_id']}")
    if step["type"] != "create_entry":
        message = f"{domain} could not be set up: {step}"
        raise RuntimeError(message)
    entry_id: str = step["result"]["entry_id"]
    return entry_id


def reconfigure(
    api: Api, entry_id: str, kind: str, title: str, change: dict[str, dict[str, Any]]
) -> None:
    """Open a subentry by its title, and store other values in some of its sections."""
    wanted = next(
        one
        for one in command(api, "config_entries/subentries/list", entry_id=entry_id)
        if (one["subentry_type"], one["title"]) == (kind, title)
    )
    step = api.post(
        _SUBENTRIES,
        {"handler": [entry_id, kind], "subentry_id": wanted["subentry_id"]},
    )
    shown = shown_values(step["data_schema"])
    data = {
        section: {**values, **change.get(section, {})}
        if isinstance(values, dict)
        else values
        for section, values in shown.items()
    }
    step = api.post(f"{_SUBENTRIES}/{step['flow_id']}", data)
    if step["type"] != "abort":
        raise RuntimeError(str(step))


def open_options(api: Api, entry_id: str) -> dict[str, Any]:
    """Open the options page of an entry; return its first step."""
    step: dict[str, Any] = api.post(_OPTIONS, {"handler": entry_id})
    return step


def submit_options(api: Api, flow_id: str, data: dict[str, Any]) -> dict[str, Any]:
    """Submit an options page; return what comes next."""
    step: dict[str, Any] = api.post(f"{_OPTIONS}/{flow_id}", data)
    return step


def shown_values(fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what a form shows in its fields, sections as mappings of their own."""
    return {
        field["name"]: (
            shown_values(field["schema"])
            if field.get("type") == "expandable"
            else field.get("description", {}).get("suggested_value")
        )
        for field in fields
    }
