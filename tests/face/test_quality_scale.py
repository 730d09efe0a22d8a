"""What is claimed about the quality of the integration."""

import pytest

from tests.face.package_files import load

RULES = load("quality_scale.yaml")["rules"]

# The 54 rules of Home Assistant 2026.10: bronze, silver, gold, platinum.
KNOWN = [
    "action-setup",
    "appropriate-polling",
    "brands",
    "common-modules",
    "config-flow",
    "config-flow-test-coverage",
    "dependency-transparency",
    "docs-actions",
    "docs-conditions",
    "docs-high-level-description",
    "docs-installation-instructions",
    "docs-removal-instructions",
    "docs-triggers",
    "entity-event-setup",
    "entity-unique-id",
    "has-entity-name",
    "runtime-data",
    "test-before-configure",
    "test-before-setup",
    "unique-config-entry",
    "action-exceptions",
    "config-entry-unloading",
    "docs-configuration-parameters",
    "docs-installation-parameters",
    "entity-unavailable",
    "integration-owner",
    "log-when-unavailable",
    "parallel-updates",
    "reauthentication-flow",
    "test-coverage",
    "devices",
    "diagnostics",
    "discovery",
    "discovery-update-info",
    "docs-data-update",
    "docs-examples",
    "docs-known-limitations",
    "docs-supported-devices",
    "docs-supported-functions",
    "docs-troubleshooting",
    "docs-use-cases",
    "dynamic-devices",
    "entity-category",
    "entity-device-class",
    "entity-disabled-by-default",
    "entity-translations",
    "exception-translations",
    "icon-translations",
    "reconfiguration-flow",
    "repair-issues",
    "stale-devices",
    "async-dependency",
    "inject-websession",
    "strict-typing",
]


def test_all_rules_are_answered():
    """All 54, in their order, and no rule that does not exist."""
    assert len(KNOWN) == 54
    assert list(RULES) == KNOWN


@pytest.mark.parametrize("rule", KNOWN)
def test_an_exemption_says_why(rule):
    """Done needs no words; everything else does."""
    answer = RULES[rule]
    if isinstance(answer, str):
        assert answer == "done"
    else:
        assert answer["status"] in ("todo", "exempt")
        assert len(answer["comment"]) > 15
