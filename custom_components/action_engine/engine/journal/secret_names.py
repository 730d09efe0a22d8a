"""Which names hide a secret, or something personal, behind them."""

from functools import lru_cache
import re
from typing import Final

_WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")

_ALWAYS: Final = frozenset(
    {
        *("authorization", "cookie", "credential", "credentials", "passcode"),
        *("passphrase", "passwd", "password", "passwords", "psk", "pwd", "secret"),
        *("secrets", "otp", "totp", "cvv", "bearer", "mnemonic"),
    }
)
"""Hide the value wherever they are the last word of a name."""

_UNLESS: Final[dict[str, frozenset[str]]] = {
    "code": frozenset(
        {
            *("area", "bar", "button", "color", "colour", "command", "condition"),
            *("country", "currency", "error", "event", "exit", "fault", "ir"),
            *("key", "language", "postal", "product", "qr", "reason", "response"),
            *("return", "rf", "scan", "source", "state", "status", "weather", "zip"),
        }
    ),
    "codes": frozenset({"error", "fault", "country", "language", "color"}),
    "pin": frozenset({"clock", "data", "gpio", "input", "led", "output", "reset"}),
    "pins": frozenset({"gpio", "data", "input", "led", "output"}),
    "pw": frozenset(),
    "pass": frozenset(),
    "auth": frozenset(),
    "token": frozenset({"next", "page", "sync"}),
    "tokens": frozenset(
        {"completion", "input", "max", "output", "prompt", "total", "used"}
    ),
}
"""Hide the value unless the word before them says that it is something else."""

_KEYS: Final = frozenset(
    {
        *("access", "api", "app", "application", "auth", "client", "encryption"),
        *("licence", "license", "master", "network", "private", "secret"),
        *("security", "shared", "signing", "ssh", "wep", "wpa"),
    }
)
"""A ``key`` is a secret after these; ``idempotency_key`` and the like are not."""

_RUN_TOGETHER: Final = (
    *("apikey", "passcode", "passphrase", "passwd", "password", "pincode"),
    *("secret", "token", "usercode"),
)
"""Written without a gap, as in ``accesstoken``."""

_PERSONAL: Final = frozenset({"email", "mail", "phone", "telephone", "mobile", "sms"})


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


@lru_cache(maxsize=4096)
def is_secret(name: str) -> bool:
    """Tell whether what stands under a name must not be seen, as under ``apiKey``."""
    words = _words(name)
    if not words:
        return False
    *before, last = words
    previous = before[-1] if before else ""
    if last in _UNLESS:
        return previous not in _UNLESS[last]
    if last == "key":
        return previous in _KEYS
    if last in {"id", "url", "uri"}:
        return previous == "webhook"
    return last in _ALWAYS or last.endswith(_RUN_TOGETHER)


@lru_cache(maxsize=4096)
def is_personal(name: str) -> bool:
    """Tell whether what stands under a name is an address of a person."""
    words = _words(name)
    return bool(words) and (
        words[-1] in _PERSONAL
        or (words[-1] == "number" and not _PERSONAL.isdisjoint(words))
    )
