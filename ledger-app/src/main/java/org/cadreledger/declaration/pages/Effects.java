package org.cadreledger.declaration.pages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.outlook.Outlooks;
import org.cadreledger.ledger.scoring.Matters;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a claim would bring, while its form is filled in. */
@Component
class Effects {
    private static final String CANDIDATE = "?";

    private final Ledgers ledgers;
    private final FreshFolds folds;
    private final Outlooks outlooks;
    private final Clock clock;

    Effects(Ledgers ledgers, FreshFolds folds, Outlooks outlooks, ObjectProvider<Clock> clock) {
        this.ledgers = ledgers;
        this.folds = folds;
        this.outlooks = outlooks;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * @param claimId the claim that the form is about; null for a new one
     * @return empty while the form does not say which rule, level and matter
     */
    Optional<Effect> of(Claimant claimant, Month month, ClaimForm form, @Nullable String claimId) {
        Catalogue catalogue = inForce(claimant, month);
        String code = form.rule();
        Optional<Points> points = code == null || form.matter().isBlank()
                ? Optional.empty()
                : catalogue
                        .rule(code)
                        .filter(rule -> rule.kind() == Kind.BONUS)
                        .flatMap(rule -> rule.pointsAt(form.level()));
        return points.map(known -> new Effect(
                known,
                catalogue.matterCap(),
                outlooks.with(claimant.cadreId(), candidate(form, month, known, catalogue), clock.instant())
                        .effects(),
                waiting(claimant, month, form, claimId)));
    }

    private Catalogue inForce(Claimant claimant, Month month) {
        return folds.catalogues()
                .inForce(month, claimant.jurisdiction())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, month));
    }

    private static Entry candidate(ClaimForm form, Month month, Points points, Catalogue catalogue) {
        return new Entry(
                CANDIDATE,
                EntryKind.BONUS,
                form.rule(),
                form.level(),
                null,
                catalogue.version(),
                form.matter(),
                points,
                month,
                month,
                false);
    }

    private List<ItemStory> waiting(Claimant claimant, Month month, ClaimForm form, @Nullable String claimId) {
        return ledgers.claims(claimant.cadreId()).stream()
                .filter(story -> story.state().isOpen() && story.month().year() == month.year())
                .filter(story -> !story.itemId().equals(claimId))
                .filter(story -> Matters.same(story.matter(), form.matter()))
                .toList();
    }
}
