package org.cadreledger.chaos;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends one write after the other. One that is not answered is sent again, with the same key, to the next node, until it is
 * answered. A thread of its own.
 */
final class Clerk {
    private static final long THINK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Http http;
    private final Journal journal;
    private final List<Integer> ports;
    private final int favourite;
    private final ReadWriteLock gate;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    /**
     * @param ports where the nodes are reached
     * @param favourite index of the node that is asked first
     * @param gate held for writing, no call is under way
     */
    Clerk(Http http, Journal journal, List<Integer> ports, int favourite, ReadWriteLock gate) {
        this.http = http;
        this.journal = journal;
        this.ports = ports;
        this.favourite = favourite;
        this.gate = gate;
    }

    void start(Books books) {
        thread = Thread.ofPlatform().daemon().name("clerk").start(() -> {
            while (!stopped) {
                send(books.next());
                LockSupport.parkNanos(THINK_NANOS);
            }
        });
    }

    /** Waits until it sends nothing more. What it has not been answered stays so. */
    void stop() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.join();
        }
    }

    /** Returns when it is answered; a refusal is a violation, for all calls can be done. */
    private void send(Call call) {
        int attempts = 0;
        while (!stopped) {
            int port = ports.get((favourite + attempts) % ports.size());
            attempts++;
            gate.readLock().lock();
            try {
                if (attempt(http, journal, port, call, attempts)) {
                    return;
                }
            } finally {
                gate.readLock().unlock();
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    /** @return whether it has its answer */
    static boolean attempt(Http http, Journal journal, int port, Call call, int attempts) {
        journal.sends(call);
        try {
            Http.Answer answer = http.send(port, call);
            if (answer.isDone()) {
                journal.acknowledged(call, answer, attempts);
                return true;
            }
            if (!answer.isUnknown()) {
                journal.violation(call.k() + " was answered at attempt " + attempts + " with " + answer);
                return answer.status() < Http.SERVER_ERROR;
            }
        } catch (IOException e) {
            // no whole answer: as unknown as a 503
        } finally {
            journal.landed(call);
        }
        journal.outcomeUnknown();
        return false;
    }
}
