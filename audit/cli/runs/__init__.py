"""What the commands do: plan from options, run, deliver. Imported when a command is run."""
