"""The document of a resource in one deployment: what Cognito would receive, and what the template tells about it."""
