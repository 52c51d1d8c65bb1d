package org.cadreledger.catalogue.drafting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cadreledger.facts.Streams;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.springframework.stereotype.Component;

/** Reads on in the log from where it was: once from the beginning, then only what is new. Publications for all are rare. */
@Component
class CountiesOfTheLog implements KnownCounties {
    private static final int BATCH = 1_000;
    private static final String PREFIX = Streams.jurisdiction("");

    private final CommitLog log;
    private final Set<String> known = new TreeSet<>();
    private long position;

    CountiesOfTheLog(CommitLog log) {
        this.log = log;
    }

    @Override
    public synchronized Set<String> known() {
        List<Commit> batch = log.commits(position, BATCH);
        while (!batch.isEmpty()) {
            for (Commit commit : batch) {
                commit.events().stream()
                        .map(event -> event.stream())
                        .filter(stream -> stream.startsWith(PREFIX))
                        .forEach(stream -> known.add(stream.substring(PREFIX.length())));
            }
            position = batch.getLast().position();
            batch = log.commits(position, BATCH);
        }
        return Set.copyOf(known);
    }
}
