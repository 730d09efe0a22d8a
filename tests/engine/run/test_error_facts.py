"""What is behind an error, now and after it was written down."""

import pytest

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from custom_components.action_engine.engine.errors import (
    RetryExhaustedError,
    ToolUnreachableError,
)
from custom_components.action_engine.engine.run.error_facts import (
    error_name,
    recorded_error,
    root_name,
    written_down,
)


def behind(error: Exception, cause: BaseException | None) -> Exception:
    """Return an error that was raised from another one."""
    error.__cause__ = cause
    return error


EXHAUSTED = RetryExhaustedError(action="a.b", attempts=2, error="x")
AWAY = ToolUnreachableError(tool="add", api="Box", error="x")


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (HomeAssistantError("x"), "HomeAssistantError"),
        (behind(HomeAssistantError("x"), TimeoutError()), "TimeoutError"),
        (behind(HomeAssistantError("x"), KeyboardInterrupt()), "HomeAssistantError"),
        (behind(ServiceValidationError("x"), KeyError()), "ServiceValidationError"),
        (behind(AWAY, behind(HomeAssistantError(), OSError())), "ToolUnreachableError"),
        (
            behind(EXHAUSTED, behind(HomeAssistantError(), ConnectionError())),
            "ConnectionError",
        ),
    ],
)
def test_what_is_behind_an_error_outlives_a_restart(
    error: Exception, name: str
) -> None:
    """Attempts and the most general error are looked through, and no other."""
    assert root_name(error) == name
    again = recorded_error(written_down(error))
    assert root_name(again) == name
    assert error_name(again) == error_name(error)
    assert written_down(again)["type"] == written_down(error)["type"]


def test_a_note_from_before_has_no_root() -> None:
    """Then the error stands for itself."""
    facts = {"type": "TimeoutError", "message": "late", "kind": "passable"}
    assert root_name(recorded_error(facts)) == "TimeoutError"


def test_what_is_read_back_is_written_down_as_it_was() -> None:
    """A run may be broken off more than once."""
    error = behind(HomeAssistantError("x"), TimeoutError())
    once = written_down(error)
    assert written_down(recorded_error(once)) == once
