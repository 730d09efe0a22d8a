"""What a journal consists of, and how it is put together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import STORAGE_DIR

from ..model.journal import DEFAULT_FILE, JournalHealth, JournalSettings
from .known_secrets import read_secrets
from .lives import Lives
from .ops import Inspect
from .payload import Payloads
from .place import Place
from .preparing import Preparer
from .reader import Reader
from .recalling import recall
from .redaction import Redactor
from .store import Store
from .tails import Tails
from .vault import Vault, open_vault
from .writer import Writer

_KEY_FILE: Final = "action_engine.key"
_LIVES_FILE: Final = "action_engine.lives"
_KEY_NOT_KEPT: Final = "the key cannot be kept in the storage folder"


@dataclass(slots=True, kw_only=True, eq=False)
class Parts:
    """The parts of one journal."""

    place: Place
    vault: Vault
    payloads: Payloads
    store: Store
    writer: Writer
    reader: Reader
    lives: Lives
    on_trouble: Callable[[], None] = lambda: None

    def health(self) -> JournalHealth:
        """Return how it is at this moment."""
        reason = self.writer.trouble
        if reason is None and not self.vault.kept:
            # It is on disk, and after a restart nobody can open what is sealed.
            reason = _KEY_NOT_KEPT
        return JournalHealth(
            durable=reason is None,
            reason=reason,
            place=str(self.place),
            moved_aside=self.store.moved_aside,
            key_lost=self.vault.replaced,
            lost=self.writer.lost,
        )

    def bytes_on_disk(self) -> int | None:
        """Return the size of all files, None for a database elsewhere. Blocks."""
        if self.place.file is None:
            return None
        return sum(path.stat().st_size for path in self.place.files if path.exists())


async def assemble(
    hass: HomeAssistant, settings: JournalSettings, secrets: Iterable[str]
) -> Parts:
    """Put a journal together; its thread is not started yet."""
    folder = Path(hass.config.config_dir)
    vault, known = await hass.async_add_executor_job(_read_folder, folder)
    place = Place(settings.url, folder / DEFAULT_FILE)
    payloads = Payloads(vault, Redactor([*known, *secrets]), encrypt=settings.encrypt)
    lives = Lives(vault, folder / STORAGE_DIR / _LIVES_FILE)
    store = Store(place, Tails(vault.chain_key), lives.begin)
    writer = Writer(
        store,
        Preparer(
            payloads,
            vault.key_id,
            partial(recall, store, payloads),
            hass.loop.call_soon_threadsafe,
        ),
        backoff=settings.backoff,
        on_trouble=lambda _reason: parts.on_trouble(),
    )
    reader = Reader(hass, place, lambda: writer.put(Inspect()))

    def replaced() -> None:
        reader.dispose()
        writer.announce()

    store.on_replaced = replaced
    parts = Parts(
        place=place,
        vault=vault,
        payloads=payloads,
        store=store,
        writer=writer,
        reader=reader,
        lives=lives,
    )
    return parts


def _read_folder(folder: Path) -> tuple[Vault, frozenset[str]]:
    vault = open_vault(folder / STORAGE_DIR / _KEY_FILE)
    return vault, read_secrets(folder)
