package org.cadreledger.web.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A long action and how far it is. Read by pages while it runs. */
public final class Job {
    private static final int MOST_ITEMS = 20_000;

    /** Some two million commits of the log. */
    private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

    private final String id;
    private final String user;
    private final String title;
    private final Instant startedAt;
    private final List<Item> items = new ArrayList<>();
    private State state = State.RUNNING;
    private long total;
    private long done;
    private int refused;
    private @Nullable Instant endedAt;
    private @Nullable Outcome outcome;
    private @Nullable Refusal refusal;
    private @Nullable ResultFile file;

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Ended before its end: what it had done stays done. */
        FAILED
    }

    /**
     * What became of one thing.
     *
     * @param label what it is, in data's own words: a name, a row
     * @param link its page; null without one
     * @param refusal why it was not done; null when it was
     */
    public record Item(
            String label, @Nullable String link, @Nullable Refusal refusal) {}

    /**
     * How it ended.
     *
     * @param code message {@code job.<code>}
     * @param link where to go on; null for nowhere
     */
    public record Outcome(
            String code, List<Object> arguments, @Nullable String link) {
        public Outcome {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * What a page shows, taken at one moment.
     *
     * @param file what it has written to take away; null before its end, and when it writes none
     */
    public record View(
            String id,
            String title,
            State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            long done,
            long total,
            int refused,
            List<Item> items,
            @Nullable Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable ResultFile file) {}

    Job(String id, String user, String title, long total, Instant startedAt) {
        this.id = id;
        this.user = user;
        this.title = title;
        this.total = total;
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    String user() {
        return user;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Only known on the way, for some. */
    public synchronized void total(long expected) {
        total = expected;
    }

    public synchronized void reached(long position) {
        done = position;
    }

    /** One thing is done. */
    public synchronized void done(String label, @Nullable String link) {
        item(new Item(label, link, null));
    }

    /** One thing was refused; the others go on. */
    public synchronized void refused(String label, @Nullable String link, Refusal why) {
        refused++;
        item(new Item(label, link, why));
    }

    private void item(Item item) {
        done++;
        if (items.size() < MOST_ITEMS) {
            items.add(item);
        }
    }

    /**
     * The one file that this action leaves for its user, at most 2 GiB; the job looks after it.
     *
     * @param name under which a browser saves it
     */
    public synchronized ResultFile writes(String name, MediaType type) {
        file = ResultFile.open(name, type, MOST_BYTES);
        return file;
    }

    /** Whether it has ended and its file still takes room. */
    synchronized boolean keepsFile() {
        return state != State.RUNNING && file != null && file.isThere();
    }

    synchronized void dropFile() {
        if (file != null) {
            file.close();
        }
    }

    synchronized void ended(Outcome how, Instant when) {
        state = State.DONE;
        outcome = how;
        endedAt = when;
    }

    synchronized void failed(@Nullable Refusal why, Instant when) {
        state = State.FAILED;
        refusal = why;
        endedAt = when;
        dropFile();
    }

    public synchronized View view() {
        return new View(
                id,
                title,
                state,
                startedAt,
                endedAt,
                done,
                total,
                refused,
                List.copyOf(items),
                outcome,
                refusal,
                state == State.DONE ? file : null);
    }
}
