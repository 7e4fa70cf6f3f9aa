"""The command line: one file a command. Data goes to stdout, talk to stderr."""
