"""What a person reads of the rules on the pool and the client secret, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "redirect_urls/w9537_load_balancer_host_in_callback_url/fail_plain.yaml": [
        (
            "CallbackURLs holds https://${LoadBalancer.DNSName}/oauth2/idpresponse, but LoadBalancer has no name "
            "of its own, and the generated one has capital letters. So has its host name, while sign-in sends "
            'the host in lower case, and Cognito answers with "redirect_mismatch". Use a domain name of your '
            "own, or give the load balancer a name in lower case."
        ),
    ],
    "redirect_urls/w9537_load_balancer_host_in_callback_url/fail_parameter_default.yaml": [
        (
            "CallbackURLs holds https://${LoadBalancer.DNSName}/oauth2/idpresponse, but the name of "
            "LoadBalancer, Shop (the Default of parameter Name), has capital letters. So has its host name, "
            'while sign-in sends the host in lower case, and Cognito answers with "redirect_mismatch". Use a '
            "domain name of your own, or give the load balancer a name in lower case."
        ),
    ],
    "redirect_urls/w9537_load_balancer_host_in_callback_url/fail_name_known_in_part.yaml": [
        (
            "CallbackURLs holds https://${LoadBalancer.DNSName}/oauth2/idpresponse, but the name of "
            "LoadBalancer, ${AWS::StackName}-LB, has capital letters. So has its host name, while sign-in sends "
            'the host in lower case, and Cognito answers with "redirect_mismatch". Use a domain name of your '
            "own, or give the load balancer a name in lower case."
        ),
    ],
    "redirect_urls/w9537_load_balancer_host_in_callback_url/fail_behind_condition.yaml": [
        (
            "CallbackURLs holds https://${NamedInProduction.DNSName}/oauth2/idpresponse, but NamedInProduction "
            "has no name of its own, and the generated one has capital letters. So has its host name, while "
            'sign-in sends the host in lower case, and Cognito answers with "redirect_mismatch". Use a domain '
            "name of your own, or give the load balancer a name in lower case. [when IsProd is false]"
        ),
        (
            "CallbackURLs holds https://${Loud.DNSName}/oauth2/idpresponse, but the name of Loud, Shop-Dev, has "
            "capital letters. So has its host name, while sign-in sends the host in lower case, and Cognito "
            'answers with "redirect_mismatch". Use a domain name of your own, or give the load balancer a name '
            "in lower case. [when IsProd is false]"
        ),
        (
            "CallbackURLs holds https://${OfDevelopment.DNSName}/oauth2/idpresponse, but OfDevelopment has no "
            "name of its own, and the generated one has capital letters. So has its host name, while sign-in "
            'sends the host in lower case, and Cognito answers with "redirect_mismatch". Use a domain name of '
            "your own, or give the load balancer a name in lower case. [when IsProd is false]"
        ),
    ],
    "redirect_urls/w9537_load_balancer_host_in_callback_url/fail_in_cdk_output.json": [
        (
            "CallbackURLs holds https://${LoadBalancerBE9EEC3A.DNSName}/oauth2/idpresponse, but "
            "Shop/LoadBalancer has no name of its own, and the generated one has capital letters. So has its "
            "host name, while sign-in sends the host in lower case, and Cognito answers with "
            '"redirect_mismatch". Use a domain name of your own, or give the load balancer a name in lower case. '
            "[CDK path Shop/Pool/Web/Resource]"
        )
    ],
    "auth_flows/w9565_feature_not_in_tier/fail_plain.yaml": [
        (
            "ALLOW_USER_AUTH needs the tier ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier "
            "LITE. Cognito very likely rejects the client (FeatureUnavailableInTierException). Set UserPoolTier "
            "to ESSENTIALS, or give up the feature."
        ),
    ],
    "auth_flows/w9565_feature_not_in_tier/fail_rotation.yaml": [
        (
            "Refresh token rotation needs the tier ESSENTIALS or PLUS, and the user pool UserPool has "
            "UserPoolTier LITE. Cognito very likely rejects the client (FeatureUnavailableInTierException). Set "
            "UserPoolTier to ESSENTIALS, or give up the feature."
        ),
        (
            "ALLOW_USER_AUTH needs the tier ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier "
            "LITE. Cognito very likely rejects the client (FeatureUnavailableInTierException). Set UserPoolTier "
            "to ESSENTIALS, or give up the feature."
        ),
    ],
    "auth_flows/w9565_feature_not_in_tier/fail_behind_condition.yaml": [
        (
            "ALLOW_USER_AUTH needs the tier ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier "
            "LITE. Cognito very likely rejects the client (FeatureUnavailableInTierException). Set UserPoolTier "
            "to ESSENTIALS, or give up the feature. [when IsTest is true]"
        ),
        (
            "Refresh token rotation needs the tier ESSENTIALS or PLUS, and the user pool UserPool has "
            "UserPoolTier LITE. Cognito very likely rejects the client (FeatureUnavailableInTierException). Set "
            "UserPoolTier to ESSENTIALS, or give up the feature. [when IsTest is true]"
        ),
    ],
    "auth_flows/w9565_feature_not_in_tier/fail_pool_behind_condition.yaml": [
        (
            "ALLOW_USER_AUTH needs the tier ESSENTIALS or PLUS, and the user pool DevPool has UserPoolTier "
            "LITE. Cognito very likely rejects the client (FeatureUnavailableInTierException). Set UserPoolTier "
            "to ESSENTIALS, or give up the feature. [when IsProd is false]"
        ),
    ],
    "auth_flows/w9565_feature_not_in_tier/fail_parameter_default.yaml": [
        (
            "Refresh token rotation (the Default of parameter Rotation) needs the tier ESSENTIALS or PLUS, and "
            "the user pool UserPool has UserPoolTier LITE (the Default of parameter Tier). Cognito very likely "
            "rejects the client (FeatureUnavailableInTierException). Set UserPoolTier to ESSENTIALS, or give up "
            "the feature. [app client MobileClient]"
        ),
        (
            "ALLOW_USER_AUTH needs the tier ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier "
            "LITE (the Default of parameter Tier). Cognito very likely rejects the client "
            "(FeatureUnavailableInTierException). Set UserPoolTier to ESSENTIALS, or give up the feature."
        ),
    ],
    "auth_flows/w9565_feature_not_in_tier/fail_one_of_the_allowed_values.yaml": [
        (
            "ALLOW_USER_AUTH needs the tier ESSENTIALS or PLUS, and the user pool UserPool has UserPoolTier "
            "LITE (the value of parameter Tier). Cognito very likely rejects the client "
            "(FeatureUnavailableInTierException). Set UserPoolTier to ESSENTIALS, or give up the feature. [when "
            "Tier is LITE]"
        ),
    ],
    "auth_flows/i9567_custom_auth_without_triggers/fail_plain.yaml": [
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH, but the user pool UserPool lacks the trigger "
            "VerifyAuthChallengeResponse; the stack deploys, and every sign-in with CUSTOM_AUTH fails. Add the "
            "trigger to LambdaConfig, or remove the flow."
        ),
    ],
    "auth_flows/i9567_custom_auth_without_triggers/fail_no_triggers.yaml": [
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH, but the user pool UserPool lacks the triggers "
            "DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse; the stack deploys, and "
            "every sign-in with CUSTOM_AUTH fails. Add the triggers to LambdaConfig, or remove the flow."
        ),
        (
            "ExplicitAuthFlows lists CUSTOM_AUTH_FLOW_ONLY, but the user pool PoolWithOtherTriggers lacks the "
            "triggers DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse; the stack "
            "deploys, and every sign-in with CUSTOM_AUTH fails. Add the triggers to LambdaConfig, or remove the "
            "flow."
        ),
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH, but the user pool EmptyPool lacks the triggers "
            "DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse; the stack deploys, and "
            "every sign-in with CUSTOM_AUTH fails. Add the triggers to LambdaConfig, or remove the flow."
        ),
    ],
    "auth_flows/i9567_custom_auth_without_triggers/fail_behind_condition.yaml": [
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH, but the user pool TriggersInProduction lacks the "
            "triggers DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse; the stack "
            "deploys, and every sign-in with CUSTOM_AUTH fails. Add the triggers to LambdaConfig, or remove the "
            "flow. [when IsProd is false]"
        ),
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH, but the user pool OneTriggerInProduction lacks the "
            "trigger VerifyAuthChallengeResponse; the stack deploys, and every sign-in with CUSTOM_AUTH fails. "
            "Add the trigger to LambdaConfig, or remove the flow. [when IsProd is false]"
        ),
    ],
    "auth_flows/i9567_custom_auth_without_triggers/fail_parameter_default.yaml": [
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH (the Default of parameter Flows), but the user pool "
            "UserPool lacks the triggers DefineAuthChallenge, CreateAuthChallenge and "
            "VerifyAuthChallengeResponse; the stack deploys, and every sign-in with CUSTOM_AUTH fails. Add the "
            "triggers to LambdaConfig, or remove the flow. [app client WebClient]"
        ),
    ],
    "auth_flows/i9567_custom_auth_without_triggers/fail_in_cdk_output.json": [
        (
            "ExplicitAuthFlows lists ALLOW_CUSTOM_AUTH, but the user pool Login/Pool lacks the triggers "
            "CreateAuthChallenge and VerifyAuthChallengeResponse; the stack deploys, and every sign-in with "
            "CUSTOM_AUTH fails. Add the triggers to lambda_triggers, or remove the flow. [CDK path "
            "Login/Pool/Web/Resource]"
        )
    ],
    "attributes/e9572_unknown_attribute/fail_custom_attribute_of_the_pool.yaml": [
        (
            "ReadAttributes lists tenantId, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:tenantId, as the user pool UserPool declares it."
        ),
        (
            "ReadAttributes lists TenantID, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:tenantId, as the user pool UserPool declares it."
        ),
        (
            "ReadAttributes lists Custom:tenantId, which is no standard attribute and lacks the prefix custom:; "
            'Cognito rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:tenantId, as the user pool UserPool declares it."
        ),
        (
            "ReadAttributes lists profiles, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:profiles, as the user pool UserPool declares it."
        ),
        (
            "ReadAttributes lists Email, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write email, '
            "or custom:Email if it is a custom attribute of the pool."
        ),
        (
            "ReadAttributes lists plan, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:plan if it is a custom attribute of the pool, or remove it. [when IsProd is false]"
        ),
        (
            "ReadAttributes lists plan, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:plan, as the user pool UserPool declares it. [when IsProd is true]"
        ),
        (
            "ReadAttributes lists tenantId, which is no standard attribute and lacks the prefix custom:; Cognito "
            'rejects the client with "Invalid read attributes specified while creating a client". Write '
            "custom:tenantId if it is a custom attribute of the pool, or remove it."
        ),
    ],
    "attributes/e9573_custom_attribute_not_in_pool/fail_plain.yaml": [
        (
            "ReadAttributes lists custom:plan, but the Schema of the user pool UserPool has only custom:tenant; "
            'Cognito rejects the client with "Invalid read attributes specified while creating a client". '
            "Declare it in Schema (Name: plan), or remove it."
        ),
    ],
    "attributes/e9573_custom_attribute_not_in_pool/fail_each_list.yaml": [
        (
            "ReadAttributes lists custom:tenantid, but the Schema of the user pool UserPool has only "
            'custom:tenantId; Cognito rejects the client with "Invalid read attributes specified while creating '
            'a client". Write custom:tenantId, or declare tenantid in Schema as well.'
        ),
        (
            "ReadAttributes lists custom:email, but the Schema of the user pool UserPool has only "
            'custom:tenantId; Cognito rejects the client with "Invalid read attributes specified while creating '
            'a client". Write email: it is a standard attribute, and those have no prefix. Or rename the '
            "Schema entry email, which stands for the standard one, if an attribute of your own is meant."
        ),
        (
            "ReadAttributes lists custom:custom:tenantId, but the Schema of the user pool UserPool has only "
            'custom:tenantId; Cognito rejects the client with "Invalid read attributes specified while creating '
            'a client". Write custom:tenantId.'
        ),
        (
            "ReadAttributes lists custom:, but the Schema of the user pool UserPool has only custom:tenantId; "
            'Cognito rejects the client with "Invalid read attributes specified while creating a client". '
            "Remove it: it names no attribute."
        ),
        (
            "WriteAttributes lists custom:plan, but the Schema of the user pool UserPool has only "
            'custom:tenantId; Cognito rejects the client with "Invalid write attributes specified while '
            'creating a client". Declare it in Schema (Name: plan), or remove it.'
        ),
        (
            "WriteAttributes lists custom:plan, but the Schema of the user pool PoolWithoutSchema has no custom "
            'attributes; Cognito rejects the client with "Invalid write attributes specified while creating a '
            'client". Declare it in Schema (Name: plan), or remove it.'
        ),
    ],
    "attributes/e9573_custom_attribute_not_in_pool/fail_parameter_default.yaml": [
        (
            "ReadAttributes lists custom:plan (the Default of parameter Attributes), but the Schema of the user "
            'pool UserPool has only custom:tenant; Cognito rejects the client with "Invalid read attributes '
            'specified while creating a client". Declare it in Schema (Name: plan), or remove it. [app client '
            "WebClient]"
        ),
    ],
    "attributes/e9573_custom_attribute_not_in_pool/fail_other_pool.yaml": [
        (
            "ReadAttributes lists custom:office, but the Schema of the user pool CustomerPool has only "
            'custom:plan; Cognito rejects the client with "Invalid read attributes specified while creating a '
            'client". Declare it in Schema (Name: office), or remove it.'
        ),
        (
            "ReadAttributes lists custom:office, but the Schema of the user pool CustomerPool has only "
            'custom:plan; Cognito rejects the client with "Invalid read attributes specified while creating a '
            'client". Declare it in Schema (Name: office), or remove it. [when IsProd is true]'
        ),
    ],
    "attributes/e9574_required_attribute_not_writable/fail_plain.yaml": [
        (
            "WriteAttributes leaves out email, which the user pool UserPool requires of every user; Cognito "
            'rejects the client with "Invalid write attributes specified while creating a client". Add email to '
            "WriteAttributes."
        ),
    ],
    "attributes/e9574_required_attribute_not_writable/fail_several.yaml": [
        (
            "WriteAttributes leaves out name and phone_number, which the user pool UserPool requires of every "
            'user; Cognito rejects the client with "Invalid write attributes specified while creating a client". '
            "Add name and phone_number to WriteAttributes."
        ),
    ],
    "attributes/e9574_required_attribute_not_writable/fail_behind_condition.yaml": [
        (
            "WriteAttributes leaves out email, which the user pool RequiredInProduction requires of every user; "
            'Cognito rejects the client with "Invalid write attributes specified while creating a client". Add '
            "email to WriteAttributes. [when IsProd is true]"
        ),
        (
            "WriteAttributes leaves out email, which the user pool EntryInProduction requires of every user; "
            'Cognito rejects the client with "Invalid write attributes specified while creating a client". Add '
            "email to WriteAttributes. [when IsProd is true]"
        ),
    ],
    "attributes/e9574_required_attribute_not_writable/fail_parameter_default.yaml": [
        (
            "WriteAttributes (the Default of parameter Attributes) leaves out email, which the user pool "
            'UserPool requires of every user; Cognito rejects the client with "Invalid write attributes '
            'specified while creating a client". Add email to WriteAttributes. [app client WebClient]'
        ),
    ],
    "client_secret/e9581_reads_secret_not_generated/fail_plain.yaml": [
        (
            "ServiceClient has no client secret to read: its GenerateSecret is absent, which means false. The "
            "attribute ClientSecret is only available where a secret is generated. Set GenerateSecret to true, "
            "which replaces an existing client, or do not read the secret. [app client ServiceClient]"
        ),
    ],
    "client_secret/e9581_reads_secret_not_generated/fail_behind_condition.yaml": [
        (
            "ServiceClient has no client secret to read: its GenerateSecret is false. The attribute "
            "ClientSecret is only available where a secret is generated. Set GenerateSecret to true, which "
            "replaces an existing client, or do not read the secret. [app client ServiceClient; when IsProd is "
            "false]"
        ),
    ],
    "client_secret/e9581_reads_secret_not_generated/fail_parameter_default.yaml": [
        (
            "ServiceClient has no client secret to read: its GenerateSecret is false (the Default of parameter "
            "WithSecret). The attribute ClientSecret is only available where a secret is generated. Set "
            "GenerateSecret to true, which replaces an existing client, or do not read the secret. [app client "
            "ServiceClient]"
        ),
    ],
    "client_secret/e9581_reads_secret_not_generated/fail_two_clients.yaml": [
        (
            "WebClient has no client secret to read: its GenerateSecret is absent, which means false. The "
            "attribute ClientSecret is only available where a secret is generated. Set GenerateSecret to true, "
            "which replaces an existing client, or do not read the secret. [app client WebClient]"
        ),
        (
            "MobileClient has no client secret to read: its GenerateSecret is absent, which means false. The "
            "attribute ClientSecret is only available where a secret is generated. Set GenerateSecret to true, "
            "which replaces an existing client, or do not read the secret. [app client MobileClient]"
        ),
    ],
    "client_secret/w9582_secret_in_plain_sight/fail_plain.yaml": [
        (
            "The client secret stands in plain text in an output, for everybody who may look at it. Put it into "
            "an AWS::SecretsManager::Secret (SecretString: !GetAtt ServiceClient.ClientSecret), and pass on the "
            "ARN of that secret instead. [app client ServiceClient]"
        ),
    ],
    "client_secret/w9582_secret_in_plain_sight/fail_every_place.yaml": [
        (
            "The client secret stands in plain text in the environment of a Lambda function, for everybody who "
            "may look at it. Put it into an AWS::SecretsManager::Secret (SecretString: !GetAtt "
            "ServiceClient.ClientSecret), and pass on the ARN of that secret instead. [app client ServiceClient]"
        ),
        (
            "The client secret stands in plain text in the environment of an ECS task, for everybody who may "
            "look at it. Put it into an AWS::SecretsManager::Secret (SecretString: !GetAtt "
            "ServiceClient.ClientSecret), and pass on the ARN of that secret instead. [app client ServiceClient]"
        ),
        (
            "The client secret stands in plain text in the environment of a CodeBuild project, for everybody who "
            "may look at it. Put it into an AWS::SecretsManager::Secret (SecretString: !GetAtt "
            "ServiceClient.ClientSecret), and pass on the ARN of that secret instead. [app client ServiceClient]"
        ),
        (
            "The client secret stands in plain text in an SSM parameter, for everybody who may look at it. Put "
            "it into an AWS::SecretsManager::Secret (SecretString: !GetAtt ServiceClient.ClientSecret), and pass "
            "on the ARN of that secret instead. [app client ServiceClient]"
        ),
        (
            "The client secret stands in plain text in an output, for everybody who may look at it. Put it into "
            "an AWS::SecretsManager::Secret (SecretString: !GetAtt ServiceClient.ClientSecret), and pass on the "
            "ARN of that secret instead. [app client ServiceClient]"
        ),
    ],
    "client_secret/w9582_secret_in_plain_sight/fail_in_cdk_output.json": [
        (
            "The client secret stands in plain text in the environment of a Lambda function, for everybody who "
            "may look at it. Put it into a Secret (secret_string_value=client.user_pool_client_secret), and pass "
            "on the ARN of that secret. [app client PoolService5C8C5A8B; CDK path Shop/Pool/Service/Resource]"
        ),
        (
            "The client secret stands in plain text in an output, for everybody who may look at it. Put it into "
            "a Secret (secret_string_value=client.user_pool_client_secret), and pass on the ARN of that secret. "
            "[app client PoolService5C8C5A8B; CDK path Shop/Pool/Service/Resource]"
        ),
    ],
    "client_secret/w9582_secret_in_plain_sight/fail_behind_condition.yaml": [
        (
            "The client secret stands in plain text in the environment of a Lambda function, for everybody who "
            "may look at it. Put it into an AWS::SecretsManager::Secret (SecretString: !GetAtt "
            "ServiceClient.ClientSecret), and pass on the ARN of that secret instead. [app client ServiceClient; "
            "when IsDev is true]"
        ),
        (
            "The client secret stands in plain text in the environment of an ECS task, for everybody who may "
            "look at it. Put it into an AWS::SecretsManager::Secret (SecretString: !GetAtt "
            "ServiceClient.ClientSecret), and pass on the ARN of that secret instead. [app client ServiceClient; "
            "when IsDev is true]"
        ),
        (
            "The client secret stands in plain text in an SSM parameter, for everybody who may look at it. Put "
            "it into an AWS::SecretsManager::Secret (SecretString: !GetAtt ServiceClient.ClientSecret), and pass "
            "on the ARN of that secret instead. [app client ServiceClient; when IsDev is true]"
        ),
        (
            "The client secret stands in plain text in an output, for everybody who may look at it. Put it into "
            "an AWS::SecretsManager::Secret (SecretString: !GetAtt ServiceClient.ClientSecret), and pass on the "
            "ARN of that secret instead. [app client ServiceClient; when IsDev is true]"
        ),
    ],
    "client_secret/w9582_secret_in_plain_sight/fail_secret_in_one_deployment.yaml": [
        (
            "The client secret stands in plain text in an output, for everybody who may look at it. Put it into "
            "an AWS::SecretsManager::Secret (SecretString: !GetAtt ServiceClient.ClientSecret), and pass on the "
            "ARN of that secret instead. [app client ServiceClient; when IsProd is true]"
        ),
    ],
    "client_secret/e9584_load_balancer_sign_in_without_secret/fail_plain.yaml": [
        (
            "This action signs users in with Client, whose GenerateSecret is absent, which means false; Elastic "
            'Load Balancing rejects it with "The user pool client must have a client secret". Set GenerateSecret '
            "of Client to true, which replaces an existing client. [app client Client]"
        ),
    ],
    "client_secret/e9584_load_balancer_sign_in_without_secret/fail_behind_condition.yaml": [
        (
            "This action signs users in with ServerClient, whose GenerateSecret is absent, which means false; "
            'Elastic Load Balancing rejects it with "The user pool client must have a client secret". Set '
            "GenerateSecret of ServerClient to true, which replaces an existing client. [app client "
            "ServerClient; when IsProd is false]"
        ),
        (
            "This action signs users in with ServerClient, whose GenerateSecret is absent, which means false; "
            'Elastic Load Balancing rejects it with "The user pool client must have a client secret". Set '
            "GenerateSecret of ServerClient to true, which replaces an existing client. [app client "
            "ServerClient; when IsTest is true]"
        ),
        (
            "This action signs users in with BrowserClient, whose GenerateSecret is absent, which means false; "
            'Elastic Load Balancing rejects it with "The user pool client must have a client secret". Set '
            "GenerateSecret of BrowserClient to true, which replaces an existing client. [app client "
            "BrowserClient; when IsProd is false]"
        ),
    ],
    "client_secret/e9584_load_balancer_sign_in_without_secret/fail_parameter_default.yaml": [
        (
            "This action signs users in with Client, whose GenerateSecret is false (the Default of parameter "
            'WithSecret); Elastic Load Balancing rejects it with "The user pool client must have a client '
            'secret". Set GenerateSecret of Client to true, which replaces an existing client. [app client '
            "Client]"
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
