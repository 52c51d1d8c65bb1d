package org.cadreledger.testbed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.access.CommandContext;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.decisions.Messages;
import org.cadreledger.dispatch.CommandContextResolver;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.claim.ClaimDesk;
import org.cadreledger.ledger.deduction.DeductionDesk;
import org.cadreledger.ledger.entry.EntryDesk;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.CadreLedger;
import org.cadreledger.ledger.review.ReviewDesk;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.log.Recorded;
import org.cadreledger.objection.answering.AnsweringDesk;
import org.cadreledger.objection.raising.RaisingDesk;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.closing.ClosingDesk;
import org.cadreledger.period.finalising.FinalisingDesk;
import org.cadreledger.period.keeping.CaughtUp;
import org.cadreledger.period.keeping.CountyBooks;
import org.cadreledger.period.keeping.CountyPeriods;
import org.cadreledger.period.publishing.PublishingDesk;
import org.cadreledger.read.ReadSide;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The write side of ledgers, periods and objections with all of its handlers, on a log in memory. It begins with county
 * {@code j1}, whose books start in 2026-01, the catalogue of {@link Given} and cadres {@code c1} and {@code c2} of unit
 * {@code unit-1}; it is the morning of 2026-03-15 there.
 */
public final class WriteSide extends NoBoards {
    public final MemoryLog log = new MemoryLog();
    public final FreshFolds folds = new FreshFolds(log);
    public Instant now = Instant.parse("2026-03-15T01:00:00Z");
    public @Nullable Board board;
    public boolean projectionsKeepUp = true;
    private final Configuration axon;
    private int commands;

    public WriteSide() {
        this(Given.county("j1", 5));
    }

    public WriteSide(JurisdictionDefined county) {
        axon = start();
        given(Streams.jurisdiction(county.jurisdiction()), county.jurisdiction(), county);
        given(Streams.CATALOGUE, null, Given.drafted(1, "8"), Given.published(1, null));
        given(Streams.cadre("c1"), "j1", Given.cadre("c1", "j1", "unit-1"));
        given(Streams.cadre("c2"), "j1", Given.cadre("c2", "j1", "unit-1"));
    }

    private Configuration start() {
        Configuration configuration = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(c -> log)
                .registerComponent(
                        ParameterResolverFactory.class,
                        c -> MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(WriteSide.class),
                                new CommandContextResolver()))
                .configureAggregate(CadreLedger.class)
                .configureAggregate(CountyPeriods.class)
                .registerCommandHandler(c -> new ClaimDesk(books(c)))
                .registerCommandHandler(c -> new ReviewDesk(books(c)))
                .registerCommandHandler(c -> new DeductionDesk(books(c)))
                .registerCommandHandler(c -> new EntryDesk(books(c), c.eventStore()))
                .registerCommandHandler(
                        c -> new ClosingDesk(counties(c), caughtUp(), Fixed.<PendingItems>of(new Undecided(log))))
                .registerCommandHandler(
                        c -> new PublishingDesk(counties(c), Given.DEFAULTS, caughtUp(), Fixed.<Boards>of(this)))
                .registerCommandHandler(c -> new FinalisingDesk(counties(c)))
                .registerCommandHandler(c -> new RaisingDesk(counties(c), books(c)))
                .registerCommandHandler(c -> new AnsweringDesk(counties(c), books(c)))
                .buildConfiguration();
        configuration.start();
        return configuration;
    }

    private Books books(Configuration c) {
        return new Books(c.repository(CadreLedger.class), folds);
    }

    private CountyBooks counties(Configuration c) {
        return new CountyBooks(c.repository(CountyPeriods.class), folds);
    }

    private CaughtUp caughtUp() {
        return new CaughtUp(log::end, Fixed.<ReadSide>of((position, patience) -> projectionsKeepUp));
    }

    /** Appends events to a stream as one commit of {@code system}. */
    public void given(String stream, @Nullable String jurisdiction, Object... events) {
        long next = log.stream(stream).size();
        List<GenericDomainEventMessage<Object>> messages = new ArrayList<>();
        for (Object event : events) {
            MetaData data =
                    jurisdiction == null ? MetaData.with("by", "system") : Messages.metaData("system", jurisdiction);
            messages.add(new GenericDomainEventMessage<>("Given", stream, next + messages.size(), event, data));
        }
        DefaultUnitOfWork.startAndGet(messages.getFirst())
                .execute(() -> axon.eventStore().publish(messages));
    }

    public <R> R send(Command<R> command, Actor actor) {
        return send(command, actor, "command/" + commands++);
    }

    @SuppressWarnings("unchecked")
    public <R> R send(Command<R> command, Actor actor, String key) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        MetaData data = MetaData.with("context", new CommandContext(actor, now, key));
        axon.commandBus().dispatch(new GenericCommandMessage<Object>(command, data), callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            if (result.exceptionResult() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(result.exceptionResult());
        }
        return (R) result.getPayload();
    }

    public Books books() {
        return books(axon);
    }

    /** Runs what a command handler would do. */
    public <R> R inUnitOfWork(Supplier<R> work) {
        return DefaultUnitOfWork.startAndGet(new GenericCommandMessage<Object>("work"))
                .executeWithResult(work::get)
                .getPayload();
    }

    /** It is noon of that day in the county. */
    public WriteSide on(String day) {
        now = LocalDate.parse(day).atTime(4, 0).toInstant(java.time.ZoneOffset.UTC);
        return this;
    }

    /** Closes months without asking anything. */
    public WriteSide closed(String... months) {
        Arrays.stream(months)
                .map(Month::parse)
                .forEach(month -> given(
                        Streams.period("j1", month.year()),
                        "j1",
                        new org.cadreledger.period.PeriodEvent.MonthClosed("j1", month, null)));
        return this;
    }

    public CadreLedgers ledgers(String cadreId) {
        return folds.ledgers(cadreId, now);
    }

    public PeriodBook periods() {
        return folds.periods("j1", now);
    }

    /** Events of the last commit. */
    public List<Object> lastCommit() {
        return log.commit(log.end()).stream().map(recorded -> recorded.event()).toList();
    }

    public List<Recorded<Object>> lastRecords() {
        return log.commit(log.end());
    }

    @Override
    public Optional<Board> find(String jurisdiction, Period period, Category category, @Nullable Integer revision) {
        return Optional.ofNullable(board);
    }
}
