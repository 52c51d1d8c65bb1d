package org.cadreledger.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cadreledger.demo.Objection.Outcome;
import org.jspecify.annotations.Nullable;

/** Objections to every quarter's board, and claims that are found wrong later. */
final class Disputes {
    /** An ordinary mistake is found a quarter later, a fraud two. */
    private static final int FRAUD_LAG = 2;

    private final long seed;
    private final Timeline timeline;
    private final Penalties penalties;

    Disputes(long seed, Timeline timeline, Penalties penalties) {
        this.seed = seed;
        this.timeline = timeline;
        this.penalties = penalties;
    }

    /** Only cadres with a user of their own can object. The last quarter keeps one objection open. */
    List<Objection> objections(List<Person> people) {
        List<Person> speakers = people.stream().filter(Person::signsIn).toList();
        List<Objection> objections = new ArrayList<>();
        for (Quarter quarter : timeline.quarters()) {
            List<Outcome> outcomes = timeline.isLast(quarter)
                    ? List.of(Outcome.OPEN, Outcome.INQUIRY)
                    : List.of(Outcome.UNJUST, Outcome.OMITTED, Outcome.REJECTED, Outcome.INQUIRY);
            int start = Choice.of(seed, "speakers", quarter).below(speakers.size());
            for (int i = 0; i < outcomes.size(); i++) {
                objections.add(objection(quarter, speakers.get((start + i) % speakers.size()), outcomes.get(i)));
            }
        }
        return objections;
    }

    private Objection objection(Quarter quarter, Person cadre, Outcome outcome) {
        List<YearMonth> months = timeline.monthsOf(quarter);
        boolean aboutEntry = outcome == Outcome.UNJUST || outcome == Outcome.REJECTED || outcome == Outcome.OPEN;
        Deduction entry =
                aboutEntry ? penalties.deduction(cadre, months.getFirst(), "N8", "o", Deduction.Fate.CONFIRMED) : null;
        return new Objection(
                quarter + "-" + cadre.id(),
                quarter,
                cadre,
                entry,
                outcome == Outcome.OMITTED ? months.getLast() : null,
                outcome,
                answerer(quarter, cadre, entry));
    }

    private String answerer(Quarter quarter, Person cadre, @Nullable Deduction entry) {
        Choice choice = Choice.of(seed, "answer", quarter, cadre.id());
        return entry == null
                ? Office.approverBut(choice)
                : Office.approverBut(choice, entry.enteredBy(), entry.confirmedBy());
    }

    List<Finding> findings(List<Claim> claims) {
        List<Quarter> quarters = timeline.quarters();
        Set<String> taken = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < quarters.size(); i++) {
            find(claims, quarters.get(i - 1), quarters.get(i), false, taken).ifPresent(findings::add);
            if (i >= FRAUD_LAG) {
                find(claims, quarters.get(i - FRAUD_LAG), quarters.get(i), true, taken)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> find(List<Claim> claims, Quarter of, Quarter foundIn, boolean fraud, Set<String> taken) {
        Choice choice = Choice.of(seed, "finding", of, foundIn);
        List<Claim> candidates = claims.stream()
                .filter(claim -> claim.fate() == Claim.Fate.APPROVED)
                .filter(claim -> Quarter.of(claim.month()).equals(of))
                .filter(claim -> claim.cadre().away() == null && !taken.contains(claim.id()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = choice.pick(candidates);
        taken.add(claim.id());
        Deduction sanction =
                fraud ? penalties.deduction(claim.cadre(), foundIn.last(), "N8", "f", Deduction.Fate.CONFIRMED) : null;
        return Optional.of(new Finding(claim, foundIn, sanction, Office.approverBut(choice)));
    }
}
