"""Scopes

Scopes that do not exist, or do not exist yet.
"""
