package org.cadreledger.ledger.twins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.listing.Rosters;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Selection;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.Twins;
import org.cadreledger.ledger.twins.ClaimTraces.Trace;

/** Finds twins by what they must have in common, a file or a band of their sketches, and then compares. */
public final class TwinFinder implements Twins {
    /** Where more have something in common, it is a form that everyone fills in. */
    private static final int MOST_COMPARED = 1_000;

    private final ProjectionGroup group;
    private final ClaimTraces traces;
    private final Rosters rosters;

    public TwinFinder(ProjectionGroup group, ClaimTraces traces, Rosters rosters) {
        this.group = group;
        this.traces = traces;
        this.rosters = rosters;
    }

    @Override
    public List<Twin> of(String jurisdiction, ClaimKey claim) {
        return of(jurisdiction, List.of(claim)).getOrDefault(claim, List.of());
    }

    @Override
    public Map<ClaimKey, List<Twin>> of(String jurisdiction, Collection<ClaimKey> claims) {
        DocumentCollection<Trace> documents = group.active().of(traces);
        List<String> ids = claims.stream()
                .map(claim -> Projection.id(jurisdiction, claim.cadreId(), claim.claimId()))
                .distinct()
                .toList();
        Rosters.Roll roll = rosters.of(jurisdiction);
        Map<ClaimKey, List<Twin>> twins = new LinkedHashMap<>();
        for (Found<Trace> asked : documents.find(ids)) {
            List<Twin> found = twins(documents, jurisdiction, asked.body(), roll);
            if (!found.isEmpty()) {
                twins.put(key(asked.body()), found);
            }
        }
        return twins;
    }

    private static List<Twin> twins(
            DocumentCollection<Trace> documents, String jurisdiction, Trace asked, Rosters.Roll roll) {
        List<String> keys = new ArrayList<>();
        int year = asked.month().year();
        for (int each = year - 1; each <= year + 1; each++) {
            keys.addAll(asked.keys(each));
        }
        if (keys.isEmpty()) {
            return List.of();
        }
        Selection alike = Selection.where(ClaimTraces.JURISDICTION, jurisdiction)
                .andAnyOf(ClaimTraces.KEYS, keys)
                .limit(MOST_COMPARED);
        return documents.find(alike).stream()
                .map(Found::body)
                .filter(other -> !key(other).equals(key(asked)))
                .map(other -> twin(asked, other, roll))
                .filter(twin -> twin.hasSameFile() || twin.isAlike())
                .sorted(Comparator.comparing(Twin::hasSameFile)
                        .thenComparingInt(Twin::similarity)
                        .thenComparing(Twin::since)
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static Twin twin(Trace asked, Trace other, Rosters.Roll roll) {
        Set<String> files = asked.evidence().stream().map(EvidenceRef::sha256).collect(Collectors.toSet());
        Listed cadre = roll.everyone().get(other.cadreId());
        var own = asked.sketch();
        var others = other.sketch();
        return new Twin(
                key(other),
                cadre == null ? null : cadre.name(),
                cadre == null ? null : cadre.unit(),
                other.month(),
                other.rule(),
                other.matter(),
                other.status(),
                other.since(),
                other.evidence().stream()
                        .filter(file -> files.contains(file.sha256()))
                        .toList(),
                own == null || others == null ? 0 : own.similarity(others));
    }

    private static ClaimKey key(Trace trace) {
        return new ClaimKey(trace.cadreId(), trace.claimId());
    }
}
