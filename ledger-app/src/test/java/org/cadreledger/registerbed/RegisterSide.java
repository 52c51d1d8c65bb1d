package org.cadreledger.registerbed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.cadreledger.access.Role;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.registering.GradeDesk;
import org.cadreledger.cadre.registering.RegisterDesk;
import org.cadreledger.cadre.registering.RegisteredCadre;
import org.cadreledger.cadre.registering.Registrations;
import org.cadreledger.catalogue.drafting.CatalogueBootstrap;
import org.cadreledger.catalogue.drafting.CatalogueDesk;
import org.cadreledger.catalogue.drafting.RuleCatalogue;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.following.CadreConsequences;
import org.cadreledger.consequence.following.FollowUpDesk;
import org.cadreledger.consequence.following.RaisedFlags;
import org.cadreledger.decisions.Messages;
import org.cadreledger.dispatch.CommandContextResolver;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.DefineJurisdiction;
import org.cadreledger.jurisdiction.defining.CountyDesk;
import org.cadreledger.jurisdiction.defining.CountySettings;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.CadreLedger;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.period.keeping.CaughtUp;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Counties, catalogue, register and follow-up with all of their handlers, on a log in memory that holds version 1 of the
 * catalogue and nothing else. It is noon of 2026-03-15 in Shanghai.
 */
public final class RegisterSide implements Commands, Consequences {
    public static final Actor ADMIN = new Actor("admin", Set.of(Role.CATALOGUE_ADMIN), null, null, null);
    public static final Actor REVIEWER = new Actor("reviewer", Set.of(Role.REVIEWER), null, null, null);

    private final LogInMemory log = new LogInMemory();
    private final AtomicInteger commands = new AtomicInteger();
    private final Configuration axon;
    public final FreshFolds folds = new FreshFolds(log);
    public Instant now = Instant.parse("2026-03-15T04:00:00Z");
    public boolean projectionsKeepUp = true;
    public final List<Raised> raised = new ArrayList<>();

    /** A flag as the projection of a county would show it. */
    public record Raised(String jurisdiction, Consequence consequence) {}

    public RegisterSide() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(c -> log)
                .registerComponent(
                        ParameterResolverFactory.class,
                        c -> MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(RegisterSide.class),
                                new CommandContextResolver()))
                .configureAggregate(CountySettings.class)
                .configureAggregate(RuleCatalogue.class)
                .configureAggregate(RegisteredCadre.class)
                .configureAggregate(CadreConsequences.class)
                .configureAggregate(CadreLedger.class)
                .registerCommandHandler(c -> new CountyDesk(c.repository(CountySettings.class), folds))
                .registerCommandHandler(c -> new CatalogueDesk(c.repository(RuleCatalogue.class), folds, log::counties))
                .registerCommandHandler(
                        c -> new RegisterDesk(c.repository(RegisteredCadre.class), registrations(), books(c), folds))
                .registerCommandHandler(c -> new GradeDesk(c.repository(RegisteredCadre.class), books(c), folds))
                .registerCommandHandler(c -> new FollowUpDesk(
                        c.repository(CadreConsequences.class),
                        folds,
                        new RaisedFlags(folds, new Bean<Consequences>(this)),
                        new CaughtUp(log::end, new Bean<>((position, patience) -> projectionsKeepUp))))
                .buildConfiguration();
        axon.start();
        new CatalogueBootstrap(this, folds).start();
    }

    private Books books(Configuration c) {
        return new Books(c.repository(CadreLedger.class), folds);
    }

    public Registrations registrations() {
        return new Registrations(folds);
    }

    public Clock clock() {
        return Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
    }

    /** Defines a county whose books start in 2026-01. */
    public RegisterSide county(String code) {
        send(new DefineJurisdiction(code, "County " + code, null, null, Month.parse("2026-01"), null), ADMIN);
        return this;
    }

    public RegisterSide closed(String county, String... months) {
        for (String month : months) {
            given(
                    Streams.period(county, Month.parse(month).year()),
                    county,
                    new MonthClosed(county, Month.parse(month), null));
        }
        return this;
    }

    /** Appends events to a stream as one commit of {@code system}. */
    public void given(String stream, String jurisdiction, Object... events) {
        long next = log.all().stream()
                .filter(event -> event.stream().equals(stream))
                .count();
        List<GenericDomainEventMessage<Object>> messages = new ArrayList<>();
        for (Object event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    "Given", stream, next + messages.size(), event, Messages.metaData("system", jurisdiction)));
        }
        DefaultUnitOfWork.startAndGet(messages.getFirst())
                .execute(() -> axon.eventStore().publish(messages));
    }

    public <R> R send(Command<R> command, Actor actor) {
        return send(command, actor, new CommandKey("command/" + commands.getAndIncrement(), null))
                .result();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        axon.commandBus()
                .dispatch(
                        new GenericCommandMessage<Object>(
                                command, MetaData.with("context", new CommandContext(actor, now, key.value()))),
                        callback);
        CommandResultMessage<?> result = callback.getResult();
        if (!result.isExceptional()) {
            return new Receipt<>((R) result.getPayload(), log.end(), false);
        }
        if (result.exceptionResult() instanceof RuntimeException failure) {
            throw failure;
        }
        throw new IllegalStateException(result.exceptionResult());
    }

    public long end() {
        return log.end();
    }

    public List<Object> lastCommit() {
        return lastRecords().stream().map(recorded -> recorded.event()).toList();
    }

    public List<Recorded<Object>> lastRecords() {
        return log.last();
    }

    @Override
    public List<Consequence> find(@Nullable String jurisdiction, @Nullable Integer year, @Nullable String cadreId) {
        return raised.stream()
                .filter(flag -> flag.jurisdiction().equals(jurisdiction))
                .map(Raised::consequence)
                .filter(flag -> flag.cadreId().equals(cadreId))
                .filter(flag -> year == null || flag.raisedBy().getLast().year() == year)
                .toList();
    }

    @Override
    public List<FraudCase> fraudCases(@Nullable String jurisdiction) {
        return List.of();
    }

    /** A section cadre of unit-1, registered on 2025-06-01. */
    public static RegisterCadre cadre(String cadreId, String jurisdiction) {
        return cadre(cadreId, jurisdiction, "unit-1", null);
    }

    public static RegisterCadre cadre(String cadreId, String jurisdiction, String unit, @Nullable String since) {
        return new RegisterCadre(
                cadreId,
                "Name of " + cadreId,
                jurisdiction,
                Category.SECTION,
                unit,
                "post",
                null,
                null,
                LocalDate.parse("2025-06-01"),
                since == null ? null : LocalDate.parse(since));
    }
}
