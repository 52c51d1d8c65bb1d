package org.cadreledger.ledger.twins;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.documents.Projection;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimCarriedOver;
import org.cadreledger.ledger.LedgerEvent.ClaimChanged;
import org.cadreledger.ledger.LedgerEvent.ClaimRejected;
import org.cadreledger.ledger.LedgerEvent.ClaimReturned;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.ClaimWithdrawn;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each claim to find others like it: {@code <jurisdiction>/<cadreId>/<claimId>}. No account, only its
 * sketch. A withdrawn claim leaves nothing; one that moved with its cadre undecided is the new county's, without a sketch
 * until it is changed.
 */
public final class ClaimTraces implements Projection<ClaimTraces.Trace> {
    static final String JURISDICTION = "j";
    /** A list: {@code <year>:<file or band>}. */
    static final String KEYS = "keys";

    /** @param sketch null for an account without words, or unknown */
    public record Trace(
            String cadreId,
            String claimId,
            Month month,
            String rule,
            String matter,
            ClaimStatus status,
            Instant since,
            List<EvidenceRef> evidence,
            @Nullable TextSketch sketch) {
        public Trace {
            evidence = List.copyOf(evidence);
        }

        Trace in(ClaimStatus next) {
            return new Trace(cadreId, claimId, month, rule, matter, next, since, evidence, sketch);
        }

        private Trace scored(String underMatter) {
            return new Trace(cadreId, claimId, month, rule, underMatter, ClaimStatus.SCORED, since, evidence, sketch);
        }

        private Trace carriedOver(Month to) {
            return new Trace(cadreId, claimId, to, rule, matter, status, since, evidence, sketch);
        }

        /** What another claim of that year has in common with this one when it is a twin. */
        List<String> keys(int year) {
            List<String> keys = new ArrayList<>();
            evidence.stream().map(EvidenceRef::sha256).distinct().forEach(sha256 -> keys.add(year + ":" + sha256));
            if (sketch != null) {
                for (int band = 0; band < sketch.bands().size(); band++) {
                    keys.add(year + ":" + band + "-" + sketch.bands().get(band));
                }
            }
            return keys;
        }
    }

    @Override
    public String name() {
        return "claimtraces";
    }

    @Override
    public Class<Trace> type() {
        return Trace.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(JURISDICTION, KEYS));
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case LedgerEvent event -> {
                String claimId = claimOf(event);
                yield claimId == null ? List.of() : List.of(Projection.id(recorded, event.cadreId(), claimId));
            }
            case CadreTransferredOut event ->
                event.openItems().stream()
                        .map(itemId -> Projection.id(recorded, event.cadreId(), itemId))
                        .toList();
            case CadreTransferredIn event ->
                event.openItems().stream()
                        .filter(PendingItem::claim)
                        .map(item -> Projection.id(recorded, event.cadreId(), item.itemId()))
                        .toList();
            default -> List.of();
        };
    }

    private static @Nullable String claimOf(LedgerEvent event) {
        return switch (event) {
            case BonusClaimed e -> e.claimId();
            case ClaimChanged e -> e.claimId();
            case ClaimWithdrawn e -> e.claimId();
            case ClaimScored e -> e.claimId();
            case ClaimApproved e -> e.claimId();
            case ClaimRejected e -> e.claimId();
            case ClaimReturned e -> e.claimId();
            case ClaimCarriedOver e -> e.claimId();
            default -> null;
        };
    }

    @Override
    public @Nullable Trace fold(String id, @Nullable Trace document, Recorded<?> recorded) {
        return switch (recorded.event()) {
            case BonusClaimed e ->
                new Trace(
                        e.cadreId(),
                        e.claimId(),
                        e.month(),
                        e.rule(),
                        e.matter(),
                        ClaimStatus.DECLARED,
                        recorded.at(),
                        e.evidence(),
                        TextSketch.of(e.account()));
            case ClaimChanged e ->
                new Trace(
                        e.cadreId(),
                        e.claimId(),
                        e.month(),
                        e.rule(),
                        e.matter(),
                        ClaimStatus.DECLARED,
                        document == null ? recorded.at() : document.since(),
                        e.evidence(),
                        TextSketch.of(e.account()));
            case ClaimWithdrawn _, CadreTransferredOut _ -> null;
            case CadreTransferredIn e -> moved(id, e);
            case LedgerEvent e -> document == null ? null : stepped(document, e);
            default -> document;
        };
    }

    private static Trace stepped(Trace trace, LedgerEvent event) {
        return switch (event) {
            case ClaimScored e -> trace.scored(e.matter());
            case ClaimApproved _ -> trace.in(ClaimStatus.APPROVED);
            case ClaimRejected _ -> trace.in(ClaimStatus.REJECTED);
            case ClaimReturned _ -> trace.in(ClaimStatus.RETURNED);
            case ClaimCarriedOver e -> trace.carriedOver(e.month());
            default -> trace;
        };
    }

    private static @Nullable Trace moved(String id, CadreTransferredIn event) {
        return event.openItems().stream()
                .filter(item -> id.endsWith("/" + item.itemId()))
                .findFirst()
                .map(item -> new Trace(
                        event.cadreId(),
                        item.itemId(),
                        item.month(),
                        String.valueOf(item.rule()),
                        item.matter(),
                        item.status() == null ? ClaimStatus.DECLARED : item.status(),
                        item.since(),
                        item.evidence(),
                        null))
                .orElse(null);
    }

    @Override
    public Map<String, Object> fields(String id, Trace document) {
        return Map.of(
                JURISDICTION,
                Projection.jurisdictionOf(id),
                KEYS,
                document.keys(document.month().year()));
    }
}
