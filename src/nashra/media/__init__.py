"""Pictures, video, galleries, the live channel; blocks that place them."""
