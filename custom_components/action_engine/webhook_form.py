"""The form in which a webhook is set: its fields, and what somebody has filled in.

A secret that was stored is never shown again: dots stand for it, and whoever leaves them
there keeps it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import voluptuous as vol

from homeassistant.const import UnitOfTime
from homeassistant.data_entry_flow import section
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.selector import (
    BooleanSelector,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    ObjectSelector,
    ObjectSelectorConfig,
    SelectSelector,
    SelectSelectorConfig,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)

from .engine.model.copying import copied
from .engine.model.webhook import (
    LONGEST_TIMEOUT,
    METHODS,
    MOST_BYTES,
    MOST_RETRIES,
    Webhook,
)
from .policy_form import Problem
from .stored_section import PolicyDataError
from .webhook_reading import (
    BOUNDS,
    HEADERS,
    SIGNING,
    WHERE,
    read_webhook,
    webhook_as_data,
)

UNCHANGED: Final = "\u2022" * 8
"""Shown in the place of a secret; who leaves it there keeps the secret."""

_TEXT: Final = TextSelector()
_HIDDEN: Final = TextSelector(TextSelectorConfig(type=TextSelectorType.PASSWORD))


def _whole(lowest: int, highest: float, unit: str | None = None) -> vol.All[Any]:
    config = NumberSelectorConfig(
        min=lowest, max=highest, step=1, mode=NumberSelectorMode.BOX
    )
    if unit is not None:
        config["unit_of_measurement"] = unit
    return vol.All(NumberSelector(config), vol.Coerce(int))


_WHERE: Final = vol.Schema(
    {
        vol.Required("url"): TextSelector(
            TextSelectorConfig(type=TextSelectorType.URL)
        ),
        vol.Required("methods"): SelectSelector(
            SelectSelectorConfig(options=list(METHODS), multiple=True)
        ),
        vol.Required("paths"): BooleanSelector(),
        vol.Required("allow_http"): BooleanSelector(),
        vol.Required("allow_private"): BooleanSelector(),
    }
)
_HEADERS: Final = vol.Schema(
    {
        vol.Optional("headers", default=list): ObjectSelector(
            ObjectSelectorConfig(
                multiple=True,
                translation_key="headers",
                label_field="name",
                fields={
                    "name": {"required": True, "selector": {"text": {}}},
                    "value": {
                        "required": True,
                        "selector": {"text": {"type": "password"}},
                    },
                },
            )
        )
    }
)
_SIGNING: Final = vol.Schema(
    {
        vol.Optional("secret", default=""): _HIDDEN,
        vol.Required("signature_header"): _TEXT,
        vol.Required("timestamp_header"): _TEXT,
    }
)
_BOUNDS: Final = vol.Schema(
    {
        vol.Required("timeout"): _whole(1, LONGEST_TIMEOUT, UnitOfTime.SECONDS),
        vol.Required("max_request"): _whole(0, MOST_BYTES),
        vol.Required("max_response"): _whole(0, MOST_BYTES),
        vol.Required("retries"): _whole(0, MOST_RETRIES),
    }
)

WEBHOOK_SCHEMA: Final = vol.Schema(
    {
        vol.Required("name"): _TEXT,
        vol.Required(WHERE): section(_WHERE, {"collapsed": False}),
        vol.Required(HEADERS): section(_HEADERS, {"collapsed": True}),
        vol.Required(SIGNING): section(_SIGNING, {"collapsed": True}),
        vol.Required(BOUNDS): section(_BOUNDS, {"collapsed": True}),
    }
)


def shown(webhook: Webhook) -> dict[str, Any]:
    """Return what the form begins with: everything but the secrets themselves."""
    data = webhook_as_data(webhook)
    for row in data[HEADERS]["headers"]:
        row["value"] = UNCHANGED
    if webhook.secret:
        data[SIGNING]["secret"] = UNCHANGED
    return {"name": webhook.name, **data}


def filled_in(
    user_input: Mapping[str, Any], before: Webhook, taken: Iterable[str]
) -> Webhook | Problem:
    """Return the webhook that was filled in; ``taken`` are the names of the others."""
    data: dict[str, Any] = copied(dict(user_input))
    name = str(data.pop("name")).strip()
    if name in set(taken):
        return Problem("name_taken", {"name": name})
    if (missing := _keep_secrets(data, before)) is not None:
        return missing
    try:
        return read_webhook(name, data)
    except PolicyDataError as problem:
        return Problem(problem.code, {"place": problem.place, "came": problem.came})


def _keep_secrets(data: dict[str, Any], before: Webhook) -> Problem | None:
    """Put what was stored in the place of its dots."""
    old = {name.lower(): value for name, value in before.headers.items()}
    rows = data[HEADERS]["headers"] = cv.ensure_list(data[HEADERS].get("headers"))
    for row in rows:
        if row.get("value") == UNCHANGED:
            name = str(row.get("name"))
            if name.lower() not in old:
                return Problem("value_missing", {"name": name})
            row["value"] = old[name.lower()]
    if data[SIGNING].get("secret") == UNCHANGED:
        data[SIGNING]["secret"] = before.secret or ""
    return None
