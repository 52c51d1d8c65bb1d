package org.cadreledger.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cadreledger.chaos.Wire.Trouble;
import org.cadreledger.chaos.Wire.Way;

/** Connections break (RST) in the middle of what they carry, or stand still. */
final class WireFaults {
    private static final int MOST_CUTS = 40;
    private static final int MOST_LOST_ANSWERS = 12;
    private static final long LONGEST_MILLIS = 3_000;
    private static final int LONGEST_STALL_MILLIS = 4_000;
    private static final int SHORTEST_STALL_MILLIS = 500;

    private WireFaults() {}

    /** Between the program and its database: what was done there is not heard of. */
    static String cutReplies(Site site, Random random) throws Exception {
        return cut(someDatabaseWires(site, random), Way.REPLY, MOST_CUTS, random);
    }

    /** Only what answers the insert of commits. */
    static String cutCommits(Site site, Random random) throws Exception {
        Trouble trouble = Trouble.cuttingInserts(random, 1 + random.nextInt(MOST_CUTS));
        return cut(someDatabaseWires(site, random), trouble);
    }

    static String cutRequests(Site site, Random random) throws Exception {
        return cut(someDatabaseWires(site, random), Way.REQUEST, MOST_CUTS, random);
    }

    /** Between the clients and the program. */
    static String loseAnswers(Site site, Random random) throws Exception {
        int before = site.journal().recognised();
        List<Wire> doors = site.nodes().stream().map(Node::door).toList();
        String done = cut(doors, Way.REPLY, MOST_LOST_ANSWERS, random);
        Waits.until(LONGEST_MILLIS, () -> site.journal().recognised() > before);
        return done + ", repeats recognised " + (site.journal().recognised() - before);
    }

    private static String cut(List<Wire> wires, Way way, int most, Random random) throws Exception {
        return cut(wires, Trouble.cutting(way, random, 1 + random.nextInt(most)));
    }

    private static String cut(List<Wire> wires, Trouble trouble) throws Exception {
        wires.forEach(wire -> wire.trouble(trouble));
        Waits.until(LONGEST_MILLIS, trouble::isOver);
        wires.forEach(Wire::heal);
        return trouble.met() + " cuts on " + wires.size() + " wires";
    }

    /** What was held is let go then, or is lost. */
    static String stall(Site site, Random random) throws Exception {
        List<Wire> wires = someDatabaseWires(site, random);
        long millis = SHORTEST_STALL_MILLIS + random.nextInt(LONGEST_STALL_MILLIS);
        int cuts = random.nextBoolean() ? MOST_CUTS : 0;
        Way way = random.nextBoolean() ? Way.REPLY : Way.REQUEST;
        Trouble trouble = Trouble.holding(way, random, millis, cuts);
        wires.forEach(wire -> wire.trouble(trouble));
        Waits.millis(millis);
        Waits.until(LONGEST_MILLIS, () -> cuts == 0 || trouble.isOver());
        wires.forEach(Wire::heal);
        return way + " of " + wires.size() + " wires held " + millis + " ms, then " + trouble.met() + " cut";
    }

    /** Of one node, or of all. */
    private static List<Wire> someDatabaseWires(Site site, Random random) {
        List<Wire> wires =
                new ArrayList<>(site.nodes().stream().map(Node::database).toList());
        return random.nextBoolean() ? wires : List.of(wires.get(random.nextInt(wires.size())));
    }
}
