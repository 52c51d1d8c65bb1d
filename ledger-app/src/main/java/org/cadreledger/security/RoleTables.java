package org.cadreledger.security;

import java.util.List;
import java.util.Set;
import org.cadreledger.access.Role;
import org.cadreledger.security.CallPermissions.Call;
import org.cadreledger.security.CallPermissions.Sign;

/** The tables that decide, row by row, for people to read: what stands here is what is enforced. */
public final class RoleTables {
    private RoleTables() {}

    /**
     * @param path pattern of the address
     * @param open whether it may need no sign-in
     * @param roles who may come
     */
    public record Row(String method, String path, boolean open, Set<Role> roles) {
        static Row of(Call call) {
            return new Row(call.method(), call.pattern().getPatternString(), call.sign() != Sign.NEEDED, call.roles());
        }

        /** The first part of the address: what it is about. */
        public String area() {
            String rest = path.startsWith("/api/v1/") ? path.substring("/api/v1/".length()) : path.substring(1);
            int end = rest.indexOf('/');
            return end < 0 ? rest : rest.substring(0, end);
        }

        public boolean allows(Role role) {
            return open || roles.contains(role);
        }
    }

    /** The calls of the API: all that anybody can do. */
    public static List<Row> calls() {
        return CallPermissions.CALLS.stream().map(Row::of).toList();
    }

    public static List<Row> pages() {
        return PagePermissions.PAGES.stream().map(Row::of).toList();
    }
}
