"""What the reader's templates are given: frozen shapes of plain values, ready to be set. No models, no queries."""
