package org.cadreledger.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.cadreledger.endtoend.Program;

/**
 * A county of its own with an open board and no objection window, whose books begin so many quarters before the current one.
 * Its users and cadres carry its code in their names, so that several live side by side.
 */
final class QuarterCounty {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Program program;
    final String code;
    final YearMonth first;

    QuarterCounty(Program program, String code, YearMonth first) {
        this.program = program;
        this.code = code;
        this.first = first;
        List.of("CATALOGUE_ADMIN", "REVIEWER", "APPROVER", "PUBLISHER", "LEADER", "DISCIPLINE")
                .forEach(role -> user(role.toLowerCase(Locale.ROOT), role, Map.of("jurisdiction", code)));
        program.put(
                name("catalogue_admin"),
                "/jurisdictions/" + code,
                Map.of("name", code, "objectionDays", 0, "firstMonth", first.toString(), "publicBoard", true));
    }

    /** The last quarter that is over. */
    static YearMonth lastQuarter() {
        return YearMonth.from(LocalDate.now(ZONE).with(IsoFields.DAY_OF_QUARTER, 1))
                .minusMonths(3);
    }

    static String quarter(YearMonth month) {
        return month.getYear() + "-Q" + month.get(IsoFields.QUARTER_OF_YEAR);
    }

    String name(String user) {
        return code + "-" + user;
    }

    String password(String user) {
        return "password-of-" + name(user);
    }

    void user(String user, String role, Map<String, String> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.putAll(Map.of(
                "username", name(user), "password", password(user), "displayName", user, "roles", List.of(role)));
        program.post(Program.ADMIN, "/users", body);
        program.knows(name(user), password(user));
    }

    /** Cadres {@code <code>-c1} … in two units. */
    void cadres(int number) {
        IntStream.rangeClosed(1, number)
                .forEach(i -> program.put(
                        name("reviewer"),
                        "/cadres/" + cadre(i),
                        Map.of(
                                "name",
                                "Name " + i,
                                "jurisdiction",
                                code,
                                "category",
                                "SECTION",
                                "unit",
                                i % 2 == 0 ? "Even office" : "Odd office",
                                "post",
                                "head",
                                "registeredOn",
                                first.minusYears(2).atDay(1).toString())));
    }

    String cadre(int number) {
        return code + "-c" + number;
    }

    /** Entered and confirmed. */
    void deduct(String id, int cadre, YearMonth month, String rule) {
        String deductions = "/ledgers/" + cadre(cadre) + "/deductions";
        program.post(
                name("reviewer"),
                deductions,
                Map.of(
                        "deductionId",
                        id,
                        "month",
                        month.toString(),
                        "rule",
                        rule,
                        "matter",
                        "Matter of " + id,
                        "occurredOn",
                        month.atDay(3).toString(),
                        "basis",
                        "Notice 7"));
        program.post(name("approver"), deductions + "/" + id + "/confirm", Map.of());
    }

    /** Through the API: closed, published and final. */
    void finishQuarter(YearMonth start) {
        for (int i = 0; i < 3; i++) {
            step(start.plusMonths(i).toString(), "close");
        }
        step(quarter(start), "publish");
        step(quarter(start), "finalise");
    }

    void step(String period, String step) {
        program.post(name("publisher"), "/periods/" + period + "/" + step, Map.of("jurisdiction", code));
    }

    Visit visit(Bed bed, Language language, Screen screen, String user) {
        Visit visit = bed.visit(language, screen);
        visit.signIn(name(user), password(user));
        return visit;
    }

    Visit visit(Bed bed, Look look, String user) {
        return visit(bed, look.language(), look.screen(), user);
    }
}
