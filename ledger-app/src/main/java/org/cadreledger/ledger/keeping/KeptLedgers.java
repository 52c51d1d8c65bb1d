package org.cadreledger.ledger.keeping;

import java.util.Optional;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.store.KeptAggregates;
import org.cadreledger.store.StreamFolds;
import org.springframework.stereotype.Component;

/** Cadres' books are folded for every decision as a fact: their aggregates need not be read again. */
@Component
class KeptLedgers implements KeptAggregates {
    private final FreshFolds folds;
    private final StreamFolds streams;

    KeptLedgers(FreshFolds folds, StreamFolds streams) {
        this.folds = folds;
        this.streams = streams;
    }

    @Override
    public Optional<Kept> find(String stream) {
        if (!Streams.isLedger(stream)) {
            return Optional.empty();
        }
        FreshFolds.Kept kept = folds.kept(Streams.cadreOf(stream), Streams.yearOf(stream));
        return kept.sequence() < 0
                ? Optional.empty()
                : Optional.of(new Kept(new CadreLedger(kept.book()), kept.sequence()));
    }

    @Override
    public boolean isEnd(String stream, long next) {
        return streams.isEnd(stream, next);
    }

    @Override
    public void reached(String stream, long next) {
        streams.reached(stream, next);
    }

    @Override
    public void doubt(String stream) {
        streams.doubt(stream);
    }
}
