package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that happens in the county, decided before the first call: the same size, seed and day give the same plan, so an
 * interrupted run is repeated call by call.
 *
 * @param criticisms one unit's criticism each, with a part for up to three cadres
 */
record Plan(
        Size size,
        long seed,
        Timeline timeline,
        List<Unit> units,
        List<Person> people,
        List<Claim> claims,
        List<Deduction> deductions,
        List<List<Deduction>> criticisms,
        List<Commendation> commendations,
        List<Objection> objections,
        List<Finding> findings) {
    /** Section cadres' and reserve cadres' boards, as the API names them. */
    static final List<String> CATEGORIES = List.of("SECTION", "RESERVE");

    /** @param today in the county's zone */
    static Plan of(Size size, long seed, LocalDate today, Texts texts) {
        Timeline timeline = size.timeline(today);
        Staffing staffing = new Staffing(size, seed, timeline, texts);
        List<Person> people = staffing.people();
        Incentives incentives = new Incentives(seed, timeline, texts);
        Penalties penalties = new Penalties(seed, timeline, texts);
        Disputes disputes = new Disputes(seed, timeline, penalties);
        List<Claim> claims = withOneReturned(incentives.claims(people), timeline.current());
        List<Objection> objections = disputes.objections(people);
        List<Finding> findings = disputes.findings(claims);
        List<Deduction> deductions = new ArrayList<>(penalties.deductions(people));
        objections.stream().map(Objection::entry).filter(Objects::nonNull).forEach(deductions::add);
        findings.stream().map(Finding::sanction).filter(Objects::nonNull).forEach(deductions::add);
        deductions.add(penalties.deduction(people.getLast(), timeline.current(), "N9", "w", Deduction.Fate.WAITING));
        return new Plan(
                size,
                seed,
                timeline,
                staffing.units(),
                people,
                claims,
                deductions.stream()
                        .sorted(Comparator.comparing(Deduction::month).thenComparing(Deduction::id))
                        .toList(),
                penalties.criticisms(people, staffing.units()),
                incentives.commendations(people),
                objections,
                findings);
    }

    /** The current month shows one claim that went back for evidence. */
    private static List<Claim> withOneReturned(List<Claim> claims, YearMonth current) {
        List<Claim> planned = new ArrayList<>(claims);
        for (int i = planned.size() - 1; i >= 0; i--) {
            Claim claim = planned.get(i);
            if (claim.month().equals(current) && claim.fate() == Claim.Fate.DECLARED) {
                planned.set(i, claim.with(Claim.Fate.RETURNED));
                break;
            }
        }
        return List.copyOf(planned);
    }

    /** Names this run in ids of requests: another size, seed or day is another county's work. */
    String name() {
        return String.format(Locale.ROOT, "%s-%d-%s", size.label(), seed, timeline.today());
    }

    Stream<Claim> claimsOf(YearMonth month) {
        return claims.stream().filter(claim -> claim.month().equals(month));
    }

    Stream<Deduction> deductionsOf(YearMonth month) {
        return deductions.stream().filter(deduction -> deduction.month().equals(month));
    }

    Stream<Finding> findingsOf(YearMonth month) {
        return findings.stream().filter(finding -> finding.foundIn().last().equals(month));
    }

    Stream<Objection> objectionsTo(Quarter quarter) {
        return objections.stream().filter(objection -> objection.quarter().equals(quarter));
    }

    /**
     * Cadres who say that their month is complete: those with a user of their own, in the current month two of three.
     */
    Stream<Person> declaring(YearMonth month) {
        boolean current = month.equals(timeline.current());
        return people.stream()
                .filter(Person::signsIn)
                .filter(person -> person.servesIn(month))
                .filter(person ->
                        !current || Choice.of(seed, "declares", person.id()).below(3) > 0);
    }
}
