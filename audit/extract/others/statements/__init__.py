"""What is reported without quotation marks, in languages other than English and German."""
