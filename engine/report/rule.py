"""What every rule is: an ID, a schema of what is legal, and words for what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import ModuleType
from typing import Any, ClassVar, NamedTuple

from cfn_lint_cognito.engine.facts.document import Document
from cfn_lint_cognito.engine.facts.names import APP_CLIENT, USER_POOL
from cfn_lint_cognito.engine.report.constructs import (
    Kind,
    attribute,
    filled,
    function,
    kind_of,
    new_resource,
    property_names,
    spelled,
)
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import Evidence
from cfn_lint_cognito.engine.report.words import shortened
from cfn_lint_cognito.engine.schemas import load_schema
from cfn_lint_cognito.engine.validation.keywords import Schema, Validator, Violation
from cfn_lint_cognito.engine.validation.rule_schema import RuleSchema
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class Diagnostic(NamedTuple):
    """One value of one scenario that the schema of a rule rejects.

    `path` leads to it in the document; `keyword` and `expected` say what the schema asked for; `options` are those of the rule.
    Of long texts it gives the beginning and the end, as messages show them; with `is_exact` it gives all, as edits need them.

    Wording counts: a message that gets one more fact of the document is made once for each scenario that this fact depends
    on, and a finding whose words differ is another finding.
    """

    document: Document
    path: DocumentPath
    keyword: str
    expected: Any
    options: Mapping[str, Any]
    is_exact: bool = False

    @property
    def value(self) -> Any:
        return self._shown(self.document.get(self.path))

    def get(self, *path: str | int) -> Any:
        """Another part of the document, e.g. `diagnostic.get("Lifetimes", "AccessToken", "Unit")`; None where it is absent."""
        return self._shown(self.document.get(path))

    def known(self, *path: str | int) -> Any:
        """Another part of the document; None where it is absent or unknown. A list may still hold unknown items."""
        return self._shown(self.document.known(path))

    def _shown(self, data: Any) -> Any:
        return data if self.is_exact else shortened(data)

    @property
    def is_made_by_cdk(self) -> bool:
        """Whether the CDK wrote the template, so that the change belongs in constructs."""
        return self.document.is_made_by_cdk

    def display_name(self, *path: str | int) -> str:
        """What whoever wrote the template calls the resource that a part of the document names: its logical ID, or in the CDK
        the path of its construct.
        """
        return self.document.display_name(self.get(*path))

    @property
    def kind(self) -> Kind:
        """What made the resource, which decides how a fix is said."""
        return kind_of(self.document.resource)

    def is_foreign(self, resource: str) -> bool:
        """Whether another stack declares a resource."""
        return self.document.is_foreign(resource)

    def kind_of(self, resource: str) -> Kind:
        """What made another resource, by its logical ID."""
        return kind_of(self.document.declaration(resource))

    def name(self, name: str, of: str | None = None, resource_type: str = "") -> str:
        """What whoever made a resource calls one of its properties, for a fix. `of` is the logical ID of the resource to change
        where that is another one than the rule is about; `resource_type` is its type where it is still to be made.
        """
        return self.names([name], of=of, resource_type=resource_type)

    def names(
        self, names: Iterable[str], conjunction: str = "and", of: str | None = None, resource_type: str = ""
    ) -> str:
        """The same for several properties of one resource."""
        of_type, kind = self._made(of, resource_type)
        return property_names(names, of_type, kind, self.document.app_language, conjunction)

    def name_in_pool(self, name: str) -> str:
        """The same for a property of the user pool, which may be of another kind than its client, or made elsewhere."""
        pool = self.get("Pool", "Resource")
        if pool:
            return self.name(name, pool)
        kind = Kind.UNKNOWN if self.is_made_by_cdk else Kind.TEMPLATE
        return property_names([name], USER_POOL, kind, self.document.app_language)

    def attribute(self, name: str, of: str | None = None, resource_type: str = "") -> str:
        """What returns an attribute of a resource, or its "Ref"."""
        of_type, kind = self._made(of, resource_type)
        return attribute(name, of_type, kind, self.document.app_language)

    def function(self, name: str) -> str:
        """`Fn::If`, or what the CDK has for it."""
        return function(name, self.kind, self.document.app_language)

    def awaiting(self, resource: str) -> str:
        """How the resource of the rule can be made to wait for another one, as the beginning of a sentence."""
        if self.kind is Kind.TEMPLATE:
            return f"add DependsOn: {resource}"
        return (
            f"let this resource wait for {self.document.display_name(resource)} by {self.spelled('node.addDependency')}"
        )

    def spelled(self, *names: str) -> str:
        """Names of the CDK's library as TypeScript spells them, in the language of the app."""
        return spelled(names, self.document.app_language)

    def new(self, resource_type: str, class_name: str = "") -> str:
        """A resource to be added, with its article, as whoever made the resource of the rule would make it. `class_name` is the
        construct where the type has several.
        """
        return new_resource(resource_type, self.kind, class_name)

    def _made(self, of: str | None, resource_type: str) -> tuple[str, Kind]:
        """The type of a resource that a fix is about, and what made it."""
        if of is None:
            return resource_type or self.document.resource.type, self.kind
        resource = self.document.declaration(of)
        return resource.type, kind_of(resource)

    def filled(self, sentence: str) -> str:
        """A sentence in which names stand in braces, as in `Rule.fix_in_cdk`."""
        return filled(sentence, self.document.resource.type, self.kind, self.document.app_language)

    def source(self, *path: str | int) -> str:
        """Where a value comes from in words ("the Default of parameter Hours"); "" where it stands in the resource."""
        return self.document.origin(path or self.path).source

    def rejected_by(self, rule_path: str) -> list[DocumentPath]:
        """What the schema of another rule rejects in the same document, so that only one of the two speaks of it."""
        return [violation.path for violation in schema_at(rule_path).violations(self.document)]

    def rejected_by_part(self, schema: Schema) -> list[Violation]:
        """What a part of the rule's own schema rejects, one by one. It is for a rule whose schema asks for everything in the only
        alternative of an `anyOf` at its root, so that a resource gets one finding, and whose words name each violation.
        """
        return list(Validator(schema).violations(self.document, self.document))


