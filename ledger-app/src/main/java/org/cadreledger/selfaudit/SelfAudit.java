package org.cadreledger.selfaudit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Refold;
import org.cadreledger.documents.Refold.Difference;
import org.cadreledger.log.Recorded;
import org.cadreledger.read.ReadSide;
import org.cadreledger.store.ChainCheck;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.MalformedCommit;
import org.cadreledger.store.Tail;
import org.cadreledger.store.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass after the other over the whole log, as the database has it: checks the chain, folds a sample of the read side's
 * documents anew, another one each time, and compares them with the stored ones. For one thread.
 */
public final class SelfAudit {
    private static final Logger LOG = LoggerFactory.getLogger(SelfAudit.class);
    private static final int PAGE = 500;
    private static final int SAMPLE = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MISMATCH = "ledger.projection.mismatch";

    private final CommitLog log;
    private final List<ProjectionGroup> groups;
    private final ReadSide readSide;
    private final MeterRegistry meters;
    private final Runnable rest;
    private final Random random = new Random();
    private final AtomicLong verified = new AtomicLong();
    private final Counter faults;

    /** @param rest called after each piece of work; may wait */
    public SelfAudit(
            CommitLog log, List<ProjectionGroup> groups, ReadSide readSide, MeterRegistry meters, Runnable rest) {
        this.log = log;
        this.groups = groups;
        this.readSide = readSide;
        this.meters = meters;
        this.rest = rest;
        meters.gauge("ledger.chain.verified.position", verified);
        this.faults = Counter.builder("ledger.chain.faults")
                .description("passes of the self-audit that met a commit which is not as it was written")
                .register(meters);
        // there at zero, so that an alert can be set on their growth
        groups.forEach(group -> group.foldedNames().forEach(this::mismatches));
    }

    private Counter mismatches(String projection) {
        return Counter.builder(MISMATCH)
                .description("stored documents that are not what the log says")
                .tag("projection", projection)
                .register(meters);
    }

    /**
     * Up to the present end of the log.
     *
     * @return false when anything was found
     */
    public boolean pass() {
        List<Refold> refolds = groups.stream()
                .map(group -> new Refold(group, random.nextInt(), SAMPLE))
                .toList();
        long to = log.tail().position();
        ChainCheck chain = new ChainCheck(Tail.EMPTY);
        while (chain.end().position() < to) {
            if (!takePage(chain, to, refolds)) {
                chainFault(chain.end().position() + 1, to);
                return false;
            }
            verified.accumulateAndGet(chain.end().position(), Math::max);
            rest.run();
        }
        return to == 0 || compare(to, refolds);
    }

    private boolean takePage(ChainCheck chain, long to, List<Refold> refolds) {
        List<Commit> page;
        try {
            long at = chain.end().position();
            page = log.commits(at, (int) Math.min(PAGE, to - at));
        } catch (MalformedCommit e) {
            return false;
        }
        List<Recorded<Object>> events = new ArrayList<>();
        for (Commit commit : page) {
            if (chain.next(commit) != null) {
                return false;
            }
            events.addAll(log.decode(commit));
        }
        refolds.forEach(refold -> refold.take(events));
        return !page.isEmpty();
    }

    /** The verifier says exactly what it is. */
    private void chainFault(long from, long to) {
        Verification found = log.verify(from, to, position -> {});
        Long bad = found.firstBadPosition();
        if (bad != null) {
            verified.set(bad - 1);
            faults.increment();
            LOG.error("the log was changed: commit {} is not as it was written: {}", bad, found.fault());
        }
    }

    private boolean compare(long to, List<Refold> refolds) {
        if (!readSide.await(to, PATIENCE)) {
            LOG.warn("the read side is behind commit {}; its documents are compared another time", to);
            return true;
        }
        long upTo = Recorded.guardAfter(to) - 1;
        boolean same = true;
        for (Refold refold : refolds) {
            for (Difference difference : refold.compare(upTo, this::end, rest)) {
                same = false;
                mismatches(difference.projection()).increment();
                LOG.error(
                        "document {} of {} {}: rebuild the projection",
                        difference.documentId(),
                        difference.projection(),
                        difference.what());
            }
        }
        return same;
    }

    private long end() {
        return Recorded.guardAfter(log.tail().position()) - 1;
    }
}
