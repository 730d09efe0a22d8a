"""What an asker says about its own wish. A claim may lower trust, and never raises it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a language model, or whoever passes its answer on, says of itself."""

    confidence: float | None = None
    """From 0 to 1, None if nothing was said."""

    reasoning: str | None = None
    prediction_id: str | None = None
    llm_response_id: str | None = None
    conversation_id: str | None = None
    repaired: str | None = None
    """How what the model wrote was mended before it could be read."""


NO_CLAIM: Final = Claim()
"""For the usual request, which says nothing of itself."""
