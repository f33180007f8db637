"""Pool reference, hardening, analytics

A pool that is named wrongly, and settings that weaken the sign-in or do nothing.
"""
