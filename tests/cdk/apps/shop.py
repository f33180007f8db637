"""An app with a mistake that two stacks make together, and one that somebody knows of."""

from aws_cdk import Acknowledgment, App, Stack, Validations
from aws_cdk.aws_cognito import CfnUserPoolClient, OAuthFlows, OAuthScope, OAuthSettings, UserPool, UserPoolClient

app = App()
pool = UserPool(Stack(app, "Pools"), "Pool")
web = Stack(app, "Web")
UserPoolClient(
    web,
    "Orders",
    user_pool=pool,
    o_auth=OAuthSettings(
        flows=OAuthFlows(authorization_code_grant=True),
        scopes=[OAuthScope.OPENID, OAuthScope.custom("orders/read")],
        callback_urls=["https://app.example.com/callback"],
    ),
)
known = CfnUserPoolClient(
    web,
    "Known",
    user_pool_id="us-east-1_a1B2c3D4e",
    supported_identity_providers=["COGNITO"],
    access_token_validity=60,
)
Validations.of(known).acknowledge(Acknowledgment(id="cfn-lint-cognito::E9511", reason="It is a test."))
app.synth()
