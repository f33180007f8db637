"""Facts about what Cognito may do: the functions that it may call, and the roles that it may assume."""
