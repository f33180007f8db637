"""What an ARN surely names."""

from __future__ import annotations

from cfn_lint_cognito.engine.template.pseudo_parameters import PARTITIONS
from cfn_lint_cognito.engine.values.text import Text


def region_of_arn(arn: Text | None, service: str) -> str | None:
    """The region that the ARN of something of a service surely names; None where it names none, and outside of the partition
    `aws`.
    """
    match [] if arn is None else [field.known for field in arn.split(":")]:
        case ["arn", "aws", of_service, str(region), _, _, *_] if of_service == service and region:
            return None if region.startswith(tuple(PARTITIONS)) else region
    return None
