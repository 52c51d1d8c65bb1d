package org.cadreledger.security;

import static org.cadreledger.access.Role.ACCOUNT_ADMIN;
import static org.cadreledger.access.Role.APPROVER;
import static org.cadreledger.access.Role.AUDITOR;
import static org.cadreledger.access.Role.CADRE;
import static org.cadreledger.access.Role.CATALOGUE_ADMIN;
import static org.cadreledger.access.Role.DEPARTMENT;
import static org.cadreledger.access.Role.DISCIPLINE;
import static org.cadreledger.access.Role.LEADER;
import static org.cadreledger.access.Role.PUBLISHER;
import static org.cadreledger.access.Role.REVIEWER;
import static org.cadreledger.access.Role.SECURITY_ADMIN;
import static org.cadreledger.access.Role.UNIT_CLERK;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.refusal.Reason;
import org.cadreledger.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table of who may call what (http-api.md "Resources", column "who"). A call that is not in it is nobody's. On top
 * of it a cadre reaches only its own data and staff of a county only that county's.
 */
final class CallPermissions {
    /** Who may come at all. */
    enum Sign {
        /** Without sign-in. */
        NOT_NEEDED,
        /** Without sign-in when the county opens its boards; the call itself decides. */
        NOT_NEEDED_IF_PUBLIC,
        NEEDED
    }

    /** A row of the table. */
    record Call(String method, PathPattern pattern, Sign sign, Set<Role> roles) {
        Call(String method, String pattern, Sign sign, Set<Role> roles) {
            this(method, PathPatternParser.defaultInstance.parse(pattern), sign, roles);
        }

        boolean matches(PathContainer path) {
            return pattern.matches(path);
        }

        /** Whether {@code actor} may come; null for nobody. What its data allows is the call's own affair. */
        boolean admits(@Nullable Actor actor) {
            return sign != Sign.NEEDED
                    || (actor != null && actor.roles().stream().anyMatch(roles::contains));
        }
    }

    private static final String API = "/api/v1";
    private static final Set<Role> ALL = Role.all();

    /** "A LEADER reads everything of the jurisdiction." */
    static final Set<Role> STAFF_READERS = with(DEPARTMENT, LEADER);

