package org.cadreledger.consequence.following;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.checks.Problems;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Flag;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Who may follow up what (domain.md "Consequences"). Pure. */
final class FollowUpRules {
    private static final int LONGEST_DOCUMENT = 500;
    private static final int LONGEST_NOTE = 4000;

    private FollowUpRules() {}

    /** 诫勉谈话 is the discipline commission's (source 004, V); the rest is the department's. */
    static void requireHandler(Actor actor, Flag flag) {
        boolean may = flag == Flag.ADMONITION ? actor.has(Role.DISCIPLINE) : actor.isDepartment();
        if (!may) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }

    /** Criticism and education by the department, or a referral that the discipline commission takes up. */
    static void requireCaseHandler(Actor actor) {
        if (!actor.isDepartment() && !actor.has(Role.DISCIPLINE)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }

    /** Nobody decides on what concerns themselves (domain.md "Cycle", 1). */
    static void requireOther(Actor actor, String cadreId) {
        if (actor.is(cadreId)) {
            throw Refusal.of(Reason.FOUR_EYES);
        }
    }

    /** A flag counts as raised by the last of its periods; a withdrawn one is raised no more. */
    static Optional<Consequence> raised(List<Consequence> found, Flag flag, Period period) {
        return found.stream()
                .filter(consequence -> consequence.flag() == flag && !consequence.withdrawn())
                .filter(consequence -> consequence.raisedBy().getLast().equals(period))
                .findFirst();
    }

    /** Priority of a year: that of the last period in {@code raisedBy} (http-api.md). */
    static Optional<Consequence> priority(List<Consequence> found, int year) {
        return found.stream()
                .filter(consequence -> consequence.flag() == Flag.PRIORITY && !consequence.withdrawn())
                .filter(consequence -> consequence.raisedBy().getLast().year() == year)
                .findFirst();
    }

    static void checkReason(String reason) {
        Problems problems = new Problems();
        problems.text("reason", reason, LONGEST_NOTE);
        problems.refuse();
    }

    /** @param today in the county's zone: what is recorded has been done */
    static void check(LocalDate on, String document, @Nullable String note, LocalDate today) {
        Problems problems = new Problems();
        if (problems.date("on", on)) {
            problems.require(!on.isAfter(today), "on", "future", today);
        }
        problems.text("document", document, LONGEST_DOCUMENT);
        problems.optionalText("note", note, LONGEST_NOTE);
        problems.refuse();
    }
}
