"""Between the stored shape and the engine's options."""

from dataclasses import replace

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.action_engine.engine.model.journal import JournalSettings
from custom_components.action_engine.engine.model.options import (
    EngineOptions,
    OnRestart,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.entry_options import (
    needs_reopening,
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


def test_a_blank_url_is_none():
    """A form cannot say None here either."""
    for blank in ("", "  ", None):
        assert options_from_entry({"journal": {"db_url": blank}}).journal.url is None


@pytest.mark.parametrize(
    ("change", "needed"),
    [
        ({"url": "sqlite:///x.db"}, True),
        ({"encrypt": True}, True),
        ({"keep_days": 1, "keep_count": 1}, False),
    ],
)
def test_where_and_how_it_is_written_is_decided_at_the_start(change, needed):
    """How much is kept can change at any time."""
    settings = JournalSettings()
    assert needs_reopening(settings, replace(settings, **change)) is needed


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
        on_restart=st.sampled_from(OnRestart),
        resume_within=st.floats(0, 1e6),
        journal=st.builds(
            JournalSettings,
            url=st.none() | st.just("sqlite:////media/journal.db"),
            encrypt=st.booleans(),
            keep_days=st.integers(1, 3650),
            keep_count=st.integers(1, 1_000_000),
            backoff=st.just(JournalSettings().backoff),
        ),
    )
)
def test_what_is_stored_comes_back(options):
    """Both directions agree, so the page shows what the engine uses."""
    assert options_from_entry(options_as_entry(options)) == options
