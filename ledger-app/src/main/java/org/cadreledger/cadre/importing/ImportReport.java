package org.cadreledger.cadre.importing;

import java.util.List;

/**
 * What became of a file.
 *
 * @param imported cadres newly registered
 * @param updated cadres changed or transferred
 * @param unchanged rows that say what is known already
 * @param rejected by row
 * @param position the furthest commit that the rows reached; 0 when none was written or looked at
 */
public record ImportReport(int imported, int updated, int unchanged, List<RejectedRow> rejected, long position) {
    public ImportReport {
        rejected = List.copyOf(rejected);
    }
}
