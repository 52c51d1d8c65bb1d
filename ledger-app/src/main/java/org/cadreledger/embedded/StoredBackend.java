package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's commands over the file: what writes goes through the commit barrier, what reads sees the last commit. */
final class StoredBackend extends AbstractMongoBackend {
    private static final Logger log = LoggerFactory.getLogger(StoredBackend.class);
    private static final Set<String> READING = Set.of(
            "find",
            "count",
            "distinct",
            "aggregate",
            "listcollections",
            "listindexes",
            "dbstats",
            "collstats",
            "getmore",
            "killcursors",
            "ping",
            "ismaster",
            "hello",
            "buildinfo",
            "serverstatus",
            "whatsmyuri",
            "listdatabases",
            "endsessions",
            "connectionstatus",
            "hostinfo",
            "getlog",
            "getcmdlineopts",
            "getlasterror",
            "validate",
            "getfreemonitoringstatus",
            "replsetgetstatus");

    private final Storage storage;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    StoredBackend(Storage storage, Clock clock) {
        super(clock);
        this.storage = storage;
        Set<String> names = new TreeSet<>();
        for (String map : storage.names(StoredDatabase.DATA_PREFIX)) {
            names.add(Utils.firstFragment(map.substring(StoredDatabase.DATA_PREFIX.length())));
        }
        if (!names.isEmpty()) {
            storage.write(() -> {
                names.forEach(this::resolveDatabase);
                return names;
            });
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        MongoDatabase database = new StoredDatabase(databaseName, storage, getCursorRegistry());
        known.add(databaseName);
        return database;
    }

    /** The stock handler would write the whole request, with people's data, to the log. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (RuntimeException e) {
            Document request = message.getDocument();
            String command = request.keySet().iterator().next();
            log.warn(
                    "{} {} failed: {}",
                    command,
                    request.get(command),
                    e.getClass().getSimpleName());
            log.debug("The cause", e);
            return Replies.error(e);
        }
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello") || name.equals("ismaster")) {
            return hello();
        }
        if (name.equals("listdatabases")) {
            return listDatabases();
        }
        boolean touchesNoDatabase = databaseName.equals("admin") || known.contains(databaseName);
        if (READING.contains(name) && touchesNoDatabase && !writesResults(name, query)) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        if (READING.contains(name) && !writesResults(name, query) && !needsDatabase(name)) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        Document reply = storage.write(() -> super.handleCommand(channel, databaseName, command, query));
        if (name.equals("dropdatabase")) {
            known.remove(databaseName);
        }
        return reply;
    }

    private static boolean needsDatabase(String name) {
        return !Set.of("ping", "buildinfo", "serverstatus", "whatsmyuri", "killcursors")
                .contains(name);
    }

    private static boolean writesResults(String name, Document query) {
        return name.equals("aggregate")
                && query.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    private Document hello() {
        Document reply = new Document("helloOk", true)
                .append("ismaster", true)
                .append("isWritablePrimary", true)
                .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
                .append("maxWriteBatchSize", MongoWireProtocolHandler.MAX_WRITE_BATCH_SIZE)
                .append("maxMessageSizeBytes", MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
                .append("maxWireVersion", ServerVersion.MONGO_5_0.getWireVersion())
                .append("minWireVersion", 0)
                .append("readOnly", false)
                .append("localTime", Instant.now(getClock()));
        Utils.markOkay(reply);
        return reply;
    }

    private Document listDatabases() {
        List<Document> databases = new ArrayList<>();
        for (String name : new TreeSet<>(known)) {
            databases.add(new Document("name", name).append("empty", false).append("sizeOnDisk", storage.fileBytes()));
        }
        Document reply = new Document("databases", databases).append("totalSize", storage.fileBytes());
        Utils.markOkay(reply);
        return reply;
    }
}
