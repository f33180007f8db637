"""The messages of the rules on login pages, word for word, where their words vary."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from linting import FIXTURES, Fixture, lint, linted_fixtures

CERTIFICATE = (
    "The certificate of this custom domain is in {}, and Cognito takes one of us-east-1 only, whatever "
    'the region of the pool; the domain is rejected with "Invalid request provided: '
    'AWS::Cognito::UserPoolDomain". Request the certificate in us-east-1, and write its ARN here.'
)

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES: Mapping[str, list[str]] = {
    "e9611_reserved_word_in_domain_prefix/fail_plain.yaml": [
        (
            "The domain prefix acme-cognito-dev holds the word cognito, and AWS reserves aws, amazon and cognito; the "
            'domain is rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Choose a prefix '
            "without these words."
        ),
    ],
    "e9611_reserved_word_in_domain_prefix/fail_parameter_default.yaml": [
        (
            "The domain prefix aws-acme (the Default of parameter Prefix) holds the word aws, and AWS reserves aws, "
            'amazon and cognito; the domain is rejected with "Invalid request provided: '
            'AWS::Cognito::UserPoolDomain". Choose a prefix without these words. [Domain]'
        ),
    ],
    "e9611_reserved_word_in_domain_prefix/fail_parameter_default_in_a_text.yaml": [
        (
            "This domain prefix holds the word cognito, and AWS reserves aws, amazon and cognito; the domain is "
            'rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Choose a prefix without these '
            "words."
        ),
    ],
    "e9611_reserved_word_in_domain_prefix/fail_whole_prefix_and_two_words.yaml": [
        (
            "The domain prefix cognito holds the word cognito, and AWS reserves aws, amazon and cognito; the domain "
            'is rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Choose a prefix without these '
            "words."
        ),
        (
            "The domain prefix aws-cognito-acme holds the words aws and cognito, and AWS reserves aws, amazon and "
            'cognito; the domain is rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Choose a '
            "prefix without these words."
        ),
    ],
    "e9612_certificate_in_another_region/fail_plain.yaml": [
        (
            "The certificate of this custom domain is in eu-central-1, and Cognito takes one of us-east-1 only, "
            'whatever the region of the pool; the domain is rejected with "Invalid request provided: '
            'AWS::Cognito::UserPoolDomain". Request the certificate in us-east-1, and write its ARN here.'
        ),
    ],
    "e9612_certificate_in_another_region/fail_mapping.yaml": [
        (
            "The certificate of this custom domain (Mappings.Certificates.dev.Arn) is in eu-central-1, and "
            "Cognito takes one of us-east-1 only, whatever the region of the pool; the domain is rejected with "
            '"Invalid request provided: AWS::Cognito::UserPoolDomain". Request the certificate in us-east-1, '
            "and write its ARN here. [Domain; when Stage is dev]"
        ),
    ],
    "e9613_domain_of_pool_id/fail_plain.yaml": [
        (
            "This domain holds the ID of UserPool, which has an underscore and capitals (eu-west-1_AbCdEf123). "
            'Cognito accepts lower-case letters, digits and hyphens, and the domain is rejected with "Invalid '
            'request provided: AWS::Cognito::UserPoolDomain". Make the prefix of a name of your own, with '
            "${AWS::AccountId} where it has to be unique."
        ),
    ],
    "e9613_domain_of_pool_id/fail_attributes.yaml": [
        (
            "This domain holds the ID of UserPool, which has an underscore and capitals (eu-west-1_AbCdEf123). "
            'Cognito accepts lower-case letters, digits and hyphens, and the domain is rejected with "Invalid '
            'request provided: AWS::Cognito::UserPoolDomain". Make the prefix of a name of your own, with '
            "${AWS::AccountId} where it has to be unique."
        ),
        (
            "This domain holds the Arn of UserPool, and with it its ID, which has an underscore and capitals "
            "(eu-west-1_AbCdEf123). Cognito accepts lower-case letters, digits and hyphens, and the domain is "
            'rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Make the prefix of a name '
            "of your own, with ${AWS::AccountId} where it has to be unique."
        ),
        (
            "This domain holds the ProviderName of UserPool, and with it its ID, which has an underscore and "
            "capitals (eu-west-1_AbCdEf123). Cognito accepts lower-case letters, digits and hyphens, and the "
            'domain is rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Make the prefix '
            "of a name of your own, with ${AWS::AccountId} where it has to be unique."
        ),
        (
            "This domain holds the ProviderURL of UserPool, and with it its ID, which has an underscore and "
            "capitals (eu-west-1_AbCdEf123). Cognito accepts lower-case letters, digits and hyphens, and the "
            'domain is rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain". Make the prefix '
            "of a name of your own, with ${AWS::AccountId} where it has to be unique."
        ),
    ],
    "e9613_domain_of_pool_id/fail_custom_domain.yaml": [
        (
            "This domain holds the ID of UserPool, which has an underscore and capitals (eu-west-1_AbCdEf123). "
            'Cognito accepts lower-case letters, digits and hyphens, and the domain is rejected with "Invalid '
            'request provided: AWS::Cognito::UserPoolDomain". Write the name that the certificate is for.'
        ),
    ],
    "e9614_managed_login_not_in_tier/fail_plain.yaml": [
        (
            "ManagedLoginVersion 2 needs ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier LITE; "
            'Cognito rejects the domain with "... not available for the LITE pricing tier configured: Managed '
            'Login Version 2". Set ManagedLoginVersion to 1, the classic pages, or UserPoolTier to ESSENTIALS, '
            "which costs more and asks for an AWS::Cognito::ManagedLoginBranding for each client."
        ),
    ],
    "e9614_managed_login_not_in_tier/fail_parameter_default.yaml": [
        (
            "ManagedLoginVersion 2 (the Default of parameter Version) needs ESSENTIALS or PLUS, and the user "
            "pool UserPool has UserPoolTier LITE (the Default of parameter Tier); Cognito rejects the domain "
            'with "... not available for the LITE pricing tier configured: Managed Login Version 2". Set '
            "ManagedLoginVersion to 1, the classic pages, or UserPoolTier to ESSENTIALS, which costs more and "
            "asks for an AWS::Cognito::ManagedLoginBranding for each client. [Domain]"
        ),
    ],
    "e9615_branding_without_client/fail_behind_condition.yaml": [
        (
            "This style names no ClientId, and a style is for one client, never for a whole pool; Cognito rejects it "
            "with \"Value null at 'clientId' failed to satisfy constraint ...\". Add the ClientId of the client that it "
            "is for, and a style of its own for each other client. [when IsProd is false]"
        ),
    ],
    "e9616_provided_values_and_settings/fail_plain.yaml": [
        (
            "UseCognitoProvidedValues is true, and Settings are given as well; Cognito rejects the style with "
            '"useCognitoProvidedValues or settings should be specified (but not both)". Remove '
            "UseCognitoProvidedValues, so that the settings count, or remove Settings."
        ),
    ],
    "e9616_provided_values_and_settings/fail_parameter_default.yaml": [
        (
            "UseCognitoProvidedValues is true (the Default of parameter Provided), and Settings are given as well; "
            'Cognito rejects the style with "useCognitoProvidedValues or settings should be specified (but not '
            'both)". Remove UseCognitoProvidedValues, so that the settings count, or remove Settings.'
        ),
    ],
    "e9617_ico_image_is_no_favicon/fail_plain.yaml": [
        (
            "Category FORM_LOGO takes no image with the Extension ICO, FAVICON_ICO alone does; Cognito rejects the "
            'style with "Invalid assets provided. Validation errors: ...". Give this image in another format, or set '
            "Category to FAVICON_ICO if it is the icon of the page."
        ),
    ],
    "e9617_ico_image_is_no_favicon/fail_parameter_default.yaml": [
        (
            "Category FORM_LOGO (the Default of parameter Place) takes no image with the Extension ICO, FAVICON_ICO "
            'alone does; Cognito rejects the style with "Invalid assets provided. Validation errors: ...". Give this '
            "image in another format, or set Category to FAVICON_ICO if it is the icon of the page. [Style]"
        ),
    ],
    "e9618_ui_customization_without_waiting/fail_plain.yaml": [
        (
            "This UI customization does not wait for Domain, the domain of the user pool UserPool. "
            'CloudFormation may create the customization first; Cognito then rejects it with "There has to be '
            'an existing domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED. Add '
            "DependsOn: Domain."
        ),
    ],
    "e9618_ui_customization_without_waiting/fail_domain_behind_condition.yaml": [
        (
            "This UI customization does not wait for Domain, the domain of the user pool UserPool. "
            'CloudFormation may create the customization first; Cognito then rejects it with "There has to be '
            'an existing domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED. Make '
            "this style only where IsProd holds, the condition of that domain, and add DependsOn: Domain. [when "
            "IsProd is true]"
        ),
    ],
    "e9618_ui_customization_without_waiting/fail_in_circle.yaml": [
        (
            "This UI customization does not wait for Domain, the domain of the user pool UserPool. "
            'CloudFormation creates the customization first; Cognito then rejects it with "There has to be an '
            'existing domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED. Remove '
            "what makes Domain wait for this resource, then add DependsOn: Domain."
        ),
    ],
    "w9619_ui_customization_without_domain/fail_domain_behind_condition.yaml": [
        (
            "The template gives the user pool UserPool no AWS::Cognito::UserPoolDomain; unless it has one from "
            'elsewhere, Cognito rejects this UI customization with "There has to be an existing domain associated '
            'with this user pool.", and the stack ends in ROLLBACK_FAILED. Add a domain for that pool, and name it in '
            "DependsOn here. [when IsProd is false]"
        ),
    ],
    "w9620_custom_domain_without_waiting/fail_behind_condition.yaml": [
        (
            "The custom domain login.acme.test does not wait for Apex, which makes the A record of the name "
            "above it. CloudFormation may create the domain first, and Cognito then rejects it with "
            '"Custom domain is not a valid subdomain ...". Write Domain as Fn::If: [IsProd, Fn::Select: [0, '
            "[NAME, Ref: Apex]], NAME], which waits for Apex where its condition holds. [when IsProd is true]"
        ),
    ],
    "w9620_custom_domain_without_waiting/fail_equal_text.yaml": [
        (
            "This custom domain does not wait for Apex, which makes the A record of the name above it. "
            'CloudFormation may create the domain first, and Cognito then rejects it with "Custom '
            'domain is not a valid subdomain ...". Add DependsOn: Apex.'
        ),
    ],
    "w9620_custom_domain_without_waiting/fail_group.yaml": [
        (
            "The custom domain login.acme.test does not wait for Records, which makes the A record of the name "
            "above it. CloudFormation may create the domain first, and Cognito then rejects it with "
            '"Custom domain is not a valid subdomain ...". Add DependsOn: Records.'
        ),
    ],
    "w9620_custom_domain_without_waiting/fail_in_circle.yaml": [
        (
            "The custom domain login.acme.test does not wait for Apex, which makes the A record of the name "
            "above it. CloudFormation creates the domain first, and Cognito then rejects it with "
            '"Custom domain is not a valid subdomain ...". Remove what makes Apex wait for this resource, then '
            "add DependsOn: Apex."
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / "login_pages" / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]


@pytest.mark.parametrize(
    ("regions", "messages"),
    [
        (["us-east-1"], []),
        (["eu-west-1"], [CERTIFICATE.format("eu-west-1")]),
        (
            ["us-east-1", "eu-west-1", "us-gov-west-1"],
            [f"{CERTIFICATE.format('eu-west-1')} [when AWS::Region is eu-west-1]"],
        ),
    ],
)
def test_a_certificate_of_the_stack_is_judged_in_every_region(regions: list[str], messages: list[str]) -> None:
    path = FIXTURES / "login_pages/e9612_certificate_in_another_region/pass_region_of_the_stack.yaml"
    found = lint([path], "--regions", *regions)[path]
    assert [each.message for each in found if each.rule == "E9612"] == messages
