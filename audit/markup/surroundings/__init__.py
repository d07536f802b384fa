"""What stands on a page of few words beside them: offers, walls, lists, what is still to come."""
