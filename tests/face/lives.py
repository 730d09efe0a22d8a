"""Several lives of one Home Assistant: what a crash leaves, and what the next start finds."""

from collections.abc import Callable
from pathlib import Path

from homeassistant.core import HomeAssistant

JOURNAL = "action_engine.db"


def journal_of(hass: HomeAssistant) -> Path:
    """Return the file of the journal."""
    return Path(hass.config.config_dir) / JOURNAL


async def crash(
    hass: HomeAssistant, entry, let_go: Callable[[], None] = lambda: None
) -> None:
    """End the engine, and leave the disk as it was before that: as a power cut does.

    ``let_go`` is called in between: what is in a call must be able to end, or the
    engine would wait for it.
    """
    await entry.runtime_data.engine.record.journal.durable()
    file = journal_of(hass)
    # The count of lives is as old as the journal after a power cut, and not ahead of it.
    lives = file.with_name(".storage") / "action_engine.lives"
    files = [file, file.with_name(f"{JOURNAL}-wal"), lives]
    left = {path: path.read_bytes() for path in files if path.exists()}
    let_go()
    assert await hass.config_entries.async_unload(entry.entry_id)
    for path in file.parent.glob(f"{JOURNAL}*"):
        path.unlink()
    for path, content in left.items():
        path.write_bytes(content)


async def live_again(hass: HomeAssistant, entry):
    """Load the entry once more and return its new engine."""
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    return entry.runtime_data.engine
