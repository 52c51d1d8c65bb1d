package org.cadreledger.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One month: claims and deductions are entered, scored, decided; what stays undecided is carried over. */
final class MonthBooks {
    private static final int BULK = 50;

    private final Plan plan;
    private final Texts texts;
    private final YearMonth month;
    private final List<Claim> claims;

    MonthBooks(Plan plan, Texts texts, YearMonth month) {
        this.plan = plan;
        this.texts = texts;
        this.month = month;
        this.claims = plan.claimsOf(month).toList();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(batch("entered", entered()));
        plan.commendations().stream()
                .filter(commendation -> commendation.month().equals(month))
                .forEach(commendation -> steps.add(commended(commendation)));
        steps.add(batch(
                "scored", Stream.concat(scores(false), withdrawalsAndReturns()).toList()));
        steps.add(batch("decided", decided()));
        steps.add(batch("amended", scores(true).toList()));
        steps.add(batch(
                "settled",
                Stream.concat(approvals(of(Claim.Fate.AMENDED), "amended"), carriedOver())
                        .toList()));
        return steps;
    }

    private Step batch(String name, List<Call> calls) {
        return new Step.Batch(month + " " + name, calls);
    }

    private Stream<Claim> of(Claim.Fate fate) {
        return claims.stream().filter(claim -> claim.fate() == fate);
    }

    private List<Call> entered() {
        return Stream.of(
                        claims.stream().map(this::claim),
                        plan.deductionsOf(month).map(this::deduction),
                        plan.criticisms().stream()
                                .filter(parts -> !parts.isEmpty()
                                        && parts.getFirst().month().equals(month))
                                .map(this::criticism),
                        plan.declaring(month).map(this::declaration))
                .flatMap(calls -> calls)
                .toList();
    }

    private Call claim(Claim claim) {
        Map<String, Object> body = content(claim, claim.account());
        body.put("claimId", claim.id());
        return Call.post("claim", ledger(claim.cadre()) + "/claims", claim.claimer(), body)
                .labelled("claim/" + claim.id());
    }

