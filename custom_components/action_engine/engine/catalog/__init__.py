"""Named actions with fields, risk and rollback live here."""
