"""Messages of which the fix depends on what else the template has, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "redirect_urls/e9531_missing_callback_url/fail_client_of_a_load_balancer.yaml": [
        (
            "AllowedOAuthFlows holds code, but CallbackURLs is missing; Cognito rejects the client with "
            '"CallbackUrls can not be empty when code flow or implicit flow is selected". A load balancer signs '
            "users in with this client: name https://HOST/oauth2/idpresponse, with the host name that users open."
        ),
    ],
    "attributes/i9576_users_change_custom_attributes/fail_provider_maps_what_no_schema_declares.yaml": [
        (
            "WriteAttributes is absent, so users of this client can very likely change custom:plan of their own "
            "with their access token. List in WriteAttributes what users may change. Keep custom:plan (an "
            "identity provider sets it; do not map it if users must not change it) in the list."
        ),
    ],
    "providers/e9604_mapped_attribute_not_in_pool/fail_schema_names_it_twice.yaml": [
        (
            "AttributeMapping sets custom:team, but the Schema of the user pool UserPool has only custom:plan; "
            'Cognito rejects the provider with "AttributeMapping contains invalid mapping: [custom:team]". '
            "Declare it in Schema (Name: team, Mutable: true), or remove it."
        ),
    ],
    "oauth/e9521_oauth_on_without_flows_or_scopes/fail_client_of_a_load_balancer.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthScopes is missing; Cognito rejects the "
            'client with "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed '
            'to use OAuth flows." Give AllowedOAuthScopes at least one entry. The load balancer that signs users '
            "in with this client needs the flow code, the scope openid and the callback URL "
            "https://HOST/oauth2/idpresponse with the host name that users open."
        ),
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_client_of_a_load_balancer.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (client_credentials) "
            "and AllowedOAuthScopes (aws.cognito.signin.user.admin) and the token endpoint answers "
            '"invalid_grant". Set the switch to true. The load balancer that signs users in with this client '
            "needs one of its own, with the flow code, the scope openid and the callback URL "
            "https://HOST/oauth2/idpresponse with the host name that users open."
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_client_of_a_load_balancer.yaml": [
        (
            "CallbackURLs has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and the "
            'login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows and AllowedOAuthScopes. The load balancer that signs users in with this client "
            "needs the flow code, the scope openid and the callback URL https://HOST/oauth2/idpresponse with the "
            "host name that users open."
        ),
    ],
    "login_pages/e9618_ui_customization_without_waiting/fail_domain_behind_a_wider_condition.yaml": [
        (
            "This UI customization does not wait for Domain, the domain of the user pool UserPool. "
            'CloudFormation may create the customization first; Cognito then rejects it with "There has to be '
            'an existing domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED. Add '
            "DependsOn: Domain."
        ),
    ],
    "login_pages/e9618_ui_customization_without_waiting/fail_domains_of_two_conditions.yaml": [
        (
            "This UI customization does not wait for Domain, the domain of the user pool UserPool. "
            'CloudFormation may create the customization first; Cognito then rejects it with "There has to be '
            'an existing domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED. Make '
            "this style only where IsProd holds, the condition of that domain, and add DependsOn: Domain; "
            "deployments with another domain get a style of their own. [when IsProd is true]"
        ),
        (
            "This UI customization does not wait for TestDomain, the domain of the user pool UserPool. "
            'CloudFormation may create the customization first; Cognito then rejects it with "There has to be '
            'an existing domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED. Make '
            "this style only where IsNotProd holds, the condition of that domain, and add DependsOn: "
            "TestDomain; deployments with another domain get a style of their own. [when IsProd is false]"
        ),
    ],
    "login_pages/w9619_ui_customization_without_domain/fail_domain_is_awaited_behind_condition.yaml": [
        (
            "The template gives the user pool UserPool no AWS::Cognito::UserPoolDomain; unless it has one from "
            'elsewhere, Cognito rejects this UI customization with "There has to be an existing domain associated'
            ' with this user pool.", and the stack ends in ROLLBACK_FAILED. Make this style only where IsProd '
            "holds, the condition of Domain, or give that pool a domain otherwise, too. [when IsProd is false]"
        ),
    ],
    "login_pages/w9619_ui_customization_without_domain/fail_domain_never_beside_it.yaml": [
        (
            "The template gives the user pool UserPool no AWS::Cognito::UserPoolDomain; unless it has one from "
            'elsewhere, Cognito rejects this UI customization with "There has to be an existing domain associated'
            ' with this user pool.", and the stack ends in ROLLBACK_FAILED. Add a domain for that pool, and name '
            "it in DependsOn here."
        ),
    ],
    "login_pages/w9620_custom_domain_without_waiting/fail_group_behind_condition.yaml": [
        (
            "The custom domain login.acme.test does not wait for Records, which makes the A record of the name "
            "above it. CloudFormation may create the domain first, and Cognito then rejects it with "
            '"Custom domain is not a valid subdomain ...". Write Domain as Fn::If: [IsProd, Fn::Select: [0, '
            "[NAME, Ref: Records]], NAME], which waits for Records where its condition holds. [when IsProd is "
            "true]"
        ),
    ],
    "login_pages/e9614_managed_login_not_in_tier/fail_beside_the_client.yaml": [
        (
            "ManagedLoginVersion 2 needs ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier LITE; "
            'Cognito rejects the domain with "... not available for the LITE pricing tier configured: Managed '
            'Login Version 2". Set ManagedLoginVersion to 1, the classic pages, or UserPoolTier to ESSENTIALS, '
            "which costs more and asks for an AWS::Cognito::ManagedLoginBranding for each client."
        ),
    ],
    "identity_providers/e9554_identity_provider_without_waiting/fail_provider_behind_a_wider_condition.yaml": [
        (
            "The identity provider Google is made by the resource Google, which the client does not wait for; "
            'CloudFormation may create the client first, and Cognito then rejects it with "The provider Google '
            'does not exist for User Pool ...". Add DependsOn: Google, or write the Ref of Google instead of the '
            "name."
        ),
    ],
    "identity_providers/w9557_managed_login_without_branding/fail_tier_behind_condition.yaml": [
        (
            "Users of this client sign in on managed login pages (the domain has ManagedLoginVersion 2), but "
            "the template gives the client no style for these pages. The stack deploys, and the login page says "
            '"Login pages unavailable. Please contact an administrator." Add an '
            "AWS::Cognito::ManagedLoginBranding with the ID of this client and UseCognitoProvidedValues: true. "
            "[when IsProd is true]"
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_beside_required.yaml": [
        (
            "The identity provider Google sets family_name, which WriteAttributes leaves out; the stack deploys, "
            "and signing in through it fails when Cognito writes that attribute. Add family_name to "
            "WriteAttributes, or remove the mapping."
        ),
    ],
    "identity_providers/w9559_mapped_attribute_immutable/fail_required.yaml": [
        (
            "This provider sets email, which the user pool UserPool declares with Mutable: false; a user's first "
            'sign-in succeeds, and the second fails with "user.email: Attribute cannot be updated." Make the '
            "attribute mutable in a new pool: it cannot be changed in this one, and the mapping has to stay, "
            "since the pool requires the attribute."
        ),
    ],
    "consumers/e9631_load_balancer_domain_is_url/fail_empty_default.yaml": [
        (
            'UserPoolDomain is https://, a URL, and Elastic Load Balancing rejects the action with "The user pool'
            " domain ... is not associated with the provided user pool\". Write the Domain of the pool's "
            "AWS::Cognito::UserPoolDomain, which a Ref to it returns."
        ),
    ],
    "consumers/e9631_load_balancer_domain_is_url/fail_port.yaml": [
        (
            "UserPoolDomain is https://login.acme.dev:443/, a URL, and Elastic Load Balancing rejects the action "
            'with "The user pool domain ... is not associated with the provided user pool". Write the host name '
            "alone: login.acme.dev."
        ),
    ],
    "consumers/w9632_load_balancer_domain_is_host/fail_without_region.yaml": [
        (
            "UserPoolDomain is acme-shop.amazoncognito.com, the host name of a domain that goes by its prefix; "
            'Elastic Load Balancing very likely rejects the action with "The user pool domain ... is not '
            "associated with the provided user pool\". Write the Domain of the pool's "
            "AWS::Cognito::UserPoolDomain, which a Ref to it returns."
        ),
    ],
    "consumers/w9633_load_balancer_client_cannot_sign_in/fail_managed_login.yaml": [
        (
            "This action signs users in with Client, for which OAuth is off: Client has no OAuth settings at "
            "all. Cognito answers every sign-in at this load balancer with an error page. Set "
            "AllowedOAuthFlowsUserPoolClient of Client to true, AllowedOAuthFlows to [code], AllowedOAuthScopes "
            "to [openid], SupportedIdentityProviders to [COGNITO], and CallbackURLs to "
            "https://HOST/oauth2/idpresponse with the host name that users open. Managed login asks for an "
            "AWS::Cognito::ManagedLoginBranding for it, too."
        ),
    ],
    "consumers/e9635_role_mapping_names_no_provider/fail_empty_default.yaml": [
        (
            'IdentityProvider of this role mapping is https://, a URL; Cognito rejects it with "(...) is not a '
            'valid RoleMapping ProviderName or is not a configured provider." Write '
            "cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID, with the client that signs the users in."
        ),
    ],
    "consumers/e9636_unknown_identity_pool_role/fail_both_spellings.yaml": [
        (
            "Roles has the key unAuthenticated, and an identity pool has the roles authenticated and "
            'unauthenticated only; Cognito rejects it with "Map keys must satisfy constraint". Remove it: '
            "unauthenticated has a role besides."
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
