"""Roles and permissions

Roles that Cognito cannot assume or use, and functions that it may not call.
"""
