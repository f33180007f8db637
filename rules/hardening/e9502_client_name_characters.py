import re

from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed_up_to, with_note

NAME = ("Properties", "ClientName")

_MOST_NAMED = 5
_PASSES_CFN_LINT = re.compile(r"[\w\s+=,.@-]+")


class ClientNameCharacters(AppClientRule):
    """ClientName is made of ASCII characters only.

    A name of which a part is unknown is wrong, too, where a known part holds another character. Other characters that Cognito
    does not accept, such as `!` and `/`, are what cfn-lint itself reports.

    ## Why

    Cognito rejects the client with `1 validation error detected: Value '????' at 'clientName' failed to satisfy
    constraint`. Characters beyond ASCII stand as question marks in that text. AWS's pattern of a client's name knows none
    of them, while cfn-lint reads the same pattern as one that does.

    ## In the CDK

    The construct does not look at the name.

    ```python
    pool.add_client("Web", user_pool_client_name="Buecher")
    ```

    ```typescript
    pool.addClient('Web', { userPoolClientName: 'Buecher' });
    ```

    ## When to ignore

    Never: Cognito accepts no such name.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): ClientName
    """

    id = "E9502"
    shortdesc = "Client name has a character that Cognito rejects"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-client-name/meta.yaml",
            "1 validation error detected: Value '????' at 'clientName' failed to satisfy constraint",
        ),
    )
    anchor_paths = (NAME,)

    def applies(self, diagnostic: Diagnostic) -> bool:
        """Whether cfn-lint is silent: it knows the pseudo parameters, and letters beyond ASCII for letters."""
        can_cfn_lint_resolve = diagnostic.known(*NAME) is not None or "AWS::" in str(diagnostic.get(*NAME))
        return not can_cfn_lint_resolve or _PASSES_CFN_LINT.fullmatch(diagnostic.value) is not None

    def message(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.known(*NAME)
        named = (
            "This ClientName" if name is None else f"ClientName is {with_note(name, diagnostic.source(*NAME))}, which"
        )
        rejected = [character for character in dict.fromkeys(diagnostic.value) if not character.isascii()]
        shown = [character if character.isprintable() else f"U+{ord(character):04X}" for character in rejected]
        return (
            f"{named} has {listed_up_to(_MOST_NAMED, shown)}; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - there, and "
            "rejects the client with \"Value '...' at 'clientName' failed to satisfy constraint\"."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Write the name with those characters only."
