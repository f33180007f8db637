"""APIs that check tokens

Authorizers that API Gateway rejects, and APIs that refuse every token of their user pool.
"""
