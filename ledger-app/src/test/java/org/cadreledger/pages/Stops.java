package org.cadreledger.pages;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cadreledger.access.Role;
import org.cadreledger.security.PageTable;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody walks who looks at every page: the table of the pages with real ids of the demo in the places of its variables.
 * A page that its pattern alone does not give, or that wants more than one look, has a row in {@link #SPECIAL}.
 */
final class Stops {
    /** Parts of pages, no pages. */
    private static final Set<String> PARTS = Set.of("/assets/**", "/webjars/**");

    /** Saved or shown by the browser itself: EveryPageTest gets them. */
    static final Set<String> FILES = Set.of(
            "/evidence/{evidenceId}",
            "/periods/{month}/undeclared.xlsx",
            "/boards/{period}.xlsx",
            "/consequences.xlsx",
            "/register/export",
            "/register/template");

    /** Lead on: EveryPageTest follows them. */
    static final Map<String, String> LEADING_ON =
            Map.of("/my", "/cadres/{cadreId}/points", "/consequences", "/cadres/{cadreId}/file");

    /** Only there once somebody has started a long action, as EveryPageTest does. */
    private static final Set<String> JOBS = Set.of("/jobs/{jobId}", "/jobs/{jobId}/file");

    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");
    private static final Pattern CHOICE = Pattern.compile("\\{(\\w+):[^}]*}");

    private static final String BOARD = "/boards/{period}?jurisdiction={county}";

    private static final Map<String, List<String>> SPECIAL = Map.ofEntries(
            entry("/periods", List.of("/periods", "/periods?year={year}")),
            entry("/periods/{period}", List.of("/periods/{openMonth}", "/periods/{period}", "/periods/{year}")),
            entry(
                    "/periods/{period}/{step}",
                    List.of(
                            "/periods/{openMonth}/close",
                            "/periods/{openQuarter}/publish",
                            "/periods/{period}/revise",
                            "/periods/{period}/finalise")),
            entry("/boards", List.of("/boards?jurisdiction={county}")),
            entry(
                    "/boards/{period}",
                    List.of(
                            BOARD,
                            BOARD + "&category=RESERVE",
                            BOARD + "&q=nobody",
                            "/boards/{finalPeriod}?jurisdiction={county}")),
            // who acts in all counties says which one
            entry("/boards/{period}.xlsx", List.of("/boards/{period}.xlsx?jurisdiction={county}")),
            entry("/boards/{period}/changes", List.of("/boards/{finalPeriod}/changes?jurisdiction={county}")),
            entry("/objections", List.of("/objections", "/objections?status=OPEN&period={finalPeriod}")),
            entry("/objections/{objectionId}", List.of("/objections/{objectionId}", "/objections/{answeredId}")),
            entry("/consequences", List.of("/consequences", "/consequences?year={flagYear}")),
            entry("/consequences/{cadreId}/{flag}/handled", List.of("/consequences/{flagOfCadre}")),
            entry("/fraud-cases/{caseId}/handled", List.of("/fraud-cases/{caseId}/handled?cadreId={fraudster}")),
            entry(
                    "/cadres/{cadreId}/points",
                    List.of(
                            "/cadres/{cadreId}/points",
                            "/cadres/{cadreId}/points?period={period}",
                            "/cadres/{cadreId}/points?period={year}")),
            entry("/declarations/{month}", List.of("/declarations/{openMonth}", "/declarations/{closedMonth}")),
            entry("/review/{cadreId}/{claimId}", List.of("/review/{declaredClaim}", "/review/{scoredClaim}")),
            entry("/deductions/{cadreId}/{deductionId}", List.of("/deductions/{waitingDeduction}")),
            entry("/catalogues/{version}/publish", List.of("/catalogues/{draft}/publish")),
            entry("/catalogues/{version}/changes", List.of("/catalogues/{version}/changes")));

    private final Finds finds;

    Stops(Bed bed) {
        this.finds = new Finds(bed);
    }

    /**
     * @param name in names of pictures, for example {@code boards-period}
     * @param path with query
     */
    record Stop(String name, String path) {}

    /** @param role null for somebody who has not signed in */
    List<Stop> of(@Nullable Role role) {
        List<Stop> stops = new ArrayList<>();
        for (PageTable.Shown page : PageTable.shown()) {
            String pattern = page.pattern();
            if (!isOf(page, role) || PARTS.contains(pattern) || FILES.contains(pattern) || JOBS.contains(pattern)) {
                continue;
            }
            if (takesYears(pattern, role)) {
                continue;
            }
            if (LEADING_ON.containsKey(pattern) && leadsOn(pattern, role)) {
                continue;
            }
            String plain = CHOICE.matcher(pattern).replaceAll("{$1}");
            SPECIAL.getOrDefault(plain, List.of(plain)).forEach(path -> stops.add(stop(path, role)));
        }
        return stops;
    }

    /** Follow-ups of flags that the demo is too short to raise: ConsequenceStoryTest looks at them. */
    private static boolean takesYears(String pattern, @Nullable Role role) {
        return pattern.endsWith("/PRIORITY/confirm")
                || (pattern.endsWith("/{flag}/handled") && role == Role.DISCIPLINE);
    }

    /** Files and pages that lead on, of that person. */
    List<Stop> apart(Set<String> patterns, @Nullable Role role) {
        return PageTable.shown().stream()
                .filter(page -> isOf(page, role) && patterns.contains(page.pattern()))
                .map(PageTable.Shown::pattern)
                .filter(pattern -> !LEADING_ON.containsKey(pattern) || leadsOn(pattern, role))
                .flatMap(pattern -> SPECIAL.getOrDefault(pattern, List.of(pattern)).stream())
                .map(path -> stop(path, role))
                .toList();
    }

    String filled(String path, @Nullable Role role) {
        Matcher variables = VARIABLE.matcher(path);
        return variables.replaceAll(variable -> Matcher.quoteReplacement(finds.value(variable.group(1), role)));
    }

    /** A page that is open to all is not walked by everybody again, but one of a county is. */
    private static boolean isOf(PageTable.Shown page, @Nullable Role role) {
        boolean county = page.pattern().startsWith("/boards");
        if (role == null) {
            return page.strangers();
        }
        return page.roles().contains(role) && (!page.strangers() || county);
    }

    /** Only cadres are sent on. */
    private static boolean leadsOn(String pattern, @Nullable Role role) {
        return LEADING_ON.containsKey(pattern) && role == Role.CADRE;
    }

    private Stop stop(String path, @Nullable Role role) {
        return new Stop(name(path), filled(path, role));
    }

    private static String name(String path) {
        String plain = VARIABLE.matcher(path).replaceAll("$1").replaceAll("[^A-Za-z0-9]+", "-");
        String name = plain.replaceAll("^-|-$", "");
        return name.isEmpty() ? "start" : name;
    }
}
