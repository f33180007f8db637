"""The document of a resource in one scenario: what Cognito would receive, and what the template tells about it."""
