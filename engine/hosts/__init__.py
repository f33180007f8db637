"""What brings templates and shows findings. Only these modules import other tools."""
