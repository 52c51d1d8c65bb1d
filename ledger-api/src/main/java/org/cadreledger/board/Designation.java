package org.cadreledger.board;

import java.util.List;
import org.cadreledger.cadre.Category;
import org.jspecify.annotations.Nullable;

/** Cadres among those tied at a cut whom the publisher puts on the list, up to the free places, with a reason. */
public record Designation(
        Category category, @Nullable String group, BoardList list, List<String> cadreIds, String reason) {}
