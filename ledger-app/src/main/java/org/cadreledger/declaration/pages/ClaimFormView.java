package org.cadreledger.declaration.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cadreledger.access.Actor;
import org.cadreledger.drafts.Draft;
import org.cadreledger.drafts.Drafts;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.pages.Stories;
import org.cadreledger.ledger.pages.StoryView;
import org.cadreledger.ledger.scoring.Matters;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything that the form of a claim shows. */
@Component
class ClaimFormView {
    private static final int MOST_SUGGESTIONS = 50;

    private final EvidenceAccess access;
    private final Stories stories;
    private final Drafts drafts;
    private final Effects effects;
    private final FreshFolds folds;
    private final Clock clock;

    ClaimFormView(
            EvidenceAccess access,
            Stories stories,
            Drafts drafts,
            Effects effects,
            FreshFolds folds,
            ObjectProvider<Clock> clock) {
        this.access = access;
        this.stories = stories;
        this.drafts = drafts;
        this.effects = effects;
        this.folds = folds;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** @param view the claim that is changed; null for a new one */
    record Shown(Claimant claimant, Month month, @Nullable StoryView view) {
        @Nullable
        String claimId() {
            return view == null ? null : view.story().itemId();
        }

        String draft() {
            return ClaimDraft.form(claimant.cadreId(), month, claimId());
        }
    }

    /** The month that one claims for without saying so. */
    Month due(Claimant claimant) {
        Instant now = clock.instant();
        Month previous = claimant.currentMonth(now).previous();
        boolean closed = folds.periods(claimant.county(), now).isClosed(previous);
        return Reminder.due(claimant.county(), claimant.today(now), closed);
    }

    /** As it was left, or as the claim is, or empty. */
    String open(Shown shown, Actor actor, Model model) {
        Draft kept = drafts.find(actor.user(), shown.draft()).orElse(null);
        model.addAttribute("draft", kept);
        StoryView view = shown.view();
        if (kept != null) {
            return show(shown, ClaimForm.of(kept.fields()), actor, model);
        }
        return show(shown, view == null ? ClaimForm.EMPTY : ClaimForm.of(view.story()), actor, model);
    }

    String show(Shown shown, ClaimForm form, Actor actor, Model model) {
        Claimant claimant = shown.claimant();
        Instant now = clock.instant();
        Month month = shown.month();
        model.addAttribute("claimant", claimant);
        model.addAttribute("month", month);
        model.addAttribute("claim", shown.view());
        model.addAttribute("form", form);
        model.addAttribute("groups", groups(claimant, month));
        model.addAttribute("files", filesOf(form, actor));
        model.addAttribute("matters", matters(claimant, month));
        model.addAttribute("today", claimant.today(now));
        model.addAttribute("closed", folds.periods(claimant.county(), now).isClosed(month));
        model.addAttribute("back", back(claimant, month));
        effect(shown, form, model);
        return "declaration/claim-form";
    }

    /** What the form would bring, as far as it is filled in. */
    void effect(Shown shown, ClaimForm form, Model model) {
        model.addAttribute(
                "effect",
                effects.of(shown.claimant(), shown.month(), form, shown.claimId())
                        .orElse(null));
    }

    /** Where the user came from: a cadre to its month, a clerk to the unit. */
    static String back(Claimant claimant, Month month) {
        return claimant.self() ? "/declarations/" + month : "/unit?month=" + month;
    }

    private List<RuleGroup> groups(Claimant claimant, Month month) {
        return RuleGroup.of(folds.catalogues()
                .inForce(month, claimant.jurisdiction())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, month)));
    }

    private List<Evidence> filesOf(ClaimForm form, Actor actor) {
        return form.evidence().stream()
                .map(id -> readable(id, actor))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Evidence readable(String evidenceId, Actor actor) {
        return Checks.isId(evidenceId) ? access.find(actor, evidenceId).orElse(null) : null;
    }

    /** The cadre's own matters of the year, each once, the newest first: the same occasion should be called the same. */
    private List<String> matters(Claimant claimant, Month month) {
        Map<String, String> matters = new LinkedHashMap<>();
        stories.of(claimant.cadreId()).stream()
                .map(StoryView::story)
                .filter(story ->
                        story.kind() == EntryKind.BONUS && story.month().year() == month.year())
                .filter(story -> story.state() != ItemStory.State.WITHDRAWN)
                .limit(MOST_SUGGESTIONS)
                .forEach(story -> matters.putIfAbsent(Matters.comparable(story.matter()), story.matter()));
        return List.copyOf(matters.values());
    }
}
