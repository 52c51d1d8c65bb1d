package org.cadreledger.security;

import static org.cadreledger.access.Role.ACCOUNT_ADMIN;
import static org.cadreledger.access.Role.AUDITOR;
import static org.cadreledger.access.Role.CADRE;
import static org.cadreledger.access.Role.CATALOGUE_ADMIN;
import static org.cadreledger.access.Role.DEPARTMENT;
import static org.cadreledger.access.Role.DISCIPLINE;
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
            open("POST", "/language"),
            open("GET", "/assets/**"),
            open("GET", "/webjars/**"),
            page("POST", "/sign-out", ALL),
            page("GET", "/", ALL),
            page("GET", "/jobs", ALL),
            page("GET", "/jobs/{jobId}", ALL),
            page("POST", "/evidence", CADRE, UNIT_CLERK, REVIEWER),
            page("GET", "/evidence/{evidenceId}", with(STAFF_READERS, CADRE, UNIT_CLERK)),
            // a cadre's points and declaration

            // the review desk and the department's entries

            // periods, objections, boards, years, consequences

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
            page("GET", "/log/export", AUDITOR),
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
            page("POST", "/password", ALL)
            );

    private PagePermissions() {}

    private static Call page(String method, String pattern, Role... roles) {
        return page(method, pattern, Set.of(roles));
    }

    private static Call page(String method, String pattern, Set<Role> roles) {
        return new Call(method, CallPermissions.parsed(pattern), Sign.NEEDED, roles);
    }

    private static Call open(String method, String pattern) {
        return new Call(method, CallPermissions.parsed(pattern), Sign.NOT_NEEDED, ALL);
    }
}
