"""From the data of ``generate_report`` to the report that is wanted, and where it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from homeassistant.core import split_entity_id, valid_entity_id
from homeassistant.util import dt as dt_util

from .engine.errors import InvalidActionError
from .engine.model.report import ReportKind, ReportWish
from .engine.model.stored import Sight
from .request_fields import given_fields
from .request_values import Reader, mapping, moment, one_of, shown, text, whole

_READERS: Final[Mapping[str, Reader[Any]]] = {
    "kind": one_of(ReportKind),
    "hours": whole(1, 24 * 366),
    "days": whole(1, 3660),
    "start": moment,
    "end": moment,
    "deliver": mapping,
}
REPORT_FIELDS: Final = tuple(_READERS)
_SPANS: Final = ("hours", "days", "start")
_DAY: Final = timedelta(days=1)


class Place(StrEnum):
    """Where a report can go."""

    NOTIFICATION = "notification"
    """Of Home Assistant itself, for everybody who is logged in."""

    NOTIFY = "notify"
    TODO = "todo"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where one report goes."""

    place: Place
    to: str = ""
    """An entity, or the name of a file; nothing for a notification."""


DELIVERY_FIELDS: Final = tuple(place.value for place in Place)


def parse_report(
    data: Mapping[str, Any], sight: Sight | None
) -> tuple[ReportWish, Delivery | None]:
    """Return which report the data asks for, and where it is to go."""
    given = given_fields(data, REPORT_FIELDS)
    values = {key: _READERS[key](value, key) for key, value in given.items()}
    since, until = _period(values)
    wish = ReportWish(
        kind=values.get("kind", ReportKind.SUMMARY),
        since=since,
        until=until,
        sight=sight,
    )
    return wish, _delivery(values.get("deliver"))


def _period(values: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Return the first moment that counts, and the first one that does not any more."""
    named = [key for key in _SPANS if key in values]
    if len(named) > 1:
        raise InvalidActionError(named[1], f"it beside {named[0]}", "one of the two")
    until: datetime = values.get("end") or dt_util.utcnow() + timedelta(seconds=1)
    since: datetime = values.get("start") or until - _span(values)
    if until <= since:
        came, expected = until.isoformat(), "a time after that in start"
        raise InvalidActionError("end", came, expected)
    return since, until


def _span(values: Mapping[str, Any]) -> timedelta:
    if "hours" in values:
        return timedelta(hours=values["hours"])
    return timedelta(days=values["days"]) if "days" in values else _DAY


def _delivery(given: Mapping[str, Any] | None) -> Delivery | None:
    if given is None:
        return None
    parts = given_fields(given, DELIVERY_FIELDS)
    if len(parts) != 1:
        came = " and ".join(parts) or "nothing"
        raise InvalidActionError("deliver", came, f"one of {', '.join(Place)}")
    name, value = next(iter(parts.items()))
    place = Place(name)
    if place is Place.NOTIFICATION:
        if value is not True:
            raise InvalidActionError("deliver.notification", shown(value), "true")
        return Delivery(place=place)
    to = text(value, f"deliver.{name}")
    if place is not Place.FILE and not _is_of(to, place):
        expected = f"an entity of {place.value}"
        raise InvalidActionError(f"deliver.{name}", shown(to), expected)
    return Delivery(place=place, to=to)


def _is_of(entity_id: str, place: Place) -> bool:
    return valid_entity_id(entity_id) and split_entity_id(entity_id)[0] == place.value
