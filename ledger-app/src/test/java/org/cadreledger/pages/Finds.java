package org.cadreledger.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.endtoend.Program;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Real ids of the demo county for the variables of addresses; what the demo has none of is made. */
final class Finds {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int OK = 200;
    private static final int QUARTERS = 4;
    private static final String COUNTY = "jurisdiction=" + Bed.COUNTY;
    private static final String LEADER = "leader";
    private static final String APPROVER = "approver1";

    private final Bed bed;
    private final Program program;
    private final YearMonth month = YearMonth.from(LocalDate.now(ZONE));
    private final Map<String, String> found = new HashMap<>();

    Finds(Bed bed) {
        this.bed = bed;
        this.program = bed.program();
    }

    /** @throws AssertionError when nobody has said what the variable is, or the demo has none */
    String value(String variable, @Nullable Role role) {
        return switch (variable) {
            case "county" -> role == null ? once("openCounty", this::openCounty) : Bed.COUNTY;
            case "cadreId" -> once("cadre of " + role, () -> cadre(role));
            case "claimId" -> once("claim of " + role, () -> claimOf(value("cadreId", role)));
            case "objectionId" -> once("objection of " + role, () -> objection(role, true));
            case "answeredId" -> once("answered of " + role, () -> objection(role, false));
            case "flagOfCadre" -> once(variable, this::flagOfCadre);
            case "evidenceId" -> once("file of " + role, () -> file(role));
            case "username" -> APPROVER;
            default -> once(variable, () -> common(variable));
        };
    }

    private String once(String name, Supplier<String> find) {
        String known = found.get(name);
        if (known == null) {
            known = find.get();
            found.put(name, known);
        }
        return known;
    }

    private String common(String variable) {
        return switch (variable) {
            case "openMonth", "month" -> month.toString();
            case "closedMonth" -> month.minusMonths(1).toString();
            case "year" -> Integer.toString(month.getYear());
            case "flagYear" ->
                flags(flag -> true).path("raisedBy").get(0).asString().substring(0, 4);
            case "openQuarter" -> quarter(month);
            case "period" -> published(1);
            case "finalPeriod" -> published(2);
            case "version" ->
                program.get(LEADER, "/catalogues?" + COUNTY).path("version").asString();
            case "draft" -> draft();
            case "declaredClaim" -> item(program.get(APPROVER, "/claims?status=DECLARED&" + COUNTY), "claimId");
            case "scoredClaim" -> item(program.get(APPROVER, "/claims?status=SCORED&" + COUNTY), "claimId");
            case "waitingDeduction" -> item(program.get(APPROVER, "/deductions?" + COUNTY), "deductionId");
            case "entryId" -> entry();
            case "caseId" -> fraudCase().path("caseId").asString();
            case "fraudster" -> fraudCase().path("cadreId").asString();
            default -> throw new AssertionError("a page is not walked: say in Finds what {" + variable + "} is");
        };
    }

