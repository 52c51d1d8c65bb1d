package org.cadreledger.bench.store;

import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** What a team would otherwise pick, with the settings that its makers recommend. */
final class Rivals {
    private static final int CONNECTIONS = 64;

    private Rivals() {}

    static Side mongoPerEvent(MongoDatabase database) {
        return mongo("axon-mongo-event", database, new DocumentPerEventStorageStrategy());
    }

    static Side mongoPerCommit(MongoDatabase database) {
        return mongo("axon-mongo-commit", database, new DocumentPerCommitStorageStrategy());
    }

    private static Side mongo(String name, MongoDatabase database, StorageStrategy strategy) {
        DefaultMongoTemplate template = DefaultMongoTemplate.builder().mongoDatabase(database).build();
        strategy.ensureIndexes(template.eventCollection(), template.snapshotCollection());
        EventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .storageStrategy(strategy)
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        return new AxonSide(name, engine, () -> {});
    }

    /** @param url of an empty PostgreSQL database */
    static Side jdbc(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        PersistenceExceptionResolver resolver = new JdbcSQLErrorCodesResolver();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(pool::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .persistenceExceptionResolver(resolver)
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .dataType(byte[].class)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return new AxonSide("axon-jdbc-postgresql", engine, pool::close);
    }

    private static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }
}
