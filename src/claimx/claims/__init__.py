"""What is claimed, by whom, how firmly: operators → attribution → factuality and selection."""
