"""Texts that somebody wants to try, before anything of them runs."""

from collections.abc import Mapping
from typing import Any, Final

from .asking import Asker
from .engine.errors import InvalidActionError
from .engine.model.claim import Claim
from .engine.model.sender import Sender
from .engine.model.trial import TextKind
from .request_fields import AGENT, given_fields, read_agent
from .request_values import one_of, share, shown

CHECK_FIELDS: Final = ("text", "kind", "confidence", AGENT)

LONGEST: Final = 64 * 1024
"""Characters; as much as there may be in one command."""

_kind = one_of(TextKind)


async def check(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Say what is wrong with a text and where, and what the gate would answer to it.

    It is judged as what the asker himself has run would be. Nothing runs.
    """
    given = given_fields(data, CHECK_FIELDS)
    kind = _kind(given.get("kind", TextKind.AUTO.value), "kind")
    confidence = (
        share(given["confidence"], "confidence") if "confidence" in given else None
    )
    sender = Sender(
        context=asker.context,
        agent=read_agent(given),
        claim=Claim(confidence=confidence),
    )
    return await asker.engine.desk.check(_text(given), kind, sender)


def _text(given: Mapping[str, Any]) -> str:
    text = given.get("text")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        expected = f"a text of 1 to {LONGEST} characters"
        raise InvalidActionError("text", shown(text), expected)
    return text
