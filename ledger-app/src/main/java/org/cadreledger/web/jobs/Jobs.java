package org.cadreledger.web.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.cadreledger.access.Actor;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs long actions beside the pages. Their progress is kept in the memory of this node for a day; what they write is in the
 * log, so after a restart an interrupted one is simply started again: its items carry keys, and what was done is a repeat.
 * Files that they leave are this node's too; the newest are kept.
 */
@Component
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 50;
    private static final int MOST_KEPT = 500;
    private static final int MOST_FILES = 8;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Job> known = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("job-", 0).daemon().factory());

    Jobs(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * @param title message {@code job.<title>.title}
     * @param total number of things to do; 0 while unknown
     * @param work does them, tells the job of each, and says how it ended; a {@link Refusal} ends it as failed
     * @return address of the page that shows it
     * @throws Refusal OVERLOADED when too many wait already
     */
    public String start(Actor actor, String title, long total, Function<Job, Job.Outcome> work) {
        Job job = new Job(UUID.randomUUID().toString(), actor.user(), title, total, clock.instant());
        remember(job);
        try {
            workers.execute(() -> run(job, work));
        } catch (RejectedExecutionException e) {
            forget(job);
            throw Refusal.of(Reason.OVERLOADED);
        }
        return "/jobs/" + job.id();
    }

    private void run(Job job, Function<Job, Job.Outcome> work) {
        try {
            job.ended(work.apply(job), clock.instant());
        } catch (Refusal refusal) {
            job.failed(refusal, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("job {} failed", job.id(), e);
            job.failed(null, clock.instant());
        }
        synchronized (known) {
            dropOldFiles();
        }
    }

    /** Everybody sees their own. */
    Optional<Job> find(String id, Actor actor) {
        synchronized (known) {
            forgetOld();
            return Optional.ofNullable(known.get(id)).filter(job -> job.user().equals(actor.user()));
        }
    }

    /** The newest first. */
    public List<Job.View> of(Actor actor) {
        synchronized (known) {
            forgetOld();
            return known.values().stream()
                    .filter(job -> job.user().equals(actor.user()))
                    .sorted(Comparator.comparing(Job::startedAt).reversed())
                    .map(Job::view)
                    .toList();
        }
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        known.values().removeIf(job -> job.startedAt().isBefore(oldest) && isOver(job) && dropped(job));
    }

    private static boolean isOver(Job job) {
        return job.view().state() != Job.State.RUNNING;
    }

    private void remember(Job job) {
        synchronized (known) {
            forgetOld();
            Iterator<Job> eldest = known.values().iterator();
            while (known.size() >= MOST_KEPT && eldest.hasNext()) {
                Job old = eldest.next();
                if (isOver(old) && dropped(old)) {
                    eldest.remove();
                }
            }
            known.put(job.id(), job);
        }
    }

    private static boolean dropped(Job old) {
        old.dropFile();
        return true;
    }

    /** Those of running jobs come on top, at most as many as run at once. */
    private void dropOldFiles() {
        List<Job> keeping = known.values().stream().filter(Job::keepsFile).toList();
        keeping.stream().limit(Math.max(0, keeping.size() - MOST_FILES)).forEach(Job::dropFile);
    }

    private void forget(Job job) {
        synchronized (known) {
            known.remove(job.id());
        }
    }

    /** Stops what runs: each item is whole, and the rest is done when it is started again. */
    @Override
    public void close() {
        workers.shutdownNow();
        synchronized (known) {
            known.values().forEach(Job::dropFile);
        }
    }
}
