"""What the messages about callback and logout URLs say to change."""

from __future__ import annotations

from fixes.changes import URL_OF_A_LOAD_BALANCER, Path, Template, both, drop, properties_of, serves_a_load_balancer
from fixes.entry import Fix

GOOD_URL = "https://app.acme.dev/fixed"


def name_a_callback_url(template: Template, path: Path) -> None:
    url = URL_OF_A_LOAD_BALANCER if serves_a_load_balancer(template, path) else GOOD_URL
    properties_of(template, path)["CallbackURLs"] = [url]


def replace_the_url(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    old = properties[path[3]][path[4]]
    properties[path[3]][path[4]] = GOOD_URL
    if path[3] == "CallbackURLs" and properties.get("DefaultRedirectURI") == old:
        properties["DefaultRedirectURI"] = GOOD_URL


FIXES: dict[str, Fix] = {
    "E9531": Fix(both(name_a_callback_url, drop("DefaultRedirectURI"))),
    "E9532": Fix(drop("DefaultRedirectURI")),
    "E9533": Fix(replace_the_url),
    "E9534": Fix(replace_the_url),
    "W9535": Fix(replace_the_url),
    "W9536": Fix(replace_the_url),
    "W9537": Fix(replace_the_url),
}
