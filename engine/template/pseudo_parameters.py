"""The parameters that every template has."""

from __future__ import annotations

from typing import Final

REGION: Final = "AWS::Region"
PARTITION: Final = "AWS::Partition"
URL_SUFFIX: Final = "AWS::URLSuffix"
NO_VALUE: Final = "AWS::NoValue"

PARTITIONS: Final = {
    "cn-": ("aws-cn", "amazonaws.com.cn"),
    "us-gov-": ("aws-us-gov", "amazonaws.com"),
    "us-iso-": ("aws-iso", "c2s.ic.gov"),
    "us-isob-": ("aws-iso-b", "sc2s.sgov.gov"),
    "us-isof-": ("aws-iso-f", "csp.hci.ic.gov"),
    "eu-isoe-": ("aws-iso-e", "cloud.adc-e.uk"),
    "eusc-": ("aws-eusc", "amazonaws.eu"),
}
"""AWS::Partition and AWS::URLSuffix by how the names of regions begin; any others are of `aws` and `amazonaws.com`."""

DECIDED_BY: Final = {PARTITION: REGION, URL_SUFFIX: REGION}
"""Pseudo parameters whose value follows from that of another."""


def of_region(name: str, region: str) -> str:
    """What AWS::Region, AWS::Partition or AWS::URLSuffix is in a region."""
    if name == REGION:
        return region
    partition = next((names for prefix, names in PARTITIONS.items() if region.startswith(prefix)), None)
    return (partition or ("aws", "amazonaws.com"))[0 if name == PARTITION else 1]
