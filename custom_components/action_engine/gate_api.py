"""What people do at the gate, by whichever way they come: action, REST or WebSocket.

Each takes who asks and the data, and returns an answer that can be written as JSON. What
an asker has chosen himself, as names and reasons, is in there as it came: it is a value,
and whoever shows it has to treat it as the words of a stranger.
"""

from collections.abc import Mapping
from typing import Any

from homeassistant.exceptions import Unauthorized

from .asking import Asker
from .engine.errors import InvalidActionError
from .engine.model.approval import Grant
from .gate_fields import (
    parse_approve,
    parse_assess,
    parse_circuit,
    parse_grant,
    parse_reject,
)
from .people_names import names_of
from .request_fields import parse_nothing
from .rights import require_admin


async def assess(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Say what the gate would answer, and what would be done; nothing runs."""
    request = parse_assess(data, asker.context)
    return (await asker.engine.gate.assess(request)).as_dict()


async def approve(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Take a yes, or what is to run instead."""
    consent, instead = parse_approve(data, asker.context)
    gate = asker.engine.gate
    if instead is None:
        return (await gate.approve(consent)).as_dict()
    approval, execution = await gate.replace(consent, instead)
    return approval.as_dict() | {"replaced_by": execution.id}


async def reject(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Take a no."""
    approval_id, reason = parse_reject(data)
    gate = asker.engine.gate
    return (await gate.reject(approval_id, asker.context, reason)).as_dict()


async def list_grants(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what people have allowed in advance."""
    parse_nothing(data)
    grants = _grants(asker)
    names = await names_of(asker.hass, (one.given_by for one in grants))
    return {
        "grants": [
            one.as_dict() | {"given_by_name": names.get(one.given_by)} for one in grants
        ]
    }


async def revoke_grant(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Take back what was allowed in advance."""
    grant_id = parse_grant(data)
    if grant_id not in {one.id for one in _grants(asker)}:
        expected = "the id of a grant that still counts"
        raise InvalidActionError("grant_id", grant_id, expected)
    asker.engine.gate.revoke(grant_id)
    await asker.engine.settled()
    return {"grant_id": grant_id}


def _grants(asker: Asker) -> list[Grant]:
    sight = asker.sight
    return [
        one
        for one in asker.engine.gate.grants()
        if sight is None or sight.covers(one.given_by, one.policy)
    ]


async def panic_stop(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Stop everything, for whoever asks: to stop is never the wrong person's."""
    parse_nothing(data)
    return {"cancelled": await asker.engine.gate.panic_stop(asker.context)}


async def lift_panic(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Let requests in again, for an administrator who asks himself.

    What runs in his name may have been asked for by a language model.
    """
    await require_admin(asker.hass, asker.context)
    if not asker.engine.gate.by_hand(asker.context):
        raise Unauthorized(context=asker.context)
    parse_nothing(data)
    await asker.engine.gate.lift_panic(asker.context)
    return {}


async def list_circuits(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what has failed of late; an error may hold what others have asked for."""
    await require_admin(asker.hass, asker.context)
    parse_nothing(data)
    return {"circuits": [one.as_dict() for one in asker.engine.gate.circuits()]}


async def reset_circuit(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Let through again what has failed too often."""
    await require_admin(asker.hass, asker.context)
    circuit = parse_circuit(data)
    known = [one.key for one in asker.engine.gate.circuits()]
    if circuit not in known:
        expected = f"one of {', '.join(known[:10])}" if known else "no circuit at all"
        raise InvalidActionError("circuit", circuit, expected)
    asker.engine.gate.reset_circuit(circuit)
    await asker.engine.settled()
    return {"circuit": circuit}
