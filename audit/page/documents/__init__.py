"""Sources that are files of other programs: office documents, mails, saved pages."""
