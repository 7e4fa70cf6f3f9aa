"""The doors of claimx: the command line. Nothing else imports them."""
