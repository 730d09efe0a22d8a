"""Tells a system outside of the home something, at an address that the owner knows."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import tool

_HANDED_ON: Final = ("payload", "path", "idempotency_key")

CALL_WEBHOOK: Final = NamedAction(
    name="call_webhook",
    title="Call a webhook",
    description="Sends data to one of the endpoints that the owner has set up.",
    category="integration",
    fields={
        "endpoint": Field(
            selector={"text": {}},
            required=True,
            name="Endpoint",
            description="Name of an endpoint of this home; addresses are not taken",
            example="bookkeeping",
            aliases=("webhook", "name"),
        ),
        "payload": Field(
            selector={"object": {}},
            name="Payload",
            description="What is sent",
            example={"order": 17},
            aliases=("data", "body"),
        ),
        "path": Field(
            selector={"text": {}},
            name="Path",
            description="Below the address, if the endpoint allows it",
        ),
        "idempotency_key": Field(
            selector={"text": {}},
            name="Idempotency key",
            description="By which the other side knows the same call again",
        ),
    },
    impact=Risk.HIGH,
    rollback=Rollback(
        supported=Reversible.NO, why="nobody here knows what it did on the other side"
    ),
    sequence=(
        tool(
            "action_engine.call_webhook",
            {
                "endpoint": "${{endpoint}}",
                **{key: f"${{{{{key}?}}}}" for key in _HANDED_ON},
            },
            "result",
        ),
    ),
)
