"""A template as plain data. Nothing in here knows a function of CloudFormation."""
