"""Attachments of the user pool

Risk configurations, log deliveries and users with values that Cognito does not take.
"""
