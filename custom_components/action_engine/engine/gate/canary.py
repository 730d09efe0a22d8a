"""Which requests belong to the share that runs by itself."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

import orjson

from ..model.rollout import WHOLE

_BITS: Final = 53
"""As many as a float holds, so that the largest draw is still below the whole."""


def draw(policy: str, actions: Iterable[str], digest: str) -> float:
    """Return a number from 0 to below 100, always the same for the same request.

    Asking again changes nothing, and nobody who does not know the digest can tell
    beforehand on which side of a percentage it falls.
    """
    written = orjson.dumps([policy, sorted(set(actions)), digest])
    number = int.from_bytes(sha256(written).digest()) >> (256 - _BITS)
    return number * WHOLE / (1 << _BITS)
