package org.cadreledger.chaos;

import java.util.Random;

/** What can happen. */
enum Kind {
    KILL_NODES("kill nodes", Where.BOTH, ProcessFaults::killNodes),
    KILL_FERRETDB("kill FerretDB", Where.FERRETDB, ProcessFaults::killFerretDb),
    KILL_POSTGRESQL("kill PostgreSQL", Where.FERRETDB, ProcessFaults::killPostgreSql),
    KILL_BACKEND("kill backend", Where.FERRETDB, ProcessFaults::killBackend),
    PAUSE_NODE("pause node", Where.BOTH, ProcessFaults::pauseNode),
    PAUSE_OWNER("pause owner", Where.FERRETDB, ProcessFaults::pauseOwner),
    PAUSE_FERRETDB("pause FerretDB", Where.FERRETDB, ProcessFaults::pauseFerretDb),
    PAUSE_POSTGRESQL("pause PostgreSQL", Where.FERRETDB, ProcessFaults::pausePostgreSql),
    CUT_REPLIES("cut replies", Where.FERRETDB, WireFaults::cutReplies),
    CUT_COMMITS("cut commits", Where.FERRETDB, WireFaults::cutCommits),
    CUT_REQUESTS("cut requests", Where.FERRETDB, WireFaults::cutRequests),
    STALL("stall", Where.FERRETDB, WireFaults::stall),
    LOSE_ANSWERS("lose answers", Where.BOTH, WireFaults::loseAnswers),
    DISK_FULL("disk full", Where.FERRETDB, DiskFaults::underPostgreSql),
    DISK_FULL_EMBEDDED("disk full", Where.EMBEDDED, DiskFaults::underEmbedded),
    CLOCK_FORWARD("clock forward", Where.BOTH, ClockFaults::forward),
    CLOCK_BACK("clock back", Where.BOTH, ClockFaults::back),
    CLOCK_FAR_BACK("clock far back", Where.BOTH, ClockFaults::farBack);

    private final String title;
    private final Where where;
    private final Strike strike;

    private enum Where {
        FERRETDB,
        EMBEDDED,
        BOTH
    }

    /** Breaks something and mends it again. */
    interface Strike {
        /** @return what was done, for the report */
        String at(Site site, Random random) throws Exception;
    }

    Kind(String title, Where where, Strike strike) {
        this.title = title;
        this.where = where;
        this.strike = strike;
    }

    String title() {
        return title;
    }

    boolean isFor(boolean ferretdb) {
        return where == Where.BOTH || (where == Where.FERRETDB) == ferretdb;
    }

    boolean needsClock() {
        return this == CLOCK_FORWARD || this == CLOCK_BACK || this == CLOCK_FAR_BACK;
    }

    boolean needsSmallDisk() {
        return this == DISK_FULL_EMBEDDED;
    }

    Strike strike() {
        return strike;
    }
}
