"""Sources that are files of other programs: office documents, mails, pages as browsers save them."""
