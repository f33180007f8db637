"""What CloudFormation's functions make of a template, as far as one scenario is known."""
