"""What was asked and answered in the window, kept on this machine only."""
