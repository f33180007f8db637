"""Identity providers

Providers that are not named, do not exist, or do not exist yet, and what they cannot fill.
"""
