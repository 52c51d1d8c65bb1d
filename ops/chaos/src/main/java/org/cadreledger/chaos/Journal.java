package org.cadreledger.chaos;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients know: which writes they sent, and what was answered. Safe for all threads. */
final class Journal {
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> stored = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> flying = new ConcurrentHashMap<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger recognised = new AtomicInteger();

    void sends(Call call) {
        sent.add(call.k());
        flying.computeIfAbsent(call.kind(), kind -> new AtomicInteger()).incrementAndGet();
    }

    void landed(Call call) {
        flying.get(call.kind()).decrementAndGet();
    }

    /** Neither done nor refused: it will be sent again. */
    void outcomeUnknown() {
        unknown.incrementAndGet();
    }

    /** @param attempts how many times it was sent, this one included */
    void acknowledged(Call call, Http.Answer answer, int attempts) {
        if (answer.repeated()) {
            recognised.incrementAndGet();
            if (attempts == 1) {
                violation(call.k() + " was sent once and answered as a repeat");
            }
        }
        Long found = stored.get(call.k());
        if (found != null && (!answer.repeated() || found != answer.position())) {
            violation(call.k() + " was in the log at " + found + ", and its repeat was answered with " + answer);
        }
        if (answer.position() <= 0) {
            violation(call.k() + " was answered without a position: " + answer);
        }
        acknowledged.put(call.k(), answer.position());
    }

    /** An unanswered write was found in the log: its next answer must say so. */
    void found(String k, long position) {
        stored.put(k, position);
    }

    void violation(String what) {
        violations.add(what);
    }

    /** Takes what was noted since the last time. */
    Queue<String> takeViolations() {
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        for (String next = violations.poll(); next != null; next = violations.poll()) {
            taken.add(next);
        }
        return taken;
    }

    boolean wasSent(String k) {
        return sent.contains(k);
    }

    /** Positions by k. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    int unknown() {
        return unknown.get();
    }

    /** Repeats that were answered as such. */
    int recognised() {
        return recognised.get();
    }

    boolean isFlying() {
        return flying.values().stream().anyMatch(number -> number.get() > 0);
    }

    /** Numbers of calls under way, by kind. */
    String inFlight() {
        Map<String, Integer> now = new TreeMap<>();
        flying.forEach((kind, number) -> {
            if (number.get() > 0) {
                now.put(kind, number.get());
            }
        });
        return now.isEmpty() ? "nothing" : now.toString();
    }
}
