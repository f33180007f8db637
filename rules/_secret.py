"""Who reads the secret of a client: the Secret section of the document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._neighbours import DESCRIBES_CLIENT
from cfn_lint_cognito._template import Template, TemplatePath
from cfn_lint_cognito._values import Entries, Hole, Items, Known, Origin, Text, Value, known_text, text_of
from cfn_lint_cognito._waiting import references

_VARIABLE_IN_SUB: Final = re.compile(r"\$\{\s*([A-Za-z0-9]+\.[A-Za-z.]+)\s*\}")
_SECRET: Final = "ClientSecret"
_SECRET_OF_DESCRIPTION: Final = "UserPoolClient.ClientSecret"
_LISTENER_ACTIONS: Final = {
    "AWS::ElasticLoadBalancingV2::Listener": "DefaultActions",
    "AWS::ElasticLoadBalancingV2::ListenerRule": "Actions",
}
_ENVIRONMENTS: Final = {
    "AWS::Lambda::Function": ("the environment of a Lambda function", ("Environment", "Variables")),
    "AWS::Serverless::Function": ("the environment of a Lambda function", ("Environment", "Variables")),
    "AWS::ECS::TaskDefinition": ("the environment of an ECS task", ("ContainerDefinitions", "Environment")),
    "AWS::CodeBuild::Project": ("the environment of a CodeBuild project", ("Environment", "EnvironmentVariables")),
    "AWS::SSM::Parameter": ("an SSM parameter", ("Value",)),
}
"""Where a value can be read by everybody who may look at the resource: in words, and the properties that lead there."""


def secret(subject: Subject, names: Collection[str]) -> Mapping[str, Value]:
    """`Readers` are the places of the template that read the secret of the client, `SignInActions` the load balancer
    actions that sign users in with the client. Each says `Exists`, so that a schema can object to it.
    """
    makers = {"Readers": _readers, "SignInActions": _sign_in_actions}
    return {name: Items(tuple(makers[name](subject)), subject.origin) for name in names}


def _readers(subject: Subject) -> Iterator[Value]:
    template = subject.view.template
    client = subject.resource.name
    for path in _secret_readers(template).get(client, ()):
        if subject.view.reaches(path):
            origin = Origin.at(path)
            yield Entries(
                {
                    "Exists": Known(True, origin),
                    "Client": Known(client, origin),
                    "PlainSight": Known(_plain_sight(template, path), origin),
                },
                origin,
            )


@lru_cache(maxsize=1)
def _secret_readers(template: Template) -> dict[str, list[TemplatePath]]:
    """Where the secrets of which resources are read, found in one walk over the template."""
    readers: dict[str, list[TemplatePath]] = {}
    pending: list[tuple[Any, TemplatePath]] = [
        *(
            (resource.declared, resource.path)
            for resource in template.resources.values()
            if resource.name not in template.guessed
        ),
        *((output, ("Outputs", name)) for name, output in template.outputs.items()),
    ]
    while pending:
        written, path = pending.pop()
        if isinstance(written, list):
            pending.extend((item, (*path, index)) for index, item in reversed(list(enumerate(written))))
        elif isinstance(written, dict):
            for name in _secrets_read(written, template):
                readers.setdefault(name, []).append(path)
            pending.extend((value, (*path, key)) for key, value in reversed(list(written.items())))
    return readers


def _secrets_read(written: Mapping[str, Any], template: Template) -> set[str]:
    """The clients whose secret this very `Fn::GetAtt` or `Fn::Sub` reads."""
    clients: set[str] = set()
    for attribute in _attributes_read(written):
        name, _, attribute_name = attribute.partition(".")
        if attribute_name == _SECRET:
            clients.add(name)
        elif attribute_name == _SECRET_OF_DESCRIPTION:
            description = template.resources.get(name)
            if description is not None and description.type == DESCRIBES_CLIENT:
                clients.update(references(description.properties))
    return clients


def _attributes_read(written: Mapping[str, Any]) -> Iterator[str]:
    argument = written.get("Fn::GetAtt")
    if isinstance(argument, str):
        yield argument
    elif isinstance(argument, list) and all(isinstance(part, str) for part in argument):
        yield ".".join(argument)
    text, variables = written.get("Fn::Sub"), {}
    if isinstance(text, list) and len(text) == 2 and isinstance(text[1], dict):
        text, variables = text
    if isinstance(text, str):
        yield from (name for name in _VARIABLE_IN_SUB.findall(text) if name not in variables)


def _plain_sight(template: Template, path: TemplatePath) -> str:
    """The place in words if everybody can look at it there, else ""."""
    if path[0] == "Outputs":
        return "an output" if path[2:3] == ("Value",) else ""
    words, keys = _ENVIRONMENTS.get(template.resources[str(path[1])].type, ("", ()))
    names = tuple(key for key in path[2:] if key != "Fn::If" and not isinstance(key, int))
    return words if keys and names[: len(keys) + 1] == ("Properties", *keys) else ""


def _sign_in_actions(subject: Subject) -> Iterator[Value]:
    client = subject.resource.name
    client_ids = (Text((Hole("Ref", client),)), Text((Hole("Fn::GetAtt", f"{client}.ClientId"),)))
    for resource_type, actions_key in _LISTENER_ACTIONS.items():
        for resource in subject.view.template.resources_of(resource_type):
            if resource.name in subject.view.template.guessed or client not in references(resource.declared):
                continue
            actions = Subject(resource, subject.view).property(actions_key)
            for action in actions.values if isinstance(actions, Items) else ():
                if not isinstance(action, Entries) or known_text(action.values.get("Type")) != "authenticate-cognito":
                    continue
                config = action.values.get("AuthenticateCognitoConfig")
                used = config.values.get("UserPoolClientId") if isinstance(config, Entries) else None
                if text_of(used) in client_ids and subject.view.exists(resource.condition):
                    facts = {"Exists": Known(True, action.origin), "Client": Known(client, action.origin)}
                    yield Entries(facts, action.origin)
