package org.cadreledger.cadre;

import java.time.LocalDate;
import org.cadreledger.access.Command;
import org.jspecify.annotations.Nullable;

/**
 * Registers a cadre, changes the particulars, or transfers to another county: the whole record as it shall be.
 *
 * @param since the day from which a change holds; null for the day of the command in the county's zone
 */
public record RegisterCadre(
        String cadreId,
        String name,
        String jurisdiction,
        Category category,
        String unit,
        String post,
        @Nullable String rank,
        @Nullable String group,
        LocalDate registeredOn,
        @Nullable LocalDate since)
        implements Command<RegisterCadre.Registered> {
    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    public record Registered(String cadreId, Outcome outcome) {}
}
