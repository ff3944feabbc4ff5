package io.nacre.codec.image;

/** How a sender turns a value into a symbol. Thread-safe. */
@FunctionalInterface
interface SymbolRule {
    /**
     * The symbol of a latent.
     *
     * @param residual latent less its mean
     * @param channel of the latent
     * @param row corrected table row
     */
    int symbol(float residual, int channel, int row);
}
