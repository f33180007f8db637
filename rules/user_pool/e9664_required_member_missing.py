from collections.abc import Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.names import DOMAIN, LOG_DELIVERY, TERMS, USER_POOL
from cfn_lint_cognito.engine.report.changes import added, joined
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import capital, listed, listed_up_to
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_MOST_MAPS: Final = 10
_SENDERS: Final = ("CustomEmailSender", "CustomSMSSender")
"""Their functions read events of one version."""
_RESOURCES: Final[Mapping[str, str]] = {
    USER_POOL: "pool",
    LOG_DELIVERY: "log delivery",
    DOMAIN: "domain",
    TERMS: "terms document",
}
_WITH_KEY: Final = ("CustomEmailSender", "CustomSMSSender")
_ANSWERS: Final[Mapping[str, str]] = {
    "UsernameConfiguration.CaseSensitive": "Value null at 'usernameConfiguration.caseSensitive' failed to satisfy constraint",
    "CustomEmailSender.LambdaVersion": (
        "Value null at 'lambdaConfig.customEmailSender.lambdaVersion' failed to satisfy constraint: Member must not be null"
    ),
}
"""What Cognito answers, where somebody has recorded it."""
_VALUES: Final[Mapping[str, str]] = {
    "CaseSensitive": " (false, unless Ann and ann are to be two users; it cannot be changed later)",
    "AdvancedSecurityMode": " (OFF, or AUDIT or ENFORCED in the tier PLUS)",
    "PreTokenGenerationConfig.LambdaArn": " (the ARN of the function, the same as in the plain trigger if there is one)",
    "PreTokenGenerationConfig.LambdaVersion": (
        " (the version of the events that the function reads: V1_0, and in ESSENTIALS and PLUS also V2_0 or V3_0)"
    ),
    "LambdaVersion": ": V1_0",
    "LambdaArn": " (the ARN of the function)",
    "Name": " (such as verified_email)",
    "Priority": " (1 or 2)",
    "EventSource": " (userNotification, or userAuthEvents in the tier PLUS)",
    "LogLevel": " (ERROR for userNotification, INFO for userAuthEvents)",
    "CertificateArn": " (the ARN of a certificate in us-east-1)",
    "ClientId": " (the client whose users are to see the document)",
}
"""What to write for each member, after its name."""


class _Map(NamedTuple):
    """A map that lacks some members. `name` is that of its property; `words` are "" for the resource itself."""

    name: str
    words: str
    missing: tuple[str, ...]

    @property
    def answers(self) -> list[str]:
        return [_ANSWERS[name] for member in self.missing if (name := f"{self.name}.{member}") in _ANSWERS]

    def of(self, diagnostic: Diagnostic) -> str:
        """What lacks them, as a fix has it: `entry 1 of RecoveryMechanisms`."""
        entry, last_word, name = self.words.rpartition(" ")
        return f"{entry}{last_word}{diagnostic.name(name)}"

    def values(self, diagnostic: Diagnostic) -> list[str]:
        values = {member: _VALUES.get(f"{self.name}.{member}", _VALUES[member]) for member in self.missing}
        return [f"{diagnostic.name(member)}{value}" for member, value in values.items()]


