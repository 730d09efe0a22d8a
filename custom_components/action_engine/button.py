"""Four buttons: stop everything, once more, take it back, and the emergency stop."""

from typing import override

from homeassistant.components.button import ButtonEntity
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.engine import UndoRequest
from .entity import ActionEngineEntity
from .record_fields import LAST
from .rights import limited_to
from .runtime import ActionEngineConfigEntry
from .undo_answer import raise_unless_undone

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the buttons."""
    async_add_entities(
        [
            CancelAllButton(entry),
            RepeatLastButton(entry),
            UndoLastButton(entry),
            PanicStopButton(entry),
        ]
    )


class CancelAllButton(ActionEngineEntity, ButtonEntity):
    """Cancels everything that has not ended."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Wait to be pressed."""
        super().__init__(entry, "cancel_all")

    @override
    async def async_press(self) -> None:
        """Cancel, and do not wait until all of it has ended."""
        self._engine.cancel_all()


class RepeatLastButton(ActionEngineEntity, ButtonEntity):
    """Hands the last request in once more."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Wait to be pressed."""
        super().__init__(entry, "repeat_last")

    @override
    async def async_press(self) -> None:
        """Hand it in on behalf of who pressed; raises if there is none yet."""
        await self._engine.repeat_last(self._context or Context())


class UndoLastButton(ActionEngineEntity, ButtonEntity):
    """Takes back what the last execution did."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Wait to be pressed."""
        super().__init__(entry, "undo_last")

    @override
    async def async_press(self) -> None:
        """Take it back and wait for that; raises if nothing was, or could be.

        For a user who is no administrator the last one is the last of his own.
        """
        context = self._context or Context()
        request = UndoRequest(
            context=context,
            execution_id=LAST,
            user_id=await limited_to(self.hass, context),
        )
        raise_unless_undone(await self._engine.record.rollback(request))


class PanicStopButton(ActionEngineEntity, ButtonEntity):
    """Ends everything; until it is lifted, only trusted callers begin anew."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Wait to be pressed, by anybody: to stop is never the wrong person's."""
        super().__init__(entry, "panic_stop")

    @override
    async def async_press(self) -> None:
        """Stop, on behalf of who pressed."""
        await self._gate.panic_stop(self._context or Context())
