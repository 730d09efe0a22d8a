"""Tells people something, on a device or in Home Assistant itself."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from ...model.quoting import ESCAPED, LINK, MARKUP, NO_LINK, TURNING
from .steps import computed, either, given, tool

_MARK: Final = "mark"
_ID: Final = "own_id"
_SHOWN: Final = "shown"
_HEAD: Final = f"${{{{{_MARK}}}}} ${{{{title}}}}"

_MARKS: Final = {
    "info": "\N{INFORMATION SOURCE}",
    "success": "\N{WHITE HEAVY CHECK MARK}",
    "warning": "\N{WARNING SIGN}",
    "error": "\N{CROSS MARK}",
    "critical": "\N{POLICE CARS REVOLVING LIGHT}",
}

_AS_TEXT: Final = (
    f"[message | string | regex_replace({TURNING!r}, '')"
    f" | regex_replace({MARKUP!r}, {ESCAPED!r})"
    f" | regex_replace({LINK!r}, {NO_LINK!r})]"
)
"""The message for Home Assistant's own page, which reads Markdown: what an assistant
writes shows no pictures there and leads nowhere. In a list it stays a text."""

SEND_NOTIFICATION: Final = NamedAction(
    name="send_notification",
    title="Send a notification",
    description=(
        "Sends a message to a device; without a target it is shown in Home Assistant."
    ),
    category="communication",
    fields={
        "message": Field(
            selector={"text": {"multiline": True}},
            required=True,
            name="Message",
            description="What people read",
            example="The washing machine has finished",
            aliases=("mensaje", "text", "body"),
        ),
        "title": Field(
            selector={"text": {}},
            default="Action Engine",
            name="Title",
            description="Stands above the message",
            aliases=("titulo", "título", "subject"),
        ),
        "type": Field(
            selector={"select": {"options": list(_MARKS)}},
            default="info",
            name="Type",
            description="How urgent it is; a sign before the title shows it",
            aliases=("severity", "level", "tipo"),
            words={
                "aviso": "warning",
                "advertencia": "warning",
                "alerta": "warning",
                "alert": "warning",
                "warn": "warning",
                "información": "info",
                "informacion": "info",
                "éxito": "success",
                "exito": "success",
                "high": "critical",
                "crítico": "critical",
                "critico": "critical",
            },
        ),
        "target": Field(
            selector={"entity": {"domain": "notify"}},
            name="Target",
            description="A notification entity; the options may name one for all",
            example="notify.hallway_wall_display",
            aliases=("destinatario", "recipient", "entity_id"),
        ),
    },
    impact=Risk.LOW,
    rollback=Rollback(
        supported=Reversible.PARTLY,
        why=(
            "what is shown in Home Assistant is dismissed; a message that was sent"
            " cannot be unsent"
        ),
    ),
    inner=(_MARK, _ID, _SHOWN),
    sequence=(
        computed(_MARK, f"{_MARKS}.get(type, '')"),
        given(
            "target",
            [
                either(
                    # Where there is no title, Home Assistant drops it without a word.
                    "(state_attr(target, 'supported_features') | int(0)) is odd",
                    [
                        tool(
                            "notify.send_message",
                            {
                                "entity_id": "${{target}}",
                                "title": _HEAD,
                                "message": "${{message}}",
                            },
                        )
                    ],
                    [
                        tool(
                            "notify.send_message",
                            {
                                "entity_id": "${{target}}",
                                "message": f"{_HEAD}\n${{{{message}}}}",
                            },
                        )
                    ],
                )
            ],
            [
                # By its id the engine knows how to dismiss it again.
                computed(_ID, "'action_engine_' ~ (now().timestamp() * 1000000) | int"),
                computed(_SHOWN, _AS_TEXT),
                tool(
                    "persistent_notification.create",
                    {
                        "notification_id": f"${{{{{_ID}}}}}",
                        "title": _HEAD,
                        "message": f"${{{{{_SHOWN}.0}}}}",
                    },
                ),
            ],
        ),
    ),
)
