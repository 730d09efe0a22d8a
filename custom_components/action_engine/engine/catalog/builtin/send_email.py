"""Sends a letter, written out or from a template of the owner."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import RawStep, by_domain, given, tool

_RENDERED: Final = "rendered"


def _send(message: str, subject: str) -> RawStep:
    """Return the step that sends it, by an entity or by a service with an address."""
    written = {"title": subject, "message": message}
    by_entity = {"entity_id": "${{recipient}}", **written}
    by_address = {"target": "${{recipient}}", **written}
    return by_domain(
        "recipient",
        {"notify": [tool("notify.send_message", by_entity)]},
        [tool("${{service}}", by_address)],
    )


SEND_EMAIL: Final = NamedAction(
    name="send_email",
    title="Send an e-mail",
    description=(
        "Sends an e-mail to an address through a notification service, or to the"
        " recipient behind a notification entity."
    ),
    category="communication",
    fields={
        "recipient": Field(
            selector={"text": {}},
            required=True,
            name="Recipient",
            description="An address, or a notification entity that stands for one",
            example="notify.ann_example_org",
            aliases=("to", "email", "destinatario"),
        ),
        "subject": Field(
            selector={"text": {}},
            name="Subject",
            description="Counts before the subject of the template",
            aliases=("title", "titulo", "asunto"),
        ),
        "message": Field(
            selector={"text": {"multiline": True}},
            name="Message",
            description="The text, if it is not from a template",
            aliases=("body", "mensaje", "text"),
        ),
        "template": Field(
            selector={"text": {}},
            name="Template",
            description="Name of a message template of the owner",
            example="renewal_reminder",
            aliases=("plantilla",),
        ),
        "variables": Field(
            selector={"object": {}},
            default={},
            name="Variables",
            description="Values for the template",
            example={"customer_name": "Acme Inc."},
        ),
        "service": Field(
            selector={"text": {}},
            name="Service",
            description=(
                "The notification service that takes addresses; the options may name"
                " one for all letters"
            ),
            example="notify.post_office",
        ),
    },
    either=(("template", "message"),),
    impact=Risk.HIGH,
    rollback=Rollback(
        supported=Reversible.NO, why="a letter that was sent cannot be unsent"
    ),
    inner=(_RENDERED,),
    sequence=(
        given(
            "template",
            [
                tool(
                    "action_engine.render_message",
                    {"template": "${{template}}", "variables": "${{variables}}"},
                    _RENDERED,
                ),
                given(
                    "subject",
                    [_send(f"${{{{{_RENDERED}.message}}}}", "${{subject}}")],
                    [
                        _send(
                            f"${{{{{_RENDERED}.message}}}}",
                            f"${{{{{_RENDERED}.subject?}}}}",
                        )
                    ],
                ),
            ],
            [_send("${{message}}", "${{subject?}}")],
        ),
    ),
)
