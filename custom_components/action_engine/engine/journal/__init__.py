"""The durable, append-only record of executions lives here."""
