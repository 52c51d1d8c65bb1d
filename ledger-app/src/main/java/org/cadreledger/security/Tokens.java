package org.cadreledger.security;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.cadreledger.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens: only their hashes are kept. What they stand for is looked up every two seconds where other nodes may change
 * it; changes on this node show at once.
 */
final class Tokens {
    private static final String COLLECTION = "accessTokens";
    private static final Duration FRESH_AMONG_NODES = Duration.ofSeconds(2);
    private static final int MOST_CACHED = 20_000;

    private final MongoCollection<Document> documents;
    private final Users users;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration fresh;
    private final Map<String, Known> cache = new LinkedHashMap<>(256, 0.75f, true);

    /** How often this node has changed what tokens stand for. */
    private long changes;

    private record Known(SignedIn who, Instant expiresAt, Instant readAt) {}

    /** Whom a token stands for. */
    record SignedIn(Actor actor, String displayName) {}

    /** @param alone whether no other node signs anybody in or out, or changes accounts */
    Tokens(MongoDatabase database, Users users, Clock clock, Duration lifetime, boolean alone) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.users = users;
        this.clock = clock;
        this.lifetime = lifetime;
        this.fresh = alone ? lifetime : FRESH_AMONG_NODES;
    }

    void createIndexes() {
        documents.createIndex(Indexes.ascending("user"));
    }

    SignIn.Issued issue(User user) {
        Instant now = clock.instant();
        Instant expiresAt = Instant.ofEpochSecond(now.plus(lifetime).getEpochSecond());
        // no server of ours has a TTL index that works everywhere: the account's own dead tokens go now
        documents.deleteMany(and(eq("user", user.username()), lt("expiresAt", Date.from(now))));
        String token = Secrets.token();
        documents.insertOne(new Document("_id", Secrets.hash(token))
                .append("user", user.username())
                .append("generation", user.generation())
                .append("expiresAt", Date.from(expiresAt)));
        return new SignIn.Issued(token, expiresAt);
    }

    /** Who the token stands for; empty when it is unknown, expired or void. */
    Optional<SignedIn> find(String token) {
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        Known known = cached(hash);
        if (known == null || known.readAt().plus(fresh).isBefore(now)) {
            long before = changes();
            known = load(hash, now);
            if (known == null) {
                return Optional.empty();
            }
            remember(hash, known, before);
        }
        return known.expiresAt().isAfter(now) ? Optional.of(known.who()) : Optional.empty();
    }

    void revoke(String token) {
        String hash = Secrets.hash(token);
        documents.deleteOne(eq("_id", hash));
        synchronized (this) {
            changes++;
            cache.remove(hash);
        }
    }

    /** Forgets what this node has in memory: called when an account has changed. */
    synchronized void forget() {
        changes++;
        cache.clear();
    }

    private synchronized long changes() {
        return changes;
    }

    private @Nullable Known load(String hash, Instant now) {
        Document token = documents.find(eq("_id", hash)).first();
        if (token == null) {
            return null;
        }
        long generation = token.get("generation", Number.class).longValue();
        return users.find(token.getString("user"))
                .filter(user -> !user.disabled() && user.generation() == generation)
                .map(user -> new Known(
                        new SignedIn(user.actor(), user.displayName()),
                        token.getDate("expiresAt").toInstant(),
                        now))
                .orElse(null);
    }

    private synchronized @Nullable Known cached(String hash) {
        return cache.get(hash);
    }

    /** @param before changes that had been made when it was begun to be read: what was changed since may be wrong */
    private synchronized void remember(String hash, Known known, long before) {
        if (changes != before) {
            return;
        }
        cache.put(hash, known);
        if (cache.size() > MOST_CACHED) {
            var eldest = cache.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
