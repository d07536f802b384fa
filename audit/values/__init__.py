"""The value of figures, dates and titles, whatever their spelling; below the stages."""
