"""Token lifetimes

Lifetimes out of range or in an unexpected unit, and tokens that outlive the refresh token.
"""
