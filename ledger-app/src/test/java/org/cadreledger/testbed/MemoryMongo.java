package org.cadreledger.testbed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.H2MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The protocol server that the embedded database is built on, as it comes: in memory, at a free port of the loopback. */
public final class MemoryMongo implements AutoCloseable {
    /** So many connections are served at once. */
    private static final int WORKERS = 80;

    private final H2MongoServer server = new H2MongoServer();
    private final MongoClient client;

    public MemoryMongo() {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
        client = MongoClients.create(uri() + "/?retryWrites=false");
    }

    /** Without a path or settings. */
    public String uri() {
        return "mongodb:/" + server.getLocalAddress();
    }

    /** Closed with the server. */
    public MongoClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
