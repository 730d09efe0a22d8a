"""The key of the journal, kept outside of it, and what is done with it."""

import binascii
from contextlib import suppress
import hashlib
import logging
import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_LOGGER = logging.getLogger(__name__)

_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_FORMAT: Final = b"\x01"


class NotOpenedError(Exception):
    """Sealed with another key, for another place, or changed since."""


class Vault:
    """Seals and opens bytes, and signs chains, with one key."""

    def __init__(
        self, key: bytes, *, kept: bool = True, replaced: bool = False
    ) -> None:
        """Take a key of 32 bytes."""
        self._cipher = AESGCM(key)
        self.chain_key = hashlib.blake2b(key, person=b"ae journal chain").digest()
        self.key_id = hashlib.blake2b(self.chain_key, digest_size=8).hexdigest()
        """Tells keys apart without telling anything about them."""

        self.kept = kept
        """The key is on disk. False: what is sealed cannot be opened after a restart."""

        self.replaced = replaced
        """There was a key file that could not be read, and a new key was made."""

    def seal(self, data: bytes, identity: str) -> bytes:
        """Encrypt; ``identity`` names the place in which the result will stand."""
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + nonce + self._cipher.encrypt(nonce, data, identity.encode())

    def unseal(self, sealed: bytes, identity: str) -> bytes:
        """Decrypt; raises ``NotOpenedError`` unless it was sealed for this very place."""
        nonce, data = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, data, identity.encode())
        except (InvalidTag, ValueError) as error:
            raise NotOpenedError(identity) from error


def open_vault(path: Path) -> Vault:
    """Return the vault with the key in this file; a new key if there is none.

    Blocks. Never raises: without a place for the key, the vault has one that is gone
    after a restart (``kept`` is False).
    """
    try:
        if (key := _read(path)) is not None:
            return Vault(key)
        replaced = _set_aside(path)
        return Vault(_make(path), replaced=replaced)
    except OSError:
        _LOGGER.exception("The key of the journal cannot be kept in %s", path)
        return Vault(os.urandom(_KEY_BYTES), kept=False)


def _read(path: Path) -> bytes | None:
    with suppress(FileNotFoundError, binascii.Error, UnicodeDecodeError):
        key = binascii.unhexlify(path.read_text(encoding="ascii").strip())
        return key if len(key) == _KEY_BYTES else None
    return None


def _set_aside(path: Path) -> bool:
    if not path.exists():
        return False
    aside = path.with_name(f"{path.name}.corrupt")
    _LOGGER.error("The key of the journal in %s is damaged; it is now %s", path, aside)
    path.replace(aside)
    return True


def _make(path: Path) -> bytes:
    key = os.urandom(_KEY_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written aside first: half a key would be worse than none.
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{binascii.hexlify(key).decode()}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return key
