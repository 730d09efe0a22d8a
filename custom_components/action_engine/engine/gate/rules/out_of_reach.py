"""What nobody who is not trusted reaches, unless the owner of the home names it."""

from typing import Final

from ...model.impact import Asked
from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named
from ..names import WEBHOOK, aliases, deeds, spoken
from ..patterns import matches_any

OUT_OF_REACH: Final = (
    *("homeassistant.restart", "homeassistant.stop", "homeassistant.set_location"),
    *("homeassistant.reload_*", "hassio.*", "backup.*", "recorder.purge*"),
    *("shell_command.*", "rest_command.*", "python_script.*", "pyscript.*"),
    *("appdaemon.*", "file.*", "downloader.*", "mqtt.publish", "conversation.process"),
    *("zha.issue_*", "zha.set_zigbee_cluster_attribute", "zha.*_lock_user_code"),
    *("zwave_js.invoke_cc_api", "zwave_js.*set_value", "zwave_js.*lock*"),
    *("knx.send", "modbus.write_*", "profiler.*", "cloud.*"),
    *("action_engine.*", "event", "native"),
)
"""Ways around every other rule: the machine itself, raw commands that no table can judge,
other assistants, and this gate."""

FACTS: Final = frozenset(
    {"action_engine.remember", "action_engine.recall", "action_engine.forget"}
)
"""Actions of this engine that lead to nothing but what belongs to whoever asks."""


def check(case: Case) -> Finding | None:
    """Deny what leads around the gate, to callers who are not trusted.

    An entry of ``allowed_actions`` counts here only if it says the whole domain:
    ``shell_command.backup`` or ``hassio.*``, not ``*`` or ``*.restart``. Nobody means
    these when he writes that.
    """
    policy = case.policy
    if policy.trusted:
        return None
    allowed = tuple(one for one in policy.allowed_actions if "*" not in _domain(one))
    found = [
        spoken(touch.asked)
        for touch in case.impact.touches
        if _is_out_of_reach(touch.asked, allowed)
    ]
    if not found:
        return None
    return deny("out_of_reach", f"The policy has to name {named(found)} to allow it.")


def _is_out_of_reach(asked: Asked, allowed: tuple[str, ...]) -> bool:
    # What a script of this home holds was put there by its owner.
    if asked.opened_from is not None:
        return False
    if asked.within is not None and asked.within in allowed:
        # As did the owner of the catalog, and the policy names what he has put there.
        return False
    names = {one.lower() for one in deeds(asked)} - FACTS
    others = {*aliases(asked)}
    if asked.action == WEBHOOK and any(matches_any(allowed, one) for one in others):
        # To name the endpoint says more than to name the call.
        return False
    return any(
        matches_any(OUT_OF_REACH, name) and not matches_any(allowed, name)
        for name in names
    )


def _domain(pattern: str) -> str:
    return pattern.partition(".")[0]
