package org.cadreledger.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A proxy on loopback before one port. It passes everything on until it is given a {@link Trouble}. */
final class Wire implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private volatile Trouble trouble;

    enum Way {
        REQUEST,
        REPLY
    }

    /** What happens to the next chunks that go that way. Safe for all threads. */
    static final class Trouble {
        private final Way way;
        private final Random random;
        private final AtomicInteger cuts;
        private final long heldUntil;
        private final AtomicInteger met = new AtomicInteger();
        private boolean atInserts;

        private Trouble(Way way, Random random, int cuts, long heldUntil) {
            this.way = way;
            this.random = random;
            this.cuts = new AtomicInteger(cuts);
            this.heldUntil = heldUntil;
        }

        /** The next {@code cuts} chunks break off after some of their bytes, and their connections are reset. */
        static Trouble cutting(Way way, Random random, int cuts) {
            return new Trouble(way, random, cuts, System.nanoTime());
        }

        /** The next {@code cuts} answers to inserts of commits break off. */
        static Trouble cuttingInserts(Random random, int cuts) {
            Trouble trouble = cutting(Way.REPLY, random, cuts);
            trouble.atInserts = true;
            return trouble;
        }

        /** Everything is held back for so long; then {@code cuts} of the held chunks break off. */
        static Trouble holding(Way way, Random random, long millis, int cuts) {
            return new Trouble(way, random, cuts, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
        }

        /** Connections that were cut so far. */
        int met() {
            return met.get();
        }

        boolean isOver() {
            return cuts.get() <= 0;
        }

        private boolean concerns(Way passing, Link link) {
            return way == passing && (!atInserts || link.inserting);
        }

        private int passing(int bytes) {
            long held = heldUntil - System.nanoTime();
            if (held > 0) {
                LockSupport.parkNanos(held);
            }
            if (cuts.getAndDecrement() <= 0) {
                return bytes;
            }
            met.incrementAndGet();
            return random.nextInt(bytes);
        }
    }

    Wire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("wire-" + target).start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void trouble(Trouble next) {
        trouble = next;
    }

    void heal() {
        trouble = null;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** What is known of a connection. */
    private static final class Link {
        private static final int HEAD = 300;

        /** Its last request was to insert commits. */
        private volatile boolean inserting;

        void requested(byte[] chunk, int bytes) {
            String head = new String(chunk, 0, Math.min(bytes, HEAD), StandardCharsets.ISO_8859_1);
            inserting = head.contains("insert") && head.contains("commits");
        }
    }

    private void connect(Socket near) {
        Link link = new Link();
        Socket far = new Socket();
        try {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            reset(near, far);
            return;
        }
        Thread.ofVirtual().start(() -> pump(near, far, Way.REQUEST, link));
        pump(far, near, Way.REPLY, link);
    }

    private void pump(Socket from, Socket to, Way way, Link link) {
        byte[] chunk = new byte[CHUNK];
        try {
            while (true) {
                int bytes = from.getInputStream().read(chunk);
                if (bytes < 0) {
                    to.shutdownOutput();
                    return;
                }
                if (way == Way.REQUEST) {
                    link.requested(chunk, bytes);
                }
                Trouble now = trouble;
                int passing = now == null || !now.concerns(way, link) ? bytes : now.passing(bytes);
                to.getOutputStream().write(chunk, 0, passing);
                if (passing < bytes) {
                    reset(from, to);
                    return;
                }
            }
        } catch (IOException e) {
            reset(from, to);
        }
    }

    private static void reset(Socket... ends) {
        for (Socket end : ends) {
            try (end) {
                if (!end.isClosed()) {
                    end.setSoLinger(true, 0); // RST instead of FIN
                }
            } catch (IOException e) {
                // it is gone already, which was the purpose
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
