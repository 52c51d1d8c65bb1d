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
import static org.cadreledger.security.CallPermissions.STAFF_READERS;
import static org.cadreledger.security.CallPermissions.with;

import java.util.List;
import java.util.Set;
import org.cadreledger.access.Role;
import org.cadreledger.security.CallPermissions.Call;
import org.cadreledger.security.CallPermissions.Sign;

/** The table of the pages, as {@link CallPermissions} is that of the API: what is not in it is nobody's. */
final class PagePermissions {
    private static final Set<Role> ALL = Role.all();

    static final List<Call> PAGES = List.of(
            // the frame
            open("GET", "/sign-in"),
            open("POST", "/sign-in"),
            // only by a forward: keeps what a form held when its session had ended
            open("POST", "/sign-in/again"),
            open("POST", "/language"),
            open("GET", "/assets/**"),
            open("GET", "/webjars/**"),
            page("POST", "/sign-out", ALL),
            page("GET", "/", ALL),
            page("GET", "/jobs", ALL),
            page("GET", "/jobs/{jobId}", ALL),
            page("GET", "/jobs/{jobId}/file", ALL),
            page("POST", "/evidence", CADRE, UNIT_CLERK, REVIEWER),
            page("GET", "/evidence/{evidenceId}", with(STAFF_READERS, CADRE, UNIT_CLERK)),
            // a cadre's points and declaration
            page("GET", "/my", CADRE),
            page("GET", "/cadres/{cadreId}/points", with(STAFF_READERS, CADRE, AUDITOR)),
            page("GET", "/declarations", CADRE),
            page("GET", "/declarations/{month}", CADRE),
            page("POST", "/declarations/{month}", CADRE),
            page("GET", "/unit", UNIT_CLERK),
            page("GET", "/cadres/{cadreId}/claims/new", CADRE, UNIT_CLERK),
            page("POST", "/cadres/{cadreId}/claims", CADRE, UNIT_CLERK),
            page("POST", "/cadres/{cadreId}/claims/preview", CADRE, UNIT_CLERK),
            page("POST", "/cadres/{cadreId}/claims/draft", CADRE, UNIT_CLERK),
            page("POST", "/cadres/{cadreId}/claims/draft/discard", CADRE, UNIT_CLERK),
            page("GET", "/cadres/{cadreId}/claims/{claimId}", with(STAFF_READERS, CADRE, UNIT_CLERK, AUDITOR)),
            page("POST", "/cadres/{cadreId}/claims/{claimId}", CADRE, UNIT_CLERK),
            page("POST", "/cadres/{cadreId}/claims/{claimId}/withdraw", CADRE),

            // the review desk and the department's entries
            page("GET", "/review", REVIEWER, APPROVER, LEADER),
            page("POST", "/review/approve", APPROVER),
            page("GET", "/review/{cadreId}/{claimId}", REVIEWER, APPROVER, LEADER),
            page("POST", "/review/{cadreId}/{claimId}/score", REVIEWER),
            page("POST", "/review/{cadreId}/{claimId}/approve", APPROVER),
            page("POST", "/review/{cadreId}/{claimId}/reject", APPROVER),
            page("POST", "/review/{cadreId}/{claimId}/return", APPROVER, REVIEWER),
            page("POST", "/review/{cadreId}/{claimId}/carry-over", APPROVER, REVIEWER),
            page("GET", "/deductions", REVIEWER, APPROVER, LEADER),
            page("GET", "/deductions/new", REVIEWER),
            page("POST", "/deductions/new", REVIEWER),
            page("GET", "/deductions/{cadreId}/{deductionId}", REVIEWER, APPROVER, LEADER),
            page("POST", "/deductions/{cadreId}/{deductionId}/confirm", APPROVER),
            page("POST", "/deductions/{cadreId}/{deductionId}/dismiss", APPROVER),
            page("POST", "/deductions/{cadreId}/{deductionId}/carry-over", APPROVER, REVIEWER),
            page("GET", "/cadres/{cadreId}/entries/{entryId}/reverse", APPROVER),
            page("POST", "/cadres/{cadreId}/entries/{entryId}/reverse", APPROVER),

            // periods, objections, boards, years, consequences
            page("GET", "/periods", STAFF_READERS),
            page("GET", "/periods/{period}", STAFF_READERS),
            page("GET", "/periods/{month}/undeclared.xlsx", STAFF_READERS),
            page("GET", "/periods/{month}/reminder", STAFF_READERS),
            page("GET", "/periods/{period}/{step:close|publish|revise|finalise}", PUBLISHER),
            page("POST", "/periods/{period}/{step:close|publish|revise|finalise}", PUBLISHER),
            page("GET", "/objections", with(STAFF_READERS, CADRE)),
            page("GET", "/objections/{objectionId}", with(STAFF_READERS, CADRE)),
            page("POST", "/objections/{objectionId}", APPROVER),
            openIfPublic("/boards"),
            openIfPublic("/boards/{period}.xlsx"),
            openIfPublic("/boards/{period}"),
            openIfPublic("/boards/{period}/changes"),
            page("GET", "/boards/{period}/objections/new", CADRE),
            page("POST", "/boards/{period}/objections/new", CADRE),
            page("GET", "/boards/{period}/designations", PUBLISHER),
            page("POST", "/boards/{period}/designations", PUBLISHER),
            page("GET", "/consequences", with(STAFF_READERS, DISCIPLINE, CADRE)),
            page("GET", "/consequences.xlsx", with(STAFF_READERS, DISCIPLINE)),
            page("GET", "/consequences/{cadreId}/PRIORITY/confirm", DEPARTMENT),
            page("POST", "/consequences/{cadreId}/PRIORITY/confirm", DEPARTMENT),
            page("GET", "/consequences/{cadreId}/{flag}/handled", with(DEPARTMENT, DISCIPLINE)),
            page("POST", "/consequences/{cadreId}/{flag}/handled", with(DEPARTMENT, DISCIPLINE)),
            page("GET", "/fraud-cases/{caseId}/handled", with(DEPARTMENT, DISCIPLINE)),
            page("POST", "/fraud-cases/{caseId}/handled", with(DEPARTMENT, DISCIPLINE)),
            page("GET", "/cadres/{cadreId}/file", with(STAFF_READERS, DISCIPLINE, CADRE)),

            // catalogue, register, log, accounts
            page("GET", "/catalogues", ALL),
            page("GET", "/catalogues/{version}", ALL),
            page("GET", "/catalogues/{version}/changes", ALL),
            page("GET", "/catalogues/{version}/draft", CATALOGUE_ADMIN),
            page("POST", "/catalogues/{version}/draft", CATALOGUE_ADMIN),
            page("GET", "/catalogues/{version}/publish", CATALOGUE_ADMIN),
            page("POST", "/catalogues/{version}/publish", CATALOGUE_ADMIN),
            page("GET", "/county", CATALOGUE_ADMIN),
            page("POST", "/county", CATALOGUE_ADMIN),
            page("POST", "/county/holidays", CATALOGUE_ADMIN),
            page("GET", "/cadres", with(STAFF_READERS, UNIT_CLERK, DISCIPLINE, AUDITOR)),
            page("GET", "/register/export", with(STAFF_READERS, UNIT_CLERK, DISCIPLINE, AUDITOR)),
            page("GET", "/register/new", DEPARTMENT),
            page("POST", "/register/new", DEPARTMENT),
            page("GET", "/register/import", DEPARTMENT),
            page("POST", "/register/import", DEPARTMENT),
            page("POST", "/register/import/confirm", DEPARTMENT),
            page("GET", "/register/template", DEPARTMENT),
            page("GET", "/cadres/{cadreId}", with(STAFF_READERS, CADRE, UNIT_CLERK, DISCIPLINE, AUDITOR)),
            page("GET", "/cadres/{cadreId}/change", DEPARTMENT),
            page("POST", "/cadres/{cadreId}/change", DEPARTMENT),
            page("POST", "/cadres/{cadreId}/absences", DEPARTMENT),
            page("POST", "/cadres/{cadreId}/grades", DEPARTMENT),
            page("GET", "/log", AUDITOR),
            page("POST", "/log/verify", AUDITOR),
            page("POST", "/log/export", AUDITOR),
            page("GET", "/projections", SECURITY_ADMIN, AUDITOR),
            page("POST", "/projections/{name}/reset", SECURITY_ADMIN),
            page("GET", "/accounts", ACCOUNT_ADMIN),
            page("GET", "/accounts/new", ACCOUNT_ADMIN),
            page("POST", "/accounts", ACCOUNT_ADMIN),
            page("GET", "/accounts/users/{username}", ACCOUNT_ADMIN),
            page("POST", "/accounts/users/{username}/disable", ACCOUNT_ADMIN),
            page("POST", "/accounts/users/{username}/password", ACCOUNT_ADMIN),
            page("GET", "/accounts/roles", ACCOUNT_ADMIN, SECURITY_ADMIN, AUDITOR),
            page("GET", "/password", ALL),
            page("POST", "/password", ALL));

    private PagePermissions() {}

    private static Call page(String method, String pattern, Role... roles) {
        return page(method, pattern, Set.of(roles));
    }

    private static Call page(String method, String pattern, Set<Role> roles) {
        return new Call(method, pattern, Sign.NEEDED, roles);
    }

    /** A county that has opened its boards shows them to everyone; the page itself decides. */
    private static Call openIfPublic(String pattern) {
        return new Call("GET", pattern, Sign.NOT_NEEDED_IF_PUBLIC, ALL);
    }

    private static Call open(String method, String pattern) {
        return new Call(method, pattern, Sign.NOT_NEEDED, ALL);
    }
}