    private static JsonNode first(JsonNode list, Predicate<JsonNode> wanted, String what) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo has no " + what));
    }

    private static String item(JsonNode list, String id) {
        JsonNode item = first(list, each -> true, id);
        return item.path("cadreId").asString() + "/" + item.path(id).asString();
    }

    /** A cadre looks at itself, a clerk at one of the unit; everybody else at one who has a user. */
    private String cadre(@Nullable Role role) {
        if (role == Role.UNIT_CLERK) {
            JsonNode unit = program.get(bed.userWith(role).user(), "/cadres?limit=500&" + COUNTY);
            return first(unit, this::hasClaimed, "cadre of the clerk with a claim")
                    .path("cadreId")
                    .asString();
        }
        SignIn cadre = bed.userWith(Role.CADRE);
        JsonNode all = program.get(LEADER, "/cadres?limit=500&" + COUNTY);
        return first(all, one -> one.path("cadreId").asString().equalsIgnoreCase(cadre.user()), cadre.user())
                .path("cadreId")
                .asString();
    }

    private boolean hasClaimed(JsonNode cadre) {
        return claims(cadre.path("cadreId").asString()).isPresent();
    }

    private Optional<String> claims(String cadreId) {
        JsonNode history = program.get(LEADER, "/ledgers/" + cadreId + "/history?limit=500");
        return StreamSupport.stream(history.path("items").spliterator(), false)
                .filter(event -> event.path("type").asString().equals("ledger.bonus-claimed.v1"))
                .map(event -> event.path("payload").path("claimId").asString())
                .findFirst();
    }

    /** Any of the cadre's: what is open of it, or its story. */
    private String claimOf(String cadreId) {
        return claims(cadreId).orElseThrow(() -> new AssertionError("the demo has no claim of " + cadreId));
    }

    /** One of the cadre's that stands. */
    private String entry() {
        String ledger = "/ledgers/" + value("cadreId", Role.APPROVER) + "?period=";
        for (int back = 0; back <= QUARTERS; back++) {
            for (JsonNode entry : program.get(LEADER, ledger + quarter(month.minusMonths(3L * back)))
                    .path("entries")) {
                if (!entry.has("reversedBy") || entry.path("reversedBy").isNull()) {
                    return entry.path("entryId").asString();
                }
            }
        }
        throw new AssertionError("the demo has no entry of " + ledger);
    }

    private static String quarter(YearMonth month) {
        return month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3);
    }

    /** @param which 1 is the last published quarter, 2 the one before it */
    private String published(int which) {
        int met = 0;
        for (int back = 1; back <= QUARTERS; back++) {
            String quarter = quarter(month.minusMonths(3L * back));
            if (program.read(LEADER, "/boards/" + quarter + "?limit=1&category=SECTION&" + COUNTY)
                                    .status()
                            == OK
                    && ++met == which) {
                return quarter;
            }
        }
        throw new AssertionError("the demo has published no " + which + " boards");
    }

    /** A cadre's own; the demo's first cadre may have none that is open. */
    private String objection(@Nullable Role role, boolean open) {
        JsonNode all = program.get(LEADER, "/objections?limit=500&" + COUNTY);
        String own = role == Role.CADRE ? value("cadreId", role) : "";
        Predicate<JsonNode> wanted = one -> one.path("status").asString().equals("OPEN") == open
                && (own.isEmpty() || one.path("cadreId").asString().equals(own));
        boolean known =
                StreamSupport.stream(all.path("items").spliterator(), false).anyMatch(wanted);
        return known || own.isEmpty()
                ? first(all, wanted, "such objection").path("objectionId").asString()
                : raised();
    }

    private String raised() {
        String statement = "以往报送的材料里已经有这一项,请予核实。";
        return program.post(
                        bed.userWith(Role.CADRE).user(),
                        "/boards/" + value("period", Role.CADRE) + "/objections",
                        Map.of("kind", "INQUIRY", "statement", statement))
                .body()
                .path("objectionId")
                .asString();
    }

    private JsonNode flags(Predicate<JsonNode> wanted) {
        return first(program.get(LEADER, "/consequences?limit=500&" + COUNTY), wanted, "such flag");
    }

    /** Within its address; one that nobody has followed up yet. */
    private String flagOfCadre() {
        JsonNode flag = flags(one ->
                !Set.of("PRIORITY", "ADMONITION").contains(one.path("flag").asString())
                        && !one.path("handled").isObject()
                        && !one.path("withdrawn").asBoolean());
        JsonNode periods = flag.path("raisedBy");
        return flag.path("cadreId").asString() + "/" + flag.path("flag").asString() + "/handled?period="
                + periods.get(periods.size() - 1).asString();
    }

    private JsonNode fraudCase() {
        return openFraudCase().orElseGet(() -> {
            deceive();
            return openFraudCase().orElseThrow();
        });
    }

    private Optional<JsonNode> openFraudCase() {
        return StreamSupport.stream(
                        program.get(LEADER, "/fraud-cases?" + COUNTY)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> !one.path("handled").isObject())
                .findFirst();
    }

    /** Somebody new has a bonus by deceit, which is found out. */
    private void deceive() {
        Newcomer fraudster = Newcomer.in(bed);
        String claim = fraudster.claims(month.toString(), "A7", null, "Matter of " + fraudster.cadreId());
        String ledger = "/ledgers/" + fraudster.cadreId();
        program.post(bed.userWith(Role.REVIEWER).user(), ledger + "/claims/" + claim + "/score", Map.of());
        program.post(APPROVER, ledger + "/claims/" + claim + "/approve", Map.of());
        program.post(APPROVER, ledger + "/entries/" + claim + "/reverse", Map.of("reason", "Forged", "fraud", true));
    }

    /** Clerks see files of theirs or of a claim, the department sees all. */
    private String file(@Nullable Role role) {
        Role owner = role == Role.UNIT_CLERK ? role : Role.CADRE;
        return program.upload(bed.userWith(owner).user(), "walk.pdf", Newcomer.pdf());
    }

    /** The version in force once more, with one more point for a matter. */
    private String draft() {
        JsonNode inForce = program.get(LEADER, "/catalogues?" + COUNTY);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jurisdiction", Bed.COUNTY);
        body.put("baseItems", inForce.path("baseItems"));
        body.put("matterCap", inForce.path("matterCap").asInt() + 1);
        body.put("rules", inForce.path("rules"));
        return program.post("catalogue", "/catalogues", body)
                .body()
                .path("version")
                .asString();
    }

    /** A county of its own that shows its boards to everybody. */
    private String openCounty() {
        YearMonth start = QuarterCounty.lastQuarter();
        QuarterCounty county = new QuarterCounty(program, "walkopen", start.minusMonths(3));
        county.cadres(12);
        county.deduct("walkopen-d1", 1, start.minusMonths(3), "N1");
        county.finishQuarter(start.minusMonths(3));
        for (int i = 0; i < 3; i++) {
            county.step(start.plusMonths(i).toString(), "close");
        }
        for (String step : List.of("publish", "revise")) {
            county.step(QuarterCounty.quarter(start), step);
        }
        return county.code;
    }
}
