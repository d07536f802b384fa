"""citeaudit: audits the citations and quotations of a news article."""