class Rule:
    """A rule about resources of one type, or of several that say the same.

    A subclass has an `id`, a `shortdesc`, a docstring with the sections of its page, and two texts, `message` and `fix`. Its
    schema in `schemas/` says what is legal; the document it judges, and so the scenarios it counts, are made of what that
    schema names. A rule knows no host: what it tells is a `Finding`.
    """

    id: ClassVar[str] = ""
    shortdesc: ClassVar[str] = ""
    resource_types: ClassVar[tuple[str, ...]] = (APP_CLIENT,)
    evidence: ClassVar[tuple[Evidence, ...]] = ()
    """What shows that AWS does what a finding claims: one entry for each claim, the main one first."""
    options: ClassVar[Mapping[str, bool]] = {}
    """The switches of the rule that a project can set, with their defaults."""
    fix_in_cdk: ClassVar[str] = ""
    """What to change where the CDK made the resource, if constructs ask for other words: a sentence, which the page says, too.
    `{CallbackURLs}` stands for what constructs call that property, `{node.addDependency}` for a name of TypeScript.
    """
    anchor_paths: ClassVar[tuple[DocumentPath, ...]] = ()
    """What to point at instead of the rejected value: the first of these parts of the document that is present."""
    report_at_use: ClassVar[bool] = False
    """Point into the resource even where the value comes from a parameter or mapping: what fixes it belongs there."""

    uncovers: ClassVar[tuple[str, ...]] = ()
    """The rules that may speak once the edits are made, of mistakes that were there before: a provider under a wrong name is none
    that others ask about.
    """

    def message(self, diagnostic: Diagnostic) -> str:
        """What is wrong, for somebody whose build just broke: the value, what is accepted, what AWS answers."""
        raise NotImplementedError

    def fix(self, diagnostic: Diagnostic) -> str:
        """What to change. A sentence; it must not lead to the next finding."""
        raise NotImplementedError

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        """What to change where the CDK made the resource, if a fix with the names that a diagnostic gives is not enough: constructs
        have no DependsOn, and no functions.
        """
        return diagnostic.filled(self.fix_in_cdk) if self.fix_in_cdk else self.fix(diagnostic)

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        """What to change, as data, where that is one thing and certain; None where somebody has to decide or to know more.

        It may not ask the document for more than the texts did, and is called when all scenarios are judged, with a diagnostic
        that `is_exact`.
        """
        return None

    def applies(self, diagnostic: Diagnostic) -> bool:
        """Whether a fault is to be reported, for what a schema cannot say."""
        return True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        """The part of the document whose line is to be changed."""
        return next((path for path in self.anchor_paths if diagnostic.get(*path) is not None), diagnostic.path)

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        """The schema of the rule, for words that name what it accepts."""
        return load_schema(rule_path_of(type(self)))


class AppClientRule(Rule):
    """A rule about app clients (`AWS::Cognito::UserPoolClient`)."""


@cache
def schema_at(rule_path: str) -> RuleSchema:
    """The schema of the rule at a place."""
    return RuleSchema(load_schema(rule_path))


def rule_path_of(rule: type[Rule]) -> str:
    """`token_lifetimes/e9511_access_token_lifetime`: where the files of a rule lie below rules/, schemas/, fixtures/ and
    docs/rules/.
    """
    return "/".join(rule.__module__.split(".")[-2:])


def what_it_checks(rule: type[Rule]) -> str:
    """The first section of a rule's docstring, as one line."""
    text = rule.__doc__ or rule.shortdesc
    return " ".join(text.partition("\n\n")[0].split())


def rules_in(module: ModuleType) -> list[type[Rule]]:
    """The rule classes that a module defines."""
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__ and value.id
    ]
