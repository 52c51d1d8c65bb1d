package org.cadreledger.projecting;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.board.Boards;
import org.cadreledger.board.sealing.BoardBell;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.catalogue.CatalogueVersions;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.catalogue.versions.FoldedVersions;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.documents.DocumentDatabase;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.EntryNumbers;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.Twins;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.statement.FoldedLedgers;
import org.cadreledger.objection.Objections;
import org.cadreledger.period.Periods;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.LogMessageSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the read side. */
@Configuration(proxyBeanMethods = false)
class ProjectingConfiguration {
    /** The catalogue as the log has it now: one short stream, folded on each call, kept in memory between. */
    @Bean
    Catalogues catalogues(FreshFolds folds) {
        return folds::catalogues;
    }

    @Bean
    CatalogueVersions catalogueVersions(FreshFolds folds) {
        return new FoldedVersions(folds);
    }

    @Bean
    ReadModels readModels(MongoDatabase database, Catalogues catalogues, BoardBell bell) {
        Supplier<CatalogueBook> current = catalogues::current;
        return ReadModels.open(new DocumentDatabase(database), current, bell::ring);
    }

    /**
     * The name of this node; on the embedded database, which nobody else can use, always the same, so that the claims of a
     * killed process are its own.
     */
    private record Node(String name, boolean isAlone) {
        static Node of(Environment environment) {
            boolean alone = EmbeddedMongoConfiguration.isEmbedded(environment);
            String process =
                    alone ? "embedded" : ManagementFactory.getRuntimeMXBean().getName();
            String given = environment.getProperty("ledger.node", "");
            return new Node(given.isBlank() ? process : given, alone);
        }
    }

    @Bean
    TokenStore tokenStore(MongoDatabase database, Environment environment) {
        return tokens(database, Node.of(environment).name());
    }

    static TokenStore tokens(MongoDatabase database, String node) {
        return MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .trackingTokensCollectionName("tokens")
                        .build())
                // tokens of the log are plain numbers: no types to be allowed
                .serializer(Jackson3Serializer.builder().build())
                .claimTimeout(ProcessorSettings.CLAIM_TIMEOUT)
                .nodeId(node)
                .build();
    }

    @Bean
    Projectors projectors(
            ReadModels models,
            CommitLog log,
            LogMessageSource source,
            TokenStore tokens,
            MongoDatabase database,
            Environment environment,
            MeterRegistry meters) {
        Node node = Node.of(environment);
        Projectors projectors = new Projectors(
                models.groups(),
                log,
                source,
                tokens,
                ProcessorSettings.DEFAULT,
                node.isAlone() ? SharedMarks.alone() : SharedMarks.in(database),
                node.isAlone() ? null : new Nodes(database, node.name()));
        Lag.register(projectors, meters);
        return projectors;
    }

    @Bean
    Rebuilds rebuilds(Projectors projectors, CommitLog log) {
        return new OnlineRebuilds(projectors, log, Clock.systemUTC());
    }

    /** After an update of the program: what the documents lack is built while they stay in use. */
    @Bean
    ApplicationRunner outdatedProjections(ReadModels models, Rebuilds rebuilds) {
        return arguments -> rebuilds.start(models.groups().stream()
                .filter(ProjectionGroup::isOutdated)
                .map(ProjectionGroup::name)
                .toList());
    }

    @Bean
    Twins twins(ReadModels models) {
        return models.twins();
    }

    @Bean
    Cadres cadres(ReadModels models) {
        return models.cadres();
    }

    @Bean
    PendingItems pendingItems(ReadModels models) {
        return models.pending();
    }

    @Bean
    Periods periods(ReadModels models) {
        return models.periods();
    }

    @Bean
    EntryNumbers entryNumbers(ReadModels models) {
        return models.numbers();
    }

    @Bean
    Boards boards(ReadModels models) {
        return models.boards();
    }

    @Bean
    Objections objections(ReadModels models) {
        return models.objections();
    }

    @Bean
    Consequences consequences(ReadModels models) {
        return models.consequences();
    }

    @Bean
    Ledgers ledgers(
            CommitLog log,
            FreshFolds folds,
            EventTypes types,
            @Value("${ledger.scoring.quarter:PERIOD}") QuarterScoring quarter,
            @Value("${ledger.scoring.year:PERIOD}") YearScoring year) {
        return new FoldedLedgers(log, folds, types, new PeriodScoring.Modes(quarter, year));
    }
}
