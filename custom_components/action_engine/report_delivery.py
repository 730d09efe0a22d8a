"""Puts a report where somebody wants it; what says that it was done was done."""

from pathlib import Path
import re
from typing import Any, Final

from homeassistant.const import ATTR_ENTITY_ID
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util.file import WriteError, write_utf8_file

from .engine.errors import DeliveryError, InvalidActionError
from .report_fields import Delivery, Place

FOLDER: Final = ("action_engine", "reports")
"""Below the configuration folder; nothing is ever written anywhere else."""

LARGEST: Final = 1024 * 1024
"""Bytes of one file."""

_LONGEST_TODO: Final = 10_000
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_SUFFIX: Final = ".md"


async def deliver(
    hass: HomeAssistant, delivery: Delivery, title: str, text: str, context: Context
) -> str:
    """Return where the report is now; raise ``DeliveryError`` if it is not there."""
    if delivery.place is Place.FILE:
        return await _to_file(hass, delivery.to, text)
    domain, service, data = _call(delivery, title, text)
    place = delivery.to or delivery.place.value
    if delivery.to and hass.states.get(delivery.to) is None:
        raise DeliveryError(place=place, reason="there is no such entity")
    try:
        await hass.services.async_call(
            domain, service, data, blocking=True, context=context
        )
    except HomeAssistantError as error:
        raise DeliveryError(place=place, reason=error) from error
    return place


def _call(delivery: Delivery, title: str, text: str) -> tuple[str, str, dict[str, Any]]:
    """Return the action that delivers a report, with its data."""
    target = {ATTR_ENTITY_ID: delivery.to}
    if delivery.place is Place.NOTIFY:
        return "notify", "send_message", target | {"title": title, "message": text}
    if delivery.place is Place.TODO:
        shortened = text[:_LONGEST_TODO]
        return "todo", "add_item", target | {"item": title, "description": shortened}
    return "persistent_notification", "create", {"title": title, "message": text}


async def _to_file(hass: HomeAssistant, name: str, text: str) -> str:
    stem = name.removesuffix(_SUFFIX)
    if not _FILE_NAME.fullmatch(stem):
        expected = "a name of letters, digits, _ and -, without a path"
        raise InvalidActionError("deliver.file", name[:80], expected)
    path = Path(hass.config.path(*FOLDER)) / f"{stem}{_SUFFIX}"
    content = text.encode(errors="replace")
    if len(content) > LARGEST:
        reason = f"{len(content)} bytes are too many"
        raise DeliveryError(place=path.name, reason=reason)
    try:
        await hass.async_add_executor_job(_write, path, content)
    except (OSError, WriteError) as error:
        raise DeliveryError(place=path.name, reason=error) from error
    return str(path)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # It takes the place of what is there: nothing behind a link is changed.
    write_utf8_file(str(path), content, private=True, mode="wb")
