package org.cadreledger.ledger.declared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Projection;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** One document for each month that a cadre has declared: {@code <jurisdiction>/<month>/<cadreId>}. */
public final class DeclarationProjection implements Projection<DeclarationProjection.Declared> {
    /** @param at of the first declaration */
    public record Declared(String cadreId, Month month, Instant at) {}

    private static final String CADRE = "cadre";

    @Override
    public String name() {
        return "declarations";
    }

    @Override
    public Class<Declared> type() {
        return Declared.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return recorded.event() instanceof MonthDeclared event
                ? List.of(Projection.id(recorded, event.month(), event.cadreId()))
                : List.of();
    }

    @Override
    public @Nullable Declared fold(String id, @Nullable Declared document, Recorded<?> recorded) {
        return document == null && recorded.event() instanceof MonthDeclared event
                ? new Declared(event.cadreId(), event.month(), recorded.at())
                : document;
    }

    @Override
    public Map<String, Object> fields(String id, Declared document) {
        return Map.of(CADRE, document.cadreId());
    }

    /** The cadres who have declared the month in that county. */
    public static Set<String> declared(DocumentCollection<Declared> documents, String jurisdiction, Month month) {
        return documents.texts(jurisdiction, month + "/", CADRE).values().stream()
                .collect(Collectors.toSet());
    }
}