    static final List<Call> CALLS = List.of(
            open("POST", "/tokens", Sign.NOT_NEEDED),
            call("POST", "/users", ACCOUNT_ADMIN),
            call("POST", "/users/{username}/disable", ACCOUNT_ADMIN),
            call("POST", "/users/{username}/password", ACCOUNT_ADMIN),
            call("PUT", "/jurisdictions/{jurisdiction}", CATALOGUE_ADMIN),
            call("PUT", "/jurisdictions/{jurisdiction}/holidays/{year}", CATALOGUE_ADMIN),
            call("GET", "/cadres", with(STAFF_READERS, UNIT_CLERK, DISCIPLINE, AUDITOR)),
            call("GET", "/cadres/{cadreId}", with(STAFF_READERS, CADRE, UNIT_CLERK, DISCIPLINE, AUDITOR)),
            call("PUT", "/cadres/{cadreId}", DEPARTMENT),
            call("POST", "/cadres/import", DEPARTMENT),
            call("POST", "/cadres/{cadreId}/absences", DEPARTMENT),
            call("PUT", "/cadres/{cadreId}/absences/{absenceId}", DEPARTMENT),
            call("PUT", "/cadres/{cadreId}/grades/{year}", DEPARTMENT),
            call("GET", "/catalogues", ALL),
            call("POST", "/catalogues", CATALOGUE_ADMIN),
            call("POST", "/catalogues/{version}/publish", CATALOGUE_ADMIN),
            call("POST", "/ledgers/{cadreId}/claims", CADRE, UNIT_CLERK),
            call("PUT", "/ledgers/{cadreId}/claims/{claimId}", CADRE, UNIT_CLERK),
            call("POST", "/ledgers/{cadreId}/claims/{claimId}/withdraw", CADRE),
            call("PUT", "/ledgers/{cadreId}/declarations/{month}", CADRE),
            call("POST", "/ledgers/{cadreId}/claims/{claimId}/score", REVIEWER),
            call("POST", "/ledgers/{cadreId}/claims/{claimId}/approve", APPROVER),
            call("POST", "/ledgers/{cadreId}/claims/{claimId}/reject", APPROVER),
            call("POST", "/ledgers/{cadreId}/claims/{claimId}/return", APPROVER, REVIEWER),
            call("POST", "/ledgers/{cadreId}/claims/{claimId}/carry-over", APPROVER, REVIEWER),
            call("POST", "/claims/approve", APPROVER),
            call("GET", "/claims", REVIEWER, APPROVER, LEADER),
            call("GET", "/deductions", REVIEWER, APPROVER, LEADER),
            call("POST", "/ledgers/{cadreId}/deductions", REVIEWER),
            call("POST", "/deductions", REVIEWER),
            call("POST", "/bonuses", REVIEWER),
            call("POST", "/ledgers/{cadreId}/base-deductions", REVIEWER),
            call("POST", "/ledgers/{cadreId}/deductions/{deductionId}/confirm", APPROVER),
            call("POST", "/ledgers/{cadreId}/deductions/{deductionId}/dismiss", APPROVER),
            call("POST", "/ledgers/{cadreId}/deductions/{deductionId}/carry-over", APPROVER, REVIEWER),
            call("POST", "/ledgers/{cadreId}/entries/{entryId}/reverse", APPROVER),
            call("GET", "/ledgers/{cadreId}", with(STAFF_READERS, CADRE, AUDITOR)),
            call("GET", "/ledgers/{cadreId}/history", with(STAFF_READERS, CADRE, AUDITOR)),
            call("POST", "/evidence", CADRE, UNIT_CLERK, REVIEWER),
            call("GET", "/evidence/{evidenceId}", with(STAFF_READERS, CADRE, UNIT_CLERK)),
            call("GET", "/periods/{period}", STAFF_READERS),
            call("GET", "/periods/{month}/undeclared", STAFF_READERS),
            call("POST", "/periods/{month}/close", PUBLISHER),
            call("POST", "/periods/{period}/publish", PUBLISHER),
            call("POST", "/periods/{period}/revise", PUBLISHER),
            call("POST", "/periods/{period}/finalise", PUBLISHER),
            open("GET", "/boards/{period}", Sign.NOT_NEEDED_IF_PUBLIC),
            call("POST", "/boards/{period}/designations", PUBLISHER),
            call("POST", "/boards/{period}/objections", CADRE),
            call("POST", "/boards/{period}/objections/{objectionId}/answer", APPROVER),
            call("GET", "/objections", with(STAFF_READERS, CADRE)),
            call("GET", "/consequences", with(STAFF_READERS, DISCIPLINE, CADRE)),
            call("POST", "/consequences/{cadreId}/PRIORITY/confirm", DEPARTMENT),
            call("POST", "/consequences/{cadreId}/{flag}/handled", with(DEPARTMENT, DISCIPLINE)),
            call("GET", "/fraud-cases", with(STAFF_READERS, DISCIPLINE)),
            call("POST", "/fraud-cases/{caseId}/handled", with(DEPARTMENT, DISCIPLINE)),
            call("GET", "/log", AUDITOR),
            call("GET", "/log/verify", AUDITOR),
            // not in the contract: who keeps the system running may rebuild what it derives, and sees no content by it
            call("GET", "/projections", SECURITY_ADMIN, AUDITOR),
            call("POST", "/projections/{name}/reset", SECURITY_ADMIN),
            call("POST", "/archive/backup", SECURITY_ADMIN));

    private CallPermissions() {}

    /** The entry of a call; HEAD is asked like GET. */
    static Optional<Call> find(String method, String path) {
        return find(CALLS, method, path);
    }

    static Optional<Call> find(List<Call> table, String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        PathContainer parsed = PathContainer.parsePath(path);
        return table.stream()
                .filter(call -> call.method().equals(asked) && call.matches(parsed))
                .findFirst();
    }

    /** Methods that some call has at that path; empty for a path that there is not. */
    static List<String> methodsAt(String path) {
        return methodsAt(CALLS, path);
    }

    static List<String> methodsAt(List<Call> table, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return table.stream()
                .filter(call -> call.matches(parsed))
                .map(Call::method)
                .distinct()
                .toList();
    }

    /** What who is signed in and was not let in is told: 403, 404 or 405. */
    static Problem refusal(List<Call> table, String method, String path) {
        if (find(table, method, path).isPresent()) {
            return Problem.of(Reason.FORBIDDEN);
        }
        return methodsAt(table, path).isEmpty() ? Problem.of(Reason.NOT_FOUND) : Problem.METHOD_NOT_ALLOWED;
    }

    private static Call call(String method, String pattern, Role... roles) {
        return call(method, pattern, Set.of(roles));
    }

    private static Call call(String method, String pattern, Set<Role> roles) {
        return new Call(method, API + pattern, Sign.NEEDED, roles);
    }

    private static Call open(String method, String pattern, Sign sign) {
        return new Call(method, API + pattern, sign, ALL);
    }

    static Set<Role> with(Set<Role> roles, Role... more) {
        EnumSet<Role> all = EnumSet.copyOf(roles);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
