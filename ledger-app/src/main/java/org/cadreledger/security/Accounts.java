package org.cadreledger.security;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;

/** Who has an account and may do what; without secrets. */
public interface Accounts {
    /** @param roles in the order of {@link Role} */
    record Account(
            String username,
            String displayName,
            List<Role> roles,
            @Nullable String cadreId,
            @Nullable String jurisdiction,
            @Nullable String unit,
            boolean disabled) {
        static final Comparator<Account> BY_NAME = Comparator.comparing(Account::username);

        boolean matches(String folded) {
            return Stream.of(username, displayName, cadreId == null ? "" : cadreId, unit == null ? "" : unit)
                    .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(folded));
        }
    }

    /** @param total how many there are on all pages */
    record Matches(Page<Account> page, int total) {}

    /**
     * Accounts by user name.
     *
     * @param jurisdiction only accounts of that county; null for all, those of no county included
     * @param text a part of the user name, display name, cadre's id or unit, case does not matter; null for all
     */
    Matches list(@Nullable String jurisdiction, @Nullable String text, PageRequest page);

    Optional<Account> account(String username);

    /** By user name; unknown ones are missing. */
    Map<String, String> displayNames(Collection<String> usernames);
}