    private static Map<String, Object> content(Claim claim, String account) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("month", claim.month().toString());
        body.put("rule", claim.rule());
        Opening.putIfThere(body, "level", claim.level());
        body.put("matter", claim.matter());
        body.put("occurredOn", claim.occurredOn().toString());
        body.put("account", account);
        body.put("evidence", claim.evidence().stream().map(Call.Ref::new).toList());
        return body;
    }

    private Call deduction(Deduction deduction) {
        Map<String, Object> body = department(deduction);
        body.put("deductionId", deduction.id());
        if (deduction.ofBase()) {
            body.put("item", deduction.code());
            body.put("points", deduction.points());
        } else {
            body.put("rule", deduction.code());
        }
        String path = ledger(deduction.cadre()) + (deduction.ofBase() ? "/base-deductions" : "/deductions");
        return Call.post(deduction.ofBase() ? "base deduction" : "deduction", path, deduction.enteredBy(), body)
                .labelled("deduct/" + deduction.id());
    }

    private static Map<String, Object> department(Deduction deduction) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("month", deduction.month().toString());
        body.put("matter", deduction.matter());
        body.put("occurredOn", deduction.occurredOn().toString());
        body.put("basis", deduction.basis());
        return body;
    }

    private Call criticism(List<Deduction> parts) {
        Map<String, Object> body = department(parts.getFirst());
        body.put("rule", parts.getFirst().code());
        body.put("parties", parts.stream().map(MonthBooks::party).toList());
        return Call.post("unit criticism", "/deductions", parts.getFirst().enteredBy(), body)
                .labelled("criticism/" + month)
                .checking(MonthBooks::problems);
    }

    private static Map<String, Object> party(Deduction part) {
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("cadreId", part.cadre().id());
        party.put("deductionId", part.id());
        Opening.putIfThere(party, "role", part.role());
        return party;
    }

    private Call declaration(Person person) {
        boolean claimed = claims.stream().anyMatch(claim -> claim.cadre().equals(person));
        return Call.put(
                "declaration",
                ledger(person) + "/declarations/" + month,
                person.user(),
                Map.of("statement", texts.one("statements." + (claimed ? "MONTH" : "NOTHING"))));
    }

    /** The ids of department bonuses are the program's, so they are confirmed as the answer names them. */
    private Step commended(Commendation commendation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("month", month.toString());
        body.put("rule", commendation.rule());
        body.put("level", commendation.level());
        body.put("matter", commendation.matter());
        body.put("occurredOn", commendation.occurredOn().toString());
        body.put("basis", commendation.basis());
        body.put("cadreIds", commendation.cadres().stream().map(Person::id).toList());
        Call first = Call.post("bonus", "/bonuses", commendation.enteredBy(), body)
                .labelled("bonus/" + month)
                .checking(MonthBooks::problems);
        return new Step.Answered(
                month + " commended",
                first,
                answer -> results(answer)
                        .map(result -> confirm(
                                result.path("cadreId").asString(),
                                result.path("deductionId").asString(),
                                commendation.confirmedBy()))
                        .toList());
    }

    private static Stream<JsonNode> results(JsonNode answer) {
        return StreamSupport.stream(answer.path("results").spliterator(), false);
    }

    private static @Nullable String problems(JsonNode answer) {
        String problems = results(answer)
                .filter(result -> result.hasNonNull("problem"))
                .map(JsonNode::toString)
                .collect(Collectors.joining("; "));
        return problems.isEmpty() ? null : problems;
    }

    private Stream<Call> scores(boolean amended) {
        return claims.stream()
                .filter(claim -> claim.fate().isScored())
                .filter(claim -> (claim.fate() == Claim.Fate.AMENDED) == amended)
                .map(this::score);
    }

    private Call score(Claim claim) {
        Map<String, Object> body = new LinkedHashMap<>();
        Opening.putIfThere(body, "level", claim.loweredTo());
        Opening.putIfThere(body, "matter", claim.settled());
        body.put("note", texts.one(claim.loweredTo() == null ? "reasons.SCORE" : "reasons.LOWER"));
        return Call.post("score", path(claim) + "/score", claim.scorer(), body);
    }

    private Stream<Call> withdrawalsAndReturns() {
        return Stream.of(
                        of(Claim.Fate.WITHDRAWN)
                                .map(claim ->
                                        Call.post("withdraw", path(claim) + "/withdraw", claim.claimer(), Map.of())),
                        of(Claim.Fate.AMENDED).map(this::giveBack),
                        of(Claim.Fate.RETURNED).map(this::giveBack))
                .flatMap(calls -> calls);
    }

    private Call giveBack(Claim claim) {
        return Call.post(
                "return", path(claim) + "/return", claim.approver(), Map.of("reason", texts.one("reasons.RETURN")));
    }

    private List<Call> decided() {
        Stream<Claim> carriedBefore = plan.claimsOf(month.minusMonths(1)).filter(c -> c.fate() == Claim.Fate.CARRIED);
        return Stream.of(
                        approvals(Stream.concat(of(Claim.Fate.APPROVED), carriedBefore), "approved"),
                        of(Claim.Fate.REJECTED).map(this::reject),
                        of(Claim.Fate.AMENDED).map(this::amend),
                        plan.deductionsOf(month)
                                .filter(deduction -> deduction.fate() != Deduction.Fate.WAITING)
                                .map(this::decide),
                        plan.criticisms().stream()
                                .flatMap(List::stream)
                                .filter(part -> part.month().equals(month))
                                .map(this::decide))
                .flatMap(calls -> calls)
                .toList();
    }

    private Call reject(Claim claim) {
        return Call.post(
                "reject", path(claim) + "/reject", claim.approver(), Map.of("reason", texts.one("reasons.REJECT")));
    }

    private Call amend(Claim claim) {
        return Call.put(
                "change", path(claim), claim.claimer(), content(claim, claim.account() + texts.one("supplement")));
    }

    private Call decide(Deduction deduction) {
        return deduction.fate() == Deduction.Fate.DISMISSED
                ? Call.post(
                        "dismiss",
                        ledger(deduction.cadre()) + "/deductions/" + deduction.id() + "/dismiss",
                        deduction.confirmedBy(),
                        Map.of("reason", texts.one("reasons.DISMISS")))
                : confirm(deduction.cadre().id(), deduction.id(), deduction.confirmedBy());
    }

    private Call confirm(String cadreId, String deductionId, String by) {
        return Call.post("confirm", "/ledgers/" + cadreId + "/deductions/" + deductionId + "/confirm", by, Map.of());
    }

    /** Bulk approval, in lists of {@value #BULK} an approver. */
    private static Stream<Call> approvals(Stream<Claim> claims, String label) {
        Map<String, List<Claim>> byApprover =
                claims.collect(Collectors.groupingBy(Claim::approver, TreeMap::new, Collectors.toList()));
        return byApprover.entrySet().stream()
                .flatMap(entry -> lists(entry.getValue()).map(list -> approve(entry.getKey(), list, label)));
    }

    private static Stream<List<Claim>> lists(List<Claim> claims) {
        return Stream.iterate(0, from -> from < claims.size(), from -> from + BULK)
                .map(from -> claims.subList(from, Math.min(claims.size(), from + BULK)));
    }

    private static Call approve(String approver, List<Claim> claims, String label) {
        List<Map<String, String>> items = claims.stream()
                .map(claim -> Map.of("cadreId", claim.cadre().id(), "claimId", claim.id()))
                .toList();
        return Call.post("bulk approval", "/claims/approve", approver, Map.of("items", items))
                .labelled(label + "/" + claims.getFirst().id())
                .checking(MonthBooks::problems);
    }

    private Stream<Call> carriedOver() {
        return of(Claim.Fate.CARRIED)
                .map(claim -> Call.post(
                        "carry over",
                        path(claim) + "/carry-over",
                        claim.approver(),
                        Map.of("reason", texts.one("reasons.CARRY"))));
    }

    private static String ledger(Person person) {
        return "/ledgers/" + person.id();
    }

    static String path(Claim claim) {
        return ledger(claim.cadre()) + "/claims/" + claim.id();
    }
}
