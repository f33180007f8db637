"""The user pool

MFA, emails and SMS without what they need, settings beyond the tier, impossible attributes, and settings that exclude
each other.
"""
