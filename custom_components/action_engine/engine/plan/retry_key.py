"""The key ``retry``: how often and how patiently a call is tried again."""

from collections.abc import Mapping
from typing import Any, Final

import voluptuous as vol

from .key_fields import checked, fields, number, or_null, seconds, whole_number

_DAY: Final = 86_400.0
_WEEK: Final = 7 * _DAY
_INSTANT: Final = 0.001
"""A limit of zero would let no attempt finish, so it is refused."""

_RETRIES: Final = whole_number(0, 100)
_FIELDS: Final = fields(
    {
        "max_retries": _RETRIES,
        "initial_delay": seconds(_DAY),
        "multiplier": number(1, 100),
        "max_delay": seconds(_DAY),
        "jitter": number(0, 1),
        "attempt_timeout": or_null(seconds(_DAY, least=_INSTANT)),
        "deadline": or_null(seconds(_WEEK, least=_INSTANT)),
    }
)


def parse_retry(value: Any, place: str) -> Mapping[str, Any]:
    """Return the fields of ``RetryPolicy`` that the value sets; times in seconds.

    ``false`` is a single attempt, ``true`` the policy that counts anyway, a number the
    retries after the first attempt. Raises ``InvalidActionError``.
    """
    return checked(_retry, value, place)


def _retry(value: Any) -> dict[str, Any]:
    if isinstance(value, bool):
        return {} if value else {"max_retries": 0}
    if isinstance(value, Mapping):
        return _FIELDS(value)
    try:
        return {"max_retries": _RETRIES(value)}
    except vol.Invalid as error:
        raise vol.Invalid(f"true, false, {error.msg}, or a mapping") from None
