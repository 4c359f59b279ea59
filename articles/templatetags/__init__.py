"""What templates need to say dates, places and certainty in words."""
