"""Messages from templates: what they may use, and what is never a template."""

from pathlib import Path

import pytest

from homeassistant.core import Context

from custom_components.action_engine.engine.errors import (
    InvalidActionError,
    MessageTemplateError,
)


@pytest.fixture
def hass_config_dir(tmp_path):
    """Keep templates in the folder of the test."""
    return str(tmp_path)


@pytest.fixture
def write(tmp_path):
    """Write a template."""
    folder = Path(tmp_path, "action_engine", "templates")
    folder.mkdir(parents=True)

    def write(text, name="door"):
        (folder / f"{name}.jinja").write_text(text)

    return write


@pytest.fixture
def render(call):
    """Call ``action_engine.render_message``."""

    async def render(template="door", **variables):
        return await call("render_message", template=template, variables=variables)

    return render


async def test_a_message_with_a_subject(write, render):
    """Both are filled in; a subject is one line."""
    write("---\nsubject: '{{ door }}' \n---\n{{ door | upper }} is {{ state }}.")
    assert await render(door="Front\r\nBcc: x", state="open") == {
        "subject": "'Front Bcc: x'",
        "message": "FRONT\r\nBCC: X is open.",
    }


async def test_a_message_without_one(write, render):
    """There is no subject; what looks like data stays a text."""
    write("{{ 1 + 1 }}")
    assert await render() == {"message": "2"}


async def test_a_missing_variable_is_named(write, render):
    """In the text as in the subject."""
    write("{{ door }} and {{ window }}")
    with pytest.raises(MessageTemplateError, match="'window' is undefined"):
        await render(door="x")
    write("{% if window == 'x' %}y{% endif %}")
    with pytest.raises(MessageTemplateError, match="'window' is undefined"):
        await render(door="x")
    write("{{ window | default('none') }}")
    assert (await render())["message"] == "none"
    write("---\nsubject: {{ roof }}\n---\nx")
    with pytest.raises(MessageTemplateError, match="'roof' is undefined"):
        await render()


@pytest.mark.parametrize(
    "words",
    [
        "{{ states('lock.front') }}",
        "{% for x in range(99999999) %}{% endfor %}",
        "{{ 7 * 7 }}",
        "{# gone #}",
    ],
)
async def test_e02_what_stands_in_a_variable_is_text(hass, write, render, words):
    """It is not rendered again, at whatever depth it stands."""
    hass.states.async_set("lock.front", "locked")
    write("---\nsubject: {{ a }}\nstates: true\n---\n{{ a }} {{ b.c[0] }}")
    found = await render(a=words, b={"c": [words]})
    assert found["message"] == f"{words} {words}"
    assert found["subject"] == " ".join(words.split())


@pytest.mark.parametrize(
    "text",
    [
        "{{ states('lock.front') }}",
        "{{ is_state('lock.front', 'locked') }}",
        "{{ area_name('hall') }}",
        "{{ now() }}",
        "{{ states.lock.front.state }}",
    ],
)
async def test_the_home_is_seen_only_by_a_file_that_says_so(hass, write, render, text):
    """Else a message can tell nothing but what it was given."""
    hass.states.async_set("lock.front", "locked")
    write(text)
    with pytest.raises(MessageTemplateError):
        await render()
    write(f"---\nstates: true\n---\n{text}")
    assert (await render())["message"]
    write(text)
    with pytest.raises(MessageTemplateError):
        await render()


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import '../secrets.yaml' as x %}",
        "{{ 'x' * 300000 }}",
        "{% for x in range(200000) %}{{ x }}{% endfor %}",
        "{{ broken",
    ],
)
async def test_the_sandbox_holds(write, render, text):
    """A slip of the owner is an error, not a way out."""
    write(text)
    with pytest.raises(MessageTemplateError):
        await render()


async def test_fields(call):
    """They are read letter by letter."""
    for data, place in (
        ({}, "template"),
        ({"template": ["door"]}, "template"),
        ({"template": "door", "variables": "x"}, "variables"),
        ({"template": "door", "path": "x"}, "'path'"),
    ):
        with pytest.raises(InvalidActionError) as raised:
            await call("render_message", **data)
        assert raised.value.place == place


async def test_in_a_run(write, run, plain_user):
    """What it answers is a variable for the steps that follow."""
    write("---\nsubject: Door\n---\n{{ door }} is open")
    step = {
        "action": "action_engine.render_message",
        "data": {"template": "door", "variables": {"door": "Front"}},
        "response_variable": "text",
    }
    context = Context(user_id=plain_user.id)
    summary = await run(actions=[step], context=context)
    expected = {"subject": "Door", "message": "Front is open"}
    assert summary["responses"]["text"] == expected
