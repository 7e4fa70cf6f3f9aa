"""Applications on top of the library: command line, batch runs, server, evaluation."""
