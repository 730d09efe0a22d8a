"""One verdict of all rules: a denial beats a hold, and a hold beats nothing."""

from dataclasses import replace
import logging

from hypothesis import given, settings, strategies as st

from custom_components.action_engine.engine.gate.case import Rights, Usage
from custom_components.action_engine.engine.gate.judge import judge
from custom_components.action_engine.engine.gate.leave import LIFTED
from custom_components.action_engine.engine.gate.order import RULES
from custom_components.action_engine.engine.model.claim import NO_CLAIM, Claim
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.policy import SafetyMode
from custom_components.action_engine.engine.model.verdict import Decision
from tests.engine.gate.cases import OPEN, asked, case, trusted

ALLOW, HOLD, DENY = Decision.ALLOW, Decision.HOLD, Decision.DENY
BREAKING = object()
"""In the place of seconds; a rule that looks at it breaks."""

STRENGTH = {ALLOW: 0, HOLD: 1, DENY: 2}

WISHES = (
    asked("light.turn_on", "light.a"),
    asked("notify.me"),
    asked("update.install", "update.a"),
    asked("lock.unlock", "lock.a"),
)

POLICIES = st.builds(
    replace,
    st.just(OPEN),
    enabled=st.sampled_from([True, True, True, False]),
    trusted=st.booleans(),
    approval_required=st.booleans(),
    auto_approval_threshold=st.sampled_from([0.0, 0.5, 0.9, 1.0]),
    safety_mode=st.sampled_from(SafetyMode),
    canary_percentage=st.sampled_from([0, 50, 100]),
    ask_first_use=st.booleans(),
    allowed_actions=st.sampled_from([("*",), ("light.*",), ()]),
    denied_actions=st.sampled_from([(), ("lock.*",)]),
)

CASES = st.builds(
    case,
    st.sampled_from(WISHES),
    policy=POLICIES,
    engine_on=st.sampled_from([True, True, True, False]),
    panicked=st.sampled_from([False, False, True]),
    templates=st.sampled_from([(), (), ("0/data",)]),
    rights=st.sampled_from([Rights(), Rights(), Rights(admin_only=("x.y",))]),
    conditions_met=st.booleans(),
    usage=st.sampled_from([Usage(), Usage(), Usage(exceeded=("Enough.",))]),
    first_used=st.sampled_from([(), ("light.turn_on",)]),
    canary=st.floats(0, 99),
    granted=st.booleans(),
    claim=st.sampled_from([NO_CLAIM, Claim(confidence=0.6)]),
)


def found(given_case):
    """Return what every rule finds, without the judge."""
    return [
        (name, finding)
        for name, rule in RULES
        if (finding := rule(given_case)) is not None
    ]


def break_down(_):
    """Break, as a rule with a defect does."""
    raise RuntimeError


def test_an_allowed_call_of_the_household_works_nothing_out():
    """Whoever is trusted does not pay for the gate."""
    verdict = judge(trusted())
    assert (verdict.decision, verdict.reasons, verdict.impact) == (ALLOW, (), None)
    assert (verdict.policy, verdict.decided_by) == ("household", None)


def test_all_reasons_are_told_and_the_strongest_decides():
    """Who is denied wants to know all that stands in the way."""
    verdict = judge(
        case(
            asked("lock.unlock", "lock.a"),
            approval_required=True,
            usage=Usage(exceeded=("Enough.",)),
            rejected=3.0,
        )
    )
    rules = [reason.rule for reason in verdict.reasons]
    assert rules == ["limits", "rejected_before", "risk", "approval_required"]
    assert (verdict.decision, verdict.decided_by) == (DENY, "limits")


def test_who_is_not_allowed_is_shown_the_impact():
    """Also if no rule had to know it: people decide by it."""
    verdict = judge(case(asked("lock.unlock", "lock.a"), enabled=False))
    assert verdict.impact.risk is Risk.CRITICAL


def test_an_impact_that_was_worked_out_is_in_the_verdict():
    """It costs nothing any more."""
    assert judge(case(asked())).impact.risk is Risk.LOW


