import itertools
from collections.abc import Mapping
from typing import Any

from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import listed, noted
from cfn_lint_cognito.engine.schemas import names, standard_attributes
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class MappedAttributeNotWritable(AppClientRule):
    """A client that lists WriteAttributes lists all attributes that its identity providers map.

    `username`, `email_verified`, `phone_number_verified` and `sub` are left alone: no client can write them.

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

    def applies(self, fault: Fault) -> bool:
        return any(self._left_out(fault, named) for named in fault.get("Providers", "Named"))

    def message(self, fault: Fault) -> str:
        missing = self._missing(fault)
        mapping = (named for named in fault.get("Providers", "Named") if self._left_out(fault, named))
        providers = [fault.document.called(named["Provider"]) for named in mapping]
        one = len(providers) == 1
        return (
            f"The identity {'provider' if one else 'providers'} {listed(providers)} {'sets' if one else 'set'} "
            f"{listed(missing)}, which {noted('WriteAttributes', fault.source('Properties', 'WriteAttributes'))} leaves out; "
            f"the stack deploys, and signing in through {'it' if one else 'them'} fails when Cognito writes "
            f"{'that attribute' if len(missing) == 1 else 'those attributes'}."
        )

    def mend(self, fault: Fault) -> str:
        return f"Add {listed(self._missing(fault))} to WriteAttributes, or remove the mapping."

    def _missing(self, fault: Fault) -> list[str]:
        """What any of the providers sets and the client may not write."""
        left_out = (self._left_out(fault, named) for named in fault.get("Providers", "Named"))
        return list(dict.fromkeys(itertools.chain.from_iterable(left_out)))

    def _left_out(self, fault: Fault, named: Mapping[str, Any]) -> list[str]:
        """The mapped attributes that can be written and are not. A name that the pool does not have is another mistake."""
        writable = {
            *fault.get("Properties", "WriteAttributes"),
            *names("name of an attribute that only Cognito writes"),
        }
        custom = fault.known("Pool", "CustomAttributes")
        return [
            name
            for name in named.get("MappedAttributes", ())
            if name not in writable
            and (name in standard_attributes() or (":" in name and (custom is None or name in custom)))
        ]
