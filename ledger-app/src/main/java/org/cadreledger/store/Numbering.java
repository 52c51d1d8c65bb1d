package org.cadreledger.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes commits that follow the end of the log: number, time and hash. Numbers for one thread; what it tells, for all. */
final class Numbering {

    private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);

    /** A clock further behind the log than this is wrong, and so would be every time it gave. */
    static final Duration MAX_CLOCK_LAG = Duration.ofMinutes(5);

    private final Clock clock;
    private volatile boolean clockBehind;

    Numbering(Clock clock) {
        this.clock = clock;
    }

    /** Whether the clock was too far behind when commits were last to be numbered. */
    boolean clockBehind() {
        return clockBehind;
    }

    /** Whether this node's clock is too far behind that end of the log. */
    boolean isBehind(Tail end) {
        return clock.instant().isBefore(end.at().minus(MAX_CLOCK_LAG));
    }

    /** @throws ClockBehind when the clock is too far behind that end of the log */
    List<Commit> number(List<PreparedCommit> pending, Tail end) {
        Tail last = end;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        clockBehind = isBehind(last);
        if (clockBehind) {
            LOG.error("this clock says {}, the log's last commit is of {}", now, last.at());
            throw new ClockBehind("the clock, " + now + ", is too far behind the log, " + last.at());
        }
        List<Commit> numbered = new ArrayList<>(pending.size());
        for (PreparedCommit commit : pending) {
            Instant at = now.isAfter(last.at()) ? now : last.at();
            Commit next = commit.numbered(last.position() + 1, at, last.hash());
            numbered.add(next);
            last = Tail.of(next);
        }
        return numbered;
    }
}
