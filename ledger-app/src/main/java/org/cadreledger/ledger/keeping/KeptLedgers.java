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
    private static final String LEDGER = "ledger:";

    private final FreshFolds folds;
    private final StreamFolds streams;

    KeptLedgers(FreshFolds folds, StreamFolds streams) {
        this.folds = folds;
        this.streams = streams;
    }

    @Override
    public Optional<Kept> find(String stream) {
        if (!stream.startsWith(LEDGER)) {
            return Optional.empty();
        }
        String cadreId = stream.substring(LEDGER.length(), stream.lastIndexOf(':'));
        FreshFolds.Kept kept = folds.kept(cadreId, Streams.yearOf(stream));
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
