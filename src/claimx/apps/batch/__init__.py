"""Many documents from files to Parquet, in several processes; a run that was cut off goes on."""
