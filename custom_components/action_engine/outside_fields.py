"""From the data of the actions that lead outside to what is sent or filled in."""

from collections.abc import Mapping
from typing import Any, Final

from .engine.errors import InvalidActionError
from .engine.model.webhook import METHODS, WebhookCall
from .request_fields import given_fields
from .request_values import mapping, shown, text

WEBHOOK_FIELDS: Final = ("endpoint", "payload", "path", "method", "idempotency_key")
MESSAGE_FIELDS: Final = ("template", "variables")


def parse_webhook(data: Mapping[str, Any]) -> tuple[str, WebhookCall]:
    """Return the name of an endpoint and what it is sent."""
    given = given_fields(data, WEBHOOK_FIELDS)
    method, key = given.get("method"), given.get("idempotency_key")
    return _exact(given, "endpoint", "the name of a webhook"), WebhookCall(
        payload=given.get("payload"),
        path=None if "path" not in given else _exact(given, "path", "a path"),
        method=None if method is None else _method(method),
        idempotency_key=None if key is None else text(key, "idempotency_key"),
    )


def parse_message(data: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Return the name of a template and its variables."""
    given = given_fields(data, MESSAGE_FIELDS)
    template = _exact(given, "template", "the name of a template")
    return template, mapping(given.get("variables", {}), "variables")


def _exact(given: Mapping[str, Any], field: str, expected: str) -> str:
    """Return a text letter by letter: the gate has judged it as it was written."""
    value = given.get(field)
    if not isinstance(value, str) or not value:
        raise InvalidActionError(field, shown(value), expected)
    return value


def _method(value: Any) -> str:
    method = value.upper() if isinstance(value, str) else value
    if method not in METHODS:
        raise InvalidActionError("method", shown(value), f"one of {', '.join(METHODS)}")
    return str(method)
