"""wirebrief: news articles in, digests out, every claim with its evidence."""
