package org.cadreledger.ledger.pages;

import java.util.List;
import java.util.Optional;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Ledgers;
import org.springframework.stereotype.Component;

/** What became of a cadre's lines, with the rules that they rest on. */
@Component
public class Stories {
    private final Ledgers ledgers;
    private final FreshFolds folds;

    Stories(Ledgers ledgers, FreshFolds folds) {
        this.ledgers = ledgers;
        this.folds = folds;
    }

    /** All of them, the newest first. */
    public List<StoryView> of(String cadreId) {
        CatalogueBook catalogues = folds.catalogues();
        return ledgers.stories(cadreId).stream()
                .map(story -> view(story, catalogues))
                .toList();
    }

    public Optional<StoryView> find(String cadreId, String itemId) {
        return ledgers.story(cadreId, itemId).map(story -> view(story, folds.catalogues()));
    }

    private static StoryView view(ItemStory story, CatalogueBook catalogues) {
        String rule = story.rule();
        return new StoryView(
                story,
                rule == null
                        ? null
                        : catalogues
                                .version(story.catalogue())
                                .flatMap(version -> version.catalogue().rule(rule))
                                .orElse(null));
    }
}
