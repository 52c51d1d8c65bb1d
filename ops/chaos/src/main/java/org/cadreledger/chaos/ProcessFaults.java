package org.cadreledger.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Processes are killed (SIGKILL) and started again, or stopped (SIGSTOP) and woken. */
final class ProcessFaults {
    private static final int LONGEST_DOWN_MILLIS = 1_500;
    private static final int SHORTEST_PAUSE_MILLIS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 3_500;
    /** Takeover fits 10 s, but after a jump of the owner's clock it takes as much longer (decision 0010). */
    private static final long TAKEOVER_MILLIS = 45_000;

    private ProcessFaults() {}

    /** One, some or all, in any order. */
    static String killNodes(Site site, Random random) throws Exception {
        List<Node> victims = new ArrayList<>(site.nodes());
        Collections.shuffle(victims, random);
        // mostly one; sometimes more
        int number = random.nextInt(3) < 2 ? 1 : 1 + random.nextInt(victims.size());
        victims = victims.subList(0, number);
        for (Node victim : victims) {
            victim.kill();
        }
        long down = random.nextInt(LONGEST_DOWN_MILLIS);
        Waits.millis(down);
        for (Node victim : victims) {
            victim.start();
        }
        return victims.stream().map(Node::name).collect(Collectors.joining(", ")) + " down " + down + " ms";
    }

    static String killFerretDb(Site site, Random random) throws Exception {
        return killed(site, List.of(site.ferret().ferretdb()), random);
    }

    static String killPostgreSql(Site site, Random random) throws Exception {
        return killed(site, List.of(site.ferret().postmaster()), random);
    }

    private static String killed(Site site, List<Long> pids, Random random) throws Exception {
        Processes.signal("KILL", pids);
        long down = random.nextInt(LONGEST_DOWN_MILLIS);
        Waits.millis(down);
        site.ferret().revive();
        return "down " + down + " ms and until it ran again";
    }

    /** PostgreSQL then ends all others and recovers by itself. */
    static String killBackend(Site site, Random random) throws Exception {
        List<Long> backends = Ferret.backends(site.ferret().postmaster()).toList();
        Processes.signal("KILL", List.of(backends.get(random.nextInt(backends.size()))));
        return "one of " + backends.size() + " processes of PostgreSQL";
    }

    private static long pause(Random random) {
        return SHORTEST_PAUSE_MILLIS + random.nextInt(LONGEST_PAUSE_MILLIS - SHORTEST_PAUSE_MILLIS);
    }

    static String pauseNode(Site site, Random random) throws Exception {
        Node node = site.nodes().get(random.nextInt(site.nodes().size()));
        long millis = pause(random);
        node.pause();
        Waits.millis(millis);
        node.goOn();
        return node.name() + " for " + millis + " ms";
    }

    /** It wakes when others have its segments, with a batch in its hands that they have done meanwhile. */
    static String pauseOwner(Site site, Random random) throws Exception {
        List<Node> owners = site.nodes().stream()
                .filter(node -> site.database().owners().contains(node.name()))
                .toList();
        if (owners.isEmpty()) {
            return "nobody owned a segment";
        }
        Node node = owners.get(random.nextInt(owners.size()));
        long owned =
                site.database().owners().stream().filter(node.name()::equals).count();
        node.pause();
        long took;
        try {
            took = Waits.until(TAKEOVER_MILLIS, () -> !site.database().owners().contains(node.name()));
            Waits.millis(random.nextInt(SHORTEST_PAUSE_MILLIS));
        } finally {
            node.goOn();
        }
        if (took < 0) {
            site.journal().violation("nobody took over from " + node.name() + " within " + TAKEOVER_MILLIS + " ms");
        }
        return node.name() + " with " + owned + " segments, taken over after " + took + " ms";
    }

    static String pauseFerretDb(Site site, Random random) throws Exception {
        return paused(List.of(site.ferret().ferretdb()), random);
    }

    static String pausePostgreSql(Site site, Random random) throws Exception {
        return paused(site.ferret().postgres(), random);
    }

    private static String paused(List<Long> pids, Random random) throws Exception {
        long millis = pause(random);
        Processes.signal("STOP", pids);
        Waits.millis(millis);
        Processes.signal("CONT", pids);
        return "for " + millis + " ms";
    }
}
