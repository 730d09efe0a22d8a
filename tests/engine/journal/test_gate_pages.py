"""What the gate remembers, and what it asks people."""

from dataclasses import replace
from datetime import timedelta
import json

import pytest

from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.archive.history import notes_of
from custom_components.action_engine.engine.journal import retention
from custom_components.action_engine.engine.journal.masks import REDACTED
from custom_components.action_engine.engine.model.approval import Answer, Approval
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import NotKept
from tests.engine.journal.samples import NOON, crash_image, ended, execution, query

PIN = "90817263"


def question(execution_id, number=0, **facts):
    """Return a question about an execution."""
    asked = NOON + timedelta(seconds=number)
    return Approval(
        **{
            "id": f"question {number}",
            "execution_id": execution_id,
            "policy": "agents",
            "asked": asked,
            "expires": asked + timedelta(hours=1),
            "digest": "9f" * 32,
            "risk": Risk.HIGH,
            "needed": 2,
            "asker": "bot",
            "name": "Unlock the door",
            "verdict": {"decision": "hold", "reasons": [{"rule": "risk"}]},
            "claim": {"confidence": 0.9, "reasoning": "Jo said so"},
            **facts,
        }
    )


async def test_what_is_kept_is_found_again(open_journal, somewhere):
    """The last state of each key, with its types, in this life and the next."""
    journal = await open_journal(**somewhere)
    long = "light." + "x" * 400
    assert journal.keep("windows", "a/hour", {"times": [1.5, 2.0]}) is None
    journal.keep("windows", "a/hour", {"times": [1.5, 2.0, NOON]})
    journal.keep("windows", long, {"times": []})
    journal.keep("windows", "gone", {"times": [1]})
    journal.keep("windows", "gone", None)
    journal.keep("panic", "", True)  # noqa: FBT003 - a state may be anything
    expected = {"a/hour": {"times": [1.5, 2.0, NOON]}, long: {"times": []}}

    assert await journal.kept("windows") == expected
    assert await journal.kept("panic") == {"": True}
    assert await journal.kept("circuits") == {}
    await journal.close()
    journal = await open_journal(**somewhere)
    assert await journal.kept("windows") == expected
    journal.keep("windows", long, None)
    assert set(await journal.kept("windows")) == {"a/hour"}


async def test_what_was_durable_outlives_a_crash(hass, journal, tmp_path, open_journal):
    """In order with everything else."""
    journal.accepted(new := execution(state=ExecutionState.PENDING_APPROVAL))
    journal.keep("windows", "p/hour", {"times": [1]})
    journal.approval_asked(question(new.id))
    assert await journal.durable()
    image = await hass.async_add_executor_job(
        crash_image, tmp_path, tmp_path / "afterwards"
    )
    after = await open_journal(folder=image)

    assert await after.kept("windows") == {"p/hour": {"times": [1]}}
    assert await after.approvals() == (question(new.id),)
    assert not after.restored


async def test_a_state_is_nobodys_business(journal, tmp_path):
    """On disk it is sealed, and what looks like a secret comes back all the same."""
    journal.keep("grants", "g", {"code": PIN, "error": f"password: {PIN}"})
    assert await journal.durable()
    await journal.checkpoint()

    assert PIN.encode() not in (tmp_path / "action_engine.db").read_bytes()
    assert (await journal.kept("grants"))["g"]["code"] == PIN


@pytest.mark.parametrize(
    "statement",
    [
        "SET state = randomblob(40)",
        "SET state = x'01'",
        "SET key = 'c'",
        "SET name = 'c'",
        "SET state = (SELECT state FROM action_engine_gate WHERE key = 'a')",
    ],
)
async def test_nobody_else_can_write_a_state(journal, tmp_path, statement):
    """Nor move one from key to key: it is there, and nobody knows what it was."""
    journal.keep("grants", "a", {"risk": "low"})
    journal.keep("grants", "b", {"risk": "high"})
    assert await journal.durable()
    query(tmp_path, f"UPDATE action_engine_gate {statement} WHERE key = 'b'")

    first, second = (await journal.kept("grants")).values()
    assert (first, second) == ({"risk": "low"}, None)


async def test_what_has_no_form_is_told(journal):
    """It is not kept as it is."""
    assert isinstance(journal.keep("windows", "a", {"times": object()}), NotKept)


async def test_a_closed_journal_takes_nothing(journal):
    """It says so to everybody."""
    await journal.close()

    assert isinstance(journal.keep("a", "b", 1), NotKept)
    assert isinstance(journal.approval_asked(question("x")), NotKept)
    assert isinstance(journal.approval_changed(question("x")), NotKept)


async def test_what_is_over_is_removed_at_night(journal):
    """A day later: the clock may have been wrong."""
    now = dt_util.utcnow().timestamp()
    for key, until in (("past", now - 90_000), ("late", now - 80_000), ("on", now)):
        journal.keep("windows", key, {"until": until})
    journal.keep("circuits", "always", {"until": None})
    journal.keep("circuits", "endless", {"until": float("inf")})
    journal.keep("circuits", "far", {"until": 1e300})
    await journal.maintain()

    assert set(await journal.kept("windows")) == {"late", "on"}
    assert set(await journal.kept("circuits")) == {"always", "endless", "far"}


