"""Redirect URLs

Callback and logout URLs that are missing, rejected, or match nothing.
"""
