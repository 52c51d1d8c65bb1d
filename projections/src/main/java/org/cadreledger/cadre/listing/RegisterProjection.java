package org.cadreledger.cadre.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** A cadre as one county sees it; the county that was left keeps what it knew. */
public final class RegisterProjection implements Projection<RegisterProjection.Registered> {
    static final String CADRE = "cadre";
    static final String JURISDICTION = "j";
    static final String HERE = "here";
    static final String UNIT = "unit";
    public static final String NAME = "name";

    /** Only cadres who came from another county have it. */
    static final String CAME = "came";

    /** @param from the counties that the cadre came from */
    public record Registered(String cadreId, CadreFile file, Set<String> from) {}

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Class<Registered> type() {
        return Registered.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of(HERE, CADRE), List.of(JURISDICTION, HERE, CADRE), List.of(CADRE), List.of(JURISDICTION, CAME));
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return recorded.event() instanceof CadreEvent event
                ? List.of(Projection.id(recorded, event.cadreId()))
                : List.of();
    }

    @Override
    public @Nullable Registered fold(String id, @Nullable Registered document, Recorded<?> recorded) {
        if (!(recorded.event() instanceof CadreEvent event)) {
            return document;
        }
        CadreFile file = document == null ? CadreFile.EMPTY : document.file();
        Set<String> from = document == null ? Set.of() : document.from();
        if (event instanceof CadreTransferredIn joined && !from.contains(joined.from())) {
            from = new TreeSet<>(from);
            from.add(joined.from());
        }
        return new Registered(event.cadreId(), file.evolve(recorded.with(event)), from);
    }

    @Override
    public Map<String, Object> fields(String id, Registered document) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(CADRE, document.cadreId());
        fields.put(JURISDICTION, Projection.jurisdictionOf(id));
        if (!document.from().isEmpty()) {
            fields.put(CAME, true);
        }
        if (!document.file().exists()) {
            fields.put(HERE, false);
            return fields;
        }
        Particulars current = document.file().current();
        fields.put(HERE, current.jurisdiction() != null);
        fields.put(UNIT, current.unit());
        if (current.name() != null) {
            fields.put(NAME, current.name());
        }
        return fields;
    }
}
