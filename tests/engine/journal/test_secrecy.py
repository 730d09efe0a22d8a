import logging

import pytest

from homeassistant.core import State

from custom_components.action_engine.engine.journal.masks import REDACTED
from custom_components.action_engine.engine.model.stored import ExecutionFilter
from tests.engine.journal.samples import ended, execution, query

PIN = "90817263"
PASSWORD = "correct-horse-battery"  # noqa: S105 - of nobody
MAIL = "jo.doe@example.org"


def all_bytes(folder):
    """Return everything that is on disk, the key apart."""
    return b"".join(
        file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name not in ("action_engine.key", "secrets.yaml")
    )


async def story(journal):
    """Let one execution have to do with secrets in every way there is."""
    new = execution(
        name=f"Disarm with {PIN}",
        source={"yaml": f'data:\n  code: "{PIN}"\n', "wifi": PASSWORD},
        parameters={"code": PIN, "to": MAIL, "note": f"the pin is {PIN}"},
        reasoning=f"Jo ({MAIL}) said {PIN}",
    )
    journal.accepted(new)
    journal.append(new.id, "intent", "0", {"data": {"code": PIN}, "to": (MAIL,)})
    journal.append(new.id, "attempt", "0", f"Code {PIN} refused; {PASSWORD}")
    journal.append(new.id, "result", "0", State("alarm.a", "on", {"last": PIN}))
    journal.append(new.id, "decided", "1", {PIN: [int(PIN)], 1: {PIN}})
    journal.put_fact("agents", "alarm", {"code": PIN, "wifi": PASSWORD})
    assert await journal.durable()
    return new


@pytest.mark.parametrize("encrypt", [False, True])
async def test_secrets_never_reach_the_disk(open_journal, tmp_path, caplog, encrypt):
    """While the run is open they can still be used; afterwards nobody knows them."""
    caplog.set_level(logging.DEBUG)
    (tmp_path / "secrets.yaml").write_text(f"wifi: {PASSWORD}\n")
    journal = await open_journal(encrypt=encrypt)
    new = await story(journal)
    content = all_bytes(tmp_path)
    for secret in (PIN, PASSWORD, MAIL):
        assert secret.encode() not in content
    (opened,) = await journal.open_executions()
    assert opened.execution.source == new.source
    assert opened.execution.parameters["code"] == REDACTED
    assert PIN not in opened.execution.name
    assert opened.events[1].exact == f"Code {PIN} refused; {PASSWORD}"
    assert opened.events[2].exact.attributes == {"last": PIN}
    assert opened.events[3].exact == {PIN: [int(PIN)], 1: {PIN}}
    assert PIN not in str([one.data for one in opened.events])
    journal.changed(
        new.id, **ended("failed"), error=f"{PIN} is wrong", result={"said": [PIN, MAIL]}
    )
    stored = await journal.get(new.id)
    assert stored.error == f"{REDACTED} is wrong"
    assert PIN not in str(stored)
    assert MAIL not in str(stored)
    assert PIN not in str(await journal.events(new.id))
    assert PASSWORD not in str(await journal.get_facts("agents"))
    await journal.close()
    content = all_bytes(tmp_path)
    for secret in (PIN, PASSWORD, MAIL):
        assert secret.encode() not in content
        assert secret not in caplog.text


async def test_encryption_covers_all_payloads(open_journal, tmp_path):
    """Who has the file without the key learns what ran and when, not with what."""
    journal = await open_journal(encrypt=True)
    new = execution(
        name="Evening", source={"scene": "candlelight"}, reasoning="candlelight please"
    )
    journal.accepted(new)
    journal.append(new.id, "result", "0", {"scene": "candlelight"})
    journal.put_fact("agents", "likes", "candlelight")
    journal.changed(
        new.id, **ended("failed"), result=["candlelight"], error="no candlelight"
    )
    assert await journal.durable()
    await journal.checkpoint()
    content = all_bytes(tmp_path)
    assert b"candlelight" not in content
    assert b"Evening" in content
    stored = await journal.get(new.id)
    assert stored.source == {"scene": "candlelight"}
    assert stored.source_exact
    assert (stored.result, stored.error) == (["candlelight"], "no candlelight")
    assert stored.reasoning == "candlelight please"
    assert (await journal.events(new.id))[0].exact == {"scene": "candlelight"}
    assert (await journal.get_facts("agents"))[0].value == "candlelight"
    assert (await journal.verify()).ok


async def test_the_option_can_be_switched(open_journal):
    """Older rows stay readable in both directions."""
    for encrypt in (False, True, False):
        journal = await open_journal(encrypt=encrypt)
        journal.accepted(new := execution(source={"encrypted": encrypt}))
        journal.changed(new.id, **ended())
        await journal.close()
    journal = await open_journal()
    page = await journal.list(ExecutionFilter())
    sources = [(await journal.get(one.id)).source for one in page.items]
    assert sources == [{"encrypted": one} for one in (False, True, False)]
    assert (await journal.verify()).ok


async def test_further_secrets_can_be_named(open_journal, tmp_path):
    """Such as those that an integration keeps elsewhere."""
    journal = await open_journal(secrets=["elderberry"])
    journal.accepted(new := execution())
    journal.append(new.id, "result", "0", "an elderberry")
    assert (await journal.events(new.id))[0].data == f"an {REDACTED}"


async def test_a_sealed_copy_cannot_be_moved(open_journal, tmp_path):
    """Put into another row, it is not taken for the value of that row."""
    journal = await open_journal()
    journal.accepted(new := execution())
    journal.append(new.id, "intent", "0", {"code": PIN})
    journal.append(new.id, "intent", "1", {"code": "11112222"})
    assert await journal.durable()
    query(
        tmp_path,
        "UPDATE action_engine_events SET sealed ="
        " (SELECT sealed FROM action_engine_events WHERE seq = 1) WHERE seq = 2",
    )
    first, second = await journal.events(new.id)
    assert first.exact == {"code": PIN}
    assert not second.is_exact
