package org.cadreledger.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Commands over HTTP against the packaged program; see README.md. */
public final class Bench {
    private static final int BIG_FILE = 256 * 1024;
    private static final int BIG_FILES = 200;
    private static final int SIGN_INS = 300;
    private static final int SIGNERS = 64;
    private static final String REACHED = "ledger-position";

    private final Settings settings;
    private final Server server;
    private final County county;
    private final Work work;
    private final Map<String, List<double[]>> figures = new LinkedHashMap<>();
    private final Map<String, String> evidence = new HashMap<>();
    private long acknowledged;
    private long wrong;
    private String reached = "0";

    private Bench(Settings settings, Server server, County county) {
        this.settings = settings;
        this.server = server;
        this.county = county;
        this.work = new Work(county);
    }

    /** A phase's calls, made before it begins. */
    private interface Phase {
        Samples run(int clients) throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        Path folder = Files.createTempDirectory("cadre-ledger-bench");
        // also when it is interrupted: no process and no folder is left
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Server.stopAll();
            delete(folder);
        }));
        try {
            County county;
            long start = System.nanoTime();
            try (Server preparing = Server.start(settings, folder, true)) {
                county = County.make(preparing.address(), settings.cadres());
            }
            say("# prepared %d cadres in %d s", settings.cadres(), seconds(start));
            try (Server measured = Server.start(settings, folder, false)) {
                new Bench(settings, measured, county.at(measured.address())).run();
            }
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder + ": " + e);
        }
    }

    private void run() throws IOException, InterruptedException {
        long before = commits();
        for (int i = 0; i < settings.warmUp(); i++) {
            long start = System.nanoTime();
            round("warm-up", settings.clients().getFirst());
            say("# warm-up %d took %d s", i + 1, seconds(start));
        }
        if (settings.profile() != null) {
            Path rules = Path.of(System.getProperty("bench.jfc"));
            server.tell(jcmd(), "JFR.start", "name=bench", "settings=" + rules.toAbsolutePath());
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int clients : settings.clients()) {
                round("round " + round, clients);
            }
        }
        if (settings.profile() != null) {
            server.tell(jcmd(), "JFR.stop", "name=bench", "filename=" + settings.profile());
        }
        apart();
        check(before);
        medians();
    }

    private Path jcmd() {
        return Path.of(settings.java()).resolveSibling("jcmd");
    }

    private void round(String name, int clients) throws IOException {
        List<Work.Claim> alone = work.claims(settings.commands());
        List<Work.Claim> mixed = work.claims(settings.commands() / 2);
        List<Work.Claim> watched = work.claims(settings.commands() / 2);
        List<Work.Claim> all = new ArrayList<>(alone);
        all.addAll(mixed);
        all.addAll(watched);
        phase(name, clients, "uploads of 4 KiB", all.stream()
                .map(claim -> List.of(work.upload(claim)))
                .toList());
        phase(name, clients, "claims", alone.stream()
                .map(claim -> List.of(work.claim(claim, evidence(claim))))
                .toList());
        phase(name, clients, "scores and approvals", alone.stream()
                .map(claim -> List.of(work.score(claim), work.approve(claim)))
                .toList());
        phase(name, clients, "month end", mixed.stream()
                .map(claim -> work.monthEnd(claim, evidence(claim)))
                .toList());
        catchUp(name);
        List<List<Call>> beside = watched.stream()
                .map(claim -> work.monthEnd(claim, evidence(claim)))
                .toList();
        Readers readers = Readers.start(server.address(), county);
        try (readers) {
            phase(name, clients, "month end beside board readers", beside);
        }
        say("%s, %d clients: %s", name, clients, readers);
        wrong += readers.wasAnsweredWrongly() ? 1 : 0;
        evidence.clear();
    }

    private String evidence(Work.Claim claim) {
        return evidence.getOrDefault(claim.id(), "none");
    }

    private void phase(String round, int clients, String name, List<List<Call>> calls) throws IOException {
        Cpu before = Cpu.now(server.pid(), settings.databases());
        Samples samples = Load.run(server.address(), clients, calls.iterator(), this::note);
        String cpu = Cpu.now(server.pid(), settings.databases())
                .since(before, Math.max(samples.count(true), samples.count(true) == 0 ? samples.count(false) : 0));
        acknowledged += samples.count(true);
        wrong += samples.wrong();
        say(
                "%s, %d clients, %s: %.0f/s, p50 %.1f, p99 %.1f ms;%s cpu µs each: %s",
                round,
                clients,
                name,
                samples.perSecond(),
                samples.percentile(0.5),
                samples.percentile(0.99),
                samples,
                cpu);
        if (!round.startsWith("warm-up")) {
            figures.computeIfAbsent(name + ", " + clients + " clients", each -> new ArrayList<>())
                    .add(new double[] {samples.perSecond(), samples.percentile(0.5), samples.percentile(0.99)});
        }
    }

    private void note(Call call, Answer answer) {
        if (call.kind() == Call.Kind.UPLOAD) {
            evidence.put(call.subject(), Answer.field(answer.body(), "evidenceId"));
        } else if (call.kind().command) {
            reached = answer.header(REACHED);
        }
    }

    /** How far the queues are behind the last answer. */
    private void catchUp(String round) throws IOException {
        String path = "/api/v1/claims?status=SCORED&jurisdiction=" + County.CODE + "&limit=1&atLeast=" + reached;
        Call look = Call.get(Call.Kind.READ, path, county.token(county.staff("APPROVER", 0)), "");
        Samples samples = Load.run(server.address(), 1, List.of(List.of(look)).iterator(), (call, answer) -> {});
        wrong += samples.wrong();
        say("%s: the queues have caught up after %.0f ms%s", round, samples.percentile(0.5), samples.wrong() > 0 ? samples : "");
    }

    /** What is measured apart: large files, and sign-ins with passwords of the usual cost. */
    private void apart() throws IOException {
        phase("apart", 16, "uploads of 256 KiB", work.claims(BIG_FILES).stream()
                .map(claim -> List.of(work.upload(claim, BIG_FILE)))
                .toList());
        List<String> users = IntStream.range(0, SIGNERS).mapToObj(i -> "signer-" + i).toList();
        county.users(users, "REVIEWER");
        for (int clients : settings.clients()) {
            phase("apart", clients, "sign-ins", IntStream.range(0, SIGN_INS)
                    .mapToObj(i -> List.of(Call.signIn(Call.Kind.SIGN_IN, users.get(i % SIGNERS), County.PASSWORD)))
                    .toList());
        }
    }

    private long commits() throws IOException {
        List<String> answers = new ArrayList<>();
        Call verify = Call.get(Call.Kind.READ, "/api/v1/log/verify", county.token("AUDITOR"), "");
        Load.run(server.address(), 1, List.of(List.of(verify)).iterator(), (call, answer) -> answers.add(answer.body()));
        if (answers.isEmpty() || !Answer.field(answers.getFirst(), "ok").equals("true")) {
            throw new IllegalStateException("the log is not sound: " + answers);
        }
        return Long.parseLong(Answer.field(answers.getFirst(), "commits"));
    }

    private void check(long before) throws IOException {
        long added = commits() - before;
        say("# acknowledged %d commands, the log has %d more commits and is sound, %d wrong answers", acknowledged, added, wrong);
        if (added != acknowledged || wrong > 0) {
            throw new IllegalStateException("not every answer was right");
        }
    }

    private void medians() {
        say("# medians: a second, p50 ms, p99 ms");
        figures.forEach((name, rounds) ->
                say("# %-52s %6.0f %7.1f %7.1f", name, median(rounds, 0), median(rounds, 1), median(rounds, 2)));
    }

    private static double median(List<double[]> rounds, int figure) {
        double[] sorted = rounds.stream().mapToDouble(each -> each[figure]).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
