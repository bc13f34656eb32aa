"""A story as a `NewsItem`, for whatever goes out."""

_GENRES = {"opinion": "Opinion", "analysis": "Analysis", "feature": "Feature", "explainer": "Background"}
