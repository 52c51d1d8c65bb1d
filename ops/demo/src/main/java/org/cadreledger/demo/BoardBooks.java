package org.cadreledger.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cadreledger.demo.Objection.Outcome;
import org.jspecify.annotations.Nullable;

/** What the department does with a month, a quarter or a year that is over: close, publish, answer, revise, finalise. */
final class BoardBooks {
    /** In one quarter of four the publisher chooses among those who tied at the top's cut. */
    private static final int DESIGNATED = 2;

    private static final int WINDOW_DAYS = 5;

    private final Plan plan;
    private final String county;
    private final Texts texts;
    private final Opening opening;
    private final FollowUps followUps;

    BoardBooks(Plan plan, String county, Texts texts, Opening opening) {
        this.plan = plan;
        this.county = county;
        this.texts = texts;
        this.opening = opening;
        this.followUps = new FollowUps(plan, county, texts);
    }

    /** Closes a month and does everything that its end makes possible. */
    List<Step> steps(YearMonth month) {
        List<Step> steps = new ArrayList<>(findings(month));
        steps.add(one(month + " closed", period("close", month.toString(), null)));
        Quarter quarter = Quarter.of(month);
        if (quarter.last().equals(month)) {
            steps.addAll(quarter(quarter));
        }
        return steps;
    }

    private static Step one(String name, Call call) {
        return new Step.Batch(name, List.of(call));
    }

    private Call period(String action, String period, @Nullable String document) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jurisdiction", county);
        Opening.putIfThere(body, "document", document);
        return Call.post(action, "/periods/" + period + "/" + action, Office.PUBLISHER, body);
    }

    /** Entries of boards that are out turn out wrong: they are reversed, and their boards revised. */
    private List<Step> findings(YearMonth month) {
        List<Finding> findings = plan.findingsOf(month).toList();
        if (findings.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Batch(
                month + " findings", findings.stream().map(this::reverse).toList()));
        new TreeSet<>(findings.stream().map(Finding::of).toList())
                .forEach(quarter -> steps.add(revise(quarter.toString(), "found-" + month)));
        new TreeSet<>(findings.stream().map(finding -> finding.of().year()).toList())
                .stream()
                        .filter(year -> year < month.getYear())
                        .forEach(year -> steps.add(revise(String.valueOf(year), "found-" + month)));
        if (findings.stream().anyMatch(Finding::fraud)) {
            steps.add(followUps.frauds(month));
        }
        return steps;
    }

    private Call reverse(Finding finding) {
        String path = "/ledgers/" + finding.claim().cadre().id() + "/entries/"
                + finding.claim().id() + "/reverse";
        String reason = texts.one(finding.fraud() ? "reasons.FRAUD" : "reasons.REVERSE");
        return Call.post("reverse", path, finding.reversedBy(), Map.of("reason", reason, "fraud", finding.fraud()));
    }

    private Step revise(String period, String why) {
        Call call = period("revise", period, texts.format("documents.REVISION", period));
        return one(period + " revised", call.labelled("revise/" + period + "/" + why));
    }

    private List<Step> quarter(Quarter quarter) {
        boolean last = plan.timeline().isLast(quarter);
        String name = quarter.toString();
        List<Step> steps = new ArrayList<>();
        if (last) {
            steps.add(one("objection window", opening.jurisdiction(WINDOW_DAYS)));
        }
        steps.add(one(name + " published", period("publish", name, texts.format("documents.QUARTER", name))));
        steps.add(new Step.Batch(
                name + " objections",
                plan.objectionsTo(quarter).map(this::objection).toList()));
        steps.add(new Step.Batch(
                name + " answers",
                plan.objectionsTo(quarter)
                        .filter(objection -> objection.outcome() != Outcome.OPEN)
                        .map(this::answer)
                        .toList()));
        if (!last) {
            steps.add(revise(name, "upheld"));
            if (quarter.number() == DESIGNATED) {
                steps.add(new Designations(county, texts).topOf(quarter));
            }
            steps.add(one(name + " final", period("finalise", name, null)));
            steps.add(followUps.flags(name, quarter.year()));
            if (quarter.number() == 4) {
                steps.addAll(year(quarter.year()));
            }
        }
        return steps;
    }

    private List<Step> year(int year) {
        String name = String.valueOf(year);
        return List.of(
                one(name + " published", period("publish", name, texts.format("documents.YEAR", name))),
                one(name + " final", period("finalise", name, null)),
                followUps.flags(name, year));
    }

    private Call objection(Objection objection) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("objectionId", objection.id());
        body.put("kind", objection.isDefence() ? "DEFENCE" : "INQUIRY");
        Deduction entry = objection.entry();
        if (entry != null) {
            body.put("entryId", entry.id());
        }
        body.put("statement", texts.one("statements." + objection.outcome()));
        return Call.post(
                        "objection",
                        "/boards/" + objection.quarter() + "/objections",
                        objection.cadre().user(),
                        body)
                .labelled("objection/" + objection.id());
    }

    private Call answer(Objection objection) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("upheld", objection.isUpheld());
        body.put("answer", texts.one("answers." + objection.outcome()));
        YearMonth omittedIn = objection.omittedIn();
        if (omittedIn != null) {
            String matter = texts.list("matters.A6").getFirst();
            body.put(
                    "correction",
                    Map.of(
                            "month",
                            omittedIn.toString(),
                            "rule",
                            "A6",
                            "level",
                            "city",
                            "matter",
                            String.format(Locale.ROOT, matter, objection.quarter())));
        }
        return Call.post(
                "answer",
                "/boards/" + objection.quarter() + "/objections/" + objection.id() + "/answer",
                objection.answeredBy(),
                body);
    }

    /** The board as everyone signed in sees it, for both categories. */
    Stream<Call> boards(String period) {
        return Plan.CATEGORIES.stream()
                .map(category -> Call.get(
                        "read board",
                        "/boards/" + period + "?jurisdiction=" + county + "&category=" + category,
                        Office.LEADER));
    }
}
