import string

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.journal.codec import encode
from custom_components.action_engine.engine.journal.masks import (
    MAIL,
    MARKS,
    PHONE,
    REDACTED,
)
from custom_components.action_engine.engine.journal.redaction import Redactor
from custom_components.action_engine.engine.journal.secret_names import is_secret

NOBODY = Redactor()


def seen(value, known=(), redactor=NOBODY):
    """Return what may be seen of a value."""
    return redactor.redact(encode(value)[0], known).value


@pytest.mark.parametrize(
    "name",
    [
        *(
            "code",
            "Code",
            "alarm_code",
            "userCode",
            "user code",
            "codes",
            "pin",
            "pins",
        ),
        *("door_pin", "PIN", "password", "wifi-password", "passwd", "Passphrase"),
        *("token", "access_token", "accessToken", "accesstoken", "refresh_tokens"),
        *("secret", "client_secret", "clientSecret", "secrets", "api_key", "apiKey"),
        *("apikey", "API-KEY", "private_key", "encryption_key", "authorization"),
        *("Authorization", "auth", "cookie", "credentials", "psk", "webhook_id", "otp"),
    ],
)
def test_names_that_hide_a_secret(name):
    """Whatever the spelling, what stands under them is not seen."""
    assert is_secret(name)
    assert seen({name: "hunter22", "on": True}) == {name: REDACTED, "on": True}


@pytest.mark.parametrize(
    "name",
    [
        *("country_code", "status_code", "zipcode", "error_code", "barcode", "key"),
        *("qr_code", "code_format", "code_arm_required", "gpio_pin", "max_tokens"),
        *("idempotency_key", "translation_key", "pinned", "secretary", "entity_id"),
        *("password_set", "", "___", "next_page_token", "url", "user_id"),
    ],
)
def test_names_that_only_sound_alike(name):
    """What they hold stays readable."""
    assert not is_secret(name)
    assert seen({name: "hunter22"}) == {name: "hunter22"}


def test_everything_below_a_secret_name_is_hidden():
    """Lists, dicts, tuples and numbers too; that nothing was there may be seen."""
    value = {
        "codes": ["1234", {"front": 5678, "back": None}],
        "pin": 42,
        "password": "",
        "token": None,
        "secret": True,
        "credentials": ("a", {"x": 1}),
        7: {"code": 99},
    }
    assert (
        seen(value)
        == encode(
            {
                "codes": [REDACTED, {"front": REDACTED, "back": None}],
                "pin": REDACTED,
                "password": "",
                "token": None,
                "secret": True,
                "credentials": (REDACTED, {"x": REDACTED}),
                7: {"code": REDACTED},
            }
        )[0]
    )


def test_pairs_are_looked_at_by_name_as_well():
    """A dict with keys of several types hides nothing from the eye."""
    shown = seen({1: "a", "code": "1234", ("x",): "b"})
    assert shown == encode({1: "a", "code": REDACTED, ("x",): "b"})[0]


def test_what_was_found_is_hidden_wherever_it_returns():
    """The wrong code comes back in the text of the error."""
    value = {"error": "Code 4711 is wrong (4711)", "code": "4711", "tries": 4711}
    redacted = NOBODY.redact(encode(value)[0])
    assert redacted.value == {
        "error": f"Code {REDACTED} is wrong ({REDACTED})",
        "code": REDACTED,
        "tries": REDACTED,
    }
    assert redacted.found == {"4711"}
    assert seen({"later": "4711!", "4711": 1}, redacted.found) == {
        "later": f"{REDACTED}!",
        REDACTED: 1,
    }


def test_a_short_secret_is_a_word_of_its_own():
    """A PIN inside a longer number is not that PIN; a long secret is found anywhere."""
    assert seen("at 12:34, id 91234567", {"1234"}) == "at 12:34, id 91234567"
    assert seen("x1234x 1234.", {"1234"}) == f"x1234x {REDACTED}."
    assert seen("xcorrecthorsex", {"correcthorse"}) == f"x{REDACTED}x"


