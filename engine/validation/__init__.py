"""Judges documents by JSON Schema, in three values."""
