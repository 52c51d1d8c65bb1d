package org.cadreledger.chaos;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The wall clock of one node jumps, and is set right again. */
final class ClockFaults {
    private static final int FEW_MILLIS = 30_000;
    /** Numbering.MAX_CLOCK_LAG, and what commits may be ahead after an earlier jump forward. */
    private static final long TOO_FAR_MILLIS = TimeUnit.MINUTES.toMillis(6);

    private static final int SPREAD_MILLIS = 3_600_000;
    private static final int LONGEST_MILLIS = 2_500;
    private static final long PATIENCE_MILLIS = 20_000;
    private static final String BEHIND = "ledger_store_clock_behind";

    private ClockFaults() {}

    static String forward(Site site, Random random) throws Exception {
        return jump(site, random, 1 + random.nextInt(FEW_MILLIS));
    }

    static String back(Site site, Random random) throws Exception {
        return jump(site, random, -1 - random.nextInt(FEW_MILLIS));
    }

    private static Node any(Site site, Random random) {
        return site.nodes().get(random.nextInt(site.nodes().size()));
    }

    private static String jump(Site site, Random random, long millis) throws IOException {
        Node node = any(site, random);
        long held = random.nextInt(LONGEST_MILLIS);
        node.moveClock(millis);
        Waits.millis(held);
        node.moveClock(0);
        return node.name() + " by " + millis + " ms for " + held + " ms";
    }

    /** More than five minutes behind the log a node must not write, and must say so. */
    static String farBack(Site site, Random random) throws Exception {
        Node node = any(site, random);
        long millis = TOO_FAR_MILLIS + random.nextInt(SPREAD_MILLIS);
        int written = 0;
        long alarmed;
        node.moveClock(-millis);
        try {
            // what was on its way when the clock jumped may still be written
            alarmed = Waits.until(PATIENCE_MILLIS, () -> isRefused(site, node) && site.metric(node, BEHIND) == 1);
            written += isRefused(site, node) ? 0 : 1;
        } finally {
            node.moveClock(0);
        }
        if (alarmed < 0) {
            site.journal().violation(node.name() + " gave no alert with its clock " + millis + " ms behind");
        } else if (written > 0) {
            site.journal().violation(node.name() + " wrote with its clock " + millis + " ms behind");
        }
        return node.name() + " by -" + millis + " ms, writes refused and alert after " + alarmed + " ms";
    }

    private static boolean isRefused(Site site, Node node) {
        return !Clerk.attempt(site.http(), site.journal(), node.door().port(), site.probe(node), 1);
    }
}
