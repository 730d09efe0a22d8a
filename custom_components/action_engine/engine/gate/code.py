"""The code that counts for a second person; only its hash is ever kept."""

from hashlib import scrypt
import hmac
from os import urandom
from typing import Final

_COST: Final = {"n": 2**14, "r": 8, "p": 1}
"""16 MiB and some 50 ms for each guess: few enough digits for a door still need that."""


def hash_code(code: str) -> str:
    """Return what may be kept of a code."""
    salt = urandom(16)
    return f"{salt.hex()}${scrypt(code.encode(), salt=salt, **_COST).hex()}"


def matches(code: str, hashed: str) -> bool:
    """Tell whether it is the code; what cannot be read matches nothing."""
    salt, _, wanted = hashed.partition("$")
    try:
        found = scrypt(code.encode(), salt=bytes.fromhex(salt), **_COST).hex()
    except ValueError:
        return False
    return hmac.compare_digest(found, wanted)
