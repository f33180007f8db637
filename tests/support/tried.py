"""Fixes for constructs, to be tried in an app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aws_cdk.aws_cognito import (
    CfnUserPool,
)
from cdk_clients import (
    plain,
    plain_sign_in,
    user_pool,
    web,
)
from stacks import Build, Findings, rules


@dataclass(frozen=True)
class Tried:
    """A mistake in an app, words of the fix for it, and the app in which somebody has done what these words say."""

    rule: str
    words: str
    mistake: Build
    fixed: Build

    @property
    def name(self) -> str:
        return f"{self.rule} {self.words}"

    @property
    def builds(self) -> dict[str, Build]:
        return {f"{self.name}, wrong": self.mistake, f"{self.name}, fixed": self.fixed}

    def check(self, findings: Findings) -> None:
        before, after = map(findings, self.builds)
        assert any(finding.rule == self.rule and self.words in finding.message for finding in before), [
            finding.message for finding in before
        ]
        assert rules(after) <= rules(before) - {self.rule}


def by_construct(rule: str, words: str, mistake: dict[str, Any], fixed: dict[str, Any]) -> Tried:
    """A change of the properties of a UserPoolClient."""
    return Tried(
        rule, words, lambda stack: web(user_pool(stack), **mistake), lambda stack: web(user_pool(stack), **fixed)
    )


def by_class(rule: str, words: str, mistake: dict[str, Any], fixed: dict[str, Any]) -> Tried:
    """A change of the properties of a CfnUserPoolClient."""
    return Tried(rule, words, lambda stack: plain(stack, **mistake), lambda stack: plain(stack, **fixed))


def by_class_with_oauth(rule: str, words: str, mistake: dict[str, Any], fixed: dict[str, Any]) -> Tried:
    return Tried(
        rule, words, lambda stack: plain_sign_in(stack, **mistake), lambda stack: plain_sign_in(stack, **fixed)
    )


def of_pool(rule: str, words: str, mistake: dict[str, Any], fixed: dict[str, Any]) -> Tried:
    """A change of the properties of a CfnUserPool."""
    return Tried(
        rule,
        words,
        lambda stack: CfnUserPool(stack, "Pool", **mistake),
        lambda stack: CfnUserPool(stack, "Pool", **fixed),
    )
