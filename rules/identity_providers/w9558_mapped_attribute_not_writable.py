from cfn_lint_cognito._rule import AppClientRule, DocumentPath, Fault
from cfn_lint_cognito._words import listed


class MappedAttributeNotWritable(AppClientRule):
    """A client that lists WriteAttributes lists all attributes that its identity providers map.

    `email_verified`, `phone_number_verified` and `sub` are left alone: no client can write them.

    ## Why

    At each sign-in through a provider Cognito writes the mapped attributes for the client. One that the client may not
    write makes that sign-in fail with an error; the stack deploys.

    ## In the CDK

    ```python
    pool.add_client("Web", write_attributes=ClientAttributes().with_standard_attributes(email=True, given_name=True))
    ```

    ```typescript
    pool.addClient('Web', {
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, givenName: true }),
    });
    ```

    ## When to ignore

    When no user signs in through that provider and this client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): WriteAttributes
    """

    id = "W9558"
    shortdesc = "Attribute mapped from a provider is not writable"

    def place(self, fault: Fault) -> DocumentPath:
        return ("Properties", "WriteAttributes")

    def message(self, fault: Fault) -> str:
        writable = fault.at("Properties", "WriteAttributes")
        exempt = self._exempt()
        missing = [name for name in fault.value if name not in writable and name not in exempt]
        named = fault.at(*fault.path[:-1], "Provider")
        return (
            f"The identity provider {named} sets {listed(missing)}, which WriteAttributes leaves out; it deploys, and the "
            f"sign-in through that provider fails when Cognito tries to write {'it' if len(missing) == 1 else 'them'}. "
            f"Add {listed(missing)} to WriteAttributes, or remove the mapping."
        )

    def _exempt(self) -> list[str]:
        named = self.schema.legal["then"]["properties"]["Providers"]["properties"]["Named"]["items"]["properties"]
        exempt: list[str] = named["MappedAttributes"]["not"]["contains"]["not"]["anyOf"][0]["enum"]
        return exempt