class RequiredMemberMissing(Rule):
    """A map of settings has the members that Cognito's API requires, though the schema of CloudFormation does not ask for them.

    | Map | needs |
    |---|---|
    | UsernameConfiguration | CaseSensitive |
    | UserPoolAddOns | AdvancedSecurityMode |
    | CustomEmailSender, CustomSMSSender, InboundFederation and PreTokenGenerationConfig of LambdaConfig | LambdaArn, LambdaVersion |
    | each of the RecoveryMechanisms | Name, Priority |
    | each of the LogConfigurations of an AWS::Cognito::LogDeliveryConfiguration | EventSource, LogLevel |
    | CustomDomainConfig of an AWS::Cognito::UserPoolDomain | CertificateArn |
    | AWS::Cognito::Terms | ClientId |

    One finding for a resource names everything that is missing. RefreshTokenRotation without Feature is W9564, and a
    branding without ClientId is E9615.

    ## Why

    For an empty UsernameConfiguration Cognito answers `Value null at 'usernameConfiguration.caseSensitive' failed to satisfy
    constraint`, and it answers the same for `lambdaConfig.customEmailSender.lambdaVersion`. Of the others no answer is on
    record, but the API reference says "Required: Yes" of each of them. CloudFormation passes the map on as it is written.

    ## In the CDK

    The constructs write whole maps. CfnUserPool takes what it is given.

    ```python
    UserPool(self, "Pool", sign_in_case_sensitive=False)
    ```

    ```typescript
    new UserPool(this, 'Pool', { signInCaseSensitive: false });
    ```

    ## When to ignore

    Never: Cognito needs these values.

    ## References

    - [LambdaConfigType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html): CustomEmailSender, CustomSMSSender, InboundFederation, PreTokenGenerationConfig
    - [RecoveryOptionType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html)
    - [LogConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html)
    - [CreateTerms](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateTerms.html): ClientId
    """

    id = "E9664"
    shortdesc = "Member that Cognito requires is missing"
    resource_types = (USER_POOL, LOG_DELIVERY, DOMAIN, TERMS)
    evidence = (
        deployed(
            "https://github.com/awsdocs/aws-cloudformation-user-guide/issues/797",
            "Value null at 'usernameConfiguration.caseSensitive' failed to satisfy constraint",
        ),
        deployed(
            "https://github.com/aws/aws-cdk/issues/15863",
            "Value null at 'lambdaConfig.customEmailSender.lambdaVersion' failed to satisfy constraint: Member must not be null",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InboundFederationLambdaType.html",
            "You must use a LambdaVersion of V1_0 with an inbound federation function.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.rejected_by_part(diagnostic.expected[0])[0].path

    def message(self, diagnostic: Diagnostic) -> str:
        resource = _RESOURCES[diagnostic.document.resource.type]
        maps = self._maps(diagnostic)
        lacks = [f"{each.words or f'this {resource}'} has no {listed(each.missing, 'and no')}" for each in maps]
        answer = next((answer for each in maps for answer in each.answers), None)
        rejects = f', and Cognito rejects the {resource} with "{answer}"' if answer else ""
        return (
            f"{capital(listed_up_to(_MOST_MAPS, lacks))}. Cognito's API requires {_it_or_them(maps)}, though CloudFormation's "
            f"schema does not{rejects}."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        maps = self._maps(diagnostic)
        added = [
            f"{listed(each.values(diagnostic))}{f' to {each.of(diagnostic)}' if each.words else ''}" for each in maps
        ]
        needs_key = any(each.name in _WITH_KEY and "LambdaArn" in each.missing for each in maps)
        has_key = diagnostic.get("Properties", "LambdaConfig", "KMSKeyID") is not None
        key = f" The trigger then needs a {diagnostic.name('KMSKeyID')}, too." if needs_key and not has_key else ""
        return f"Add {listed_up_to(_MOST_MAPS, added)}.{key}"  # Without the key it would be E9644.

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        """Where the only thing that is missing is what has one value."""
        maps = [violation.path for violation in diagnostic.rejected_by_part(diagnostic.expected[0])]
        missing = [
            (path, member) for path, each in zip(maps, self._maps(diagnostic), strict=True) for member in each.missing
        ]
        if any(path[-1] not in _SENDERS or member != "LambdaVersion" for path, member in missing):
            return None
        return joined(*(added(diagnostic, "V1_0", *map(str, path), member) for path, member in missing))

    def _maps(self, diagnostic: Diagnostic) -> list[_Map]:
        return [
            _Map(
                str(violation.path[-1]),
                _in_words(violation.path),
                tuple(member for member in violation.expected if diagnostic.get(*violation.path, member) is None),
            )
            for violation in diagnostic.rejected_by_part(diagnostic.expected[0])
        ]


def _it_or_them(maps: list[_Map]) -> str:
    return "it" if sum(len(each.missing) for each in maps) == 1 else "them"


def _in_words(path: DocumentPath) -> str:
    last = path[-1]
    if isinstance(last, int):
        return f"entry {last + 1} of {path[-2]}"
    return "" if last == "Properties" else last
