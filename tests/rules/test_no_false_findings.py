"""Whole templates in which it takes care to say nothing false: what the pack finds in them, as cfn-lint reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cfn_lint_cognito import check
from linting import is_ours, lint

Template = dict[str, Any]
ADVICE = "I"


def client(**properties: Any) -> Template:
    return {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": {"Ref": "Pool"}, **properties}}


def oauth_client(**properties: Any) -> Template:
    oauth = {
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "CallbackURLs": ["https://app.example.com/callback"],
        "SupportedIdentityProviders": ["COGNITO"],
    }
    return client(**{**oauth, **properties})


def of_client(resource: Template, **sections: Any) -> Template:
    pool = {"Type": "AWS::Cognito::UserPool"}
    return {**sections, "Resources": {"Pool": pool, "Client": resource, **sections.get("Resources", {})}}


def provider(name: str = "Google", kind: str = "Google", **properties: Any) -> Template:
    social = {"client_id": "id", "client_secret": "secret", "authorize_scopes": "openid email"}
    details = {"MetadataURL": "https://corp.example.com/metadata"} if kind == "SAML" else social
    described = {"ProviderName": name, "ProviderType": kind, "ProviderDetails": details}
    return {
        "Type": "AWS::Cognito::UserPoolIdentityProvider",
        "Properties": {"UserPoolId": {"Ref": "Pool"}, **described, **properties},
    }


def messages(template: Template, folder: Path, *options: str) -> dict[str, list[str]]:
    """What the pack says, without advice, by rule."""
    path = folder / "template.json"
    path.write_text(json.dumps(template))
    found: dict[str, list[str]] = {}
    for finding in lint([path], *options)[path]:
        assert finding.rule != "E0002", finding
        if is_ours(finding) and not finding.rule.startswith(ADVICE):
            found.setdefault(finding.rule, []).append(finding.message)
    return found


def lookup(*keys: Any) -> Template:
    return {"Fn::FindInMap": list(keys)}


EXTENSIONS = "AWS::LanguageExtensions"
HOURS = {"us-east-1": {"Hours": 8}, "eu-west-1": {"Hours": 48}}
OF_REGION = of_client(
    client(
        AccessTokenValidity=lookup("Regions", {"Ref": "AWS::Region"}, "Hours"),
        TokenValidityUnits={"AccessToken": "hours"},
    ),
    Transform=EXTENSIONS,
    Mappings={"Regions": HOURS},
)
STAGES = {"Stage": {"Type": "String", "AllowedValues": ["dev", "prod"]}}


def test_a_look_up_by_region_is_that_of_the_regions_asked_for_with_language_extensions_too(tmp_path: Path) -> None:
    assert messages(OF_REGION, tmp_path, "--regions", "us-east-1") == {}
    (message,) = messages(OF_REGION, tmp_path, "--regions", "us-east-1", "--regions", "eu-west-1")["E9511"]
    assert "48 is Mappings.Regions.eu-west-1.Hours" in message
    assert message.endswith("when AWS::Region is eu-west-1]")


def test_a_look_up_by_parameter_is_every_one_it_can_be_with_language_extensions_too(tmp_path: Path) -> None:
    template = of_client(
        client(
            AccessTokenValidity=lookup("Stages", {"Ref": "Stage"}, "Hours"), TokenValidityUnits={"AccessToken": "hours"}
        ),
        Transform=EXTENSIONS,
        Parameters=STAGES,
        Mappings={"Stages": {"prod": {"Hours": 48}, "dev": {"Hours": 1}}},
    )
    (message,) = messages(template, tmp_path)["E9511"]
    assert message.endswith("when Stage is prod]")


def test_a_client_of_one_stage_gets_the_look_ups_of_that_stage_with_language_extensions_too(tmp_path: Path) -> None:
    urls = {
        "prod": {"Url": "https://app.example.com/callback"},
        "dev": {"Url": "http://dev.example.com/callback"},
    }
    template = of_client(
        oauth_client(CallbackURLs=[lookup("Stages", {"Ref": "Stage"}, "Url")]) | {"Condition": "IsProd"},
        Transform=EXTENSIONS,
        Parameters=STAGES,
        Mappings={"Stages": urls},
        Conditions={"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
    )
    assert messages(template, tmp_path) == {}


def test_conditions_on_look_ups_are_open_with_language_extensions_too(tmp_path: Path) -> None:
    template = of_client(
        client(AccessTokenValidity={"Fn::If": ["HasLongSessions", 48, 8]}, TokenValidityUnits={"AccessToken": "hours"}),
        Transform=EXTENSIONS,
        Parameters=STAGES,
        Mappings={"Stages": {"prod": {"Long": "yes"}, "dev": {"Long": "no"}}},
        Conditions={"HasLongSessions": {"Fn::Equals": [lookup("Stages", {"Ref": "Stage"}, "Long"), "yes"]}},
    )
    (message,) = messages(template, tmp_path)["E9511"]
    assert message.endswith("when HasLongSessions is true]")


def test_the_default_of_a_look_up_is_pointed_at_with_language_extensions_too(tmp_path: Path) -> None:
    template = of_client(
        client(AccessTokenValidity=lookup("Regions", "nowhere", "Hours", {"DefaultValue": 30})),
        Transform=EXTENSIONS,
        Mappings={"Regions": HOURS},
    )
    (message,) = messages(template, tmp_path)["E9511"]
    assert message.startswith("The access token lives 30 hours")


@pytest.mark.parametrize("topics", [["A"], {"Ref": "Topics"}])
def test_a_loop_hides_nothing_of_the_clients_beside_it_even_in_one_line(topics: Any, tmp_path: Path) -> None:
    loop = ["Topic", topics, {"Topic${Topic}": {"Type": "AWS::SNS::Topic"}}]
    template = of_client(
        client(AccessTokenValidity=60),
        Transform=EXTENSIONS,
        Parameters={"Topics": {"Type": "CommaDelimitedList"}},
        Resources={"Fn::ForEach::Topics": loop},
    )
    assert "E9511" in messages(template, tmp_path)


def test_what_an_open_loop_makes_is_not_judged_and_what_stands_before_and_behind_it_is_in_one_line(
    tmp_path: Path,
) -> None:
    def lasting(hours: int) -> Template:
        return client(AccessTokenValidity=hours, TokenValidityUnits={"AccessToken": "hours"})

    template = of_client(
        lasting(25),
        Transform=EXTENSIONS,
        Parameters={"Names": {"Type": "CommaDelimitedList", "Default": "Web,Mobile"}},
        Resources={
            "Fn::ForEach::Clients": ["Name", {"Ref": "Names"}, {"${Name}Client": lasting(30)}],
            "ClientBehind": lasting(48),
        },
    )
    found = messages(template, tmp_path)["E9511"]
    assert [message.partition(";")[0].partition(",")[0] for message in found] == [
        "The access token lives 25 hours",
        "The access token lives 48 hours",
    ]


def test_what_a_loop_looks_up_is_not_known(tmp_path: Path) -> None:
    looked_up = client(
        AccessTokenValidity=lookup("Stages", {"Ref": "Stage"}, "Hours"), TokenValidityUnits={"AccessToken": "hours"}
    )
    template = of_client(
        client(),
        Transform=EXTENSIONS,
        Parameters=STAGES | {"Stage": {"Type": "String"}},
        Mappings={"Stages": {"prod": {"Hours": 48}, "dev": {"Hours": 1}}},
        Resources={"Fn::ForEach::Clients": ["Name", ["Web", "Mobile"], {"${Name}Client": looked_up}]},
    )
    assert messages(template, tmp_path) == {}


def test_a_mapping_that_looks_itself_up_is_unknown(tmp_path: Path) -> None:
    template = of_client(
        client(AccessTokenValidity=lookup("Stages", "dev", "Hours")),
        Mappings={"Stages": {"dev": {"Hours": lookup("Stages", "dev", "Hours")}}},
    )
    assert messages(template, tmp_path) == {}


UNITS = {"Unit": {"Type": "String", "Default": "hours", "AllowedValues": ["hours", "minutes"]}}
SIXTY = client(AccessTokenValidity=60, TokenValidityUnits={"AccessToken": {"Ref": "Unit"}})


def test_the_rules_section_can_forbid_a_default(tmp_path: Path) -> None:
    asserted = {"Assertions": [{"Assert": {"Fn::Equals": [{"Ref": "Unit"}, "minutes"]}}]}
    assert "E9511" in messages(of_client(SIXTY, Parameters=UNITS), tmp_path)
    assert messages(of_client(SIXTY, Parameters=UNITS, Rules={"Minutes": asserted}), tmp_path) == {}


def test_deployments_that_the_rules_section_forbids_are_not_counted(tmp_path: Path) -> None:
    names = [f"Is{letter}" for letter in "ABCDEFGHI"]
    conditions = {name: {"Fn::Equals": [{"Ref": name}, "yes"]} for name in names}
    asserted = [{"Assert": {"Fn::Not": [conditions[name]]}} for name in names]
    scopes = [{"Fn::If": [name, "openid", "profile"]} for name in names]
    template = of_client(
        oauth_client(AllowedOAuthScopes=["email", *scopes]),
        Parameters={name: {"Type": "String"} for name in names},
        Conditions=conditions,
        Rules={"No": {"Assertions": asserted}},
    )
    (message,) = messages(template, tmp_path)["W9543"]
    assert "when" not in message


def test_128_deployments_are_judged_and_no_more(tmp_path: Path) -> None:
    """Eight conditions make 256, and here a finding for each of them."""
    names = [f"Is{letter}" for letter in "ABCDEFGH"]
    values: list[Any] = list(range(25, 25 + 2 ** len(names)))
    for name in names:
        values = [{"Fn::If": [name, *pair]} for pair in zip(values[::2], values[1::2], strict=True)]
    (value,) = values
    template = of_client(
        client(AccessTokenValidity=value, TokenValidityUnits={"AccessToken": "hours"}),
        Parameters={name: {"Type": "String"} for name in names},
        Conditions={name: {"Fn::Equals": [{"Ref": name}, "yes"]} for name in names},
    )
    assert len(set(messages(template, tmp_path)["E9511"])) == 128


def test_the_parameter_file_is_named_by_the_value_that_is_only_in_it(tmp_path: Path) -> None:
    sets = {"long": {"Hours": "60"}, "short": {"Hours": "60", "Unit": "minutes"}}
    for name, values in sets.items():
        (tmp_path / f"{name}.json").write_text(
            json.dumps([{"ParameterKey": key, "ParameterValue": value} for key, value in values.items()])
        )
    template = of_client(
        client(AccessTokenValidity={"Ref": "Hours"}, TokenValidityUnits={"AccessToken": {"Ref": "Unit"}}),
        Parameters=UNITS | {"Hours": {"Type": "Number"}},
    )
    files = [str(tmp_path / f"{name}.json") for name in sets]
    (message,) = messages(template, tmp_path, "--parameter-files", *files)["E9511"]
    assert "60 is the value given for parameter Hours; hours is the Default of parameter Unit" in message
    assert message.endswith("[when Unit is hours]")


SWITCH = {"Type": "String", "AllowedValues": ["true", "false"]}


@pytest.mark.parametrize(
    ("parameter", "options"),
    [
        (SWITCH, []),
        (SWITCH | {"Default": "false"}, []),
        (SWITCH | {"Default": "false"}, ["--parameters", "OAuth=false"]),
        ({"Type": "String", "AllowedValues": ["True", "False"], "Default": "False"}, []),
    ],
)
@pytest.mark.parametrize("switch", [{"Ref": "OAuth"}, {"Fn::Sub": "${OAuth}"}])
def test_a_switch_that_may_be_turned_is_no_contradiction(
    parameter: Template, options: list[str], switch: Template, tmp_path: Path
) -> None:
    template = of_client(
        oauth_client(AllowedOAuthFlowsUserPoolClient=switch, CallbackURLs=["https://app.example.com/callback"]),
        Parameters={"OAuth": parameter},
    )
    assert messages(template, tmp_path, *options) == {}


def listed(default: str, *allowed: str) -> Template:
    return {"Values": {"Type": "CommaDelimitedList", "Default": default, "AllowedValues": list(allowed)}}


def test_allowed_values_of_a_list_are_those_of_its_items(tmp_path: Path) -> None:
    scopes = of_client(
        oauth_client(AllowedOAuthScopes={"Ref": "Values"}), Parameters=listed("openid,phone", "openid", "phone")
    )
    flows = of_client(
        oauth_client(AllowedOAuthFlows={"Ref": "Values"}),
        Parameters=listed("code,client_credentials", "code", "implicit", "client_credentials"),
    )
    assert messages(scopes, tmp_path) == {}
    assert "E9524" in messages(flows, tmp_path)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ({"Type": "Number", "MinValue": 1}, "0"),
        ({"Type": "Number", "MaxValue": "10"}, "11.5"),
        ({"Type": "String", "AllowedPattern": "https://.+"}, ""),
        ({"Type": "String", "MinLength": 1}, ""),
    ],
)
def test_a_parameter_is_never_what_its_limits_forbid(parameter: Template, value: str, tmp_path: Path) -> None:
    def template(declared: Template) -> Template:
        return of_client(
            client(AccessTokenValidity={"Fn::If": ["IsForbidden", 48, 1]}, TokenValidityUnits={"AccessToken": "hours"}),
            Parameters={"Limited": declared},
            Conditions={"IsForbidden": {"Fn::Equals": [{"Ref": "Limited"}, value]}},
        )

    assert messages(template(parameter), tmp_path) == {}
    assert "E9511" in messages(template({"Type": parameter["Type"]}), tmp_path)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ({"Type": "Number", "MinValue": 1}, "1"),
        ({"Type": "Number", "MaxValue": "10"}, "10"),
        ({"Type": "String", "MinLength": 3}, "web"),
        ({"Type": "String", "MaxLength": 3}, "web"),
    ],
)
def test_a_parameter_may_be_as_large_as_its_limits_allow(parameter: Template, value: str, tmp_path: Path) -> None:
    template = of_client(
        client(AccessTokenValidity={"Fn::If": ["IsLimit", 48, 1]}, TokenValidityUnits={"AccessToken": "hours"}),
        Parameters={"Limited": parameter},
        Conditions={"IsLimit": {"Fn::Equals": [{"Ref": "Limited"}, value]}},
    )
    (message,) = messages(template, tmp_path)["E9511"]
    assert message.endswith("[when IsLimit is true]")


@pytest.mark.parametrize("limit", ["²", "9" * 5000, "((", "(" * 2000, "a{99999999999}", "[[a]", None])
@pytest.mark.parametrize("name", ["MinLength", "MinValue", "AllowedPattern"])
def test_a_limit_that_is_none_forbids_nothing(name: str, limit: Any, tmp_path: Path) -> None:
    template = of_client(
        client(AccessTokenValidity={"Fn::If": ["IsEmpty", 48, 1]}, TokenValidityUnits={"AccessToken": "hours"}),
        Parameters={"Limited": {"Type": "Number" if name == "MinValue" else "String", name: limit}},
        Conditions={"IsEmpty": {"Fn::Equals": [{"Ref": "Limited"}, "" if name != "MinValue" else "0"]}},
    )
    path = tmp_path / "template.json"
    path.write_text(json.dumps(template))
    assert not [finding for finding in lint([path])[path] if finding.rule == "E0002" and "E95" in finding.message]


def test_white_space_that_a_split_leaves_is_not_what_the_pack_speaks_of(tmp_path: Path) -> None:
    template = of_client(
        oauth_client(
            CallbackURLs={"Fn::Split": [",", {"Ref": "Urls"}]},
            AllowedOAuthScopes={"Fn::Split": [",", {"Ref": "Scopes"}]},
        ),
        Parameters={
            "Urls": {"Type": "String", "Default": "https://a.example.com/cb, https://b.example.com/cb"},
            "Scopes": {"Type": "String", "Default": "email, openid"},
        },
    )
    assert messages(template, tmp_path) == {}


def test_an_empty_default_redirect_uri_is_not_what_the_pack_speaks_of(tmp_path: Path) -> None:
    template = of_client(
        oauth_client(DefaultRedirectURI={"Ref": "Url"}), Parameters={"Url": {"Type": "String", "Default": ""}}
    )
    assert messages(template, tmp_path) == {}


@pytest.mark.parametrize("pool", [{"Ref": "Google"}, {"Ref": "AWS::Region"}])
def test_a_pool_that_is_none_is_told_also_where_its_text_is_known(pool: Template, tmp_path: Path) -> None:
    found = messages(of_client(client(UserPoolId=pool), Resources={"Google": provider()}), tmp_path)
    (message,) = found.pop("E9501")
    assert f"UserPoolId is {pool['Ref']}" in message
    assert found == {}


def test_a_key_that_is_named_unknown_is_a_key_like_any_other(tmp_path: Path) -> None:
    pool = {"Type": "AWS::Cognito::UserPool", "Properties": {"Schema": [{"Name": "email", "Mutable": False}]}}
    google = provider(AttributeMapping={"email": "mail", "Unknown": "other"})
    template = of_client(
        oauth_client(SupportedIdentityProviders=[{"Ref": "Google"}]), Resources={"Pool": pool, "Google": google}
    )
    assert "W9559" in messages(template, tmp_path)


def test_a_condition_that_is_named_as_a_list_keeps_its_findings(tmp_path: Path) -> None:
    names = ("LogoutURLs", "IsB", "IsC")
    urls = [{"Fn::If": [name, "https://example.com", "https://app.acme.dev"]} for name in names]
    template = of_client(
        oauth_client(CallbackURLs=urls, LogoutURLs=["https://app.acme.dev", *urls]),
        Parameters={name: {"Type": "String"} for name in names},
        Conditions={name: {"Fn::Equals": [{"Ref": name}, "yes"]} for name in names},
    )
    assert len(messages(template, tmp_path)["W9536"]) >= 3


def test_conditions_in_a_chain_of_hundreds_are_unknown() -> None:
    chain = {f"C{index}": {"Fn::Not": [{"Condition": f"C{index + 1}"}]} for index in range(700)}
    template = of_client(
        client(AccessTokenValidity={"Fn::If": ["C0", 48, 48]}),
        Parameters={"Stage": {"Type": "String"}},
        Conditions={**chain, "C700": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
    )
    assert check(template) == []  # cfn-lint takes many seconds to read it.


def test_conditions_whose_relation_cannot_be_told_make_no_finding_together(tmp_path: Path) -> None:
    """Both say that the list is not empty. A finding that one of them is enough for stays."""
    google = provider() | {"Condition": "HasNames"}
    providers = ["COGNITO", {"Fn::If": ["HasFirstName", "Google", {"Ref": "AWS::NoValue"}]}]
    template = of_client(
        oauth_client(
            SupportedIdentityProviders=providers,
            AccessTokenValidity={"Fn::If": ["HasNames", 48, {"Fn::If": ["HasFirstName", 8, 9]}]},
        ),
        Parameters={"Names": {"Type": "CommaDelimitedList"}},
        Conditions={
            "HasNames": {"Fn::Not": [{"Fn::Equals": [{"Fn::Join": ["", {"Ref": "Names"}]}, ""]}]},
            "HasFirstName": {"Fn::Not": [{"Fn::Equals": [{"Fn::Select": [0, {"Ref": "Names"}]}, ""]}]},
        },
        Resources={"Google": google},
    )
    found = messages(template, tmp_path)
    assert "E9553" not in found
    (message,) = found["E9511"]
    assert message.endswith("[when HasNames is true]")


@pytest.mark.parametrize("maker", ["AWS::CloudFormation::Stack", "Custom::Style"])
def test_whatever_may_know_the_client_may_give_it_a_style(maker: str, tmp_path: Path) -> None:
    domain = {
        "Type": "AWS::Cognito::UserPoolDomain",
        "Properties": {"UserPoolId": {"Ref": "Pool"}, "Domain": "acme", "ManagedLoginVersion": 2},
    }
    stored = {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": {"Ref": "Client"}}}
    properties: dict[str, dict[str, object]] = {
        "AWS::CloudFormation::Stack": {"TemplateURL": "https://acme.s3.amazonaws.com/style.yaml"},
        "Custom::Style": {"ServiceToken": "arn:aws:lambda:us-east-1:123456789012:function:style"},
    }
    template = of_client(oauth_client(), Resources={"Domain": domain, "Stored": stored})
    assert "W9557" in messages(template, tmp_path)
    style = {"Type": maker, "DependsOn": "Stored", "Properties": properties[maker]}
    template["Resources"]["Style"] = style
    assert "W9557" in messages(template, tmp_path)
    properties[maker]["Parameters"] = {"Reads": {"Ref": "Stored"}}
    assert messages(template, tmp_path) == {}


@pytest.mark.parametrize(
    ("maker", "may_add"),
    [
        ("AWS::CloudFormation::CustomResource", True),
        ("AWS::CloudFormation::Stack", True),
        ("AWS::Serverless::Application", True),
        ("AWS::ServiceCatalog::CloudFormationProvisionedProduct", True),
        ("Acme::Auth::Providers::MODULE", True),
        ("Custom::Providers", True),
        ("AWS::SNS::Topic", False),
        ("AWS::ServiceCatalog::CloudFormationProduct", False),
        ("Custom::DescribeCognitoUserPoolClient", False),
    ],
)
def test_what_may_add_providers_to_a_pool(maker: str, may_add: bool, tmp_path: Path) -> None:
    waiting = oauth_client(SupportedIdentityProviders=["Corporate"]) | {"DependsOn": "Maker"}
    makes = {"Type": maker, "DependsOn": "Pool"}
    template = of_client(waiting, Resources={"Maker": makes})
    assert "E9553" in messages(template, tmp_path)
    makes["Properties"] = {"Pool": {"Ref": "Pool"}}
    assert ("E9553" in messages(template, tmp_path)) is not may_add


def test_somebody_may_add_providers_while_a_wait_condition_waits(tmp_path: Path) -> None:
    waiting = oauth_client(SupportedIdentityProviders=["Corporate"]) | {"DependsOn": "Added"}
    added: dict[str, object] = {"Type": "AWS::CloudFormation::WaitCondition", "Properties": {"Count": 0}}
    template = of_client(waiting, Resources={"Added": added})
    assert "E9553" in messages(template, tmp_path)
    added["DependsOn"] = "Pool"
    assert "E9553" not in messages(template, tmp_path)


def test_a_provider_that_waits_for_the_client_has_to_stop_that_first(tmp_path: Path) -> None:
    google = provider() | {"DependsOn": "Client"}
    template = of_client(oauth_client(SupportedIdentityProviders=["Google"]), Resources={"Google": google})
    (message,) = messages(template, tmp_path)["E9554"]
    assert "CloudFormation creates the client first" in message
    assert message.endswith("Google waits for this client: remove that dependency, then write DependsOn: Google here.")


def test_a_mapping_of_an_attribute_that_the_pool_does_not_have_is_another_mistake(tmp_path: Path) -> None:
    corp = provider("Corp", "SAML", AttributeMapping={"team": "groups", "custom:nothing": "other"})
    template = of_client(
        oauth_client(SupportedIdentityProviders=[{"Ref": "Corp"}], WriteAttributes=["email"]),
        Resources={"Corp": corp},
    )
    assert messages(template, tmp_path).keys() == {"E9604", "E9605"}
    corp["Properties"]["AttributeMapping"] = {"name": "name"}
    assert "W9558" in messages(template, tmp_path)
