"""The entry point for the CDK: a plugin that judges what `cdk synth` makes.

from aws_cdk import App, Validations
from cfn_lint_cognito.cdk import CognitoAppClients

app = App()
Validations.of(app).add_plugins(CognitoAppClients())
"""

if __name__ == "cfn_lint_cognito.cdk":  # cfn-lint runs every file of this folder on its own, under another name.
    from cfn_lint_cognito.engine.hosts.cdk import CognitoAppClients as CognitoAppClients
