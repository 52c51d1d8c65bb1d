package org.cadreledger.objection.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.board.Boards;
import org.cadreledger.board.pages.CountyChoice;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.Objections;
import org.cadreledger.points.Points;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.PageAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One objection with all that whoever answers it needs to see. */
@Component
class ObjectionSheet {
    private static final Set<ItemStory.Action> HANDLING = Set.of(
            ItemStory.Action.SCORED, ItemStory.Action.APPROVED, ItemStory.Action.ENTERED, ItemStory.Action.CONFIRMED);

    private final Objections objections;
    private final Boards boards;
    private final Ledgers ledgers;
    private final Cadres cadres;
    private final CountyChoice counties;
    private final FreshFolds folds;

    ObjectionSheet(
            Objections objections,
            Boards boards,
            Ledgers ledgers,
            Cadres cadres,
            CountyChoice counties,
            FreshFolds folds) {
        this.objections = objections;
        this.boards = boards;
        this.ledgers = ledgers;
        this.cadres = cadres;
        this.counties = counties;
        this.folds = folds;
    }

    /**
     * What a correction can post.
     *
     * @param value of the form's {@code entry}
     * @param points null for a base item, of which any amount can be taken
     */
    public record Choice(
            String value,
            String code,
            String name,
            @Nullable String level,
            @Nullable Points points,
            String kind) {}

    /** @throws Refusal UNKNOWN_OBJECTION, also for what is not the reader's */
    Objection find(String objectionId, @Nullable String jurisdiction, Actor actor) {
        Optional<Objection> found = ObjectionPages.isStaff(actor)
                ? objections.find(counties.of(actor, jurisdiction), objectionId)
                : ofCadre(objectionId, actor);
        return found.orElseThrow(() -> Refusal.of(Reason.UNKNOWN_OBJECTION, objectionId));
    }

    private Optional<Objection> ofCadre(String objectionId, Actor actor) {
        String cadreId = actor.cadreId();
        if (cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        String after = null;
        do {
            var query = new Objections.Query(null, null, null, cadreId);
            Page<Objection> page = objections.find(query, new PageRequest(PageRequest.MOST, after));
            Optional<Objection> found = page.items().stream()
                    .filter(objection -> objection.objectionId().equals(objectionId))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            after = page.next();
        } while (after != null);
        return Optional.empty();
    }

    String show(Objection objection, AnswerForm form, Actor actor, Model model) {
        String cadreId = objection.cadreId();
        String entryId = objection.entryId();
        ItemStory story =
                entryId == null ? null : ledgers.story(cadreId, entryId).orElse(null);
        String obstacle = obstacle(objection, story, actor);
        model.addAttribute("objection", objection);
        model.addAttribute("cadre", cadres.find(cadreId).orElse(null));
        model.addAttribute("story", story);
        model.addAttribute(
                "place",
                boards.rowOf(cadreId, objection.jurisdiction(), objection.period(), null)
                        .orElse(null));
        model.addAttribute("until", Windows.end(boards.revisions(objection.jurisdiction(), objection.period())));
        model.addAttribute("staff", ObjectionPages.isStaff(actor));
        model.addAttribute("obstacle", obstacle);
        model.addAttribute("form", form);
        if (obstacle == null) {
            model.addAttribute("choices", choices(objection));
            model.addAttribute("months", objection.period().months());
        }
        return "objection/objection";
    }

    /**
     * Why the reader cannot answer (domain.md "Cycle": nobody answers an objection of their own, or to an entry that they
     * scored, approved, entered or confirmed).
     *
     * @return message {@code objection.obstacle.<code>}; null when nothing is in the way
     */
    private static @Nullable String obstacle(Objection objection, @Nullable ItemStory story, Actor actor) {
        if (objection.status() != Objection.Status.OPEN) {
            return "answered";
        }
        if (!PageAccess.allows(actor, "POST", "/objections/" + objection.objectionId())) {
            return "role";
        }
        if (actor.is(objection.cadreId())) {
            return "own";
        }
        boolean handled = story != null
                && story.steps().stream()
                        .filter(step -> HANDLING.contains(step.action()))
                        .anyMatch(step -> step.by().equals(actor.user()));
        return handled ? "handled" : null;
    }

    private List<Choice> choices(Objection objection) {
        Catalogue catalogue = folds.catalogues()
                .inForce(objection.period().lastMonth(), objection.jurisdiction())
                .orElse(null);
        List<Choice> choices = new ArrayList<>();
        if (catalogue == null) {
            return choices;
        }
        for (Catalogue.Rule rule : catalogue.rules()) {
            String value = "rule/" + rule.code() + "/";
            String kind = rule.kind().name();
            if (rule.levels().isEmpty()) {
                choices.add(new Choice(value, rule.code(), rule.name(), null, rule.points(), kind));
            }
            for (Catalogue.Level level : rule.levels()) {
                choices.add(
                        new Choice(value + level.code(), rule.code(), rule.name(), level.code(), level.points(), kind));
            }
        }
        for (Catalogue.BaseItem item : catalogue.baseItems()) {
            choices.add(new Choice("item/" + item.item() + "/", item.item(), "", null, null, "BASE"));
        }
        return choices;
    }
}
