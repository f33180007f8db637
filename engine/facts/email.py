"""What the email settings say, read as a mail program would: the Email section of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from cfn_lint_cognito.engine.facts.arns import region_of_arn
from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.values.value import Entries, Known, Value, below, known_text, text_of, told

_LONGEST: Final = 512
"""An address has at most 320 characters, and the parser takes its time for a text that was made to take it."""
_SOURCE_ARN: Final[Mapping[bool, tuple[str, ...]]] = {
    True: ("EmailConfiguration", "SourceArn"),
    False: ("AccountTakeoverRiskConfiguration", "NotifyConfiguration", "SourceArn"),
}
"""Where the ARN of the SES identity stands: in a user pool, and in its risk configuration."""


def email(seen: SeenResource, name: str) -> Value | None:
    """`FromIsAddress` says whether From can be the sender of an email, `SourceRegion` in which region the SES identity is,
    `PoolRegion` in which one the pool surely is.
    """
    return _FACTS[name](seen)


def _from_is_address(seen: SeenResource) -> Value | None:
    sender = seen.property("EmailConfiguration", "From")
    if sender is None:
        return None
    text = known_text(sender)
    return told(None if text is None else _is_address(text), "From", sender.origin)


def _is_address(text: str) -> bool | None:
    """Whether a text is an email address, alone or as `Name <address>`; None where mail programs would not agree."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not text.isprintable():
        return None
    _, bracket, inner = text.rpartition("<")
    address = inner.removesuffix(">") if bracket and text.endswith(">") else text
    if address.rstrip().endswith("@"):
        return False
    return _is_one_mailbox(address)


def _is_one_mailbox(address: str) -> bool | None:
    from email.errors import MessageError  # Few templates need it, and each run of cfn-lint pays for what is imported.
    from email.policy import default

    try:
        header: Any = default.header_factory("From", address)
    except (AttributeError, IndexError, TypeError, ValueError, RecursionError, MessageError):
        return None  # Some malformed texts are too much for the parser.
    mailboxes = [mailbox for mailbox in header.addresses if mailbox.username and mailbox.domain]
    if not mailboxes:
        return False
    if len(header.addresses) > 1:
        return None
    if header.defects:
        return False if any(map(str.isspace, mailboxes[0].username)) else None
    return True


def _source_region(seen: SeenResource) -> Value | None:
    source = seen.property(*_SOURCE_ARN[seen.resource.type == USER_POOL])
    if source is None:
        return None
    return told(region_of_arn(text_of(source), "ses"), "SourceArn", source.origin)


def _pool_region(seen: SeenResource) -> Value:
    reference = pool_of(seen)
    resource = seen.view.template.resources.get(reference.resource or "")
    if resource is not None:
        region = next(_regions_of_triggers(SeenResource(resource, seen.view)), None)
    else:
        known = None if reference.text is None else reference.text.known
        before, underscore, _ = (known or "").partition("_")
        region = before if before and underscore else None
    return told(region, "region of the pool", seen.origin)


def _regions_of_triggers(pool: SeenResource) -> Iterator[str]:
    """The regions of the functions whose ARNs are written out. A function is always in the region of its pool.

    What is made with AWS::Region tells nothing: that is where cfn-lint is run for, and the pool may be made elsewhere.
    """
    triggers = pool.property("LambdaConfig")
    for trigger in triggers.values.values() if isinstance(triggers, Entries) else ():
        arn = below(trigger, "LambdaArn") if isinstance(trigger, Entries) else trigger
        region = region_of_arn(text_of(arn), "lambda")
        if isinstance(arn, Known) and region is not None and _is_written_out(arn, pool):
            yield region


def _is_written_out(value: Known, seen: SeenResource) -> bool:
    written: Any = seen.view.template.document
    for key in value.origin.path:
        written = written[key]
    return isinstance(written, str)


_FACTS: Final[Mapping[str, Callable[[SeenResource], Value | None]]] = {
    "FromIsAddress": _from_is_address,
    "SourceRegion": _source_region,
    "PoolRegion": _pool_region,
}
