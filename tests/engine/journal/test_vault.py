import stat

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.journal.vault import (
    NotOpenedError,
    Vault,
    open_vault,
)

VAULT = Vault(b"k" * 32)


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_sealed_can_be_opened(data, identity):
    """For the place for which it was sealed."""
    assert VAULT.unseal(VAULT.seal(data, identity), identity) == data


def test_nothing_can_be_seen_through_a_seal():
    """The same twice does not even look the same."""
    first, second = (VAULT.seal(b"the code is 1234", "a") for _ in range(2))
    assert b"1234" not in first
    assert first != second


@pytest.mark.parametrize(
    "change",
    [
        lambda sealed: (sealed, "another place"),
        lambda sealed: (sealed[:-1] + bytes([sealed[-1] ^ 1]), "a"),
        lambda sealed: (sealed[:5], "a"),
        lambda sealed: (sealed[:0], "a"),
    ],
)
def test_a_seal_that_was_touched_stays_closed(change):
    """Moved to another row, changed, or cut short."""
    with pytest.raises(NotOpenedError):
        VAULT.unseal(*change(VAULT.seal(b"x", "a")))
    with pytest.raises(NotOpenedError):
        Vault(b"o" * 32).unseal(VAULT.seal(b"x", "a"), "a")


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path):
    """It stays the same over restarts, and nobody else may read it."""
    path = tmp_path / ".storage" / "action_engine.key"
    first = open_vault(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    second = open_vault(path)
    assert second.key_id == first.key_id
    assert second.unseal(first.seal(b"x", "a"), "a") == b"x"
    assert first.kept
    assert not first.replaced
    assert not second.replaced
    assert list(path.parent.iterdir()) == [path]


def test_keys_are_told_apart_without_telling_them():
    """Each has a name, from which nothing can be learnt."""
    assert VAULT.key_id != Vault(b"o" * 32).key_id
    assert b"k" * 8 not in VAULT.chain_key


@pytest.mark.parametrize("content", [b"", b"zz", b"ab" * 16, b"\xff\xfe", b"gg" * 32])
def test_a_damaged_key_is_put_aside(tmp_path, content):
    """A new one is made, and it can be told that the old one is lost."""
    path = tmp_path / "action_engine.key"
    path.write_bytes(content)
    vault = open_vault(path)
    assert vault.replaced
    assert vault.kept
    assert (tmp_path / "action_engine.key.corrupt").read_bytes() == content
    assert open_vault(path).key_id == vault.key_id


def test_without_a_place_the_key_lives_as_long_as_the_process(tmp_path, caplog):
    """Sealing works all the same, and the log says what it is worth."""
    (tmp_path / "file").write_text("")
    vault = open_vault(tmp_path / "file" / "key")
    assert not vault.kept
    assert vault.unseal(vault.seal(b"x", "a"), "a") == b"x"
    assert "cannot be kept" in caplog.text


def test_what_is_left_of_an_interrupted_start_does_no_harm(tmp_path):
    """A key that was half written is written anew."""
    (tmp_path / "key.new").write_text("half")
    assert open_vault(tmp_path / "key").kept
    assert open_vault(tmp_path / "key").kept
