"""Texts, values and where they come from, three-valued logic."""
