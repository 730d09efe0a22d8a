"""Calls to servers outside: where they may go, what they carry, what comes back."""
