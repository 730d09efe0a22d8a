"""May it run? Policies, verdicts, approvals, limits and circuits live here."""
