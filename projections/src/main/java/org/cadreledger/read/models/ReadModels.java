package org.cadreledger.read.models;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cadreledger.board.notice.BoardPress;
import org.cadreledger.board.notice.BoardShelf;
import org.cadreledger.board.notice.Notices;
import org.cadreledger.cadre.listing.CadreList;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.listing.RosterProjection;
import org.cadreledger.cadre.listing.Rosters;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.consequence.followup.FollowUpList;
import org.cadreledger.consequence.followup.FollowUpProjection;
import org.cadreledger.documents.AfterBatch;
import org.cadreledger.documents.DocumentDatabase;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.jurisdiction.counties.CountyProjection;
import org.cadreledger.ledger.Twins;
import org.cadreledger.ledger.declared.DeclarationProjection;
import org.cadreledger.ledger.pending.Desk;
import org.cadreledger.ledger.pending.PendingProjection;
import org.cadreledger.ledger.tallies.TallyNumbers;
import org.cadreledger.ledger.tallies.TallyProjection;
import org.cadreledger.ledger.twins.ClaimTraces;
import org.cadreledger.ledger.twins.TwinFinder;
import org.cadreledger.objection.inbox.Inbox;
import org.cadreledger.objection.inbox.ObjectionProjection;
import org.cadreledger.period.standing.Calendar;
import org.cadreledger.period.standing.PeriodProjection;

/**
 * The read side: two groups of projections and the queries over them.
 *
 * @param ledger what boards are computed from, and the boards: one group, since a board must not miss a fact
 * @param desk what is worked through day by day
 */
public record ReadModels(
        ProjectionGroup ledger,
        ProjectionGroup desk,
        CadreList cadres,
        Desk pending,
        Calendar periods,
        Notices boards,
        Inbox objections,
        FollowUpList consequences,
        Twins twins,
        TallyNumbers numbers) {

    /**
     * Opens the documents, or begins them.
     *
     * @param catalogues the catalogue with everything that the log says of it now
     * @param boardComputed called after each board
     */
    public static ReadModels open(
            DocumentDatabase database, Supplier<CatalogueBook> catalogues, Runnable boardComputed) {
        var counties = new CountyProjection();
        var register = new RegisterProjection();
        var roster = new RosterProjection();
        var tallies = new TallyProjection();
        var periods = new PeriodProjection();
        var shelf = new BoardShelf();
        List<Projection<?>> ofLedger = Stream.concat(
                        Stream.of(counties, register, roster, tallies, periods), shelf.projections().stream())
                .toList();
        var press = new BoardPress(shelf, register, tallies, periods, catalogues, boardComputed);
        var ledger = new ProjectionGroup("ledger", ofLedger, press, database);

        var pending = new PendingProjection();
        var declarations = new DeclarationProjection();
        var objections = new ObjectionProjection();
        var followUps = new FollowUpProjection();
        var traces = new ClaimTraces();
        List<Projection<?>> ofDesk = List.of(pending, declarations, objections, followUps, traces);
        var desk = new ProjectionGroup("desk", ofDesk, AfterBatch.NOTHING, database);

        var rosters = new Rosters(ledger, roster);
        var cadres = new CadreList(ledger, register, counties, rosters);
        var items = new Desk(desk, pending, rosters, cadres::counties);
        var inbox = new Inbox(desk, objections);
        var boards = new Notices(ledger, shelf, register, periods, rosters, cadres::countiesOf);
        return new ReadModels(
                ledger,
                desk,
                cadres,
                items,
                new Calendar(ledger, desk, counties, periods, register, declarations, items, inbox),
                boards,
                inbox,
                new FollowUpList(desk, followUps, boards, cadres),
                new TwinFinder(desk, traces, rosters),
                new TallyNumbers(ledger, tallies, periods));
    }

    public List<ProjectionGroup> groups() {
        return List.of(ledger, desk);
    }
}
