"""Extract the claims of many documents to Parquet, in several processes; interrupted runs resume."""
