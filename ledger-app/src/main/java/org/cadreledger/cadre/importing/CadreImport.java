package org.cadreledger.cadre.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.cadre.RegisterCadre.Registered;
import org.cadreledger.cadre.importing.RegisterRows.Parsed;
import org.cadreledger.cadre.importing.RegisterRows.Rows;
import org.cadreledger.cadre.registering.Registrations;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Registers the cadres of a spreadsheet, one commit a row; a repeat finishes what was interrupted. */
@Component
public class CadreImport implements AutoCloseable {
    /** Commands of all imports at once; the store writes them in groups. */
    private static final int PARALLELISM = 8;

    private final Commands commands;
    private final Registrations registrations;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            PARALLELISM, Thread.ofPlatform().name("import-", 0).daemon().factory());

    private volatile boolean closing;

    @Autowired
    CadreImport(Commands commands, Registrations registrations, ObjectProvider<Clock> clock) {
        this(commands, registrations, clock.getIfAvailable(Clock::systemUTC));
    }

    CadreImport(Commands commands, Registrations registrations, Clock clock) {
        this.commands = commands;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * @param file xlsx or csv, at most 10 MiB and 20,000 rows
     * @param defaultJurisdiction for rows that name no county; null when every row must
     * @param strict writes nothing when any row is bad, as far as can be known before writing
     * @param key row {@code r} is written under {@code key#r}
     * @throws Refusal for a file that cannot be read as a whole; or when the store cannot take more for now: the rows
     *     before are written then, and a repeat goes on from there
     */
    public ImportReport run(
            byte[] file, @Nullable String defaultJurisdiction, boolean strict, Actor actor, CommandKey key) {
        return run(file, defaultJurisdiction, strict, actor, key, done -> {});
    }

    /**
     * The same.
     *
     * @param progress told how many rows were tried, from several threads
     */
    public ImportReport run(
            byte[] file,
            @Nullable String defaultJurisdiction,
            boolean strict,
            Actor actor,
            CommandKey key,
            LongConsumer progress) {
        Rows rows = RegisterRows.parse(TableFile.read(file), defaultJurisdiction);
        AtomicLong done = new AtomicLong();
        if (strict) {
            List<RejectedRow> bad = new ArrayList<>(rows.rejected());
            for (Try tried : onAll(rows, row -> check(row, actor, rows.headers()))) {
                bad.addAll(tried.rejected());
            }
            if (!bad.isEmpty()) {
                return report(List.of(), bad);
            }
        }
        Function<Parsed, Try> write = row -> {
            Try tried = write(row, actor, key, rows.headers());
            progress.accept(done.incrementAndGet());
            return tried;
        };
        return report(onAll(rows, write), rows.rejected());
    }

    /**
     * What {@link #run} would do now; writes nothing.
     *
     * @throws Refusal for a file that cannot be read as a whole
     */
    public ImportPreview preview(byte[] file, @Nullable String defaultJurisdiction, Actor actor) {
        Rows rows = RegisterRows.parse(TableFile.read(file), defaultJurisdiction);
        List<RejectedRow> rejected = new ArrayList<>(rows.rejected());
        List<ImportPreview.Row> foreseen = new ArrayList<>();
        for (Parsed row : rows.parsed()) {
            try {
                RegisterCadre command = row.command();
                foreseen.add(
                        ImportPreview.row(row.row(), command, registrations.foresee(command, actor, clock.instant())));
            } catch (Refusal refusal) {
                rejected.addAll(rejected(row, refusal, rows.headers()));
            }
        }
        rejected.sort(Comparator.comparingInt(RejectedRow::row));
        return new ImportPreview(foreseen, rejected);
    }

    /** @param receipt null for a row that was only looked at, or rejected */
    private record Try(@Nullable Receipt<Registered> receipt, List<RejectedRow> rejected) {}

    private Try check(Parsed row, Actor actor, Map<Column, String> headers) {
        try {
            registrations.check(row.command(), actor, clock.instant());
            return new Try(null, List.of());
        } catch (Refusal refusal) {
            return new Try(null, rejected(row, refusal, headers));
        }
    }

    private Try write(Parsed row, Actor actor, CommandKey key, Map<Column, String> headers) {
        try {
            return new Try(commands.send(row.command(), actor, key.item(Integer.toString(row.row()))), List.of());
        } catch (Refusal refusal) {
            return new Try(null, rejected(row, refusal, headers));
        }
    }

    /** A refusal of this row; one that would meet any row ends the import. */
    private static List<RejectedRow> rejected(Parsed row, Refusal refusal, Map<Column, String> headers) {
        int serverSide = 500;
        if (refusal.reason().status() >= serverSide || refusal.reason() == Reason.IDEMPOTENCY_KEY_REUSED) {
            throw refusal;
        }
        if (refusal.fields().isEmpty()) {
            return List.of(RejectedRow.problem(row.row(), refusal.reason(), refusal.arguments()));
        }
        return refusal.fields().stream()
                .map(problem ->
                        RejectedRow.field(row.row(), header(problem, headers), problem.code(), problem.arguments()))
                .toList();
    }

    private static String header(FieldProblem problem, Map<Column, String> headers) {
        return Arrays.stream(Column.values())
                .filter(column -> column.field.equals(problem.field()))
                .map(column -> headers.getOrDefault(column, column.field))
                .findFirst()
                .orElse(problem.field());
    }

    private List<Try> onAll(Rows rows, Function<Parsed, Try> work) {
        AtomicBoolean ended = new AtomicBoolean();
        List<Callable<Try>> tasks = new ArrayList<>();
        for (Parsed row : rows.parsed()) {
            tasks.add(() -> unlessEnded(ended, row, work));
        }
        try {
            List<Try> done = new ArrayList<>(tasks.size());
            for (Future<Try> future : workers.invokeAll(tasks)) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("import failed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Reason.OVERLOADED);
        }
    }

    private Try unlessEnded(AtomicBoolean ended, Parsed row, Function<Parsed, Try> work) {
        if (ended.get()) {
            return new Try(null, List.of());
        }
        try {
            if (closing) {
                throw Refusal.of(Reason.OVERLOADED);
            }
            return work.apply(row);
        } catch (RuntimeException e) {
            ended.set(true);
            throw e;
        }
    }

    private static ImportReport report(List<Try> tries, List<RejectedRow> before) {
        List<RejectedRow> rejected = new ArrayList<>(before);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        long position = 0;
        for (Try tried : tries) {
            rejected.addAll(tried.rejected());
            Receipt<Registered> receipt = tried.receipt();
            if (receipt != null) {
                counts.merge(receipt.result().outcome(), 1, Integer::sum);
                position = Math.max(position, receipt.position());
            }
        }
        rejected.sort(Comparator.comparingInt(RejectedRow::row));
        return new ImportReport(
                counts.getOrDefault(Outcome.CREATED, 0),
                counts.getOrDefault(Outcome.CHANGED, 0),
                counts.getOrDefault(Outcome.UNCHANGED, 0),
                rejected,
                position);
    }

    /** Lets running rows end; a repeat of the import goes on from there. */
    @Override
    public void close() {
        closing = true;
        workers.close();
    }
}
