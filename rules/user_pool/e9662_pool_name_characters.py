import re

from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note

NAME = ("Properties", "UserPoolName")


class PoolNameCharacters(Rule):
    """UserPoolName is made of ASCII letters, digits, white space and `_ + = , . @ -`.

    A name of which a part is unknown is wrong, too, where a known part holds another character.

    ## Why

    Cognito rejects the pool with `Value '????' at 'poolName' failed to satisfy constraint: Member must satisfy regular
    expression pattern: [\\w\\s+=,.@-]+`. Characters beyond ASCII stand as question marks in it.

    ## In the CDK

    The construct does not look at the name.

    ```python
    UserPool(self, "Pool", user_pool_name="Buecher - production")
    ```

    ```typescript
    new UserPool(this, 'Pool', { userPoolName: 'Buecher - production' });
    ```

    ## When to ignore

    Never: Cognito accepts no such name.

    ## References

    - [CreateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html): PoolName
    - [AWS::Cognito::UserPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html): UserPoolName
    """

    id = "E9662"
    shortdesc = "Pool name has a character that Cognito rejects"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-user-pool-name/meta.yaml",
            "1 validation error detected: Value '????' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.known(*NAME)
        named = "This UserPoolName" if name is None else f"The UserPoolName {with_note(name, diagnostic.source())}"
        rejected = [
            character for character in dict.fromkeys(diagnostic.value) if not re.search(diagnostic.expected, character)
        ]
        return (
            f"{named} has {listed(map(_shown, rejected))}; Cognito accepts ASCII letters, digits, white space and "
            "_ + = , . @ - there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy constraint\"."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Write the name with those characters only."


def _shown(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
