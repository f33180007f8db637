"""The messages of the rules on who uses a client, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "consumers/e9631_load_balancer_domain_is_url/fail_listener_rule.yaml": [
        (
            "UserPoolDomain is https://${Domain}.auth.us-east-1.amazoncognito.com, a URL, and Elastic Load "
            'Balancing rejects the action with "The user pool domain ... is not associated with the provided user'
            ' pool". Write the prefix alone: ${Domain}.'
        ),
        (
            "UserPoolDomain is HTTPS://acme-shop.auth.eu-west-1.AmazonCognito.com, a URL, and Elastic Load "
            'Balancing rejects the action with "The user pool domain ... is not associated with the provided user'
            ' pool". Write the prefix alone: acme-shop.'
        ),
        (
            "UserPoolDomain is https://login.acme.dev/, a URL, and Elastic Load Balancing rejects the action with"
            ' "The user pool domain ... is not associated with the provided user pool". Write the host name '
            "alone: login.acme.dev."
        ),
        (
            "UserPoolDomain is ${UserPool.ProviderURL}, a URL, and Elastic Load Balancing rejects the action with"
            ' "The user pool domain ... is not associated with the provided user pool". Write the Domain of the '
            "pool's AWS::Cognito::UserPoolDomain, which a Ref to it returns."
        ),
    ],
    "consumers/e9631_load_balancer_domain_is_url/fail_parameter_default.yaml": [
        (
            "UserPoolDomain is https://acme-shop.auth.eu-west-1.amazoncognito.com (the Default of parameter "
            'LoginDomain), a URL, and Elastic Load Balancing rejects the action with "The user pool domain ... is'
            ' not associated with the provided user pool". Write the prefix alone: acme-shop. [Listener]'
        ),
    ],
    "consumers/e9634_identity_pool_names_user_pool_wrongly/fail_parameter_default.yaml": [
        (
            "ProviderName is https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2c3D4e (the Default of "
            "parameter ProviderName), a URL; an identity pool knows a user pool as "
            'cognito-idp.REGION.amazonaws.com/USER_POOL_ID, and Cognito answers "Invalid Cognito Identity '
            'Provider". Write the provider name, which is the URL of the pool without https://. [IdentityPool]'
        ),
    ],
    "consumers/e9634_identity_pool_names_user_pool_wrongly/fail_plain.yaml": [
        (
            "ProviderName is the ID of the user pool UserPool; an identity pool knows a user pool as "
            'cognito-idp.REGION.amazonaws.com/USER_POOL_ID, and Cognito answers "Invalid Cognito Identity '
            'Provider". Write Fn::GetAtt of UserPool.ProviderName.'
        ),
    ],
    "consumers/e9635_role_mapping_names_no_provider/fail_each_form.yaml": [
        (
            "IdentityProvider of this role mapping is the ID of the user pool UserPool; Cognito rejects it with "
            '"(...) is not a valid RoleMapping ProviderName or is not a configured provider." Write Fn::Sub of '
            "${UserPool.ProviderName}:${CLIENT}, with the client that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is the ARN of the user pool UserPool; Cognito rejects it with "
            '"(...) is not a valid RoleMapping ProviderName or is not a configured provider." Write Fn::Sub of '
            "${UserPool.ProviderName}:${CLIENT}, with the client that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is the provider name of the user pool UserPool, without a "
            'client ID; Cognito rejects it with "(...) is not a valid RoleMapping ProviderName or is not a '
            'configured provider." Write Fn::Sub of ${UserPool.ProviderName}:${CLIENT}, with the client that '
            "signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is ${UserPool.ProviderURL}:${Client}, a URL; Cognito rejects "
            'it with "(...) is not a valid RoleMapping ProviderName or is not a configured provider." Write '
            "Fn::Sub of ${UserPool.ProviderName}:${CLIENT}, with the client that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is https://${UserPool.ProviderName}:${Client}, a URL; Cognito "
            'rejects it with "(...) is not a valid RoleMapping ProviderName or is not a configured provider." '
            "Write Fn::Sub of ${UserPool.ProviderName}:${CLIENT}, with the client that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is ${UserPool}:${Client}, the ID of a user pool; Cognito "
            'rejects it with "(...) is not a valid RoleMapping ProviderName or is not a configured provider." '
            "Write Fn::Sub of ${UserPool.ProviderName}:${CLIENT}, with the client that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is cognito-idp.us-east-1.amazonaws.com/${UserPool}, the "
            'provider name of a user pool, without a client ID; Cognito rejects it with "(...) is not a valid '
            'RoleMapping ProviderName or is not a configured provider." Write Fn::Sub of '
            "${UserPool.ProviderName}:${CLIENT}, with the client that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is ${UserPool.ProviderName}:, the provider name of a user "
            'pool, without a client ID; Cognito rejects it with "(...) is not a valid RoleMapping ProviderName or'
            ' is not a configured provider." Write Fn::Sub of ${UserPool.ProviderName}:${CLIENT}, with the client'
            " that signs the users in."
        ),
        (
            "IdentityProvider of this role mapping is https://accounts.google.com, a URL; Cognito rejects it with"
            ' "(...) is not a valid RoleMapping ProviderName or is not a configured provider." Write it without '
            "the scheme: accounts.google.com."
        ),
    ],
    "consumers/e9635_role_mapping_names_no_provider/fail_key.yaml": [
        (
            "The key of this role mapping is "
            "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2c3D4e:3n4b5urk1ft4fl3mg5e62d9ado, a URL; "
            'Cognito rejects it with "(...) is not a valid RoleMapping ProviderName or is not a configured '
            'provider." Write cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID as the key, or as its '
            "IdentityProvider, which may be an Fn::Sub."
        ),
        (
            "The key of this role mapping is cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2c3D4e, the "
            'provider name of a user pool, without a client ID; Cognito rejects it with "(...) is not a valid '
            'RoleMapping ProviderName or is not a configured provider." Write '
            "cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID as the key, or as its IdentityProvider, "
            "which may be an Fn::Sub."
        ),
        (
            "The key of this role mapping is eu-west-1_a1B2c3D4e, the ID of a user pool; Cognito rejects it with "
            '"(...) is not a valid RoleMapping ProviderName or is not a configured provider." Write '
            "cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID as the key, or as its IdentityProvider, "
            "which may be an Fn::Sub."
        ),
        (
            "The key of this role mapping is cognito-idp.eu-west-1.amazonaws.com/eu-west-1_F5g6H7i8j, the "
            'provider name of a user pool, without a client ID; Cognito rejects it with "(...) is not a valid '
            'RoleMapping ProviderName or is not a configured provider." Write '
            "cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID as the key, or as its IdentityProvider, "
            "which may be an Fn::Sub."
        ),
    ],
    "consumers/e9636_unknown_identity_pool_role/fail_plain.yaml": [
        (
            "Roles has the key admin, and an identity pool has the roles authenticated and unauthenticated only; "
            'Cognito rejects it with "Map keys must satisfy constraint". Remove it; which role a group or claim '
            "gets is said in RoleMappings."
        ),
    ],
    "consumers/e9636_unknown_identity_pool_role/fail_spelling.yaml": [
        (
            "Roles has the key Authenticated, and an identity pool has the roles authenticated and "
            'unauthenticated only; Cognito rejects it with "Map keys must satisfy constraint". Did you mean '
            "authenticated?"
        ),
        (
            "Roles has the key unauthenicated, and an identity pool has the roles authenticated and "
            'unauthenticated only; Cognito rejects it with "Map keys must satisfy constraint". Did you mean '
            "unauthenticated?"
        ),
        (
            "Roles has the key Authenticated, and an identity pool has the roles authenticated and "
            'unauthenticated only; Cognito rejects it with "Map keys must satisfy constraint". Remove it: '
            "authenticated has a role besides."
        ),
    ],
    "consumers/e9637_role_mapping_rule_rejected/fail_spelling.yaml": [
        (
            "MatchType is equals, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects the "
            'attachment with "Member must satisfy enum value set". Did you mean Equals?'
        ),
        (
            "MatchType is EQUALS, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects the "
            'attachment with "Member must satisfy enum value set". Did you mean Equals?'
        ),
        (
            "MatchType is NotEquals, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects the "
            'attachment with "Member must satisfy enum value set". Did you mean NotEqual?'
        ),
        (
            "MatchType is startsWith, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects the"
            ' attachment with "Member must satisfy enum value set". Did you mean StartsWith?'
        ),
        (
            "MatchType is Prefix, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects the "
            'attachment with "Member must satisfy enum value set". Write one of these.'
        ),
        (
            "MatchType is Regex, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects the "
            'attachment with "Member must satisfy enum value set". Write one of these.'
        ),
        (
            "MatchType is the empty text, and Cognito knows Equals, Contains, StartsWith and NotEqual; it rejects"
            ' the attachment with "Member must satisfy enum value set". Write one of these.'
        ),
    ],
    "consumers/e9637_role_mapping_rule_rejected/fail_too_many.yaml": [
        (
            'This role mapping has 26 rules, and 25 is the most; Cognito answers "The number of rules in the '
            'request exceeded 25." Remove 1 rule.'
        ),
    ],
    "consumers/w9632_load_balancer_domain_is_host/fail_unknown_prefix.yaml": [
        (
            "UserPoolDomain is ${Prefix}.auth.us-east-1.amazoncognito.com, the host name of a domain that goes by"
            ' its prefix; Elastic Load Balancing very likely rejects the action with "The user pool domain ... is'
            ' not associated with the provided user pool". Write the prefix alone: ${Prefix}.'
        ),
    ],
    "consumers/w9633_load_balancer_client_cannot_sign_in/fail_each_need.yaml": [
        (
            "This action signs users in with WithoutOAuth, for which OAuth is off: WithoutOAuth has no OAuth "
            "settings at all. Cognito answers every sign-in at this load balancer with an error page. Set "
            "AllowedOAuthFlowsUserPoolClient of WithoutOAuth to true, AllowedOAuthFlows to [code], "
            "AllowedOAuthScopes to [openid], SupportedIdentityProviders to [COGNITO], and CallbackURLs to "
            "https://HOST/oauth2/idpresponse with the host name that users open."
        ),
        (
            "This action signs users in with WithoutOAuthButProviders, for which OAuth is off: "
            "WithoutOAuthButProviders has no OAuth settings at all. Cognito answers every sign-in at this load "
            "balancer with an error page. Set AllowedOAuthFlowsUserPoolClient of WithoutOAuthButProviders to "
            "true, AllowedOAuthFlows to [code], AllowedOAuthScopes to [openid], and CallbackURLs to "
            "https://HOST/oauth2/idpresponse with the host name that users open."
        ),
        (
            "This action signs users in with ImplicitOnly, which lacks the flow code. Cognito answers every "
            "sign-in at this load balancer with an error page. Add code to AllowedOAuthFlows of ImplicitOnly."
        ),
        (
            "This action signs users in with WithoutOpenid, which lacks the scope openid. Cognito answers every "
            "sign-in at this load balancer with an error page. Add openid to AllowedOAuthScopes of "
            "WithoutOpenid."
        ),
        (
            "This action signs users in with WithoutCallback, which lacks a callback URL "
            "https://HOST/oauth2/idpresponse. Cognito answers every sign-in at this load balancer with an error "
            "page. Add https://HOST/oauth2/idpresponse, with the host name that users open, to CallbackURLs of "
            "WithoutCallback."
        ),
        (
            "This action signs users in with WithoutThree, which lacks the flow code, the scope openid and a "
            "callback URL https://HOST/oauth2/idpresponse. Cognito answers every sign-in at this load balancer "
            "with an error page. Add code to AllowedOAuthFlows, openid to AllowedOAuthScopes and "
            "https://HOST/oauth2/idpresponse, with the host name that users open, to CallbackURLs of "
            "WithoutThree."
        ),
        (
            "This action signs users in with Machine, which lacks the flow code, the scope openid and a "
            "callback URL https://HOST/oauth2/idpresponse. Cognito answers every sign-in at this load balancer "
            "with an error page. Give the load balancer a client of its own, with the flow code, the scope "
            "openid and that callback URL: client_credentials, the flow of Machine, cannot be combined with "
            "them."
        ),
    ],
    "consumers/w9638_agent_audience_never_written/fail_plain.yaml": [
        (
            "AllowedAudience names Client, whose only flow is client_credentials: its tokens carry client_id and "
            "no aud, so every call with one is answered with 401 or 403. Name Client in AllowedClients instead."
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
