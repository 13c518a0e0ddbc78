"""The page on which money and goods are given out: batches, their lines, signatures."""
