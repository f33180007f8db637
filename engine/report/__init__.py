"""From the violations in documents to findings in words."""
