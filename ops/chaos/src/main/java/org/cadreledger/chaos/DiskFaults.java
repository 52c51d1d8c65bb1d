package org.cadreledger.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;

/** The disk of the data is filled to the last byte, and freed again. */
final class DiskFaults {
    private static final long UNTIL_REFUSED_MILLIS = 12_000;
    private static final long UNTIL_UNREADY_MILLIS = 5_000;
    private static final int LONGEST_FULL_MILLIS = 6_000;
    private static final Duration BY_ITSELF = Duration.ofSeconds(8);

    private DiskFaults() {}

    private interface Disk {
        void fill() throws IOException, InterruptedException;

        void free() throws IOException, InterruptedException;
    }

    private static String full(Site site, Random random, Disk disk) throws Exception {
        int unknown = site.journal().unknown();
        long refused;
        try {
            disk.fill();
            refused = Waits.until(UNTIL_REFUSED_MILLIS, () -> site.journal().unknown() > unknown);
            long unready = Waits.until(
                    UNTIL_UNREADY_MILLIS, () -> site.nodes().stream().anyMatch(node -> !site.isReady(node)));
            if (refused >= 0 && unready < 0) {
                site.journal().violation("writes were refused, and every node said that it takes them");
            }
            Waits.millis(random.nextInt(LONGEST_FULL_MILLIS));
        } finally {
            disk.free();
        }
        return refused < 0
                ? "no write was refused within " + UNTIL_REFUSED_MILLIS + " ms"
                : "first write refused after " + refused + " ms";
    }

    /** PostgreSQL may give up; then it is started again once there is space, as an operator would. */
    static String underPostgreSql(Site site, Random random) throws Exception {
        Ferret ferret = site.ferret();
        String done = full(site, random, new Disk() {
            @Override
            public void fill() throws IOException, InterruptedException {
                ferret.fillDisk();
            }

            @Override
            public void free() throws IOException, InterruptedException {
                ferret.freeDisk();
            }
        });
        String revived = ferret.revive();
        return done + (revived.isEmpty() ? ", PostgreSQL went on" : ", " + revived + " started again");
    }

    /** The embedded database stops when a write fails; then the program is started again, as its log asks for. */
    static String underEmbedded(Site site, Random random) throws Exception {
        Ramdisk disk = Objects.requireNonNull(site.disk());
        Node node = site.nodes().getFirst();
        String done = full(site, random, new Disk() {
            @Override
            public void fill() throws IOException, InterruptedException {
                disk.fill();
            }

            @Override
            public void free() throws IOException {
                disk.free();
            }
        });
        if (site.recovered(node, BY_ITSELF) >= 0) {
            return done + ", went on by itself";
        }
        node.stop();
        node.start();
        return done + ", program started again";
    }
}
