"""The page of negotiations: the year's list, and one negotiation stage by stage."""
