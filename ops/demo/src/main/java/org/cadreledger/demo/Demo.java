package org.cadreledger.demo;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays a county against a running program, through its public API alone. */
public final class Demo {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SHOWN_USERS = 2;

    /** One user to sign in with; {@code role} as the API names it. */
    public record SignIn(String user, String password, String role) {}

    /** Ends with 1 when anything was answered otherwise than the script expects. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Report report = run(options, System.out::println);
        System.out.println(report.text());
        System.out.println(signInTable(options));
        System.exit(report.errors() == 0 ? 0 : 1);
    }

    /**
     * Runs to the end of the script, errors or not.
     *
     * @param progress takes a line for every step
     */
    public static Report run(Options options, Consumer<String> progress) throws IOException, InterruptedException {
        Texts texts = Texts.load();
        Plan plan = Plan.of(options.size(), options.seed(), options.today(), texts);
        Report report = new Report(options);
        try (Journal journal = Journal.to(options.journal());
                Api api = new Api(options, plan.name(), report, journal);
                Runner runner = new Runner(api, options.concurrency(), report, progress)) {
            runner.run(new Script(plan, options.county(), texts).steps());
        }
        report.end();
        if (options.report() != null) {
            report.writeTo(options.report());
        }
        return report;
    }

    /** The desks of the department, a clerk and two cadres. */
    public static List<SignIn> signIns(Options options) {
        Plan plan = Plan.of(options.size(), options.seed(), options.today(), Texts.load());
        List<SignIn> signIns = new ArrayList<>();
        signIns.add(new SignIn(Opening.ADMIN, options.adminPassword(), "ACCOUNT_ADMIN"));
        Office.desks().forEach(desk -> signIns.add(signIn(plan, desk.user(), String.join(", ", desk.roles()))));
        signIns.add(signIn(plan, plan.units().getFirst().clerk(), "UNIT_CLERK"));
        Stream<Person> cadres = plan.people().stream().filter(Person::signsIn).limit(SHOWN_USERS);
        cadres.forEach(person -> signIns.add(signIn(plan, person.user(), "CADRE")));
        return signIns;
    }

    private static SignIn signIn(Plan plan, String user, String role) {
        return new SignIn(user, Passwords.of(plan.seed(), user), role);
    }

    /** The sign-ins as a table for a console. */
    public static String signInTable(Options options) {
        StringBuilder table = new StringBuilder(String.format("%n%-12s %-32s %s%n", "user", "password", "role"));
        signIns(options)
                .forEach(signIn -> table.append(
                        String.format("%-12s %-32s %s%n", signIn.user(), signIn.password(), signIn.role())));
        return table.toString();
    }

    private Demo() {}
}
