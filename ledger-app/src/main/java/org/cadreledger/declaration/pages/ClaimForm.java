package org.cadreledger.declaration.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.api.ClaimBody;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a claim, as it was typed.
 *
 * @param choice a rule, with its level after a colon where it has levels: {@code A1:national}; empty when none is chosen
 * @param evidence ids of files
 */
record ClaimForm(String choice, String matter, String occurredOn, String account, List<String> evidence) {
    static final ClaimForm EMPTY = new ClaimForm("", "", "", "", List.of());

    private static final String BETWEEN = ":";
    private static final int MOST_FILES = 20;

    ClaimForm {
        evidence = List.copyOf(evidence);
    }

    static ClaimForm of(HttpServletRequest request) {
        String[] files = request.getParameterValues("evidence");
        return new ClaimForm(
                text(request.getParameter("choice")),
                text(request.getParameter("matter")),
                text(request.getParameter("occurredOn")),
                text(request.getParameter("account")),
                files == null ? List.of() : Arrays.asList(files));
    }

    static ClaimForm of(Map<String, List<String>> kept) {
        return new ClaimForm(
                first(kept, "choice"),
                first(kept, "matter"),
                first(kept, "occurredOn"),
                first(kept, "account"),
                kept.getOrDefault("evidence", List.of()));
    }

    /** A claim as its cadre last said it. */
    static ClaimForm of(ItemStory story) {
        return new ClaimForm(
                choice(text(story.rule()), story.level()),
                story.matter(),
                story.occurredOn() == null ? "" : story.occurredOn().toString(),
                text(story.account()),
                story.evidence().stream().map(EvidenceRef::evidenceId).toList());
    }

    static String choice(String rule, @Nullable String level) {
        return level == null ? rule : rule + BETWEEN + level;
    }

    Map<String, List<String>> fields() {
        return Map.of(
                "choice", List.of(choice),
                "matter", List.of(matter),
                "occurredOn", List.of(occurredOn),
                "account", List.of(account),
                "evidence", evidence);
    }

    boolean isEmpty() {
        return equals(EMPTY);
    }

    @Nullable
    String rule() {
        return choice.isEmpty() ? null : choice.split(BETWEEN, 2)[0];
    }

    @Nullable
    String level() {
        return choice.contains(BETWEEN) ? choice.split(BETWEEN, 2)[1] : null;
    }

    ClaimForm with(List<String> moreEvidence) {
        List<String> all = new ArrayList<>(evidence);
        moreEvidence.stream().filter(id -> !all.contains(id)).forEach(all::add);
        return new ClaimForm(choice, matter, occurredOn, account, all);
    }

    ClaimForm without(@Nullable String evidenceId) {
        return new ClaimForm(
                choice,
                matter,
                occurredOn,
                account,
                evidence.stream()
                        .filter(id -> !id.equals(evidenceId))
                        .limit(MOST_FILES)
                        .toList());
    }

    ClaimBody body(Month month) {
        return new ClaimBody(
                null,
                month.toString(),
                rule(),
                level(),
                matter,
                occurredOn.isEmpty() ? null : occurredOn,
                account,
                new ArrayList<>(evidence));
    }

    private static String first(Map<String, List<String>> kept, String name) {
        return kept.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
