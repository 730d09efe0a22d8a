"""The rules: one a file, each a function from a case to a finding, or None."""
