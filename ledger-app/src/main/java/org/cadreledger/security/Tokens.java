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
 * Bearer tokens: only their hashes are kept, and what they stand for is looked up at most every two seconds. Disabling an
 * account on this node shows at once, on other nodes within these two seconds.
 */
final class Tokens {
    private static final String COLLECTION = "accessTokens";
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_CACHED = 20_000;

    private final MongoCollection<Document> documents;
    private final Users users;
    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, Known> cache = new LinkedHashMap<>(256, 0.75f, true);

    private record Known(SignedIn who, Instant expiresAt, Instant readAt) {}

    /** Whom a token stands for. */
    record SignedIn(Actor actor, String displayName) {}

    Tokens(MongoDatabase database, Users users, Clock clock, Duration lifetime) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.users = users;
        this.clock = clock;
        this.lifetime = lifetime;
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
        if (known == null || known.readAt().plus(FRESH).isBefore(now)) {
            known = load(hash, now);
            if (known == null) {
                return Optional.empty();
            }
            remember(hash, known);
        }
        return known.expiresAt().isAfter(now) ? Optional.of(known.who()) : Optional.empty();
    }

    void revoke(String token) {
        String hash = Secrets.hash(token);
        documents.deleteOne(eq("_id", hash));
        synchronized (this) {
            cache.remove(hash);
        }
    }

    /** Forgets what this node has in memory: called when an account has changed. */
    synchronized void forget() {
        cache.clear();
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

    private synchronized void remember(String hash, Known known) {
        cache.put(hash, known);
        if (cache.size() > MOST_CACHED) {
            var eldest = cache.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
