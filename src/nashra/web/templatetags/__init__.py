"""Words of the reader's templates."""
