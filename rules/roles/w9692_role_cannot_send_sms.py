from typing import Any, Final

from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_COGNITO: Final = "cognito-idp.amazonaws.com"
_ANSWERS: Final = {
    True: "Role does not have permission to publish with SNS",
    False: "Role does not have a trust relationship allowing Cognito to assume the role",
}


class RoleCannotSendSms(Rule):
    """The role in `SmsConfiguration.SnsCallerArn` trusts cognito-idp.amazonaws.com and is allowed `sns:Publish`.

    Applies to roles of the template. Their trust policy needs a statement that allows `sts:AssumeRole` to the Service
    cognito-idp.amazonaws.com, and whose `sts:ExternalId`, if it asks for one, is the ExternalId of SmsConfiguration. Policies are
    looked for in the role, in AWS::IAM::Policy, AWS::IAM::RolePolicy and AWS::IAM::ManagedPolicy. Silent

    - where a part that decides cannot be told, such as the managed policy of another template, and for other partitions;
    - about permissions where an exported output names the role, since another stack may attach a policy;
    - where a custom resource or a macro knows the role;
    - with `EumsSms`, whose role needs other permissions.

    ## Why

    Cognito looks at the role when the user pool is made, and rejects it with
    `Role does not have a trust relationship allowing Cognito to assume the role` or
    `Role does not have permission to publish with SNS`.

    ## In the CDK

    A UserPool that needs a role makes a right one. The ExternalId of a role of your own is `sms_role_external_id`.

    ```python
    UserPool(self, "Users", enable_sms_role=True)
    ```

    ```typescript
    new UserPool(this, 'Users', { enableSmsRole: true });
    ```

    ## When to ignore

    When something outside the template gives the role what it lacks before the user pool is made.

    ## References

    - [SMS message settings for user pools](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html)
    """

    id = "W9692"
    shortdesc = "Role with which Cognito cannot send SMS"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/aws-amplify/amplify-flutter/issues/1328",
            "Role does not have a trust relationship allowing Cognito to assume the role",
        ),
        deployed("https://github.com/OElesin/querypal/issues/6", "Role does not have permission to publish with SNS"),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html",
            "your Amazon Cognito user pool includes it in the request to assume your IAM role.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:3]

    def message(self, diagnostic: Diagnostic) -> str:
        flaws = listed(self._flaw(diagnostic, index) for index in range(len(self._get(diagnostic, "Flaws"))))
        return (
            f"{diagnostic.display_name(*diagnostic.path[:3], 'Role')} is the role with which this user pool sends SMS messages, and "
            f'{flaws}. Cognito rejects the user pool with "{_ANSWERS[self._is_about_sending(diagnostic)]}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        changes = listed(self._change(diagnostic, index) for index in range(len(self._get(diagnostic, "Flaws"))))
        return f"{changes[0].upper()}{changes[1:]}."

    def _flaw(self, diagnostic: Diagnostic, index: int) -> str:
        what, found = (self._get(diagnostic, "Flaws", index, fact) for fact in ("What", "Found"))
        if what == "publish":
            return "no policy of this template allows it sns:Publish"
        if what == "principal":
            return f"its trust policy does not let {_COGNITO} assume it"
        if what == "action":
            return f"its trust policy allows {_COGNITO} {found} instead of sts:AssumeRole"
        asked = with_note(found, diagnostic.source(*diagnostic.path[:3], "Flaws", index, "Found"))
        external_id = self._get(diagnostic, "ExternalId")
        source = diagnostic.source(*diagnostic.path[:3], "ExternalId")
        given = (
            f"ExternalId is {with_note(external_id, source)}" if external_id else "SmsConfiguration has no ExternalId"
        )
        return f"its trust policy asks for {asked} as sts:ExternalId, while {given}"

    def _change(self, diagnostic: Diagnostic, index: int) -> str:
        what, found = (self._get(diagnostic, "Flaws", index, fact) for fact in ("What", "Found"))
        external_id = self._get(diagnostic, "ExternalId")
        if what == "publish":
            return 'allow it sns:Publish on "*" in a policy of the role'
        if what == "principal":
            asked = f", where sts:ExternalId is {external_id}" if external_id else ""
            return f"allow sts:AssumeRole to the Service {_COGNITO}{asked}"
        if what == "action":
            return "allow sts:AssumeRole"
        if external_id:
            return f"write {external_id} as sts:ExternalId"
        if diagnostic.kind is Kind.L2:
            return f"set {diagnostic.name('ExternalId')} to {found}"
        return f"set {diagnostic.name('ExternalId')} of {diagnostic.name('SmsConfiguration')} to {found}"

    def _is_about_sending(self, diagnostic: Diagnostic) -> bool:
        return any(flaw["What"] == "publish" for flaw in self._get(diagnostic, "Flaws"))

    def _get(self, diagnostic: Diagnostic, *fact: str | int) -> Any:
        return diagnostic.get(*diagnostic.path[:3], *fact)
