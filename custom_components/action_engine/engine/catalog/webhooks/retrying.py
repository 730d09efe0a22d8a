"""Whether, and when, an endpoint is called again: pure decisions."""

from email.utils import parsedate_to_datetime
from typing import Final

from ...model.webhook import REPEATABLE_METHODS, Webhook, WebhookCall

LONGEST_WAIT: Final = 60.0
"""Seconds, whatever a server asks for."""

_FIRST_WAIT: Final = 1.0

UNTAKEN: Final = frozenset({429, 503})
"""The server says that it has not done it."""

UNCLEAR: Final = frozenset({502, 504})
"""Something in between did not hear from the server, which may have done it."""


def retry_after(text: str | None, now: float) -> float | None:
    """Return the seconds that a server asks to wait, None if it does not say.

    Takes whole seconds and dates; ``now`` is seconds since 1970.
    """
    if text is None:
        return None
    text = text.strip()
    if text.isascii() and text.isdigit():
        # A number of very many digits is infinite, and capped like any other.
        return min(float(text), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text).timestamp()
    except ValueError, TypeError, OverflowError:
        return None
    return min(max(moment - now, 0.0), LONGEST_WAIT)


def wait_before(attempt: int, asked: float | None) -> float:
    """Return the seconds after a failed attempt; attempts count from 1."""
    if asked is not None:
        return asked
    return min(_FIRST_WAIT * 2.0 ** (attempt - 1), LONGEST_WAIT)


def is_harmless_twice(webhook: Webhook, call: WebhookCall) -> bool:
    """Tell whether a call that may have been done can be made once more."""
    if call.idempotency_key is not None:
        return True
    return (call.method or webhook.methods[0]) in REPEATABLE_METHODS


def may_follow(status: int, *, harmless: bool) -> bool:
    """Tell whether another attempt makes sense after an answer with this status."""
    return status in UNTAKEN or (harmless and status in UNCLEAR)
