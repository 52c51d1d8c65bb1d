package org.cadreledger.ledger.desk.pages;

import java.util.List;
import org.cadreledger.ledger.ItemStory.Source;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** The two desks: claims to review, and what the department entered to confirm. */
enum DeskKind {
    REVIEW(
            Source.CLAIM,
            ReviewPages.BASE,
            "desk/review",
            Act.SCORE,
            Act.APPROVE,
            Act.REJECT,
            Act.RETURN,
            Act.CARRY_OVER),
    DEDUCTIONS(
            Source.DEPARTMENT, DeductionPages.BASE, "desk/deductions", Act.CONFIRM, Act.DISMISS, Act.CARRY_OVER_ENTRY);

    private final Source source;
    private final String base;
    private final String view;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<Act> acts;

    DeskKind(Source source, String base, String view, Act... acts) {
        this.source = source;
        this.base = base;
        this.view = view;
        this.acts = List.of(acts);
    }

    Source source() {
        return source;
    }

    /** Address of its list. */
    String base() {
        return base;
    }

    /** Its template. */
    String view() {
        return view;
    }

    /** @throws Refusal NOT_FOUND for what is not done at this desk */
    Act act(String path) {
        return acts.stream()
                .filter(act -> act.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
    }
}
