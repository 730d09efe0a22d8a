"""Plain actions become a validated, immutable plan."""
