"""What an undo has to say to somebody who does not read its answer."""

import pytest

from custom_components.action_engine.engine.errors import (
    ActionExecutionError,
    NothingToUndoError,
)
from custom_components.action_engine.undo_answer import raise_unless_undone


def item(what, entity_id="light.hall", reason="it was changed since"):
    """Return an item of an answer."""
    return {"entity_id": entity_id, "path": "1", "what": what, "reason": reason}


def failed(steps=(), error=None):
    """Return the answer of an undo that ran and did not succeed."""
    summary = {"name": "Undo", "error": error, "steps": list(steps)}
    return {
        "execution_id": "01K",
        "state": "failed",
        "success": False,
        "summary": summary,
        "items": [item("will")],
    }


@pytest.mark.parametrize(
    "answer",
    [
        {"execution_id": "01K", "success": True, "items": [item("will")]},
        {"execution_id": "01K", "items": [item("will"), item("skipped")]},
        {"items": [item("nothing")]},
    ],
)
def test_silence_where_all_is_well(answer):
    """Done, on its way, or already as it was."""
    raise_unless_undone(answer)


def test_what_is_left_alone_is_named():
    """With the reason of each, up to three of them."""
    left = [item(what) for what in ("skipped", "asks", "impossible", "skipped")]
    with pytest.raises(NothingToUndoError) as refused:
        raise_unless_undone({"items": left})
    told = "light.hall: it was changed since"
    assert str(refused.value).endswith(f": {told}; {told}; {told}; 1 more")


def test_a_step_without_an_entity_is_named_by_its_path():
    """A notification has no entity, and no way back."""
    with pytest.raises(NothingToUndoError, match="step 1: it was sent"):
        raise_unless_undone({"items": [item("impossible", None, "it was sent")]})


def test_an_execution_that_changed_nothing():
    """There is nothing to take back."""
    with pytest.raises(NothingToUndoError, match="it changed nothing"):
        raise_unless_undone({"items": []})


def test_a_failure_says_why():
    """The error, else the steps that did not follow, else the state."""
    with pytest.raises(ActionExecutionError, match="Undo failed: out of time"):
        raise_unless_undone(failed(error={"message": "out of time"}))
    steps = [
        {"action": "light.turn_on", "status": "succeeded"},
        {"action": "lock.lock", "status": "failed", "error": "jammed"},
    ]
    with pytest.raises(ActionExecutionError, match=r"failed: lock\.lock: jammed"):
        raise_unless_undone(failed(steps))
    with pytest.raises(ActionExecutionError, match="Undo failed: failed"):
        raise_unless_undone(failed())
