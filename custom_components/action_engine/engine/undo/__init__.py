"""Set back what was done: snapshots, inverses and compensation live here."""
