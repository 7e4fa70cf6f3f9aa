"""Many documents from files to Parquet, in several processes: what is written stays, what is left is done next time."""
