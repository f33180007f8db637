"""The messages of the rules about identity providers' own settings, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "providers/e9601_missing_detail/fail_plain.yaml": [
        (
            "A provider of type Google needs client_id, client_secret and authorize_scopes in its "
            'ProviderDetails, and this one lacks client_secret; Cognito rejects it with "clientId, '
            'clientSecret and authorizeScopes are all required idp details." Add client_secret (best as a '
            "dynamic reference to a secret)."
        ),
    ],
    "providers/e9601_missing_detail/fail_apple.yaml": [
        (
            "A provider of type SignInWithApple needs client_id, team_id, key_id and private_key in its "
            "ProviderDetails, and this one lacks team_id, key_id and private_key; Cognito rejects it with "
            '"clientId, privateKey, teamId, and keyId are all required idp details." Add team_id, key_id and '
            "private_key (best as a dynamic reference to a secret)."
        ),
    ],
    "providers/e9601_missing_detail/fail_oidc_without_method.yaml": [
        (
            "A provider of type OIDC needs client_id, authorize_scopes, oidc_issuer and "
            "attributes_request_method in its ProviderDetails, and this one lacks attributes_request_method; "
            'Cognito rejects it with "clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are '
            'all required idp details." Add attributes_request_method (mostly GET).'
        ),
    ],
    "providers/e9601_missing_detail/fail_saml_without_metadata.yaml": [
        (
            "A provider of type SAML needs MetadataURL or MetadataFile in its ProviderDetails, and this one "
            'has neither; Cognito rejects it with "At least one of the MetadataURL or MetadataFile should be '
            'provided." Add MetadataURL or MetadataFile.'
        ),
    ],
    "providers/e9601_missing_detail/fail_saml_in_another_spelling.yaml": [
        (
            "A provider of type SAML needs MetadataURL or MetadataFile in its ProviderDetails, and this one "
            'has neither; Cognito rejects it with "At least one of the MetadataURL or MetadataFile should be '
            'provided." Rename MetadataUrl to MetadataURL.'
        ),
    ],
    "providers/e9601_missing_detail/fail_keys_in_camel_case.yaml": [
        (
            "A provider of type Google needs client_id, client_secret and authorize_scopes in its "
            "ProviderDetails, and this one lacks client_id and client_secret; Cognito rejects it with "
            '"clientId, clientSecret and authorizeScopes are all required idp details." Rename clientId to '
            "client_id and rename clientSecret to client_secret."
        ),
    ],
    "providers/e9601_missing_detail/fail_property_of_the_construct.yaml": [
        (
            "A provider of type LoginWithAmazon needs client_id, client_secret and authorize_scopes in its "
            'ProviderDetails, and this one lacks client_secret; Cognito rejects it with "clientId, '
            'clientSecret and authorizeScopes are all required idp details." Rename client_secret_value to '
            "client_secret."
        ),
    ],
    "providers/e9601_missing_detail/fail_empty.yaml": [
        (
            "A provider of type Facebook needs client_id, client_secret and authorize_scopes in its "
            'ProviderDetails, and this one lacks all of them; Cognito rejects it with "clientId, clientSecret'
            ' and authorizeScopes are all required idp details." Add client_id, client_secret (best as a '
            "dynamic reference to a secret) and authorize_scopes."
        ),
    ],
    "providers/e9601_missing_detail/fail_map_behind_condition.yaml": [
        (
            "A provider of type Facebook needs client_id, client_secret and authorize_scopes in its "
            'ProviderDetails, and this one lacks client_secret; Cognito rejects it with "clientId, '
            'clientSecret and authorizeScopes are all required idp details." Add client_secret (best as a '
            "dynamic reference to a secret). [when IsProd is false]"
        ),
    ],
    "providers/e9601_missing_detail/fail_parameter_default.yaml": [
        (
            "A provider of type OIDC (the Default of parameter Type) needs client_id, authorize_scopes, "
            "oidc_issuer and attributes_request_method in its ProviderDetails, and this one lacks "
            'oidc_issuer; Cognito rejects it with "clientId, authorizeScopes, oidcIssuer and '
            'attributesRequestMethod are all required idp details." Add oidc_issuer.'
        ),
    ],
    "providers/e9602_saml_metadata_twice/fail_behind_condition.yaml": [
        (
            "The ProviderDetails have both MetadataURL and MetadataFile; Cognito rejects the provider with "
            '"Only one of the MetadataURL or MetadataFile should be provided." Remove MetadataFile where '
            "Cognito can reach the URL, since it then follows changes of the metadata by itself; remove "
            "MetadataURL otherwise. [when IsProd is true]"
        ),
    ],
    "providers/e9603_oidc_detail/fail_plain.yaml": [
        (
            "The detail oidc_issuer is http://idp.acme.dev, and Cognito asks an OIDC provider over https "
            'only; it rejects the provider with "OIDC endpoint must start with https://". Write the whole URL'
            " of the issuer, beginning with https://."
        ),
    ],
    "providers/e9603_oidc_detail/fail_method.yaml": [
        (
            "The detail attributes_request_method is get, and an OIDC provider has GET or POST; Cognito "
            'rejects it with "Member must satisfy enum value set: [POST, GET]". Write GET.'
        ),
        (
            "The detail oidc_issuer is idp.acme.dev, and Cognito asks an OIDC provider over https only; it "
            'rejects the provider with "OIDC endpoint must start with https://". Write the whole URL of the '
            "issuer, beginning with https://."
        ),
        (
            "The detail attributes_request_method is PUT, and an OIDC provider has GET or POST; Cognito "
            'rejects it with "Member must satisfy enum value set: [POST, GET]". Write GET or POST.'
        ),
    ],
    "providers/e9603_oidc_detail/fail_parameter_default.yaml": [
        (
            "The detail oidc_issuer is idp.acme.dev (the Default of parameter Issuer), and Cognito asks an "
            'OIDC provider over https only; it rejects the provider with "OIDC endpoint must start with '
            'https://". Write the whole URL of the issuer, beginning with https://. [Provider]'
        ),
    ],
    "providers/e9603_oidc_detail/fail_from_mapping.yaml": [
        (
            "The detail oidc_issuer is http://idp.dev.acme.dev (Mappings.Stages.dev.Issuer), and Cognito asks"
            ' an OIDC provider over https only; it rejects the provider with "OIDC endpoint must start with '
            'https://". Write the whole URL of the issuer, beginning with https://. [Provider; when Stage is '
            "dev]"
        ),
    ],
    "providers/e9604_mapped_attribute_not_in_pool/fail_plain.yaml": [
        (
            "AttributeMapping sets custom:teams, but the Schema of the user pool UserPool has only custom:team; "
            'Cognito rejects the provider with "AttributeMapping contains invalid mapping: [custom:teams]". Write'
            " custom:team, or declare teams in Schema as well, with Mutable: true."
        ),
    ],
    "providers/e9604_mapped_attribute_not_in_pool/fail_no_schema.yaml": [
        (
            "AttributeMapping sets custom:team, but the Schema of the user pool UserPool has no custom "
            'attributes; Cognito rejects the provider with "AttributeMapping contains invalid mapping: '
            '[custom:team]". Declare it in Schema (Name: team, Mutable: true), or remove it.'
        ),
    ],
    "providers/e9604_mapped_attribute_not_in_pool/fail_standard_name.yaml": [
        (
            "AttributeMapping sets custom:email, but the Schema of the user pool UserPool has no custom "
            'attributes; Cognito rejects the provider with "AttributeMapping contains invalid mapping: '
            '[custom:email]". Remove it, or give an attribute of your own another name, in Schema and here.'
        ),
        (
            "AttributeMapping sets custom:address, but the Schema of the user pool UserPool has no custom "
            'attributes; Cognito rejects the provider with "AttributeMapping contains invalid mapping: '
            '[custom:address]". Write address, since standard attributes have no prefix, or give an attribute'
            " of your own another name, in Schema and here."
        ),
    ],
    "providers/e9604_mapped_attribute_not_in_pool/fail_prefix_in_schema.yaml": [
        (
            "AttributeMapping sets custom:team, but the Schema of the user pool UserPool has only "
            'custom:custom:team; Cognito rejects the provider with "AttributeMapping contains invalid '
            'mapping: [custom:team]". Write Name: team in the Schema: Cognito adds the prefix custom: by '
            "itself."
        ),
    ],
    "providers/e9604_mapped_attribute_not_in_pool/fail_behind_condition.yaml": [
        (
            "AttributeMapping sets custom:team, but the Schema of the user pool UserPool has only custom:role; "
            'Cognito rejects the provider with "AttributeMapping contains invalid mapping: [custom:team]". '
            "Declare it in Schema (Name: team, Mutable: true), or remove it. [when IsProd is false]"
        ),
    ],
    "providers/e9605_unknown_mapped_attribute/fail_plain.yaml": [
        (
            "AttributeMapping sets team, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [team]". '
            "Write custom:team, as the user pool UserPool declares it, or remove it."
        ),
    ],
    "providers/e9605_unknown_mapped_attribute/fail_names_of_elsewhere.yaml": [
        (
            "AttributeMapping sets givenName, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [givenName]". '
            "Write given_name, or remove it."
        ),
        (
            "AttributeMapping sets names, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [names]". '
            "Write name, or remove it."
        ),
        (
            "AttributeMapping sets userId, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [userId]". '
            "Declare userId in the Schema of the pool, with Mutable: true, and write custom:userId, or remove it."
        ),
        (
            "AttributeMapping sets Username, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [Username]". '
            "Write username, or remove it."
        ),
        (
            "AttributeMapping sets Custom:team, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [Custom:team]". '
            "Declare team in the Schema of the pool, with Mutable: true, and write custom:team, or remove it."
        ),
    ],
    "providers/e9605_unknown_mapped_attribute/fail_already_mapped.yaml": [
        (
            "AttributeMapping sets names, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [names]". '
            "Remove it: name is mapped besides."
        ),
        (
            "AttributeMapping sets team, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [team]". '
            "Remove it: custom:team is mapped besides."
        ),
    ],
    "providers/e9605_unknown_mapped_attribute/fail_immutable_attribute.yaml": [
        (
            "AttributeMapping sets team, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [team]". '
            "Remove it: custom:team is immutable, so that a mapping of it breaks the second sign-in of a user."
        ),
    ],
    "providers/e9605_unknown_mapped_attribute/fail_on_imported_pool.yaml": [
        (
            "AttributeMapping sets team, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the provider with "AttributeMapping contains invalid mapping: [team]". '
            "Write custom:team if the pool has that attribute, or remove it."
        ),
    ],
    "providers/w9606_required_attribute_not_mapped/fail_plain.yaml": [
        (
            "The user pool UserPool requires email, which this provider does not map. The stack deploys, and "
            'whoever signs in through the provider gets the error "attributes required: [email]". Add email to '
            "AttributeMapping."
        ),
    ],
    "providers/w9606_required_attribute_not_mapped/fail_another_case.yaml": [
        (
            "The user pool UserPool requires email, which this provider does not map (Email is not email: the "
            "case counts). The stack deploys, and whoever signs in through the provider gets the error "
            '"attributes required: [email]". Write email for Email.'
        ),
    ],
    "providers/w9606_required_attribute_not_mapped/fail_several.yaml": [
        (
            "The user pool UserPool requires email and name, which this provider does not map (Name is not "
            "name: the case counts). The stack deploys, and whoever signs in through the provider gets the "
            'error "attributes required: [email, name]". Write name for Name and add email to AttributeMapping.'
        ),
    ],
    "providers/w9606_required_attribute_not_mapped/fail_google_without_the_scope.yaml": [
        (
            "The user pool UserPool requires email, which this provider does not map. The stack deploys, and "
            'whoever signs in through the provider gets the error "attributes required: [email]". Add email to '
            "AttributeMapping and add the scope email to authorize_scopes."
        ),
    ],
    "providers/w9606_required_attribute_not_mapped/fail_immutable.yaml": [
        (
            "The user pool UserPool requires email, which this provider does not map. The stack deploys, and "
            'whoever signs in through the provider gets the error "attributes required: [email]". Add email to '
            "AttributeMapping and make email mutable in a new pool, since an immutable attribute that is mapped "
            "breaks the second sign-in."
        ),
    ],
    "providers/w9607_google_without_email_scope/fail_behind_condition.yaml": [
        (
            "The user pool UserPool requires email, and this provider asks Google for profile, which does not "
            'tell it. The stack deploys, and whoever signs in through the provider gets the error "attributes '
            'required: [email]". Add the scope email to authorize_scopes. [when IsProd is false]'
        ),
    ],
    "providers/w9607_google_without_email_scope/fail_empty.yaml": [
        (
            "The user pool UserPool requires email, and this provider asks Google for nothing, which does not "
            'tell it. The stack deploys, and whoever signs in through the provider gets the error "attributes '
            'required: [email]". Add the scope email to authorize_scopes.'
        ),
    ],
    "providers/w9607_google_without_email_scope/fail_parameter_default.yaml": [
        (
            "The user pool UserPool requires email, and this provider asks Google for openid profile (the "
            "Default of parameter Scopes), which does not tell it. The stack deploys, and whoever signs in "
            'through the provider gets the error "attributes required: [email]". Add the scope email to '
            "authorize_scopes. [Provider]"
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
