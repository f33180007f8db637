"""The messages of the rules on what stands beside a client, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "scopes/e9541_unknown_scope/fail_plain.yaml": [
        (
            "The scope read is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: read". Did you mean orders/read?'
        ),
    ],
    "scopes/e9541_unknown_scope/fail_wrong_case.yaml": [
        (
            "The scope OpenID is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: OpenID". Did you mean openid?'
        ),
        (
            "The scope Orders/read is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: Orders/read". Did you mean '
            "orders/read?"
        ),
        (
            "The scope orders/Read is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: orders/Read". Did you mean '
            "orders/read?"
        ),
        (
            "The scope Cognito is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: Cognito". Did you mean '
            "aws.cognito.signin.user.admin, with which the application may read and change the user's own data?"
        ),
    ],
    "scopes/e9541_unknown_scope/fail_no_resource_server.yaml": [
        (
            "The scope invoices/read is none of Cognito's own, and no resource server of the user pool UserPool"
            ' gives it; Cognito rejects the client with "Invalid scope requested: invoices/read". Declare it in'
            " an AWS::Cognito::UserPoolResourceServer of that pool, or remove it."
        ),
    ],
    "scopes/e9541_unknown_scope/fail_behind_condition.yaml": [
        (
            "The scope orders/delete is none of Cognito's own, and no resource server of the user pool UserPool"
            ' gives it; Cognito rejects the client with "Invalid scope requested: orders/delete". Declare it in'
            " an AWS::Cognito::UserPoolResourceServer of that pool, or name one that exists: orders/read. [when"
            " IsProd is true]"
        ),
    ],
    "scopes/e9541_unknown_scope/fail_parameter_default.yaml": [
        (
            "The scope orders/raed (the Default of parameter Scopes) is none of Cognito's own, and no resource "
            'server of the user pool UserPool gives it; Cognito rejects the client with "Invalid scope '
            'requested: orders/raed". Did you mean orders/read? [app client BatchClient]'
        ),
    ],
    "scopes/e9541_unknown_scope/fail_literal_loop.yaml": [
        (
            "The scope returns/read is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: returns/read". Declare it in '
            "an AWS::Cognito::UserPoolResourceServer of that pool, or name one that exists: invoices/read, "
            "orders/read."
        ),
    ],
    "scopes/e9541_unknown_scope/fail_server_and_waiting_behind_condition.yaml": [
        (
            "The scope orders/read comes from the resource server OrdersApi (condition IsProd), which is not "
            'deployed along with this client; Cognito rejects the client with "Invalid scope requested: '
            'orders/read". Give both the same condition, or leave the scope out with Fn::If. [when IsProd is '
            "false]"
        )
    ],
    "scopes/e9541_unknown_scope/fail_server_of_another_pool.yaml": [
        (
            "The scope orders/read comes from a resource server of another user pool, and this client belongs "
            'to the user pool UserPool; Cognito rejects the client with "Invalid scope requested: orders/read".'
            " Give that pool such a resource server too, or remove the scope."
        ),
    ],
    "scopes/e9541_unknown_scope/fail_in_cdk_output.json": [
        (
            "The scope orders/write is none of Cognito's own, and no resource server of the user pool Shop/Pool "
            'gives it; Cognito rejects the client with "Invalid scope requested: orders/write". Declare it in a '
            "UserPoolResourceServer of that pool, or name one that exists: orders/read. [CDK path "
            "Shop/Pool/Batch/Resource]"
        )
    ],
    "scopes/e9542_scope_without_waiting/fail_plain.yaml": [
        (
            "The scope orders/read comes from the resource server OrdersApi, which the client does not wait "
            'for; CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested: orders/read". Add DependsOn: OrdersApi, or write the scope as Fn::Sub of '
            "${OrdersApi}/read."
        ),
    ],
    "scopes/e9542_scope_without_waiting/fail_several_scopes_of_two_servers.yaml": [
        (
            "The scope orders/read comes from the resource server OrdersApi, which the client does not wait "
            'for; CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested: orders/read". Add DependsOn: OrdersApi, or write the scope as Fn::Sub of '
            "${OrdersApi}/read."
        ),
        (
            "The scope invoices/read comes from the resource server InvoicesApi, which the client does not wait"
            ' for; CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested: invoices/read". Add DependsOn: InvoicesApi, or write the scope as Fn::Sub of '
            "${InvoicesApi}/read."
        ),
    ],
    "scopes/e9542_scope_without_waiting/fail_equal_text_with_unknown_parts.yaml": [
        (
            "This scope comes from the resource server OrdersApi, which the client does not wait for; "
            'CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested". Add DependsOn: OrdersApi, or write the scope as Fn::Sub of ${OrdersApi}/NAME.'
        ),
    ],
    "scopes/e9542_scope_without_waiting/fail_parameter_default.yaml": [
        (
            "The scope orders/read comes from the resource server OrdersApi, which the client does not wait "
            'for; CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested: orders/read". Add DependsOn: OrdersApi, or write the scope as Fn::Sub of '
            "${OrdersApi}/read."
        ),
    ],
    "scopes/e9542_scope_without_waiting/fail_waits_for_the_other_stage.yaml": [
        (
            "The scope orders/read comes from the resource server OrdersSandbox, which the client does not wait"
            ' for; CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested: orders/read". Write the scope as Fn::Sub of ${OrdersSandbox}/read, behind an Fn::If '
            "with IsDev, the condition of OrdersSandbox. [when IsProd is false]"
        ),
    ],
    "scopes/e9542_scope_without_waiting/fail_in_cdk_output.json": [
        (
            "The scope orders/read comes from the resource server OrdersApi, which the client does not wait for; "
            'CloudFormation may create the client first, and Cognito then rejects it with "Invalid scope '
            'requested: orders/read". Let the client wait for it: client.node.add_dependency(server), or name '
            "the scope by OAuthScope.resource_server. [CDK path Shop/Pool/Batch/Resource]"
        )
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_plain.yaml": [
        (
            "The template gives the user pool UserPool no identity provider GOOGLE; Cognito rejects the client "
            'with "The provider GOOGLE does not exist for User Pool ...". Did you mean Google?'
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_wrong_case.yaml": [
        (
            "The template gives the user pool UserPool no identity provider cognito; Cognito rejects the client"
            ' with "The provider cognito does not exist for User Pool ...". Did you mean COGNITO?'
        ),
        (
            "The template gives the user pool UserPool no identity provider google; Cognito rejects the client "
            'with "The provider google does not exist for User Pool ...". Did you mean Google?'
        ),
        (
            "The template gives the user pool UserPool no identity provider corporate; Cognito rejects the "
            'client with "The provider corporate does not exist for User Pool ...". Did you mean Corporate?'
        ),
        (
            "The template gives the user pool UserPool no identity provider FACEBOOK; Cognito rejects the "
            'client with "The provider FACEBOOK does not exist for User Pool ...". Cognito\'s name for it is '
            "Facebook: write that, and add an AWS::Cognito::UserPoolIdentityProvider of that name."
        ),
        (
            "The template gives the user pool UserPool no identity provider Amazon; Cognito rejects the client "
            'with "The provider Amazon does not exist for User Pool ...". Cognito\'s name for it is '
            "LoginWithAmazon: write that, and add an AWS::Cognito::UserPoolIdentityProvider of that name."
        ),
        (
            "The template gives the user pool UserPool no identity provider Apple; Cognito rejects the client "
            'with "The provider Apple does not exist for User Pool ...". Cognito\'s name for it is '
            "SignInWithApple: write that, and add an AWS::Cognito::UserPoolIdentityProvider of that name."
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_brand_of_a_declared_provider.yaml": [
        (
            "The template gives the user pool UserPool no identity provider amazon; Cognito rejects the client "
            'with "The provider amazon does not exist for User Pool ...". Did you mean LoginWithAmazon?'
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_no_provider.yaml": [
        (
            "The template gives the user pool UserPool no identity provider Okta; Cognito rejects the client "
            'with "The provider Okta does not exist for User Pool ...". Add an '
            "AWS::Cognito::UserPoolIdentityProvider of that name to the pool, or name one that exists: COGNITO."
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_parameter_default.yaml": [
        (
            "The template gives the user pool UserPool no identity provider Corporat (the Default of parameter "
            'Directory); Cognito rejects the client with "The provider Corporat does not exist for User Pool '
            '...". Did you mean Corporate? [app client WebClient]'
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_one_of_the_allowed_values.yaml": [
        (
            "The template gives the user pool UserPool no identity provider Partners (the value of parameter "
            'Directory); Cognito rejects the client with "The provider Partners does not exist for User Pool '
            '...". Add an AWS::Cognito::UserPoolIdentityProvider of that name to the pool, or name one that '
            "exists: COGNITO, Corporate. [when Directory is Partners]"
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_provider_behind_condition.yaml": [
        (
            "The identity provider Google is not deployed along with this client; Cognito rejects the client "
            'with "The provider Google does not exist for User Pool ...". Give both the same condition, or '
            "leave the name out with Fn::If. [when IsProd is false]"
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_second_client_on_another_pool.yaml": [
        (
            "The identity provider Google belongs to another user pool, and this client to the user pool "
            'PartnerPool; Cognito rejects the client with "The provider Google does not exist for User Pool '
            '...". Give that pool such a provider too, or remove the name.'
        ),
    ],
    "identity_providers/e9553_unknown_identity_provider/fail_in_cdk_output.json": [
        (
            "The template gives the user pool UserPool no identity provider Google; Cognito rejects the client "
            'with "The provider Google does not exist for User Pool ...". Add an identity provider construct, '
            "such as UserPoolIdentityProviderOidc, of that name to the pool, or name one that exists: COGNITO. "
            "[CDK path Shop/Pool/Web/Resource]"
        )
    ],
    "identity_providers/e9554_identity_provider_without_waiting/fail_plain.yaml": [
        (
            "The identity provider Google is made by the resource Google, which the client does not wait for; "
            'CloudFormation may create the client first, and Cognito then rejects it with "The provider Google '
            'does not exist for User Pool ...". Add DependsOn: Google, or write the Ref of Google instead of '
            "the name."
        ),
    ],
    "identity_providers/e9554_identity_provider_without_waiting/fail_equal_parameter_without_value.yaml": [
        (
            "This identity provider is made by the resource Corporate, which the client does not wait for; "
            'CloudFormation may create the client first, and Cognito then rejects it with "The provider ... '
            'does not exist for User Pool ...". Add DependsOn: Corporate, or write the Ref of Corporate instead'
            " of the name."
        ),
    ],
    "identity_providers/e9554_identity_provider_without_waiting/fail_provider_behind_condition.yaml": [
        (
            "The identity provider Google is made by the resource Google, which the client does not wait for; "
            'CloudFormation may create the client first, and Cognito then rejects it with "The provider Google '
            'does not exist for User Pool ...". Write the Ref of Google instead of the name, behind an Fn::If '
            "with IsProd, the condition of Google. [when IsProd is true]"
        ),
    ],
    "identity_providers/e9554_identity_provider_without_waiting/fail_in_cdk_output.json": [
        (
            "The identity provider Corporate is made by the resource CorporateProvider, which the client does "
            'not wait for; CloudFormation may create the client first, and Cognito then rejects it with "The '
            'provider Corporate does not exist for User Pool ...". Let the client wait for it: '
            "client.node.add_dependency(provider). [CDK path Shop/Pool/Web/Resource]"
        )
    ],
    "identity_providers/e9556_social_identity_provider_name/fail_plain.yaml": [
        (
            'The ProviderName of a Google provider is Google, not MyGoogle; Cognito rejects it with "Provider '
            'MyGoogle cannot be of type Google." Name it Google, here and in the SupportedIdentityProviders of '
            "the clients."
        ),
    ],
    "identity_providers/e9556_social_identity_provider_name/fail_parameter_default.yaml": [
        (
            "The ProviderName of a Google provider is Google, not Gogle (the Default of parameter Name); "
            'Cognito rejects it with "Provider Gogle cannot be of type Google." Name it Google, here and in the'
            " SupportedIdentityProviders of the clients. [Google]"
        ),
    ],
    "identity_providers/e9556_social_identity_provider_name/fail_social_name_of_another_type.yaml": [
        (
            "Google is a name that Cognito keeps for its social provider, and this one is of type OIDC; Cognito"
            ' rejects it with "Provider Google cannot be of type OIDC." Choose another name, for instance '
            "Google-OIDC, or make its ProviderType Google."
        ),
        (
            "Facebook is a name that Cognito keeps for its social provider, and this one is of type SAML; "
            'Cognito rejects it with "Provider Facebook cannot be of type SAML." Choose another name, for '
            "instance Facebook-SAML, or make its ProviderType Facebook."
        ),
    ],
    "identity_providers/e9556_social_identity_provider_name/fail_type_behind_condition.yaml": [
        (
            "Google is a name that Cognito keeps for its social provider, and this one is of type OIDC; Cognito"
            ' rejects it with "Provider Google cannot be of type OIDC." Choose another name, for instance '
            "Google-OIDC, or make its ProviderType Google. [when IsProd is false]"
        ),
    ],
    "identity_providers/e9556_social_identity_provider_name/fail_in_cdk_output.json": [
        (
            'The ProviderName of a Google provider is Google, not MyGoogle; Cognito rejects it with "Provider '
            'MyGoogle cannot be of type Google." Name it Google, here and in the supported_identity_providers of '
            "the clients. [CDK path Shop/Google/Resource]"
        )
    ],
    "identity_providers/w9557_managed_login_without_branding/fail_plain.yaml": [
        (
            "Users of this client sign in on managed login pages (the domain has ManagedLoginVersion 2), but "
            "the template gives the client no style for these pages. The stack deploys, and the login page says "
            '"Login pages unavailable. Please contact an administrator." Add an '
            "AWS::Cognito::ManagedLoginBranding with the ID of this client and UseCognitoProvidedValues: true."
        ),
    ],
    "identity_providers/w9557_managed_login_without_branding/fail_style_behind_condition.yaml": [
        (
            "Users of this client sign in on managed login pages (the domain has ManagedLoginVersion 2), but "
            "the template gives the client no style for these pages. The stack deploys, and the login page says "
            '"Login pages unavailable. Please contact an administrator." Add an '
            "AWS::Cognito::ManagedLoginBranding with the ID of this client and UseCognitoProvidedValues: true. "
            "[when IsProd is false]"
        ),
    ],
    "identity_providers/w9557_managed_login_without_branding/fail_in_cdk_output.json": [
        (
            "Users of this client sign in on managed login pages (the domain has ManagedLoginVersion 2), but "
            "the template gives the client no style for these pages. The stack deploys, and the login page says "
            '"Login pages unavailable. Please contact an administrator." Add a CfnManagedLoginBranding with '
            "client_id of this client and use_cognito_provided_values=True. [CDK path Shop/Pool/Web/Resource]"
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_plain.yaml": [
        (
            "The identity provider Google sets given_name, which WriteAttributes leaves out; the stack deploys,"
            " and signing in through it fails when Cognito writes that attribute. Add given_name to "
            "WriteAttributes, or remove the mapping."
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_two_providers.yaml": [
        (
            "The identity providers Google and Corporate set name and family_name, which WriteAttributes leaves"
            " out; the stack deploys, and signing in through them fails when Cognito writes those attributes. "
            "Add name and family_name to WriteAttributes, or remove the mapping."
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_parameter_default.yaml": [
        (
            "The identity provider Google sets given_name, which WriteAttributes (the Default of parameter "
            "Writable) leaves out; the stack deploys, and signing in through it fails when Cognito writes that "
            "attribute. Add given_name to WriteAttributes, or remove the mapping. [app client WebClient]"
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_mapping_behind_condition.yaml": [
        (
            "The identity provider Google sets picture, which WriteAttributes leaves out; the stack deploys, "
            "and signing in through it fails when Cognito writes that attribute. Add picture to "
            "WriteAttributes, or remove the mapping. [when IsProd is true]"
        ),
    ],
    "identity_providers/w9559_mapped_attribute_immutable/fail_plain.yaml": [
        (
            "This provider sets email, which the user pool UserPool declares with Mutable: false; a user's "
            'first sign-in succeeds, and the second fails with "user.email: Attribute cannot be updated." '
            "Remove the mapping, or make the attribute mutable in a new pool: it cannot be changed in this one."
        ),
    ],
    "identity_providers/w9559_mapped_attribute_immutable/fail_parameter_default.yaml": [
        (
            "This provider sets email, which the user pool UserPool declares with Mutable: false (the Default "
            "of parameter Mutable); a user's first sign-in succeeds, and the second fails with \"user.email: "
            'Attribute cannot be updated." Remove the mapping, or make the attribute mutable in a new pool: it '
            "cannot be changed in this one."
        ),
    ],
    "identity_providers/w9559_mapped_attribute_immutable/fail_custom_attribute.yaml": [
        (
            "This provider sets custom:team, which the user pool UserPool declares with Mutable: false; a "
            "user's first sign-in succeeds, and the second fails with \"user.custom:team: Attribute cannot be "
            'updated." Remove the mapping, or make the attribute mutable in a new pool: it cannot be changed in'
            " this one."
        ),
    ],
    "identity_providers/w9559_mapped_attribute_immutable/fail_pool_behind_condition.yaml": [
        (
            "This provider sets email, which the user pool UserPool declares with Mutable: false; a user's "
            'first sign-in succeeds, and the second fails with "user.email: Attribute cannot be updated." '
            "Remove the mapping, or make the attribute mutable in a new pool: it cannot be changed in this one."
            " [when IsProd is true]"
        ),
    ],
    "oauth/i9529_oauth_client_without_domain/fail_plain.yaml": [
        (
            "OAuth is on, but the template gives the user pool UserPool no AWS::Cognito::UserPoolDomain; "
            "without a domain there is no login page and no token endpoint. Add one, unless it is made "
            "elsewhere."
        ),
    ],
    "oauth/i9529_oauth_client_without_domain/fail_domain_behind_condition.yaml": [
        (
            "OAuth is on, but the template gives the user pool UserPool no AWS::Cognito::UserPoolDomain; "
            "without a domain there is no login page and no token endpoint. Add one, unless it is made "
            "elsewhere. [when IsProd is false]"
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
