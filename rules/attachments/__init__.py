"""Attachments of the user pool

Risk configurations and log deliveries with values that Cognito does not take.
"""
