package org.cadreledger.evidence.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.EvidenceStore;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.Ledgers.HistoryItem;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see a file: who uploaded it, the department of its county, and the cadre whose claim it supports. */
@Component
public final class EvidenceAccess {
    private static final int MOST_FILES = 20;

    private final EvidenceStore files;
    private final FreshFolds folds;
    private final Ledgers ledgers;

    EvidenceAccess(EvidenceStore files, FreshFolds folds, Ledgers ledgers) {
        this.files = files;
        this.folds = folds;
        this.ledgers = ledgers;
    }

    /**
     * The files that a claim, a deduction or an objection names. Naming a file gives its cadre the right to read it, so
     * only who may read it may name it.
     */
    public List<EvidenceRef> refs(Checks checks, Actor actor, @Nullable List<@Nullable String> evidenceIds) {
        List<EvidenceRef> refs = checks.list("evidence", evidenceIds, 0, MOST_FILES, (place, id) -> {
            Evidence file = Checks.isId(id) ? find(actor, id).orElse(null) : null;
            if (file == null) {
                checks.problem(place, "unknown-evidence");
                return new EvidenceRef("", "");
            }
            return file.ref();
        });
        checks.unique("evidence", refs.stream().map(EvidenceRef::evidenceId).toList());
        return refs;
    }

    /** A file that may be shown to somebody; empty when there is none, or it is not for them. */
    public Optional<Evidence> find(Actor actor, String evidenceId) {
        return files.find(evidenceId).filter(file -> mayRead(actor, file));
    }

    /**
     * The same where it was asked for by its address.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN
     */
    public Evidence file(Actor actor, String evidenceId) {
        Evidence file = files.find(evidenceId).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        if (!mayRead(actor, file)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return file;
    }

    private boolean mayRead(Actor actor, Evidence file) {
        if (file.by().equals(actor.user())) {
            return true;
        }
        if (actor.isDepartment() || actor.has(Role.LEADER)) {
            return isOfCountyOf(actor, file);
        }
        String cadreId = actor.cadreId();
        return actor.has(Role.CADRE)
                && cadreId != null
                && (cadreId.equals(file.cadreId()) || isNamedBy(cadreId, file.evidenceId()));
    }

    private boolean isOfCountyOf(Actor actor, Evidence file) {
        if (actor.jurisdiction() == null || actor.jurisdiction().equals(file.jurisdiction())) {
            return true;
        }
        return file.cadreId() != null
                && folds.cadre(file.cadreId()).particulars().stream()
                        .anyMatch(at -> Objects.equals(at.jurisdiction(), actor.jurisdiction()));
    }

    /** A clerk uploads for the cadre: then only the cadre's own events tell. */
    private boolean isNamedBy(String cadreId, String evidenceId) {
        String after = null;
        do {
            Page<HistoryItem> page = ledgers.history(cadreId, new PageRequest(PageRequest.MOST, after));
            if (page.items().stream().anyMatch(item -> names(item.payload(), evidenceId))) {
                return true;
            }
            after = page.next();
        } while (after != null);
        return false;
    }

    private static boolean names(Object value, String evidenceId) {
        return switch (value) {
            case Map<?, ?> object -> object.values().stream().anyMatch(inner -> names(orEmpty(inner), evidenceId));
            case Iterable<?> list -> {
                for (Object inner : list) {
                    if (names(orEmpty(inner), evidenceId)) {
                        yield true;
                    }
                }
                yield false;
            }
            case EvidenceRef ref -> ref.evidenceId().equals(evidenceId);
            default -> value.equals(evidenceId);
        };
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
