package org.cadreledger.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.security.PageTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where somebody walks who looks at every page: the table of the pages with real ids of the demo in the places of its variables.
 * A page whose variables mean something of their own has a row in {@link #SPECIAL}.
 */
final class Stops {
    /** What is got by a page, or saved, but no page itself. */
    private static final Set<String> NO_PAGES = Set.of(
            "/assets/**",
            "/webjars/**",
            "/evidence/{evidenceId}",
            // leads to the own points
            "/my",
            // leads a cadre to the own file
            "/consequences",
            "/consequences.xlsx",
            "/periods/{month}/undeclared.xlsx",
            "/boards/{period}.xlsx",
            // their addresses hang together: BoardWalkTest looks at them
            "/boards/{period}",
            "/boards/{period}/changes",
            "/periods/{period}/{step:close|publish|revise|finalise}",
            "/objections/{objectionId}",
            "/consequences/{cadreId}/PRIORITY/confirm",
            "/consequences/{cadreId}/{flag}/handled",
            "/fraud-cases/{caseId}/handled",
            "/register/export",
            "/register/template",
            "/log/export",
            // only there while somebody's long action runs; its own tests look at it
            "/jobs/{jobId}");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int OK = 200;

    /** More than one look at a page, or one that its pattern alone does not give: pattern to paths. */
    private static final Map<String, List<String>> SPECIAL = Map.of();

    private final Bed bed;
    private final Map<Role, Map<String, String>> values = new HashMap<>();

    Stops(Bed bed) {
        this.bed = bed;
    }

    /**
     * @param name in names of pictures, for example {@code boards-period}
     * @param path with query
     */
    record Stop(String name, String pattern, String path) {}

    /** @param role null for somebody who has not signed in */
    List<Stop> of(@Nullable Role role) {
        List<Stop> stops = new ArrayList<>();
        PageTable.shown().forEach((pattern, roles) -> {
            boolean theirs = role == null ? roles.isEmpty() : roles.contains(role);
            if (theirs && !NO_PAGES.contains(pattern)) {
                List<String> paths = SPECIAL.getOrDefault(pattern, List.of(pattern));
                for (String path : paths) {
                    stops.add(new Stop(name(path), pattern, filled(path, role)));
                }
            }
        });
        return stops;
    }

    private static String name(String path) {
        String plain = VARIABLE.matcher(path).replaceAll("$1").replaceAll("[^A-Za-z0-9]+", "-");
        String name = plain.replaceAll("^-|-$", "");
        return name.isEmpty() ? "start" : name;
    }

    private String filled(String path, @Nullable Role role) {
        Matcher variables = VARIABLE.matcher(path);
        return variables.replaceAll(variable -> {
            String value = role == null ? null : values(role).get(variable.group(1));
            if (value == null) {
                throw new AssertionError("a page is not walked: no value for {" + variable.group(1) + "} of " + path
                        + " as " + role + "; say in Stops what it is");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private Map<String, String> values(Role role) {
        return values.computeIfAbsent(role, this::look);
    }

    private Map<String, String> look(Role role) {
        LocalDate today = LocalDate.now(ZONE);
        Map<String, String> found = new HashMap<>(Map.of(
                "month", YearMonth.from(today).toString(),
                "year", Integer.toString(today.getYear()),
                "username", bed.userWith(role).user()));
        String quarter = lastPublished(today);
        found.put("period", quarter);
        found.put("quarter", quarter);
        String cadreId = cadre(role);
        found.put("cadreId", cadreId);
        found.put("version", catalogue());
        found.put("claimId", claimOf(cadreId));
        return found;
    }

    /** Any of the cadre's: what is open of it, or its story. */
    private String claimOf(String cadreId) {
        for (JsonNode item : bed.program()
                .get("leader", "/ledgers/" + cadreId + "/history?limit=500")
                .path("items")) {
            if (item.path("type").asString().equals("ledger.bonus-claimed.v1")) {
                return item.path("payload").path("claimId").asString();
            }
        }
        throw new AssertionError("the demo has no claim of " + cadreId);
    }

    /** A cadre looks at itself, a clerk at one of the unit; everybody else at one who has a user. */
    private String cadre(Role role) {
        if (role == Role.UNIT_CLERK) {
            return first(bed.userWith(role).user(), "/cadres?limit=1")
                    .path("cadreId")
                    .asString();
        }
        SignIn cadre = bed.userWith(Role.CADRE);
        for (JsonNode item : bed.program()
                .get("leader", "/cadres?limit=500&jurisdiction=" + Bed.COUNTY)
                .path("items")) {
            if (item.path("cadreId").asString().equalsIgnoreCase(cadre.user())) {
                return item.path("cadreId").asString();
            }
        }
        throw new AssertionError("no cadre of the user " + cadre.user() + ", asked for " + role);
    }

    private String lastPublished(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        for (int back = 3; back <= 12; back += 3) {
            YearMonth earlier = month.minusMonths(back);
            String quarter = earlier.getYear() + "-Q" + ((earlier.getMonthValue() + 2) / 3);
            String board = "/boards/" + quarter + "?limit=1&category=SECTION&jurisdiction=" + Bed.COUNTY;
            if (bed.program().read("leader", board).status() == OK) {
                return quarter;
            }
        }
        throw new AssertionError("the demo has published no board");
    }

    private String catalogue() {
        return bed.program()
                .get("leader", "/catalogues?jurisdiction=" + Bed.COUNTY)
                .path("version")
                .asString();
    }

    private JsonNode first(String user, String path) {
        JsonNode items =
                bed.program().get(user, path + "&jurisdiction=" + Bed.COUNTY).path("items");
        if (items.isEmpty()) {
            throw new AssertionError("the demo has nothing at " + path);
        }
        return items.get(0);
    }
}
