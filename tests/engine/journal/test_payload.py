import pytest

from custom_components.action_engine.engine.journal.codec import encode
from custom_components.action_engine.engine.journal.masks import REDACTED
from custom_components.action_engine.engine.journal.payload import Payloads
from custom_components.action_engine.engine.journal.redaction import Redactor
from custom_components.action_engine.engine.journal.vault import Vault

VAULT = Vault(b"k" * 32)


def payloads(*, encrypt=False, vault=VAULT):
    """Return payloads without any secret of Home Assistant."""
    return Payloads(vault, Redactor(), encrypt=encrypt)


@pytest.mark.parametrize("encrypt", [False, True])
def test_without_secrets_one_copy_is_exact_and_to_look_at(encrypt):
    """Nothing is sealed, and the exact value outlives the end of the execution."""
    kept = payloads(encrypt=encrypt)
    payload, _ = kept.pack(encode({"a": (1,)})[0], "row")
    assert payload.sealed is None
    assert kept.exact(payload.text, None, "row") == ({"a": (1,)}, True)
    assert kept.look(payload.text, "row") == {"a": [1]}


@pytest.mark.parametrize("encrypt", [False, True])
def test_with_secrets_the_exact_copy_is_sealed(encrypt):
    """And when it is emptied, nobody takes the other one for exact."""
    kept = payloads(encrypt=encrypt)
    payload, redacted = kept.pack(encode({"code": "1234"})[0], "row")
    assert redacted.found == {"1234"}
    assert "1234" not in payload.text
    assert kept.exact(payload.text, payload.sealed, "row") == ({"code": "1234"}, True)
    assert kept.exact(payload.text, None, "row") == (None, False)
    assert kept.look(payload.text, "row") == {"code": REDACTED}


def test_encrypted_text_shows_nothing():
    """Neither in rows nor in single texts."""
    kept = payloads(encrypt=True)
    text = kept.text("the kitchen", "row")
    assert "kitchen" not in text
    assert kept.uncover(text, "row") == "the kitchen"
    payload, _ = kept.pack("the kitchen", "row")
    assert "kitchen" not in payload.text


def test_what_was_encrypted_is_read_without_the_option_too():
    """It can be switched on and off, and all rows stay readable."""
    encrypted = payloads(encrypt=True).text("x", "row")
    assert payloads().uncover(encrypted, "row") == "x"
    assert payloads(encrypt=True).uncover("plain", "row") == "plain"
    assert payloads(encrypt=True).uncover(None, "row") is None


def test_with_another_key_only_what_is_encrypted_is_lost():
    """Nothing fails; what cannot be read is said not to be exact."""
    old, new = payloads(encrypt=True), payloads(vault=Vault(b"n" * 32))
    payload, _ = old.pack({"code": "1234"}, "row")
    assert new.look(payload.text, "row") is None
    assert new.exact(payload.text, payload.sealed, "row") == (None, False)
    assert new.exact(payload.text, None, "row") == (None, False)


def test_text_that_looks_encrypted_is_text():
    """An error may begin with anything."""
    kept = payloads()
    assert kept.uncover(kept.text("aes:xyz", "row"), "row") == " aes:xyz"


def test_broken_rows_do_not_stop_a_page():
    """Something that is no JSON is shown as nothing, and is not exact."""
    assert payloads().look("{", "row") is None
    assert payloads().exact("{", None, "row") == (None, False)
    assert payloads().exact(None, None, "row") == (None, False)
    assert payloads().look("aes:!", "row") is None


def test_a_mask_inside_broken_text_is_not_overlooked():
    """Such text is written in another way, in which the mask would not be seen."""
    kept = payloads()
    payload, _ = kept.pack("\ud800 password=hunter22", "row")
    assert "hunter22" not in payload.text
    assert kept.exact(payload.text, None, "row") == (None, False)
    exact = kept.exact(payload.text, payload.sealed, "row")
    assert exact == ("\ud800 password=hunter22", True)


def test_a_type_that_is_gone_makes_a_value_inexact():
    """As after the removal of an integration; people still see it."""
    kept = payloads()
    text = '{"!":"enum","=":["custom_components.gone","Mode","heat"]}'
    assert kept.exact(text, None, "row") == (None, False)
    assert kept.look(text, "row") == "heat"
