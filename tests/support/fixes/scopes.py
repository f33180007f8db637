"""What the messages about scopes say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, properties_of, remove_the_value, wait_for
from fixes.entry import Fix


def add_openid(template: Template, path: Path) -> None:
    properties_of(template, path)["AllowedOAuthScopes"].append("openid")


FIXES: dict[str, Fix] = {
    # No server gives a scope of that name, whatever the server is called. The last scope may be removed, and the client may not wait
    # for the server of the scope that was meant.
    "E9541": Fix(remove_the_value, may_reveal={"E9521", "E9542"}, asks_presence_of={"Identifier", "ScopeName"}),
    "E9542": Fix(wait_for("AWS::Cognito::UserPoolResourceServer")),
    "W9543": Fix(add_openid),
}
