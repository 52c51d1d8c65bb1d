package org.cadreledger.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.endtoend.Program;

/** A county with claims on the desks; its books begin with the current month. Matters name the test that they are for. */
final class DeskCounty {
    static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    final QuarterCounty county;
    final YearMonth month = YearMonth.now(ZoneId.of("Asia/Shanghai"));
    private final String picture;

    DeskCounty(Program program, String code, int cadres) {
        this.county = new QuarterCounty(program, code, month);
        county.cadres(cadres);
        clerk("odd", "Odd office");
        clerk("even", "Even office");
        staff("both", List.of("REVIEWER", "APPROVER"), Map.of());
        this.picture = program.upload(county.name("odd"), "award.png", PICTURE);
    }

    private void clerk(String user, String unit) {
        county.user(user, "UNIT_CLERK", Map.of("jurisdiction", county.code, "unit", unit));
    }

    void staff(String user, List<String> roles, Map<String, String> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.putAll(Map.of(
                "username",
                county.name(user),
                "password",
                county.password(user),
                "displayName",
                user,
                "roles",
                roles,
                "jurisdiction",
                county.code));
        county.program.post(Program.ADMIN, "/users", body);
        county.program.knows(county.name(user), county.password(user));
    }

    /** A commendation of the whole nation, 8 points; all show the same picture. */
    void claim(int cadre, String id, String matter) {
        String clerk = county.name(cadre % 2 == 0 ? "even" : "odd");
        String evidence = cadre % 2 == 0 ? county.program.upload(clerk, "award-" + id + ".png", PICTURE) : picture;
        county.program.post(
                clerk,
                claims(cadre),
                Map.of(
                        "claimId",
                        id,
                        "month",
                        month.toString(),
                        "rule",
                        "A1",
                        "level",
                        "national",
                        "matter",
                        matter,
                        "occurredOn",
                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                .withDayOfMonth(1)
                                .toString(),
                        "account",
                        "What " + id + " is about, in some words.",
                        "evidence",
                        List.of(evidence)));
    }

    void score(String user, int cadre, String id) {
        county.program.post(county.name(user), claims(cadre) + "/" + id + "/score", Map.of());
    }

    void reject(String user, int cadre, String id) {
        county.program.post(county.name(user), claims(cadre) + "/" + id + "/reject", Map.of("reason", "Elsewhere"));
    }

    /** In the words of the API; what is decided is not on the desk any more. */
    String status(int cadre, String id) {
        for (var item : county.program
                .get(county.name("leader"), "/claims?limit=500&jurisdiction=" + county.code)
                .path("items")) {
            if (item.path("claimId").asString().equals(id)
                    && item.path("cadreId").asString().equals(county.cadre(cadre))) {
                return item.path("status").asString() + " "
                        + item.path("points").asString();
            }
        }
        return "decided";
    }

    /** @return total of the cadre's month */
    String total(int cadre) {
        return county.program
                .get(county.name("leader"), "/ledgers/" + county.cadre(cadre) + "?period=" + month)
                .path("total")
                .asString();
    }

    private String claims(int cadre) {
        return "/ledgers/" + county.cadre(cadre) + "/claims";
    }

    Visit visit(Bed bed, Language language, String user) {
        return county.visit(bed, language, Screen.WIDE, user);
    }

    Visit visit(Bed bed, Look look, String user) {
        return county.visit(bed, look, user);
    }
}
