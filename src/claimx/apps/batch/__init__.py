"""Many documents from files to Parquet, in several processes: what is written stays, the rest is done later."""
