"""Joins runs with the journal and with undo: remembered, taken up again, taken back."""