@settings(max_examples=300)
@given(CASES)
def test_the_verdict_is_the_strongest_finding(given_case):
    """Without leave in advance it says exactly what the rules say."""
    given_case = replace(given_case, granted=False)
    findings = found(given_case)
    verdict = judge(given_case)
    told = [(reason.rule, reason.finding) for reason in verdict.reasons]
    assert told == findings
    strongest = max((STRENGTH[one.decision] for _, one in findings), default=0)
    assert STRENGTH[verdict.decision] == strongest
    first = next(
        (name for name, one in findings if STRENGTH[one.decision] == strongest), None
    )
    assert verdict.decided_by == first


@settings(max_examples=300)
@given(CASES)
def test_e08_leave_in_advance_never_lifts_a_denial_or_what_is_critical(given_case):
    """It answers the questions that would be asked anew each time, and no others."""
    without = judge(replace(given_case, granted=False))
    granted = judge(replace(given_case, granted=True))
    if without.decision is DENY or given_case.impact.risk is Risk.CRITICAL:
        assert granted.decision is without.decision
        assert granted.decided_by == without.decided_by
    left = [one for one in without.reasons if one.rule not in LIFTED]
    assert [one for one in granted.reasons if one.rule not in LIFTED] == left
    assert (granted.decision is ALLOW) == (
        without.decision is ALLOW
        or (not left and given_case.impact.risk < Risk.CRITICAL)
    )


@settings(max_examples=300)
@given(CASES, st.floats(0, 1), st.floats(0, 1))
def test_e15_more_confidence_answers_no_other_question(given_case, one, other):
    """Up to the threshold a claim changes nothing, beyond it only its own rule."""
    low, high = sorted((one, other))

    def reasons(confidence):
        claimed = replace(given_case, claim=Claim(confidence=confidence))
        return judge(claimed).reasons

    below, above = reasons(low), reasons(high)
    assert [r for r in below if r.rule != "confidence"] == [
        r for r in above if r.rule != "confidence"
    ]
    threshold = given_case.policy.auto_approval_threshold
    if (low < threshold) == (high < threshold):
        assert below == above


@given(CASES, st.floats(0, 1))
def test_e15_confidence_never_lifts_a_denial(given_case, confidence):
    """What was denied before is denied however sure the model is."""
    before = judge(given_case)
    after = judge(replace(given_case, claim=Claim(confidence=confidence)))
    assert (before.decision is DENY) == (after.decision is DENY)


@given(CASES)
def test_a_broken_rule_denies(given_case):
    """An error in the gate must not open it, whoever asks and whatever else is said."""
    verdict = judge(replace(given_case, rejected=BREAKING))
    assert verdict.decision is DENY
    codes = {reason.rule: reason.finding.code for reason in verdict.reasons}
    assert codes["rejected_before"] == "broken"


def test_a_broken_rule_is_logged_by_its_name(caplog):
    """Somebody has to mend it."""
    judge(trusted(asked(), rejected=BREAKING))
    (record,) = caplog.records
    assert (record.levelno, record.args) == (logging.ERROR, ("rejected_before",))
    assert record.exc_info[0] is TypeError


def test_an_impact_that_cannot_be_worked_out_denies():
    """Nobody can be asked about something that cannot be told."""
    broken = replace(trusted(approval_required=True), weigh=lambda: break_down(None))
    verdict = judge(broken)
    assert (verdict.decision, verdict.impact) == (DENY, None)
    assert [reason.rule for reason in verdict.reasons] == [
        "approval_required",
        "impact",
    ]
    assert verdict.decided_by == "impact"


def test_leave_in_advance_of_something_unknown_lifts_nothing():
    """If the impact cannot be worked out, it may be critical."""
    broken = replace(
        case(approval_required=True, granted=True), weigh=lambda: break_down(None)
    )
    assert judge(broken).decision is DENY


def test_leave_in_advance_does_not_count_in_quiet_hours():
    """The conditions of the policy are asked about all the same."""
    given_case = case(asked(), conditions_met=False, granted=True)
    assert judge(given_case).decided_by == "conditions"


def test_the_impact_is_worked_out_once():
    """However many rules want to know it."""
    calls = []
    given_case = case(asked("lock.unlock"), denied_actions=("x.y",))
    weigh = given_case.weigh
    counted = replace(given_case, weigh=lambda: (calls.append(1), weigh())[1])
    judge(counted)
    assert calls == [1]
