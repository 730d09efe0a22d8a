"""What cannot be taken back, and why, in words for people."""

from collections.abc import Mapping
from typing import Final

_MESSAGE: Final = "a sent message cannot be taken back"
_SPEECH: Final = "what was said cannot be taken back"
_PRESS: Final = "a press cannot be taken back"
_ONLY_REPORTS: Final = "it only reports, nothing can set it"
_PICTURE: Final = "a picture or recording that was taken stays"
_OUTSIDE: Final = "nobody knows what it did outside of Home Assistant"
_COMMAND: Final = "a command that was sent cannot be taken back"
_GONE: Final = "what was removed is not recorded"

_BY_ACTION: Final[Mapping[str, str]] = {
    "action_engine.call_tool": "nobody knows what the tool did",
    "automation.trigger": "what the automation did is not recorded with the call",
    "calendar.create_event": "Home Assistant has no call that removes an event",
    "homeassistant.reload_all": "a reload cannot be taken back",
    "homeassistant.restart": "a restart cannot be taken back",
    "homeassistant.stop": "a stop cannot be taken back",
    "media_player.clear_playlist": "the playlist is not recorded",
    "media_player.media_next_track": "the track that played is not recorded",
    "media_player.media_previous_track": "the track that played is not recorded",
    "media_player.media_seek": "the place in the track is not recorded",
    "persistent_notification.create": "the notification has no id of its own to find it",
    "persistent_notification.dismiss": _GONE,
    "persistent_notification.dismiss_all": _GONE,
    "remote.delete_command": _GONE,
    "remote.send_command": _COMMAND,
    "timer.finish": "that the timer has finished was announced",
    "todo.remove_completed_items": _GONE,
    "todo.remove_item": _GONE,
    "todo.update_item": "what the item was before is not recorded",
    "update.clear_skipped": "which version was skipped is not recorded",
    "update.install": "an installed version cannot be taken back",
    "vacuum.locate": _COMMAND,
    "vacuum.send_command": _COMMAND,
}

_BY_DOMAIN: Final[Mapping[str, str]] = {
    "ai_task": _OUTSIDE,
    "assist_satellite": _SPEECH,
    "binary_sensor": _ONLY_REPORTS,
    "button": _PRESS,
    "camera": _PICTURE,
    "conversation": _OUTSIDE,
    "device_tracker": _ONLY_REPORTS,
    "event": _ONLY_REPORTS,
    "hassio": _OUTSIDE,
    "image": _PICTURE,
    "infrared": _COMMAND,
    "input_button": _PRESS,
    "mqtt": _OUTSIDE,
    "notify": _MESSAGE,
    "person": _ONLY_REPORTS,
    "python_script": _OUTSIDE,
    "rest_command": _OUTSIDE,
    "scene": "what a scene changed is set back where it was recorded",
    "script": "what a script does is not recorded with the call",
    "sensor": _ONLY_REPORTS,
    "shell_command": _OUTSIDE,
    "tts": _SPEECH,
    "weather": _ONLY_REPORTS,
}


_READING: Final = ("get_", "browse_", "search_", "list_")
_READS: Final = frozenset({"homeassistant.check_config", "homeassistant.update_entity"})


def one_way(action: str) -> str | None:
    """Return why an effect of an action stays, whatever is set back; None if none does."""
    return _BY_ACTION.get(action)


def only_reads(action: str) -> bool:
    """Tell whether an action asks for something and changes nothing."""
    service = action.partition(".")[2]
    return service.startswith(_READING) or action in _READS


def why_not(action: str, domain: str | None = None) -> str:
    """Return why there is no way back for an action, or for an entity of a domain."""
    if (reason := _BY_ACTION.get(action)) is not None:
        return reason
    own = action.partition(".")[0]
    reason = _BY_DOMAIN.get(domain or own) or _BY_DOMAIN.get(own)
    return reason or f"nothing is known that takes {action} back"
