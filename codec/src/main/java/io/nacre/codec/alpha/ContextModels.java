package io.nacre.codec.alpha;

import io.nacre.entropy.AdaptiveModel;

/** One adaptive distribution for each context, made when the context first occurs: small planes see few of them. */
final class ContextModels {
    private final AdaptiveModel[] models;
    private final int symbols;

    ContextModels(int contexts, int symbols) {
        models = new AdaptiveModel[contexts];
        this.symbols = symbols;
    }

    AdaptiveModel get(int context) {
        AdaptiveModel model = models[context];
        if (model == null) {
            model = new AdaptiveModel(symbols);
            models[context] = model;
        }
        return model;
    }
}
