package org.cadreledger.consequence.followup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cadreledger.board.notice.Notices;
import org.cadreledger.cadre.listing.CadreList;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.consequence.flags.Flags;
import org.cadreledger.consequence.followup.FollowUpProjection.FollowUp;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Selection;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** Flags computed on each read from the standings on boards, with what was done about them. */
public final class FollowUpList implements Consequences {
    private final ProjectionGroup group;
    private final FollowUpProjection projection;
    private final Notices boards;
    private final CadreList cadres;

    public FollowUpList(ProjectionGroup group, FollowUpProjection projection, Notices boards, CadreList cadres) {
        this.group = group;
        this.projection = projection;
        this.boards = boards;
        this.cadres = cadres;
    }

    @Override
    public List<Consequence> find(@Nullable String jurisdiction, @Nullable Integer year, @Nullable String cadreId) {
        Set<String> counties = counties(jurisdiction, cadreId);
        List<BoardStandings> standings = counties.stream()
                .flatMap(county -> boards.everyStanding(county).stream())
                .map(board -> cadreId == null ? board : only(board, cadreId))
                .toList();
        return Flags.of(standings, events(followUps(counties, cadreId))).stream()
                .filter(flagged -> jurisdiction == null || jurisdiction.equals(flagged.jurisdiction()))
                .map(Flags.Flagged::consequence)
                .filter(consequence -> cadreId == null || consequence.cadreId().equals(cadreId))
                .filter(consequence ->
                        year == null || consequence.raisedBy().getLast().year() == year)
                .toList();
    }

    /** Streaks follow the cadre (domain.md "Ranking"): boards of the counties before count too. */
    private Set<String> counties(@Nullable String jurisdiction, @Nullable String cadreId) {
        if (cadreId != null) {
            return cadres.countiesOf(cadreId);
        }
        return jurisdiction == null ? cadres.counties() : cadres.countiesBehind(jurisdiction);
    }

    private static BoardStandings only(BoardStandings board, String cadreId) {
        BoardStandings.Standing own = board.standings().get(cadreId);
        return new BoardStandings(
                board.jurisdiction(),
                board.period(),
                board.revision(),
                board.guard(),
                board.publishedAt(),
                board.isFinal(),
                own == null ? Map.of() : Map.of(cadreId, own));
    }

    private Collection<FollowUp> followUps(Set<String> counties, @Nullable String cadreId) {
        if (cadreId != null) {
            return ofCadre(cadreId);
        }
        List<FollowUp> all = new ArrayList<>();
        counties.forEach(county -> documents().each(county, "", found -> all.add(found.body())));
        return all;
    }

    private List<FollowUp> ofCadre(String cadreId) {
        return documents().find(Selection.where(FollowUpProjection.CADRE, cadreId)).stream()
                .map(Found::body)
                .toList();
    }

    private static List<Recorded<? extends ConsequenceEvent>> events(Collection<FollowUp> followUps) {
        List<Recorded<? extends ConsequenceEvent>> events = new ArrayList<>();
        for (FollowUp followUp : followUps) {
            events.addAll(followUp.confirmed());
            events.addAll(followUp.handled());
        }
        events.sort(Comparator.comparingLong(Recorded::guard));
        return events;
    }

    @Override
    public List<FraudCase> fraudCases(@Nullable String jurisdiction) {
        List<FraudCase> cases = new ArrayList<>();
        for (String county : jurisdiction == null ? cadres.counties() : Set.of(jurisdiction)) {
            documents().each(county, "", found -> add(county, found.body(), cases));
        }
        cases.sort(Comparator.comparing(FraudCase::openedAt).thenComparing(FraudCase::caseId));
        return cases;
    }

    /** The cadre may belong to another county by the time the case is handled. */
    private void add(String jurisdiction, FollowUp opened, List<FraudCase> cases) {
        if (opened.cases().isEmpty()) {
            return;
        }
        Map<String, Recorded<FraudCaseHandled>> handled = ofCadre(opened.cadreId()).stream()
                .flatMap(followUp -> followUp.casesHandled().stream())
                .collect(Collectors.toMap(
                        recorded -> recorded.event().caseId(),
                        recorded -> recorded,
                        (one, other) -> one.guard() > other.guard() ? one : other));
        for (Recorded<FraudCaseOpened> recorded : opened.cases()) {
            FraudCaseOpened event = recorded.event();
            cases.add(new FraudCase(
                    event.caseId(),
                    jurisdiction,
                    event.cadreId(),
                    event.entryId(),
                    event.reason(),
                    recorded.by(),
                    recorded.at(),
                    Stream.ofNullable(handled.get(event.caseId()))
                            .map(FollowUpList::handling)
                            .findFirst()
                            .orElse(null)));
        }
    }

    private static Consequence.Handling handling(Recorded<FraudCaseHandled> recorded) {
        FraudCaseHandled event = recorded.event();
        return new Consequence.Handling(recorded.by(), recorded.at(), event.on(), event.document(), event.note());
    }

    private DocumentCollection<FollowUp> documents() {
        return group.active().of(projection);
    }
}