async def test_a_question_and_its_answers(open_journal, somewhere):
    """It is kept as it was asked; what becomes of it changes."""
    journal = await open_journal(**somewhere)
    journal.accepted(new := execution())
    asked = question(new.id)
    assert journal.approval_asked(asked) is None
    assert await journal.approvals() == (asked,)

    once = replace(asked, agreed=("anna",), notes="Fine with me")
    assert journal.approval_changed(once) is None
    assert await journal.approvals() == (once,)
    done = replace(
        once,
        agreed=("anna", "ben"),
        answer=Answer.APPROVED,
        answered=NOON + timedelta(minutes=1),
        answered_by="ben",
    )
    journal.approval_changed(replace(done, digest="other", risk=Risk.LOW))
    assert await journal.approvals() == ()
    assert await journal.approvals(open_only=False) == (done,)
    await journal.close()
    journal = await open_journal(**somewhere)
    assert await journal.approvals(open_only=False) == (done,)


async def test_asked_and_answered_in_one_go(journal):
    """Both are there, whichever commit they are in."""
    journal.accepted(new := execution())
    asked = question(new.id)
    journal.approval_asked(asked)
    journal.approval_changed(gone := replace(asked, answer=Answer.EXPIRED))

    assert await journal.approvals(open_only=False) == (gone,)


async def test_which_questions(journal):
    """The newest first; all of one execution, or the open ones, or only so many."""
    journal.accepted(one := execution())
    journal.accepted(two := execution())
    first, second, third = (
        question(new.id, number) for number, new in enumerate((one, two, two))
    )
    for asked in (first, second, third):
        journal.approval_asked(asked)
    journal.approval_changed(rejected := replace(second, answer=Answer.REJECTED))

    assert await journal.approvals() == (third, first)
    assert await journal.approvals(limit=1) == (third,)
    assert await journal.approvals(execution_id=two.id) == (third,)
    assert await journal.approvals(open_only=False, execution_id=two.id) == (
        third,
        rejected,
    )


async def test_a_question_about_nothing_is_not_kept(journal):
    """It says so to whoever waits, and disturbs nobody."""
    journal.approval_asked(question("nobody"))
    journal.accepted(execution())

    assert not await journal.durable()
    assert await journal.durable()
    assert await journal.approvals(open_only=False) == ()


@pytest.mark.parametrize("encrypt", [False, True])
async def test_secrets_in_a_question(open_journal, tmp_path, encrypt):
    """They stay out of it, also those that its execution has told."""
    journal = await open_journal(encrypt=encrypt)
    journal.accepted(new := execution(parameters={"code": PIN}))
    asked = question(
        new.id,
        name=f"Disarm with {PIN}",
        verdict={"data": {"code": PIN}, "text": f"code {PIN}"},
        claim={"reasoning": f"Jo said {PIN}"},
    )
    journal.approval_asked(asked)
    journal.approval_changed(replace(asked, notes=f"{PIN} is right"))
    (found,) = await journal.approvals()

    assert found.name == f"Disarm with {REDACTED}"
    assert found.verdict == {"data": {"code": REDACTED}, "text": f"code {REDACTED}"}
    assert found.claim == {"reasoning": f"Jo said {REDACTED}"}
    assert found.notes == f"{REDACTED} is right"
    await journal.close()
    content = (tmp_path / "action_engine.db").read_bytes()
    assert PIN.encode() not in content
    assert (b"Jo said" in content) is not encrypt


async def test_later_changes_do_not_reach_what_was_asked(journal):
    """What is written down is what it was at that moment."""
    journal.accepted(new := execution())
    verdict = {"reasons": []}
    journal.approval_asked(question(new.id, verdict=verdict))
    verdict["reasons"].append("late")

    assert (await journal.approvals())[0].verdict == {"reasons": []}


async def test_words_of_a_later_version_are_taken_for_the_worse(journal, tmp_path):
    """A risk nobody knows is critical, an answer nobody knows is none."""
    journal.accepted(new := execution())
    journal.approval_asked(question(new.id, agreed=("anna",)))
    assert await journal.durable()
    query(
        tmp_path,
        "UPDATE action_engine_approvals SET risk = 'dire', answer = 'perhaps',"
        " agreed = 'x'",
    )

    (found,) = await journal.approvals(open_only=False)
    assert (found.risk, found.answer, found.agreed) == (Risk.CRITICAL, "expired", ())


async def test_questions_go_with_their_execution(open_journal, somewhere, monkeypatch):
    """When that is too old."""
    monkeypatch.setattr(retention, "SLICE", 1)
    journal = await open_journal(**somewhere)
    for number in range(2):
        journal.accepted(new := execution())
        journal.approval_asked(question(new.id, number))
    journal.changed(new.id, **ended())
    await journal.purge(keep_count=0)

    (left,) = await journal.approvals(open_only=False)
    assert left.id == "question 0"


async def test_questions_in_the_chain_are_no_notes(journal):
    """They are events of their own, which a run that resumes passes over."""
    journal.accepted(new := execution())
    journal.append(new.id, "decided", "0", 1)
    journal.append(new.id, "approval", "", question(new.id).as_dict())
    journal.append(new.id, "result", "0", None)
    events = await journal.events(new.id)

    assert [one.kind for one in events] == ["decided", "approval", "result"]
    assert json.dumps(events[1].data)
    assert [note.kind for note in notes_of(events)] == ["decided", "result"]
    assert (await journal.verify()).ok


async def test_a_burst_is_written_once(journal, monkeypatch):
    """Of many states of one key the last one reaches the table."""
    for number in range(1000):
        journal.keep("windows", "p/hour", number)
        journal.keep("windows", f"{number % 7}", number)

    assert await journal.kept("windows") == {
        "p/hour": 999,
        **{f"{number % 7}": number for number in range(993, 1000)},
    }
