"""Auth flows and refresh token rotation

Flows that exclude each other, that are forgotten, or that the pool does not support.
"""
