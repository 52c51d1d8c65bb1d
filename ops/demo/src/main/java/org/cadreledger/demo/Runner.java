package org.cadreledger.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the steps one after the other, and the calls of a step at the same time. */
final class Runner implements AutoCloseable {
    /** So many errors show that going on is pointless. */
    private static final int ENOUGH_ERRORS = 500;

    private final Api api;
    private final ExecutorService threads;
    private final Report report;
    private final Consumer<String> progress;

    Runner(Api api, int concurrency, Report report, Consumer<String> progress) {
        this.api = api;
        this.threads = Executors.newFixedThreadPool(
                concurrency, Thread.ofPlatform().name("demo-", 0).daemon().factory());
        this.report = report;
        this.progress = progress;
    }

    void run(Stream<Step> steps) throws InterruptedException {
        Iterator<Step> each = steps.iterator();
        while (each.hasNext() && report.errors() < ENOUGH_ERRORS) {
            Step step = each.next();
            long began = System.nanoTime();
            int calls = switch (step) {
                case Step.Batch batch -> send(batch.calls());
                case Step.Answered answered -> 1 + answered(answered);
            };
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            report.step(step.name(), calls, took);
            if (calls > 0) {
                progress.accept(step.name() + ": " + calls + " calls, " + took.toMillis() + " ms");
            }
        }
    }

    private int answered(Step.Answered step) throws InterruptedException {
        List<Call> next = api.send(step.first()).map(step.next()).orElse(List.of());
        return send(next);
    }

    private int send(List<Call> calls) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        for (Call call : calls) {
            sent.add(threads.submit(() -> api.send(call)));
        }
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException e) {
                report.failed(calls.get(i), String.valueOf(e.getCause()));
            }
        }
        return calls.size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
