"""What is printed: functions from the store to blocks, and blocks to paper."""
