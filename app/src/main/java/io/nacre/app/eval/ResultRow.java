package io.nacre.app.eval;

/** A result and what it was made from. */
record ResultRow(ResultKey key, ItemResult result) {}
