"""The secrets of an execution from before the last start."""

from .payload import Payloads
from .preparing import event_identity
from .store import Store
from .vault import NotOpenedError


def recall(
    store: Store, payloads: Payloads, execution_id: str
) -> frozenset[str] | None:
    """Return what an open execution knows as secret; None if it is not open.

    It is looked for in what was sealed. Runs in the writer's thread.
    """
    if (sealed := store.sealed_of(execution_id)) is None:
        return None
    source, events = sealed
    boxes = [
        (one.sealed, event_identity(execution_id, one.at, one.kind, one.path))
        for one in events
    ]
    if source is not None:
        boxes.append((source, f"{execution_id}/source"))
    found: frozenset[str] = frozenset()
    for box, identity in boxes:
        try:
            found |= payloads.secrets_in(payloads.unsealed(box, identity))
        except NotOpenedError:
            continue
    return found
