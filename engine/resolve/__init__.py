"""What CloudFormation's functions make of a template, as far as one deployment is known."""
