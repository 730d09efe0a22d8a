"""What people look at before and after they answer, for the REST and the WebSocket API."""

from collections.abc import Mapping
from typing import Any, Final

from .asking import Asker
from .engine.errors import ApprovalNotFoundError
from .engine.model.approval import Approval
from .gate_fields import parse_question
from .people_names import asker_of, names_of
from .request_fields import given_fields
from .request_values import whole
from .seen_questions import seen_question, sees_question

MOST_ANSWERS: Final = 50
USUAL_ANSWERS: Final = 10


async def list_approvals(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the questions that wait, the oldest first."""
    given_fields(data, ())
    gate, user_id = asker.engine.gate, asker.context.user_id
    found = [one for one in gate.pending() if sees_question(asker.sight, one)]
    names = await _names(asker, found)
    return {
        "approvals": [
            _told(asker, one, names)
            | {"may_answer": await gate.may_answer(user_id, one)}
            for one in found
        ]
    }


async def list_answers(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the questions that were answered of late, the newest answer first."""
    given = given_fields(data, ("limit",))
    limit = whole(1, MOST_ANSWERS)(given.get("limit", USUAL_ANSWERS), "limit")
    found = await asker.engine.gate.answers(asker.sight, limit)
    names = await _names(asker, found)
    return {"answers": [_told(asker, one, names) for one in found]}


async def get_proposal(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an open question is about as YAML, for whoever would change it.

    Nothing can be changed where something secret was left out: it would be lost.
    """
    wanted = parse_question(data)
    gate = asker.engine.gate
    for one in gate.pending():
        is_it = wanted in (one.id, one.execution_id)
        if is_it and await gate.may_answer(asker.context.user_id, one):
            found = await gate.proposal(one)
            return {
                "approval_id": one.id,
                "actions": found.text,
                "hidden": found.hidden,
                "begun": found.begun,
            }
    raise ApprovalNotFoundError(approval_id=wanted)


async def _names(asker: Asker, approvals: list[Approval]) -> dict[str, str]:
    ids = (i for one in approvals for i in (one.asker, one.answered_by, *one.agreed))
    return await names_of(asker.hass, ids)


def _told(asker: Asker, approval: Approval, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a question with the names of all who have to do with it."""
    caller = approval.verdict.get("caller") or {"user_id": approval.asker}
    return seen_question(asker.sight, approval) | {
        "asker": asker_of(caller, names),
        "names": names_in(approval, names),
    }


def names_in(approval: Approval, names: Mapping[str, str]) -> dict[str, str]:
    """Return the names of those who have agreed or answered."""
    ids = (*approval.agreed, approval.answered_by)
    return {i: names[i] for i in ids if i is not None and i in names}
