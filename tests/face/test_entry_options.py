"""Between the stored shape and the engine's options."""

from hypothesis import given, settings, strategies as st

from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.entry_options import (
    options_as_entry,
    options_from_entry,
)


def test_nothing_stored_means_defaults():
    """A fresh entry has no options at all."""
    assert options_from_entry({}) == EngineOptions()


def test_missing_keys_keep_their_defaults():
    """What an older version has stored stays readable."""
    options = options_from_entry(
        {"execution": {"workers": 7}, "retry": {}, "verification": {"within": 9}}
    )
    assert options == EngineOptions(workers=7, within=9.0)


def test_a_timeout_of_zero_is_no_limit():
    """A form cannot say None."""
    assert options_from_entry({"execution": {"timeout": 0}}).timeout is None
    assert options_from_entry({"execution": {"timeout": 2}}).timeout == 2.0
    assert options_as_entry(EngineOptions())["execution"]["timeout"] == 0


@settings(deadline=None)
@given(
    st.builds(
        EngineOptions,
        workers=st.integers(1, 32),
        max_queue=st.integers(1, 10_000),
        timeout=st.none() | st.floats(1, 86_400),
        retry=st.builds(
            RetryPolicy,
            max_retries=st.integers(0, 20),
            initial_delay=st.floats(0, 3600),
            multiplier=st.floats(1, 10),
            max_delay=st.floats(0, 86_400),
            jitter=st.floats(0, 1),
            attempt_timeout=st.none(),
            deadline=st.none(),
        ),
        verify=st.booleans(),
        within=st.floats(0.1, 600),
    )
)
def test_what_is_stored_comes_back(options):
    """Both directions agree, so the page shows what the engine uses."""
    assert options_from_entry(options_as_entry(options)) == options
