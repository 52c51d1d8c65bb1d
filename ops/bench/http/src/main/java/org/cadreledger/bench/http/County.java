package org.cadreledger.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A county in the middle of a month, with a published quarter behind it, made through the API alone. */
final class County {
    static final String CODE = "bench";
    static final String PASSWORD = "bench-password-1";

    private static final int PREPARERS = 32;
    private static final int PAIRS = 8;

    /** Where the program runs now. */
    private InetSocketAddress server;

    private final Map<String, String> tokens = new HashMap<>();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<String> cadres;

    private County(InetSocketAddress server, int cadres) {
        this.server = server;
        this.cadres = Stream.iterate(1, i -> i + 1)
                .limit(cadres)
                .map("b%05d"::formatted)
                .toList();
    }

    static County make(InetSocketAddress server, int cadres) throws IOException {
        County county = new County(server, cadres);
        county.signIn(List.of("admin"));
        county.staff();
        county.register();
        county.users(county.cadres, "CADRE");
        county.signIn(county.cadres);
        county.board();
        return county;
    }

    /** The same after the program was started anew: its tokens are still good. */
    County at(InetSocketAddress address) {
        server = address;
        return this;
    }

    List<String> cadres() {
        return cadres;
    }

    YearMonth month() {
        return YearMonth.from(today);
    }

    /** The one that is published. */
    String quarter() {
        YearMonth first = firstMonth();
        return first.getYear() + "-Q" + ((first.getMonthValue() + 2) / 3);
    }

    private YearMonth firstMonth() {
        YearMonth month = month();
        return month.minusMonths((month.getMonthValue() - 1) % 3 + 3L);
    }

    String token(String user) {
        return tokens.get(user);
    }

    /** One of the reviewers, or of the approvers. */
    String staff(String role, int number) {
        return role.toLowerCase(java.util.Locale.ROOT) + "-" + number % PAIRS;
    }

    private void staff() throws IOException {
        for (String role : List.of("REVIEWER", "APPROVER")) {
            List<String> names = Stream.iterate(0, i -> i + 1)
                    .limit(PAIRS)
                    .map(i -> staff(role, i))
                    .toList();
            users(names, role);
            signIn(names);
        }
        for (String role : List.of("CATALOGUE_ADMIN", "PUBLISHER", "AUDITOR")) {
            users(List.of(role), role);
            signIn(List.of(role));
        }
        one(
                201,
                "PUT",
                "/api/v1/jurisdictions/" + CODE,
                "CATALOGUE_ADMIN",
                "{\"name\":\"Bench county\",\"firstMonth\":\"" + firstMonth()
                        + "\",\"objectionDays\":0,\"publicBoard\":true}");
    }

    /** Users of that role, named like what they are; cadres of themselves. */
    void users(List<String> names, String role) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String name : names) {
            String of = role.equals("AUDITOR")
                    ? ""
                    : ",\"jurisdiction\":\"" + CODE + "\"" + (role.equals("CADRE") ? ",\"cadreId\":\"" + name + "\"" : "");
            String body = "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"displayName\":\"" + name
                    + "\",\"roles\":[\"" + role + "\"]" + of + "}";
            calls.add(Call.json(Call.Kind.PREPARE, 201, "POST", "/api/v1/users", token("admin"), body, name));
        }
        all(calls);
    }

    private void signIn(List<String> names) throws IOException {
        all(names.stream()
                .map(name -> Call.signIn(Call.Kind.PREPARE, name, PASSWORD))
                .toList());
    }

    private void register() throws IOException {
        StringBuilder rows = new StringBuilder("cadreId,name,jurisdiction,category,unit,post,registeredOn\n");
        for (int i = 0; i < cadres.size(); i++) {
            rows.append("%s,Cadre %d,%s,SECTION,Unit %d,head,2020-01-01%n".formatted(cadres.get(i), i, CODE, i % 60));
        }
        all(List.of(Call.file(
                Call.Kind.PREPARE,
                200,
                "/api/v1/cadres/import",
                token(staff("REVIEWER", 0)),
                "register.csv",
                "text/csv",
                rows.toString().getBytes(StandardCharsets.UTF_8),
                "import")));
    }

    /** Every tenth cadre has a deduction, so that the board has ranks. */
    private void board() throws IOException {
        List<Call> entered = new ArrayList<>();
        List<Call> confirmed = new ArrayList<>();
        for (int i = 0; i < cadres.size(); i += 10) {
            String path = "/api/v1/ledgers/" + cadres.get(i) + "/deductions";
            String body = "{\"deductionId\":\"d-" + i + "\",\"month\":\"" + firstMonth() + "\",\"rule\":\"N"
                    + (i / 10 % 2 * 3 + 1) + "\",\"matter\":\"m\",\"occurredOn\":\"" + firstMonth()
                    + "-05\",\"basis\":\"b\"}";
            String reviewer = token(staff("REVIEWER", i));
            String approver = token(staff("APPROVER", i));
            entered.add(Call.json(Call.Kind.PREPARE, 201, "POST", path, reviewer, body, ""));
            confirmed.add(Call.json(
                    Call.Kind.PREPARE, 200, "POST", path + "/d-" + i + "/confirm", approver, "{}", ""));
        }
        all(entered);
        all(confirmed);
        String county = "{\"jurisdiction\":\"" + CODE + "\"}";
        for (int i = 0; i < 3; i++) {
            one(200, "POST", "/api/v1/periods/" + firstMonth().plusMonths(i) + "/close", "PUBLISHER", county);
        }
        one(200, "POST", "/api/v1/periods/" + quarter() + "/publish", "PUBLISHER", county);
    }

    private void one(int expected, String method, String path, String user, String body) throws IOException {
        all(List.of(Call.json(Call.Kind.PREPARE, expected, method, path, token(user), body, user)));
    }

    private void all(List<Call> calls) throws IOException {
        Samples samples = Load.run(
                server, Math.min(PREPARERS, calls.size()), calls.stream().map(List::of).iterator(), (call, answer) -> {
                    String token = Answer.field(answer.body(), "token");
                    if (!token.isEmpty()) {
                        tokens.put(call.subject(), token);
                    }
                });
        if (samples.wrong() > 0) {
            throw new IllegalStateException("the county cannot be prepared:" + samples);
        }
    }
}
