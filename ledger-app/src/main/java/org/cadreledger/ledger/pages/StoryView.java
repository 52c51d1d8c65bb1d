package org.cadreledger.ledger.pages;

import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.ledger.ItemStory;
import org.jspecify.annotations.Nullable;

/**
 * A line of the books with the text of its rule.
 *
 * @param rule null for a deduction from a base item
 */
public record StoryView(ItemStory story, Catalogue.@Nullable Rule rule) {}
