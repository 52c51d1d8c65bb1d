package org.cadreledger.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** See README.md. */
public final class Chaos {
    private static final int WHOLE_EVERY = 20;
    private static final int LONGEST_WORK_MILLIS = 900;
    private static final long WORK_MILLIS = 300;
    private static final long SELF_CHECK_MILLIS = 5_000;

    private final Options options;
    private final Report report;
    private final long deadline;

    private Chaos(Options options, Report report) {
        this.options = options;
        this.report = report;
        this.deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(options.minutes());
    }

    /** Ends with 0 only when every check held after every fault. */
    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        Report report = new Report();
        Chaos chaos = new Chaos(options, report);
        if (options.selfCheck()) {
            chaos.on(false, 0);
        } else {
            chaos.on(true, options.faultsOn(true));
            chaos.on(false, options.faultsOn(false));
            report.table();
        }
        System.exit(report.failures() == 0 ? 0 : 1);
    }

    /** The same seed gives the same faults in the same order, each with the same choices. */
    private List<Kind> plan(boolean ferretdb, int faults, boolean smallDisk, Random random) {
        List<Kind> possible = new ArrayList<>(Arrays.stream(Kind.values())
                .filter(kind -> kind.isFor(ferretdb))
                .filter(kind -> !kind.needsClock() || options.software().clock() != null)
                .filter(kind -> !kind.needsSmallDisk() || smallDisk)
                .toList());
        List<Kind> plan = new ArrayList<>();
        while (plan.size() < faults) {
            Collections.shuffle(possible, random);
            plan.addAll(possible);
        }
        return plan.subList(0, faults);
    }

    private void on(boolean ferretdb, int faults) throws Exception {
        if (faults == 0 && !options.selfCheck()) {
            return;
        }
        String server = ferretdb ? "ferretdb" : "embedded";
        Path folder = Files.createDirectories(options.folder().resolve(server));
        Site site = ferretdb
                ? Site.onFerretDb(server, options.software(), folder)
                : Site.embedded(server, options.software(), folder);
        Thread end = new Thread(() -> close(site));
        Runtime.getRuntime().addShutdownHook(end);
        site.open();
        Report.say("# " + server + ": " + site.nodes().size() + " node(s), clock "
                + (options.software().clock() == null ? "cannot be moved: no C compiler" : "can be moved")
                + (ferretdb || site.disk() != null ? "" : ", disk cannot be filled: not root"));
        Waits.millis(options.selfCheck() ? SELF_CHECK_MILLIS : LONGEST_WORK_MILLIS);
        Random random = new Random(options.seed());
        List<Kind> plan = plan(ferretdb, faults, site.disk() != null, random);
        report.failed(site.look(true).problems());
        for (int i = 0; i < plan.size(); i++) {
            if (System.nanoTime() > deadline) {
                report.failed(List.of("after " + options.minutes() + " minutes " + (plan.size() - i) + " faults on "
                        + server + " were still to come"));
                break;
            }
            fault(server, site, i + 1, plan.get(i), new Random(random.nextLong()));
        }
        end(site, server);
        Runtime.getRuntime().removeShutdownHook(end);
        site.close();
    }

    private void fault(String server, Site site, int number, Kind kind, Random random) throws Exception {
        Journal journal = site.journal();
        Waits.millis(WORK_MILLIS + random.nextInt(LONGEST_WORK_MILLIS));
        Waits.until(WORK_MILLIS, journal::isFlying);
        int unknown = journal.unknown();
        int recognised = journal.recognised();
        String inFlight = journal.inFlight();
        String at = Instant.now().toString().substring(11, 23);
        String done = kind.strike().at(site, random);
        for (Node node : site.nodes()) {
            if (!node.isAlive()) {
                journal.violation(node.name() + " ended by itself");
                node.start();
            }
        }
        long recovery = site.recovered();
        long looking = System.nanoTime();
        Inspector.Look look = site.look(number % WHOLE_EVERY == 0);
        long looked = Duration.ofNanos(System.nanoTime() - looking).toMillis();
        List<String> problems = new ArrayList<>(look.problems());
        problems.addAll(journal.takeViolations());
        String line = String.format(
                Locale.ROOT,
                "%s %3d %s %s: %s; in flight %s; recovered %d ms; %d unknown, %d repeats recognised;"
                        + " %d acknowledged in %d commits, %d documents, looked at in %d ms%s",
                server,
                number,
                at,
                kind.title(),
                done,
                inFlight,
                recovery,
                journal.unknown() - unknown,
                journal.recognised() - recognised,
                journal.acknowledged().size(),
                look.commits(),
                look.documents(),
                looked,
                number % WHOLE_EVERY == 0 ? " from the first" : "");
        report.fault(server, kind, line, recovery, problems);
    }

    /** Once more from the first commit, with nobody writing any more; and shows that the checks can fail. */
    private void end(Site site, String server) throws Exception {
        site.rest();
        Inspector.Look look = site.look(true);
        Journal journal = site.journal();
        List<String> problems = new ArrayList<>(look.problems());
        long withoutAnswer = 0;
        for (Node node : site.nodes()) {
            withoutAnswer += node.insertsWithoutAnswer();
            for (String metric : List.of("ledger_projection_mismatch_total", "ledger_chain_faults_total")) {
                if (site.metric(node, metric) != 0) {
                    problems.add(node.name() + " has " + metric + " " + site.metric(node, metric));
                }
            }
        }
        problems.addAll(journal.takeViolations());
        report.failed(problems);
        Report.say("# " + server + " at the end, from the first: "
                + journal.acknowledged().size()
                + " acknowledged in " + look.commits() + " commits, " + look.documents() + " documents, "
                + journal.unknown() + " times unknown, " + journal.recognised() + " repeats recognised, "
                + withoutAnswer
                + " inserts cut off from their answer"
                + (problems.isEmpty() ? "; all right" : ""));
        if (site.database() instanceof Database.Copied copied) {
            copied.copy();
            report.failed(new SelfCheck(copied.folder(), journal, Report::say).run());
        }
    }

    private static void close(Site site) {
        try {
            site.close();
        } catch (Exception e) {
            Report.say("not all was stopped: " + e);
        }
    }
}
