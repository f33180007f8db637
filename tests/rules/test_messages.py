"""What a person reads, word for word. Whoever changes a message reads it aloud here."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "hardening/e9501_user_pool_reference/fail_plain.yaml": [
        (
            "UserPoolId is the Arn of the user pool UserPool, not the ID of a user pool; Cognito rejects the "
            "client because the value breaks the pattern of a pool ID. Use the Ref of an AWS::Cognito::UserPool."
        ),
    ],
    "hardening/e9501_user_pool_reference/fail_another_resource.yaml": [
        (
            "UserPoolId is Domain, which is of type AWS::Cognito::UserPoolDomain, not the ID of a user pool; "
            "Cognito rejects the client because the value breaks the pattern of a pool ID. Use the Ref of an "
            "AWS::Cognito::UserPool."
        ),
        (
            "UserPoolId is Topic, which is of type AWS::SNS::Topic, not the ID of a user pool; Cognito rejects "
            "the client because the value breaks the pattern of a pool ID. Use the Ref of an "
            "AWS::Cognito::UserPool."
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_plain.yaml": [
        (
            "The access token lives 60 hours (60, and no unit is given, so Cognito counts hours); Cognito accepts 5 "
            'minutes to 1 day and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.AccessToken to minutes or lower the value."
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_boundaries.yaml": [
        (
            "The access token lives 299 seconds; Cognito accepts 5 minutes to 1 day and rejects the client with "
            '"Invalid range for token validity." Raise the value or change TokenValidityUnits.AccessToken.'
        ),
        (
            "The access token lives 4 minutes; Cognito accepts 5 minutes to 1 day and rejects the client with "
            '"Invalid range for token validity." Raise the value or change TokenValidityUnits.AccessToken.'
        ),
        (
            "The access token lives 1,441 minutes; Cognito accepts 5 minutes to 1 day and rejects the client with"
            ' "Invalid range for token validity." Lower the value or change TokenValidityUnits.AccessToken.'
        ),
        (
            "The access token lives 25 hours; Cognito accepts 5 minutes to 1 day and rejects the client with "
            '"Invalid range for token validity." Lower the value or change TokenValidityUnits.AccessToken.'
        ),
        (
            "The access token lives 2 days; Cognito accepts 5 minutes to 1 day and rejects the client with "
            '"Invalid range for token validity." Lower the value or change TokenValidityUnits.AccessToken.'
        ),
        (
            "The access token lives 25 hours (25, and no unit is given, so Cognito counts hours); Cognito accepts 5 "
            'minutes to 1 day and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.AccessToken to minutes or lower the value."
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_behind_condition.yaml": [
        (
            "The access token lives 48 hours; Cognito accepts 5 minutes to 1 day and rejects the client with "
            '"Invalid range for token validity." Lower the value or change TokenValidityUnits.AccessToken. [when '
            "IsDev is true]"
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_parameter_default.yaml": [
        (
            "The access token lives 48 hours (48 is the Default of parameter Hours); Cognito accepts 5 minutes to"
            ' 1 day and rejects the client with "Invalid range for token validity." Lower the value or change '
            "TokenValidityUnits.AccessToken. [app client WebClient]"
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_parameter_given.yaml": [
        (
            "The access token lives 48 hours (48 is the value given for parameter Hours; no unit is given, so "
            'Cognito counts hours); Cognito accepts 5 minutes to 1 day and rejects the client with "Invalid range'
            ' for token validity." Set TokenValidityUnits.AccessToken to minutes or lower the value.'
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_one_of_the_allowed_values.yaml": [
        (
            "The access token lives 48 hours (48 is the value of parameter Hours); Cognito accepts 5 minutes to 1"
            ' day and rejects the client with "Invalid range for token validity." Lower the value or change '
            "TokenValidityUnits.AccessToken. [when Hours is 48]"
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_mapping_by_open_parameter.yaml": [
        (
            "The access token lives 48 hours (48 is Mappings.Tokens.prod.Hours); Cognito accepts 5 minutes to 1 "
            'day and rejects the client with "Invalid range for token validity." Lower the value or change '
            "TokenValidityUnits.AccessToken. [app client WebClient; when Stage is prod]"
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_mapping_by_region.yaml": [
        (
            "The access token lives 48 hours (48 is Mappings.Tokens.eu-west-1.Hours); Cognito accepts 5 minutes "
            'to 1 day and rejects the client with "Invalid range for token validity." Lower the value or change '
            "TokenValidityUnits.AccessToken. [app client WebClient; when AWS::Region is eu-west-1]"
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_conditions_meet.yaml": [
        (
            "The access token lives 48 hours (48, and no unit is given, so Cognito counts hours); Cognito accepts 5 "
            'minutes to 1 day and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.AccessToken to minutes or lower the value. [when IsDev is false and IsProd is "
            "false]"
        ),
        (
            "The access token lives 48 hours (48, and no unit is given, so Cognito counts hours); Cognito accepts 5 "
            'minutes to 1 day and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.AccessToken to minutes or lower the value. [when IsSmall is false and IsLarge is"
            " false]"
        ),
        (
            "The access token lives 48 hours (48, and no unit is given, so Cognito counts hours); Cognito accepts 5 "
            'minutes to 1 day and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.AccessToken to minutes or lower the value. [when IsDev is true and IsLarge is "
            "true]"
        ),
        (
            "The access token lives 1 minute; Cognito accepts 5 minutes to 1 day and rejects the client with "
            '"Invalid range for token validity." Raise the value or change TokenValidityUnits.AccessToken. [when '
            "IsDev is false and IsProd is false]"
        ),
    ],
    "token_lifetimes/e9511_access_token_lifetime/fail_in_cdk_output.json": [
        (
            "The access token lives 2,880 minutes; Cognito accepts 5 minutes to 1 day and rejects the client "
            'with "Invalid range for token validity." Lower the value or change '
            "token_validity_units.access_token. [CDK path Shop/Pool/Web/Resource]"
        )
    ],
    "token_lifetimes/e9512_id_token_lifetime/fail_plain.yaml": [
        (
            "The ID token lives 60 hours (60, and no unit is given, so Cognito counts hours); Cognito accepts 5 minutes "
            'to 1 day and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.IdToken to minutes or lower the value."
        ),
    ],
    "token_lifetimes/e9512_id_token_lifetime/fail_unit_parameter_default.yaml": [
        (
            "The ID token lives 12 days (days is the Default of parameter Unit); Cognito accepts 5 minutes to 1 "
            'day and rejects the client with "Invalid range for token validity." Lower the value or change '
            "TokenValidityUnits.IdToken."
        ),
    ],
    "token_lifetimes/e9512_id_token_lifetime/fail_only_unit_parameter.yaml": [
        (
            "The ID token lives 12 days (days is the value of parameter Unit); Cognito accepts 5 minutes to 1 day"
            ' and rejects the client with "Invalid range for token validity." Lower the value or change '
            "TokenValidityUnits.IdToken. [when Unit is days]"
        ),
    ],
    "token_lifetimes/e9513_refresh_token_lifetime/fail_plain.yaml": [
        (
            "The refresh token lives 30 minutes; Cognito accepts 1 hour to 10 years and rejects the client with "
            '"Invalid range for token validity." Raise the value or change TokenValidityUnits.RefreshToken.'
        ),
    ],
    "token_lifetimes/e9513_refresh_token_lifetime/fail_boundaries.yaml": [
        (
            "The refresh token lives 3,599 seconds; Cognito accepts 1 hour to 10 years and rejects the client "
            'with "Invalid range for token validity." Raise the value or change TokenValidityUnits.RefreshToken.'
        ),
        (
            "The refresh token lives 59 minutes; Cognito accepts 1 hour to 10 years and rejects the client with "
            '"Invalid range for token validity." Raise the value or change TokenValidityUnits.RefreshToken.'
        ),
        (
            "The refresh token lives 3,651 days; Cognito accepts 1 hour to 10 years and rejects the client with "
            '"Invalid range for token validity." Lower the value or change TokenValidityUnits.RefreshToken.'
        ),
        (
            "The refresh token lives 3,651 days (3,651, and no unit is given, so Cognito counts days); Cognito accepts 1 "
            'hour to 10 years and rejects the client with "Invalid range for token validity." Set '
            "TokenValidityUnits.RefreshToken to seconds, minutes or hours, or lower the value."
        ),
    ],
    "token_lifetimes/e9513_refresh_token_lifetime/fail_parameter_default.yaml": [
        (
            "The refresh token lives 4,000 days (4000 is the Default of parameter RefreshTokenDays; no unit is "
            "given, so Cognito counts days); Cognito accepts 1 hour to 10 years and rejects the client with "
            '"Invalid range for token validity." Set TokenValidityUnits.RefreshToken to seconds, minutes or '
            "hours, or lower the value. [app client WebClient]"
        ),
    ],
    "token_lifetimes/e9514_token_lifetime_order/fail_plain.yaml": [
        (
            "The access token lives 12 hours and outlives the refresh token, which lives 2 hours; Cognito rejects"
            ' the client with "Access and Id Token expiration times must be less than or equal to refresh token '
            'expiration times." Lower AccessTokenValidity or raise RefreshTokenValidity.'
        ),
    ],
    "token_lifetimes/e9514_token_lifetime_order/fail_both_tokens.yaml": [
        (
            "The access token lives 90 minutes and outlives the refresh token, which lives 60 minutes; Cognito "
            'rejects the client with "Access and Id Token expiration times must be less than or equal to refresh '
            'token expiration times." Lower AccessTokenValidity or raise RefreshTokenValidity.'
        ),
        (
            "The ID token lives 2 hours and outlives the refresh token, which lives 60 minutes; Cognito rejects "
            'the client with "Access and Id Token expiration times must be less than or equal to refresh token '
            'expiration times." Lower IdTokenValidity or raise RefreshTokenValidity.'
        ),
    ],
    "token_lifetimes/e9514_token_lifetime_order/fail_parameter_default.yaml": [
        (
            "The access token lives 12 hours (12 is the Default of parameter AccessTokenHours) and outlives the "
            "refresh token, which lives 2 hours (2 is the Default of parameter RefreshTokenHours); Cognito "
            'rejects the client with "Access and Id Token expiration times must be less than or equal to refresh '
            'token expiration times." Lower AccessTokenValidity or raise RefreshTokenValidity. [app client '
            "WebClient]"
        ),
    ],
    "token_lifetimes/e9514_token_lifetime_order/fail_one_row_of_a_mapping.yaml": [
        (
            "The access token lives 8 hours (8 is Mappings.Tokens.dev.Access) and outlives the refresh token, "
            'which lives 4 hours (4 is Mappings.Tokens.dev.Refresh); Cognito rejects the client with "Access and '
            'Id Token expiration times must be less than or equal to refresh token expiration times." Lower '
            "AccessTokenValidity or raise RefreshTokenValidity. [app client WebClient; when Stage is dev]"
        ),
    ],
    "token_lifetimes/i9515_lifetime_without_unit/fail_both_tokens.yaml": [
        (
            "The access token lives 5 hours (5, and no unit is given, so Cognito counts hours). Write "
            "TokenValidityUnits.AccessToken: hours to say so, or the unit that is meant."
        ),
        (
            "The ID token lives 1 hour (1, and no unit is given, so Cognito counts hours). Write "
            "TokenValidityUnits.IdToken: hours to say so, or the unit that is meant."
        ),
    ],
    "token_lifetimes/i9515_lifetime_without_unit/fail_parameter_default.yaml": [
        (
            "The access token lives 5 hours (5 is the Default of parameter AccessTokenLifetime; no unit is given,"
            " so Cognito counts hours). Write TokenValidityUnits.AccessToken: hours to say so, or the unit that "
            "is meant."
        ),
    ],
    "token_lifetimes/i9516_unit_without_lifetime/fail_all_three_tokens.yaml": [
        (
            "TokenValidityUnits.AccessToken is hours, but AccessTokenValidity is not set; Cognito accepts that "
            "and does not document how long the access token then lives. Set AccessTokenValidity or remove the "
            "unit."
        ),
        (
            "TokenValidityUnits.IdToken is hours, but IdTokenValidity is not set; Cognito accepts that and does "
            "not document how long the ID token then lives. Set IdTokenValidity or remove the unit."
        ),
        (
            "TokenValidityUnits.RefreshToken is days, but RefreshTokenValidity is not set; Cognito accepts that "
            "and does not document how long the refresh token then lives. Set RefreshTokenValidity or remove the "
            "unit."
        ),
    ],
    "oauth/e9521_oauth_on_without_flows_or_scopes/fail_plain.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthScopes is missing; Cognito rejects the "
            'client with "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to'
            ' use OAuth flows." Give AllowedOAuthScopes at least one entry, or remove all OAuth settings.'
        ),
    ],
    "oauth/e9521_oauth_on_without_flows_or_scopes/fail_flows_missing.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthFlows is missing; Cognito rejects the "
            'client with "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to'
            ' use OAuth flows." Give AllowedOAuthFlows at least one entry, or remove all OAuth settings.'
        ),
    ],
    "oauth/e9521_oauth_on_without_flows_or_scopes/fail_both_missing.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthFlows and AllowedOAuthScopes are missing; "
            'Cognito rejects the client with "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool '
            'client is allowed to use OAuth flows." Give AllowedOAuthFlows and AllowedOAuthScopes at least one '
            "entry each, or remove all OAuth settings."
        ),
    ],
    "oauth/e9521_oauth_on_without_flows_or_scopes/fail_empty_list.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthScopes is empty; Cognito rejects the client"
            ' with "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use '
            'OAuth flows." Give AllowedOAuthScopes at least one entry, or remove all OAuth settings.'
        ),
        (
            "AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthFlows is empty and AllowedOAuthScopes is "
            'missing; Cognito rejects the client with "AllowedOAuthFlows and AllowedOAuthScopes are required if '
            'user pool client is allowed to use OAuth flows." Give AllowedOAuthFlows and AllowedOAuthScopes at '
            "least one entry each, or remove all OAuth settings."
        ),
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_plain.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (code) and "
            'AllowedOAuthScopes (openid, email) and the login page answers "Client is not enabled for OAuth2.0 '
            'flows." Set the switch to true, or remove AllowedOAuthFlows, AllowedOAuthScopes and CallbackURLs.'
        ),
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_flows_or_scopes_alone.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (client_credentials) "
            'and the token endpoint answers "invalid_grant". Set the switch to true and add AllowedOAuthScopes '
            "and GenerateSecret: true, or remove AllowedOAuthFlows."
        ),
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthScopes (openid) and the "
            'login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, CallbackURLs and SupportedIdentityProviders, or remove AllowedOAuthScopes."
        ),
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (client_credentials, "
            'code) and AllowedOAuthScopes (openid) and the login page answers "Client is not enabled for OAuth2.0'
            ' flows." Set the switch to true and add CallbackURLs and SupportedIdentityProviders, or remove '
            "AllowedOAuthFlows and AllowedOAuthScopes."
        ),
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_one_scope_unknown.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthScopes (openid, ...) and "
            'the login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, CallbackURLs and SupportedIdentityProviders, or remove AllowedOAuthScopes."
        )
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_switch_of_a_mapping.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (code) and "
            'AllowedOAuthScopes (openid) and the login page answers "Client is not enabled for OAuth2.0 flows." '
            "Set the switch to true, or remove AllowedOAuthFlows, AllowedOAuthScopes and CallbackURLs. [app "
            "client WebClient; when Stage is dev]"
        ),
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (code) and "
            'AllowedOAuthScopes (openid) and the login page answers "Client is not enabled for OAuth2.0 flows." '
            "Set the switch to true, or remove AllowedOAuthFlows, AllowedOAuthScopes and CallbackURLs. [app "
            "client WebClient; when Stage is prod]"
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_plain.yaml": [
        (
            "AllowedOAuthFlows, AllowedOAuthScopes and CallbackURLs have no effect: "
            'AllowedOAuthFlowsUserPoolClient is absent, which means false, and the login page answers "Client is '
            'not enabled for OAuth2.0 flows." Set the switch to true, or remove them.'
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_urls_while_switched_off.yaml": [
        (
            "CallbackURLs and LogoutURLs have no effect: AllowedOAuthFlowsUserPoolClient is false, and the login "
            'page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes and SupportedIdentityProviders, or remove them."
        ),
        (
            "DefaultRedirectURI has no effect: AllowedOAuthFlowsUserPoolClient is false, and the login page "
            'answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes, CallbackURLs and SupportedIdentityProviders, or remove "
            "DefaultRedirectURI."
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_each_setting_alone.yaml": [
        (
            "AllowedOAuthScopes has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and "
            'the login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, CallbackURLs and SupportedIdentityProviders, or remove AllowedOAuthScopes."
        ),
        (
            "CallbackURLs has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and the "
            'login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes and SupportedIdentityProviders, or remove CallbackURLs."
        ),
        (
            "LogoutURLs has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and the "
            'login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes, CallbackURLs and SupportedIdentityProviders, or remove "
            "LogoutURLs."
        ),
        (
            "DefaultRedirectURI has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and "
            'the login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes, CallbackURLs and SupportedIdentityProviders, or remove "
            "DefaultRedirectURI."
        ),
    ],
    "oauth/e9524_client_credentials_with_another_flow/fail_plain.yaml": [
        (
            "AllowedOAuthFlows holds client_credentials beside code; Cognito rejects the client with "
            '"client_credentials flow can not be selected along with code flow or implicit flow." Make a client '
            "of its own for client_credentials and leave code here."
        ),
    ],
    "oauth/e9524_client_credentials_with_another_flow/fail_behind_condition.yaml": [
        (
            "AllowedOAuthFlows holds client_credentials beside code and implicit; Cognito rejects the client with"
            ' "client_credentials flow can not be selected along with code flow or implicit flow." Make a client '
            "of its own for client_credentials and leave code and implicit here. [when HasMachines is true]"
        ),
    ],
    "oauth/e9524_client_credentials_with_another_flow/fail_parameter_default.yaml": [
        (
            "AllowedOAuthFlows holds client_credentials beside code; Cognito rejects the client with "
            '"client_credentials flow can not be selected along with code flow or implicit flow." Make a client '
            "of its own for client_credentials and leave code here. [app client Client]"
        ),
    ],
    "identity_providers/w9551_imported_pool_without_identity_providers/fail_every_kind_of_import.yaml": [
        (
            "SupportedIdentityProviders is missing on an imported user pool (the pool us-east-1_a1B2c3D4e), and "
            "the template cannot tell which providers that pool has. Name the providers that this client accepts;"
            " COGNITO stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (parameter UserPoolId), and the "
            "template cannot tell which providers that pool has. Name the providers that this client accepts; "
            "COGNITO stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (parameter StoredUserPoolId), and the"
            " template cannot tell which providers that pool has. Name the providers that this client accepts; "
            "COGNITO stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (Fn::ImportValue), and the template "
            "cannot tell which providers that pool has. Name the providers that this client accepts; COGNITO "
            "stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (a dynamic reference), and the "
            "template cannot tell which providers that pool has. Name the providers that this client accepts; "
            "COGNITO stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (Auth.Outputs.UserPoolId), and the "
            "template cannot tell which providers that pool has. Name the providers that this client accepts; "
            "COGNITO stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (FoundPool.UserPoolId), and the "
            "template cannot tell which providers that pool has. Name the providers that this client accepts; "
            "COGNITO stands for the pool's own users."
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (FoundPoolToo.UserPoolId), and the "
            "template cannot tell which providers that pool has. Name the providers that this client accepts; "
            "COGNITO stands for the pool's own users."
        ),
    ],
    "identity_providers/w9551_imported_pool_without_identity_providers/fail_plain.yaml": [
        (
            "SupportedIdentityProviders is missing on an imported user pool (parameter UserPoolId), so the login "
            "page will offer nothing to sign in with. Name the providers that this client accepts; COGNITO stands"
            " for the pool's own users."
        ),
    ],
    "identity_providers/w9551_imported_pool_without_identity_providers/fail_empty_list.yaml": [
        (
            "SupportedIdentityProviders is empty on an imported user pool (the pool us-east-1_a1B2c3D4e), so the "
            "login page will offer nothing to sign in with. Name the providers that this client accepts; COGNITO "
            "stands for the pool's own users."
        ),
    ],
    "identity_providers/w9551_imported_pool_without_identity_providers/fail_behind_condition.yaml": [
        (
            "SupportedIdentityProviders is missing on an imported user pool (parameter ExistingUserPoolId), and "
            "the template cannot tell which providers that pool has. Name the providers that this client accepts;"
            " COGNITO stands for the pool's own users. [when MakesPool is false]"
        ),
        (
            "SupportedIdentityProviders is missing on an imported user pool (the pool us-east-1_a1B2c3D4e), and "
            "the template cannot tell which providers that pool has. Name the providers that this client accepts;"
            " COGNITO stands for the pool's own users. [when ImportsPool is false]"
        ),
    ],
    "identity_providers/w9551_imported_pool_without_identity_providers/fail_in_cdk_output.json": [
        (
            "SupportedIdentityProviders is missing on an imported user pool (the pool us-east-1_a1B2c3D4e), and "
            "the template cannot tell which providers that pool has. Name the providers that this client accepts "
            "in supported_identity_providers; COGNITO stands for the pool's own users. [CDK path Shop/Web]"
        )
    ],
    "identity_providers/w9552_oauth_client_without_identity_providers/fail_plain.yaml": [
        (
            "Users sign in through this client (flow code), but SupportedIdentityProviders is missing; the client"
            " deploys, and its login page offers nothing to sign in with. Name the providers that this client "
            "accepts; COGNITO stands for the pool's own users."
        ),
    ],
    "identity_providers/w9552_oauth_client_without_identity_providers/fail_empty_list.yaml": [
        (
            "Users sign in through this client (flows code and implicit), but SupportedIdentityProviders is "
            "empty; the client deploys, and its login page offers nothing to sign in with. Name the providers "
            "that this client accepts; COGNITO stands for the pool's own users."
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
