package org.cadreledger.ledger.keeping;

import java.util.List;
import java.util.Map;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Month;

/**
 * Where a decision taken now counts (domain.md "Score of a period"): in the month it was declared for, or the earliest one
 * after it that is open in the books of the county on whose quarterly board the cadre stands.
 *
 * @param fixed whether the books of a county that the cadre left settle the month: the closings of the present one must
 *     not move it
 * @param counties whose projections take the entry; the present one last
 */
public record Counting(Month month, boolean fixed, List<String> counties) {

    /** A county and how far its books are. */
    record Keeper(County county, PeriodBook periods) {
        boolean isOpen(Month month) {
            return !month.isBefore(county.settings().firstMonth()) && !periods.isClosed(month);
        }

        String code() {
            return county.settings().jurisdiction();
        }
    }

    /** @param left the counties that the cadre left, by code */
    static Counting from(Month declared, CadreFile file, Keeper present, Map<String, Keeper> left) {
        Month month = declared;
        Keeper keeper = keeper(month, file, present, left);
        while (!keeper.isOpen(month)) {
            month = month.next();
            keeper = keeper(month, file, present, left);
        }
        return keeper.equals(present)
                ? new Counting(month, false, List.of(present.code()))
                : new Counting(month, true, List.of(keeper.code(), present.code()));
    }

    /** domain.md "Ranking": the county is that of the period's last day. */
    private static Keeper keeper(Month month, CadreFile file, Keeper present, Map<String, Keeper> left) {
        return file.on(month.quarter().lastDay(), Long.MAX_VALUE)
                .map(CadreFile.Particulars::jurisdiction)
                .filter(code -> !code.equals(present.code()))
                .map(left::get)
                .orElse(present);
    }
}
