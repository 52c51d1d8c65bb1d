package org.cadreledger.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Claims that may tell of the same thing twice: those with the same file, or nearly the same account. */
public interface Twins {
    /** Accounts at least as like each other are told, in percent of common runs of three characters. */
    int ALIKE = 80;

    /** At most so many of one claim are listed, the likeliest first. */
    int MOST = 20;

    record ClaimKey(String cadreId, String claimId) {}

    /**
     * Another claim of the county, of any cadre.
     *
     * @param name null after an erasure
     * @param unit where its cadre is now, or was last in the county; null when unknown
     * @param month that it is for
     * @param since when it was claimed
     * @param sameFiles its files whose content is also the asked claim's; the names are with the evidence
     * @param similarity of the accounts in percent, 0–100, give or take five; 0 when one of them is unknown
     */
    record Twin(
            ClaimKey claim,
            @Nullable String name,
            @Nullable String unit,
            Month month,
            String rule,
            String matter,
            ClaimStatus status,
            Instant since,
            List<EvidenceRef> sameFiles,
            int similarity) {
        public boolean hasSameFile() {
            return !sameFiles.isEmpty();
        }

        public boolean isAlike() {
            return similarity >= ALIKE;
        }
    }

    /** Of a claim: in any state but withdrawn, of its year, the year before and the year after; none for an unknown one. */
    List<Twin> of(String jurisdiction, ClaimKey claim);

    /** The same for several claims; those without twins are missing. */
    Map<ClaimKey, List<Twin>> of(String jurisdiction, Collection<ClaimKey> claims);
}
