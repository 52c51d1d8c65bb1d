package org.cadreledger.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The department's desks. {@code deputy} both scores and approves, never the same claim. */
final class Office {
    static final String DEPUTY = "deputy";
    static final String PUBLISHER = "publisher";
    static final String CATALOGUE = "catalogue";
    static final String DISCIPLINE = "discipline";
    static final String LEADER = "leader";
    static final String AUDITOR = "auditor";
    static final String SECURITY = "security";
    static final List<String> REVIEWERS = List.of("reviewer1", "reviewer2", "reviewer3", DEPUTY);
    static final List<String> APPROVERS = List.of("approver1", "approver2", DEPUTY);

    /** A person with a desk. {@code roles} as the API names them; users without a county act everywhere. */
    record Desk(String user, List<String> roles, boolean inCounty) {}

    static List<Desk> desks() {
        Stream<Desk> reviewers = REVIEWERS.stream()
                .filter(user -> !user.equals(DEPUTY))
                .map(user -> new Desk(user, List.of("REVIEWER"), true));
        Stream<Desk> approvers = APPROVERS.stream()
                .filter(user -> !user.equals(DEPUTY))
                .map(user -> new Desk(user, List.of("APPROVER"), true));
        Stream<Desk> others = Map.of(
                        DEPUTY, List.of("REVIEWER", "APPROVER"),
                        PUBLISHER, List.of("PUBLISHER"),
                        CATALOGUE, List.of("CATALOGUE_ADMIN"),
                        DISCIPLINE, List.of("DISCIPLINE"),
                        LEADER, List.of("LEADER"))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(desk -> new Desk(desk.getKey(), desk.getValue(), true));
        Stream<Desk> apart = Stream.of(
                new Desk(AUDITOR, List.of("AUDITOR"), false), new Desk(SECURITY, List.of("SECURITY_ADMIN"), false));
        return Stream.of(reviewers, approvers, others, apart)
                .flatMap(desks -> desks)
                .toList();
    }

    static String reviewer(Choice choice) {
        return choice.pick(REVIEWERS);
    }

    /** An approver who is none of those (four eyes). */
    static String approverBut(Choice choice, String... others) {
        List<String> barred = List.of(others);
        return choice.pick(
                APPROVERS.stream().filter(user -> !barred.contains(user)).toList());
    }

    private Office() {}
}
