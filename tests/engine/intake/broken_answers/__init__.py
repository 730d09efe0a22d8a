"""Answers with mistakes that models make, and what is to be read of them."""