def test_secrets_of_home_assistant_are_hidden_by_value():
    """Whatever name they stand under; what is too short or too common is not one."""
    redactor = Redactor(["s3cr3tvalue", "s3cr3t", "ab", "true", "8765"])
    assert seen(
        {
            "url": "http://x/s3cr3tvalue?q=s3cr3t",
            "n": 8765,
            "f": 8765.0,
            "b": "ab true",
        },
        redactor=redactor,
    ) == {
        "url": f"http://x/{REDACTED}?q={REDACTED}",
        "n": REDACTED,
        "f": 8765.0,
        "b": "ab true",
    }
    assert redactor.text("say s3cr3tvalue") == f"say {REDACTED}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("password=hunter2 rest", f"password={REDACTED} rest"),
        ('{"api_key": "a b", "n": 1}', f'{{"api_key": {REDACTED}, "n": 1}}'),
        ('"token": "a\\"b"', f'"token": {REDACTED}'),
        ("data:\n  code: abcd\n  x: 1", f"data:\n  code: {REDACTED}\n  x: 1"),
        ("- code: '12 34'", f"- code: {REDACTED}"),
        ("{code: 1234, x: y}", f"{{code: {REDACTED}, x: y}}"),
        ("code: !secret alarm", "code: !secret alarm"),
        ("Bearer abcdef123456", f"Bearer {REDACTED}"),
        ("Bearer authentication failed", "Bearer authentication failed"),
        ("Authorization: Basic dXNlcjpw", f"Authorization: {REDACTED}"),
        (
            "curl -H authorization=basic dXNlcjpw",
            f"curl -H authorization=basic {REDACTED}",
        ),
        ("http://me:pw@host/x", f"http://me:{REDACTED}@host/x"),
        ("http://192.168.1.2:8123/a@b", "http://192.168.1.2:8123/a@b"),
        ("x eyJhbGciOiJIUz.eyJzdWIiOiIx.abc y", f"x {REDACTED} y"),
        (
            "-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----",
            f"-----BEGIN PRIVATE KEY-----{REDACTED}-----END PRIVATE KEY-----",
        ),
        ("mail to jo.do+x@example.co.uk now", f"mail to {MAIL} now"),
        ("status code: 404", "status code: 404"),
        ("call +49 (0)151 2345678 now", f"call {PHONE} now"),
        ("0049 151 2345678", PHONE),
        ("015123456789", PHONE),
        ("0151 2345678", PHONE),
        ("(555) 123-4567", PHONE),
        ("555.123.4567", PHONE),
    ],
)
def test_masks(text, shown):
    """Secrets and personal data are taken out of any text, and nothing else."""
    assert seen(text) == shown
    assert seen(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        *("light.kitchen", "sensor.0x00158d0001abcdef", "192.168.100.200"),
        *(
            "2026-11-20T23:18:16.123456+00:00",
            "01M7XNGFYPMRA5FV82K5H1Y6PS",
            "52.5200066",
        ),
        *("1700000000", "00:15:8d:00:01:ab", "1/repeat/3/sequence/0", "20:15:30", "on"),
        *("{{ states('sensor.x') }}", "a @ b", "#ff0000", "-0.123456789012", "100 %"),
    ],
)
def test_masks_leave_everyday_values_alone(text):
    """A timeline in which nothing can be read would help nobody."""
    redacted = NOBODY.redact(text)
    assert redacted.value == text
    assert not redacted.changed


def test_personal_numbers_are_masked_by_name():
    """A number is no text, and under ``phone`` it is a phone number."""
    value = {"phone": 15123456789, "phone_number": 1, "mobile": True, "number": 5}
    shown = {"phone": PHONE, "phone_number": PHONE, "mobile": True, "number": 5}
    redacted = NOBODY.redact(value)
    assert redacted.value == shown
    assert not redacted.found
    assert seen({"jo@example.com": 1}) == {MAIL: 1}


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "a" * 300_000 + "@",
            "a@" * 100_000,
            "eyJ-" * 80_000,
            "eyJaaaaaaaa." * 30_000,
        ),
        *("://a:" * 60_000, "token" + " " * 300_000, '"' * 300_000, "{" * 300_000),
        *("-----BEGIN PRIVATE KEY-----" * 300, "+1" + "1 " * 150_000, "0151 " * 60_000),
        *(" " * 300_000, "- " * 150_000, "bearer " * 40_000, "x@" + "a." * 150_000),
        *('"\\' * 150_000, "code:" * 60_000, "\n" * 300_000),
    ],
    ids=range(18),
)
def test_hostile_text_takes_no_longer_than_any_other(hostile):
    """No text makes the journal think for minutes; the timeout of the test says so."""
    seen(hostile)


@given(
    st.text(string.ascii_letters + string.digits, min_size=8, max_size=20),
    st.text(max_size=20),
    st.text(max_size=20),
    st.integers(min_value=0, max_value=3),
)
def test_a_secret_is_nowhere_in_what_is_seen(secret, before, after, depth):
    """However deep it lies, and whatever surrounds it."""
    value = [{"text": f"{before}{secret}{after}", "password": secret, f"k{secret}": 1}]
    for _ in range(depth):
        value = {"inner": (value, secret)}
    redacted = NOBODY.redact(encode(value)[0])
    assert secret not in str(redacted.value)
    assert redacted.changed
    assert any(mark in str(redacted.value) for mark in MARKS)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=30),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(max_size=8), inner, max_size=3)
        ),
    )
)
def test_changed_says_whether_anything_changed(value):
    """On it depends whether a sealed copy is kept."""
    plain, _ = encode(value)
    redacted = NOBODY.redact(plain)
    assert redacted.changed == (redacted.value != plain)
    again = NOBODY.redact(redacted.value)
    assert again.value == redacted.value
