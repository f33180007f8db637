"""Turns a template into findings. It knows no host; `docs/architecture.md` follows a template through it.

The packages stand in the order of the data, and each imports only what stands above it: values, template, resolve,
scenarios, facts, judge (values only), report, hosts.
"""
