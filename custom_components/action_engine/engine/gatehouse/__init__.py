"""Joins the gate with runs, people and the journal: who asks, may he, and who says yes."""
