"""Who reads the secret of a client: the Secret section of the document."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cfn_lint_cognito.engine.facts.client.clients import client_named
from cfn_lint_cognito.engine.facts.consumers.load_balancers import LISTENERS, sign_ins_of
from cfn_lint_cognito.engine.facts.neighbours import DESCRIBES_CLIENT
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.references import logical_ids_in, named_by, references_of
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Origin, TemplatePath, Value

_SECRET: Final = "ClientSecret"
_SECRET_OF_DESCRIPTION: Final = "UserPoolClient.ClientSecret"
_ENVIRONMENTS: Final = {
    "AWS::Lambda::Function": ("the environment of a Lambda function", ("Environment", "Variables")),
    "AWS::Serverless::Function": ("the environment of a Lambda function", ("Environment", "Variables")),
    "AWS::ECS::TaskDefinition": ("the environment of an ECS task", ("ContainerDefinitions", "Environment")),
    "AWS::CodeBuild::Project": ("the environment of a CodeBuild project", ("Environment", "EnvironmentVariables")),
    "AWS::SSM::Parameter": ("an SSM parameter", ("Value",)),
}
"""Where a value can be read by everybody who may look at the resource: in words, and the properties that lead there."""


def secret(resource: ResolvedResource, name: str) -> Value:
    """`Readers` are the places of the template that read the secret of the client, `SignInActions` the load balancer
    actions that sign users in with the client. Each says `Exists`, so that a schema can object to it.
    """
    make = {"Readers": _readers, "SignInActions": sign_in_actions}[name]
    return Items(tuple(make(resource)), resource.origin)


def _readers(resource: ResolvedResource) -> Iterator[Value]:
    template = resource.view.template
    client = resource.declaration.name
    for path in _secret_readers(template).get(client, ()):
        if resource.view.reaches(path):
            origin = Origin.at(path)
            yield Entries(
                {
                    "Exists": Known(True, origin),
                    "Client": Known(client, origin),
                    "PlainSight": Known(_plain_sight(template, path), origin),
                },
                origin,
            )


@once_for_each_template
def _secret_readers(template: Template) -> dict[str, list[TemplatePath]]:
    """Where the secrets of which resources are read."""
    readers: dict[str, list[TemplatePath]] = {}
    named = references_of(template)
    pending: list[tuple[Any, TemplatePath]] = [
        *(
            (resource.declared, resource.path)
            for resource in template.resources.values()
            if resource.name not in template.from_unexpanded_loops and any(map(_is_secret, named.named_by(resource)))
        ),
        *((output, ("Outputs", name)) for name, output in template.outputs.items()),
    ]
    while pending:
        written, path = pending.pop()
        if isinstance(written, dict):
            for name in _secrets_read(written, template):
                readers.setdefault(name, []).append(path)
        below = written.items() if isinstance(written, dict) else enumerate(written)
        pending += [(value, (*path, key)) for key, value in below if isinstance(value, (dict, list))][::-1]
    return readers


def _is_secret(mention: str) -> bool:
    return mention.endswith(_SECRET)


def _secrets_read(written: Mapping[str, Any], template: Template) -> set[str]:
    """The clients whose secret this very `Fn::GetAtt` or `Fn::Sub` reads."""
    clients: set[str] = set()
    for name, _, attribute in (mention.partition(".") for mention in named_by(written)):
        if attribute == _SECRET:
            clients.add(name)
        elif attribute == _SECRET_OF_DESCRIPTION:
            description = template.resources.get(name)
            if description is not None and description.type == DESCRIBES_CLIENT:
                clients.update(logical_ids_in(description.properties))
    return clients


def _plain_sight(template: Template, path: TemplatePath) -> str:
    """The place in words if everybody can look at it there, else ""."""
    if path[0] == "Outputs":
        return "an output" if path[2:3] == ("Value",) else ""
    words, keys = _ENVIRONMENTS.get(template.resources[str(path[1])].type, ("", ()))
    names = tuple(key for key in path[2:] if key != "Fn::If" and not isinstance(key, int))
    return words if keys and names[: len(keys) + 1] == ("Properties", *keys) else ""


def sign_in_actions(resource: ResolvedResource) -> Iterator[Value]:
    """The load balancer actions of this scenario that sign users in with the client."""
    client, view = resource.declaration.name, resource.view
    for listener in itertools.chain.from_iterable(map(view.template.resources_of, LISTENERS)):
        if listener.name in view.template.from_unexpanded_loops or client not in references_of(
            view.template
        ).logical_ids_of(listener):
            continue
        for action, used in (
            (sign_in.action, sign_in.client_id) for sign_in in sign_ins_of(ResolvedResource(listener, view))
        ):
            named = client_named(used, view)
            if named is not None and named.declaration.name == client and view.exists(listener.condition):
                facts = {"Exists": Known(True, action.origin), "Client": Known(client, action.origin)}
                yield Entries(facts, action.origin)
