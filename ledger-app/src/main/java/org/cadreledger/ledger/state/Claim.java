package org.cadreledger.ledger.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it stands. Immutable.
 *
 * @param declared what was declared first
 * @param content what was declared last
 * @param changed whether {@code content} came by a change
 * @param month the month it is for now: the declared one, or where it was carried over to
 * @param level as scored, else as declared
 * @param points as scored, else as declared
 * @param matter as scored, else as declared
 * @param catalogue version of the month it was declared for
 * @param claimants user names of all who declared or changed it, the first one first
 * @param scorers user names of all who gave a preliminary score, the newest last
 */
public record Claim(
        String claimId,
        ClaimStatus status,
        Content declared,
        Content content,
        boolean changed,
        Month month,
        @Nullable String level,
        Points points,
        String matter,
        int catalogue,
        List<String> claimants,
        List<String> scorers,
        Instant since) {

    /**
     * What the cadre says.
     *
     * @param points what the rule gives for it
     * @param account null after an erasure
     */
    public record Content(
            Month month,
            String rule,
            @Nullable String level,
            Points points,
            String matter,
            LocalDate occurredOn,
            List<EvidenceRef> evidence,
            @Nullable String account) {

        public Content {
            evidence = List.copyOf(evidence);
        }

        /** Whether the other says the same; points follow from the rest, and an erased account is like any. */
        public boolean says(Content other) {
            return month.equals(other.month)
                    && rule.equals(other.rule)
                    && Objects.equals(level, other.level)
                    && matter.equals(other.matter)
                    && occurredOn.equals(other.occurredOn)
                    && evidence.equals(other.evidence)
                    && (account == null || other.account == null || account.equals(other.account));
        }
    }

    public Claim {
        claimants = List.copyOf(claimants);
        scorers = List.copyOf(scorers);
    }

    static Claim declared(String claimId, Content content, int catalogue, String by, Instant at) {
        return new Claim(
                claimId,
                ClaimStatus.DECLARED,
                content,
                content,
                false,
                content.month(),
                content.level(),
                content.points(),
                content.matter(),
                catalogue,
                List.of(by),
                List.of(),
                at);
    }

    public String rule() {
        return content.rule();
    }

    /** As the desks of the department see it, for an open one. */
    public PendingItem pending(String cadreId) {
        return new PendingItem(
                cadreId,
                claimId,
                true,
                status,
                Entry.EntryKind.BONUS,
                rule(),
                level,
                null,
                catalogue,
                points,
                month,
                matter,
                content.occurredOn(),
                content.evidence(),
                claimants.getFirst(),
                since,
                scorers.isEmpty() ? null : scorers.getLast());
    }

    Claim changedTo(Content next, int version, String by) {
        return new Claim(
                claimId,
                ClaimStatus.DECLARED,
                declared,
                next,
                true,
                next.month(),
                next.level(),
                next.points(),
                next.matter(),
                version,
                added(claimants, by),
                scorers,
                since);
    }

    Claim scored(@Nullable String atLevel, Points scoredPoints, String underMatter, String by) {
        return new Claim(
                claimId,
                ClaimStatus.SCORED,
                declared,
                content,
                changed,
                month,
                atLevel,
                scoredPoints,
                underMatter,
                catalogue,
                claimants,
                added(scorers, by),
                since);
    }

    Claim in(ClaimStatus next) {
        return moved(next, month);
    }

    Claim carriedOverTo(Month next) {
        return moved(status, next);
    }

    private Claim moved(ClaimStatus nextStatus, Month nextMonth) {
        return new Claim(
                claimId,
                nextStatus,
                declared,
                content,
                changed,
                nextMonth,
                level,
                points,
                matter,
                catalogue,
                claimants,
                scorers,
                since);
    }

    private static List<String> added(List<String> users, String user) {
        List<String> next = new ArrayList<>(users);
        next.remove(user);
        next.add(user);
        return users.equals(next) ? users : next;
    }
}
