"""The messages of the rules on an app client that say more than one thing, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "hardening/e9502_client_name_characters/fail_plain.yaml": [
        (
            "ClientName is Bücherei, which has ü; Cognito accepts ASCII letters, digits, white space and _ + = , "
            ". @ - there, and rejects the client with \"Value '...' at 'clientName' failed to satisfy constraint\"."
            " Write the name with those characters only."
        ),
    ],
    "hardening/e9502_client_name_characters/fail_known_part.yaml": [
        (
            "This ClientName has ü; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - there, "
            "and rejects the client with \"Value '...' at 'clientName' failed to satisfy constraint\". Write the "
            "name with those characters only."
        ),
        (
            "This ClientName has é; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - there, "
            "and rejects the client with \"Value '...' at 'clientName' failed to satisfy constraint\". Write the "
            "name with those characters only."
        ),
        (
            "This ClientName has €; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - there, "
            "and rejects the client with \"Value '...' at 'clientName' failed to satisfy constraint\". Write the "
            "name with those characters only."
        ),
        (
            "This ClientName has ö; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - there, "
            "and rejects the client with \"Value '...' at 'clientName' failed to satisfy constraint\". Write the "
            "name with those characters only."
        ),
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_list_of_a_parameter.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows and the login page "
            'answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthScopes, or remove AllowedOAuthFlows."
        ),
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthScopes and the login page "
            'answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, CallbackURLs and SupportedIdentityProviders, or remove AllowedOAuthScopes."
        ),
    ],
    "oauth/e9522_oauth_settings_while_switched_off/fail_behind_condition.yaml": [
        (
            "AllowedOAuthFlowsUserPoolClient is false, so Cognito ignores AllowedOAuthFlows (code) and "
            'AllowedOAuthScopes (openid) and the login page answers "Client is not enabled for OAuth2.0 flows." '
            "Set the switch to true and add CallbackURLs and SupportedIdentityProviders, or remove "
            "AllowedOAuthFlows and AllowedOAuthScopes. [when IsProd is true]"
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_list_of_a_parameter.yaml": [
        (
            "CallbackURLs has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and the "
            'login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes and SupportedIdentityProviders, or remove CallbackURLs."
        ),
        (
            "LogoutURLs has no effect: AllowedOAuthFlowsUserPoolClient is false, and the login page answers "
            '"Client is not enabled for OAuth2.0 flows." Set the switch to true and add AllowedOAuthFlows, '
            "AllowedOAuthScopes, CallbackURLs and SupportedIdentityProviders, or remove LogoutURLs."
        ),
        (
            "DefaultRedirectURI has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and "
            'the login page answers "Client is not enabled for OAuth2.0 flows." Set the switch to true and add '
            "AllowedOAuthFlows, AllowedOAuthScopes, CallbackURLs and SupportedIdentityProviders, or remove "
            "DefaultRedirectURI."
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_client_for_machines.yaml": [
        (
            "AllowedOAuthFlows has no effect: AllowedOAuthFlowsUserPoolClient is absent, which means false, and "
            'the token endpoint answers "invalid_grant". Set the switch to true and add AllowedOAuthScopes and '
            "GenerateSecret: true, or remove AllowedOAuthFlows."
        ),
        (
            "AllowedOAuthFlows and AllowedOAuthScopes have no effect: AllowedOAuthFlowsUserPoolClient is absent, "
            'which means false, and the token endpoint answers "invalid_grant". Set the switch to true, or remove'
            " them."
        ),
    ],
    "oauth/w9523_oauth_settings_without_switch/fail_flow_without_callback_urls.yaml": [
        (
            "AllowedOAuthFlows, AllowedOAuthScopes and LogoutURLs have no effect: AllowedOAuthFlowsUserPoolClient"
            ' is absent, which means false, and the login page answers "Client is not enabled for OAuth2.0 '
            'flows." (or Cognito rejects the client, as it does with the switch on: "CallbackUrls can not be '
            'empty when code flow or implicit flow is selected"). Set the switch to true and add CallbackURLs and'
            " SupportedIdentityProviders, or remove them."
        ),
    ],
    "redirect_urls/e9533_http_redirect_url/fail_website_of_a_bucket.yaml": [
        (
            "CallbackURLs holds ${Site.WebsiteURL}/signed-in; Cognito rejects the client with "
            '"${Site.WebsiteURL}/signed-in cannot use the HTTP protocol." The website of a bucket speaks http '
            "only: put a CloudFront distribution before it, and write the https URL of that."
        ),
        (
            "CallbackURLs holds http://${Site}.s3-website-us-east-1.amazonaws.com/; Cognito rejects the client "
            'with "http://${Site}.s3-website-us-east-1.amazonaws.com/ cannot use the HTTP protocol." The website '
            "of a bucket speaks http only: put a CloudFront distribution before it, and write the https URL of "
            "that."
        ),
        (
            "CallbackURLs holds http://shop.s3-website.eu-central-1.amazonaws.com/; Cognito rejects the client "
            'with "http://shop.s3-website.eu-central-1.amazonaws.com/ cannot use the HTTP protocol." The website '
            "of a bucket speaks http only: put a CloudFront distribution before it, and write the https URL of "
            "that."
        ),
        (
            "CallbackURLs holds http://shop.example.com/; Cognito rejects the client with "
            '"http://shop.example.com/ cannot use the HTTP protocol." Use https: http is accepted for localhost, '
            "127.0.0.1 and [::1] only."
        ),
    ],
    "redirect_urls/w9535_redirect_url_never_matches/fail_no_host.yaml": [
        (
            "CallbackURLs holds https:///callback, which has no host after https://; no request could match. "
            "Write the URL in full, with the host of the application."
        ),
        (
            "CallbackURLs holds https://:8443/callback, which has no host after https://; no request could match."
            " Write the URL in full, with the host of the application."
        ),
        (
            "CallbackURLs holds https://user@/callback, which has no host after https://; no request could match."
            " Write the URL in full, with the host of the application."
        ),
        (
            "CallbackURLs holds HTTPS:/callback, which has no host after https://; no request could match. Write "
            "the URL in full, with the host of the application."
        ),
        (
            "CallbackURLs holds https:callback, which has no host after https://; no request could match. Write "
            "the URL in full, with the host of the application."
        ),
        (
            "CallbackURLs holds https://?next=home, which has no host after https://; no request could match. "
            "Write the URL in full, with the host of the application."
        ),
        (
            "CallbackURLs holds http:///callback, which has no host after http://; no request could match. Write "
            "the URL in full, with the host of the application."
        ),
        (
            "LogoutURLs holds https://, which has no host after https://; no request could match. Write the URL "
            "in full, with the host of the application."
        ),
    ],
    "redirect_urls/w9535_redirect_url_never_matches/fail_empty_part.yaml": [
        (
            "CallbackURLs holds https:///callback (the Default of parameter Host is empty), which has no host "
            "after https://; no request could match. Give the host there, or leave the URL out with Fn::If "
            "where it is empty."
        ),
        (
            "CallbackURLs holds https:///callback (the Default of parameter Host and the Default of parameter "
            "Suffix are empty), which has no host after https://; no request could match. Give the host there, "
            "or leave the URL out with Fn::If where it is empty."
        ),
        (
            "CallbackURLs holds /callback (the Default of parameter Origin is empty), which has no scheme, and "
            "a redirect URL has to be an absolute URI. Cognito very likely rejects the client, and no request "
            "could match. Give the beginning of the URL there, or leave the URL out with Fn::If where it is "
            "empty."
        ),
        (
            "CallbackURLs holds https:///signed-in (the Default of parameter Host is empty), which has no host "
            "after https://; no request could match. Give the host there, or leave the URL out with Fn::If "
            "where it is empty."
        ),
        (
            "CallbackURLs holds https:///callback?by=map (Mappings.Hosts.Web.Name is empty), which has no host "
            "after https://; no request could match. Give the host there, or leave the URL out with Fn::If "
            "where it is empty."
        ),
        (
            "CallbackURLs holds https://*.example.com/callback; Cognito knows no wildcards and compares "
            'character by character, so a request for any real URL ends in "redirect_mismatch". List each URL '
            "instead."
        ),
    ],
    "redirect_urls/w9535_redirect_url_never_matches/fail_line_break.yaml": [
        (
            "CallbackURLs holds https://app.example.com/callback with a line break at its end; Cognito very "
            "likely rejects the client, and compares character by character, so a request without it ends in "
            '"redirect_mismatch". Remove it; in YAML, a block that begins with | keeps the line break, and one '
            "that begins with >- or |- does not."
        ),
        (
            "CallbackURLs holds https://${Domain}/callback with a line break at its end; Cognito very likely "
            "rejects the client, and compares character by character, so a request without it ends in "
            '"redirect_mismatch". Remove it; in YAML, a block that begins with | keeps the line break, and one '
            "that begins with >- or |- does not."
        ),
        (
            "CallbackURLs holds https://${Domain}/signed-in with a line break at its end; Cognito very likely "
            "rejects the client, and compares character by character, so a request without it ends in "
            '"redirect_mismatch". Remove it; in YAML, a block that begins with | keeps the line break, and one '
            "that begins with >- or |- does not."
        ),
        (
            "CallbackURLs holds https://app.example.com/both with a line break at its end; Cognito very likely "
            "rejects the client, and compares character by character, so a request without it ends in "
            '"redirect_mismatch". Remove it; in YAML, a block that begins with | keeps the line break, and one '
            "that begins with >- or |- does not."
        ),
    ],
    "redirect_urls/w9536_placeholder_callback_url/fail_plain.yaml": [
        (
            "CallbackURLs holds https://example.com, a placeholder: after signing in, users are sent to that page"
            " and not to the application. Write the URL of the application, or remove all OAuth settings if "
            "nobody signs in there."
        ),
    ],
    "redirect_urls/w9536_placeholder_callback_url/fail_in_cdk_output_without_paths.json": [
        (
            "CallbackURLs holds https://example.com, a placeholder that users are sent to after signing in; the "
            "CDK writes https://example.com when no callback URL is given. Name the URL of the application: "
            "o_auth.callback_urls in Python, oAuth.callbackUrls in TypeScript; or turn OAuth off for this client:"
            " disable_o_auth, disableOAuth."
        ),
    ],
    "scopes/e9541_unknown_scope/fail_nearest_own_scope.yaml": [
        (
            "The scope opneid is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: opneid". Did you mean openid?'
        ),
        (
            "The scope phone_number is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: phone_number". Did you mean '
            "phone?"
        ),
        (
            "The scope email:read is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: email:read". Did you mean email?'
        ),
        (
            "The scope cognito is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: cognito". Did you mean '
            "aws.cognito.signin.user.admin, with which the application may read and change the user's own data?"
        ),
        (
            "The scope aws.cognito is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: aws.cognito". Did you mean '
            "aws.cognito.signin.user.admin, with which the application may read and change the user's own data?"
        ),
        (
            "The scope signin.user.admin is none of Cognito's own, and no resource server of the user pool "
            'UserPool gives it; Cognito rejects the client with "Invalid scope requested: signin.user.admin". Did'
            " you mean aws.cognito.signin.user.admin, with which the application may read and change the user's "
            "own data?"
        ),
        (
            "The scope offline_access is none of Cognito's own, and no resource server of the user pool UserPool "
            'gives it; Cognito rejects the client with "Invalid scope requested: offline_access". Declare it in '
            "an AWS::Cognito::UserPoolResourceServer of that pool, or remove it."
        ),
        (
            "The scope OpenID is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: OpenID". Declare it in an '
            "AWS::Cognito::UserPoolResourceServer of that pool, or remove it."
        ),
        (
            "The scope Cognito is none of Cognito's own, and no resource server of the user pool UserPool gives "
            'it; Cognito rejects the client with "Invalid scope requested: Cognito". Declare it in an '
            "AWS::Cognito::UserPoolResourceServer of that pool, or remove it."
        ),
    ],
    "scopes/e9541_unknown_scope/fail_scope_behind_condition.yaml": [
        (
            "The scope orders/write is given by a resource server of the user pool UserPool only under another "
            'condition; Cognito rejects the client with "Invalid scope requested: orders/write". Give the scope '
            "there in every deployment, or leave it out here with Fn::If. [when IsProd is false]"
        ),
    ],
    "identity_providers/w9557_managed_login_without_branding/fail_style_without_a_client.yaml": [
        (
            "Users of this client sign in on managed login pages (the domain has ManagedLoginVersion 2), but "
            "the template gives the client no style for these pages. The stack deploys, and the login page says "
            '"Login pages unavailable. Please contact an administrator." Give Style, which names no client, '
            "the ID of this one as ClientId, or add a style for this client."
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_custom_attribute.yaml": [
        (
            "The identity provider Google sets custom:team, which WriteAttributes leaves out; the stack deploys, "
            "and signing in through it fails when Cognito writes that attribute. Add custom:team to "
            "WriteAttributes (users can then change custom:team themselves); do not map custom:team if users must"
            " not change it."
        ),
    ],
    "identity_providers/w9558_mapped_attribute_not_writable/fail_three_conditional_providers.yaml": [
        (
            "The identity providers GoogleLogin, FacebookLogin and PartnerLogin set picture and name, which "
            "WriteAttributes leaves out; the stack deploys, and signing in through them fails when Cognito writes"
            " those attributes. Add picture and name to WriteAttributes, or remove the mapping. [when HasGoogle "
            "is true, HasFacebook is true or HasPartner is true]"
        ),
    ],
    "auth_flows/i9568_password_without_srp/fail_legacy_list.yaml": [
        (
            "With ADMIN_NO_SRP_AUTH a server sends the user's password itself to Cognito. Write "
            "ALLOW_USER_SRP_AUTH, ALLOW_CUSTOM_AUTH, ALLOW_REFRESH_TOKEN_AUTH instead of the whole list: "
            "ALLOW_USER_SRP_AUTH proves the password without sending it, and ALLOW_ flows cannot stand beside "
            "legacy ones."
        ),
        (
            "With USER_PASSWORD_AUTH the app sends the user's password itself to Cognito. Write "
            "ALLOW_USER_SRP_AUTH instead of the whole list: ALLOW_USER_SRP_AUTH proves the password without "
            "sending it, and ALLOW_ flows cannot stand beside legacy ones."
        ),
    ],
    "auth_flows/i9568_password_without_srp/fail_in_cdk_output.json": [
        (
            "With ALLOW_USER_PASSWORD_AUTH the app sends the user's password itself to Cognito. Allow user_srp "
            "in auth_flows instead, which proves the password without sending it. [CDK path "
            "Shop/Pool/Web/Resource]"
        )
    ],
    "attributes/e9573_custom_attribute_not_in_pool/fail_behind_condition.yaml": [
        (
            "ReadAttributes lists custom:plan, but the Schema of the user pool EntryInProduction has that entry "
            'only under another condition; Cognito rejects the client with "Invalid read attributes specified '
            'while creating a client". Give the entry to Schema in every deployment, or leave the attribute out '
            "here with Fn::If. [when IsProd is false]"
        ),
        (
            "ReadAttributes lists custom:plan, but the Schema of the user pool SchemaInProduction has that entry "
            'only under another condition; Cognito rejects the client with "Invalid read attributes specified '
            'while creating a client". Give the entry to Schema in every deployment, or leave the attribute out '
            "here with Fn::If. [when IsProd is false]"
        ),
        (
            "ReadAttributes lists custom:plan, but the Schema of the user pool OtherNameInProduction has that "
            'entry only under another condition; Cognito rejects the client with "Invalid read attributes '
            'specified while creating a client". Give the entry to Schema in every deployment, or leave the '
            "attribute out here with Fn::If. [when IsProd is false]"
        ),
        (
            "ReadAttributes lists custom:tariff, but the Schema of the user pool EntryInProduction has only "
            'custom:tenant; Cognito rejects the client with "Invalid read attributes specified while creating a '
            'client". Declare it in Schema (Name: tariff), or remove it. [when IsProd is false]'
        ),
    ],
    "attributes/e9573_custom_attribute_not_in_pool/fail_standard_name_in_schema.yaml": [
        (
            "ReadAttributes lists custom:locale, but the Schema of the user pool UserPool has no custom "
            'attributes; Cognito rejects the client with "Invalid read attributes specified while creating a '
            'client". Write locale: it is a standard attribute, and those have no prefix. Or rename the Schema '
            "entry locale, which stands for the standard one, if an attribute of your own is meant."
        ),
        (
            "ReadAttributes lists custom:email, but the Schema of the user pool UserPool has no custom "
            'attributes; Cognito rejects the client with "Invalid read attributes specified while creating a '
            'client". Write email: it is a standard attribute, and those have no prefix.'
        ),
        (
            "ReadAttributes lists custom:sub, but the Schema of the user pool UserPool has no custom "
            'attributes; Cognito rejects the client with "Invalid read attributes specified while creating a '
            'client". Write sub: it is a standard attribute, and those have no prefix.'
        ),
        (
            "WriteAttributes lists custom:email_verified, but the Schema of the user pool UserPool has no "
            'custom attributes; Cognito rejects the client with "Invalid write attributes specified while '
            'creating a client". Remove it: only Cognito writes that attribute.'
        ),
    ],
    "attributes/w9575_empty_attribute_list/fail_each_list.yaml": [
        (
            "ReadAttributes is an empty list, which means the default and not no attribute: the client can read "
            "every attribute. Name the attributes that the client needs, or remove the property if all are meant."
        ),
        (
            "WriteAttributes is an empty list, which means the default and not no attribute: users of this client"
            " can change every attribute of their own, custom ones too. Name the attributes that users may "
            "change, at least one, or remove the property if all are meant."
        ),
    ],
    "attributes/w9575_empty_attribute_list/fail_what_has_to_stay.yaml": [
        (
            "WriteAttributes is an empty list, which means the default and not no attribute: users of this "
            "client can change every attribute of their own, custom ones too. Name the attributes that users "
            "may change, at least one, or remove the property if all are meant. Keep custom:team (an identity "
            "provider sets it; do not map it if users must not change it) and email (the pool requires it) in "
            "the list."
        ),
    ],
    "attributes/i9576_users_change_custom_attributes/fail_what_has_to_stay.yaml": [
        (
            "WriteAttributes is absent, so users of this client can very likely change custom:team and "
            "custom:plan of their own with their access token. List in WriteAttributes what users may change. "
            "Keep custom:team (an identity provider sets it; do not map it if users must not change it) and "
            "email (the pool requires it) in the list."
        ),
    ],
    "attributes/i9576_users_change_custom_attributes/fail_plain.yaml": [
        (
            "WriteAttributes is absent, so users of this client can very likely change custom:plan of their own "
            "with their access token. List in WriteAttributes what users may change."
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
