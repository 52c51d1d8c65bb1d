package org.cadreledger.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * People at the public board: 2,000 reads a minute, at their own pace whatever the server does (a read that starts late counts
 * from when it was due). Pages and the API in turn; every second read is of somebody who has it already and says so, as a
 * browser does, where the server gave a tag.
 */
final class Readers implements AutoCloseable {
    private static final int A_MINUTE = 2_000;
    private static final int THREADS = 4;
    private static final int BUFFER = 512 * 1024;

    private final InetSocketAddress server;
    private final List<String> paths;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private int unchanged;
    private int wrong;
    private volatile boolean stopped;

    private Readers(InetSocketAddress server, County county) {
        this.server = server;
        String board = "/boards/" + county.quarter() + "?jurisdiction=" + County.CODE;
        this.paths = List.of(board, "/api/v1" + board + "&limit=100");
    }

    static Readers start(InetSocketAddress server, County county) {
        Readers readers = new Readers(server, county);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            readers.threads.add(Thread.ofPlatform().name("reader-" + i).start(() -> readers.read(number)));
        }
        return readers;
    }

    private void read(int number) {
        long pause = TimeUnit.MINUTES.toNanos(1) * THREADS / A_MINUTE;
        long due = System.nanoTime() + pause * number / THREADS;
        byte[] buffer = new byte[BUFFER];
        String[] tags = new String[paths.size()];
        Arrays.fill(tags, "");
        try {
            Socket connection = new Socket(server.getAddress(), server.getPort());
            for (int i = number; !stopped; i++) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() < due) {
                    i--;
                    continue;
                }
                int which = i % paths.size();
                boolean again = i / paths.size() % 2 == 1;
                Answer answer = exchange(connection, paths.get(which), again ? tags[which] : "", buffer);
                tags[which] = answer.header("etag");
                count(answer.status(), System.nanoTime() - due);
                if (answer.closes()) {
                    connection.close();
                    connection = new Socket(server.getAddress(), server.getPort());
                }
                due += pause;
            }
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer exchange(Socket connection, String path, String tag, byte[] buffer) throws IOException {
        String known = tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n";
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n" + known + "\r\n";
        connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Answer answer = new Answer();
        while (true) {
            int read = connection.getInputStream().read(buffer);
            if (read < 0) {
                throw new IOException("the server has closed the connection of a reader");
            }
            if (answer.take(ByteBuffer.wrap(buffer, 0, read))) {
                return answer;
            }
        }
    }

    private synchronized void count(int status, long nanos) {
        times.add(nanos);
        unchanged += status == 304 ? 1 : 0;
        wrong += status != 304 && status != 200 ? 1 : 0;
    }

    /** Stops them. */
    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized boolean wasAnsweredWrongly() {
        return wrong > 0;
    }

    @Override
    public synchronized String toString() {
        long[] sorted = times.stream().mapToLong(each -> each).sorted().toArray();
        if (sorted.length == 0) {
            return "no board was read";
        }
        return String.format(
                Locale.ROOT,
                "boards read %d (%d unchanged, %d wrong) p50 %.1f p99 %.1f max %.0f ms",
                sorted.length,
                unchanged,
                wrong,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
