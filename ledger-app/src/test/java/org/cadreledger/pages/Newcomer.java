package org.cadreledger.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cadreledger.access.Role;
import org.cadreledger.endtoend.Program;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cadre whom no other test knows, registered in the unit of the demo's clerk, with an own user.
 *
 * @param unit of the clerk
 */
record Newcomer(Program program, String cadreId, String name, String unit, String user) {
    private static final String PASSWORD = "newcomer-password";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    static Newcomer in(Bed bed) {
        Program program = bed.program();
        String clerk = bed.userWith(Role.UNIT_CLERK).user();
        JsonNode colleague = program.get(clerk, "/cadres?limit=1&jurisdiction=" + Bed.COUNTY)
                .path("items")
                .get(0);
        String unit = colleague.path("unit").asString();
        String id = "N" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String name = "New " + id;
        program.put(
                bed.userWith(Role.REVIEWER).user(),
                "/cadres/" + id,
                Map.of(
                        "name",
                        name,
                        "jurisdiction",
                        Bed.COUNTY,
                        "category",
                        "SECTION",
                        "unit",
                        unit,
                        "post",
                        "Office",
                        "registeredOn",
                        "2020-01-01"));
        String user = id.toLowerCase(Locale.ROOT);
        program.post(
                Program.ADMIN,
                "/users",
                Map.of(
                        "username", user,
                        "password", PASSWORD,
                        "displayName", name,
                        "roles", List.of(Role.CADRE.name()),
                        "cadreId", id,
                        "jurisdiction", Bed.COUNTY));
        program.knows(user, PASSWORD);
        return new Newcomer(program, id, name, unit, user);
    }

    Visit visit(Bed bed, Language language, Screen screen) {
        Visit visit = bed.visit(language, screen);
        visit.signIn(user, PASSWORD);
        return visit;
    }

    Visit visit(Bed bed, Look look) {
        return visit(bed, look.language(), look.screen());
    }

    void signIn(Visit visit) {
        visit.fillSignIn(user, PASSWORD);
    }

    static byte[] pdf() {
        return PDF.clone();
    }

    /**
     * @param level null for a rule that has none
     * @return id of a claim that waits for its score
     */
    String claims(String month, String rule, @Nullable String level, String matter) {
        String file = program.upload(user, "paper.pdf", pdf());
        Map<String, Object> claim = new HashMap<>(Map.of(
                "month",
                month,
                "rule",
                rule,
                "matter",
                matter,
                "occurredOn",
                month + "-01",
                "account",
                "Account of " + matter,
                "evidence",
                List.of(file)));
        if (level != null) {
            claim.put("level", level);
        }
        return program.post(user, "/ledgers/" + cadreId + "/claims", claim)
                .body()
                .path("claimId")
                .asString();
    }

    void isGranted(Bed bed, String claimId) {
        String path = "/ledgers/" + cadreId + "/claims/" + claimId;
        program.post(bed.userWith(Role.REVIEWER).user(), path + "/score", Map.of("note", "as claimed"));
        program.post(bed.userWith(Role.APPROVER).user(), path + "/approve", Map.of("note", "agreed"));
    }

    void isReturned(Bed bed, String claimId, String reason) {
        program.post(
                bed.userWith(Role.REVIEWER).user(),
                "/ledgers/" + cadreId + "/claims/" + claimId + "/return",
                Map.of("reason", reason));
    }
}
