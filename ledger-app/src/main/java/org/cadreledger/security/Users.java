package org.cadreledger.security;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.cadreledger.access.Role;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.store.Inserts;
import org.jspecify.annotations.Nullable;

/** The accounts, as plain documents. */
final class Users implements Accounts {
    private static final String COLLECTION = "users";

    /** More accounts than a deployment has; all of a county are looked through. */
    private static final int MOST = 1_000_000;

    private final MongoCollection<Document> documents;

    Users(MongoDatabase database) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    Optional<User> find(String username) {
        return Optional.ofNullable(documents.find(eq("_id", username)).first()).map(Users::read);
    }

    /** @return false when the name is taken */
    boolean add(User user) {
        return Inserts.unlessThere(documents, write(user));
    }

    /** @return false for an unknown name */
    boolean disable(String username) {
        return documents
                        .updateOne(eq("_id", username), combine(set("disabled", true), inc("generation", 1L)))
                        .getMatchedCount()
                == 1;
    }

    /** @return false for an unknown name */
    boolean changePassword(String username, String hash) {
        return documents
                        .updateOne(eq("_id", username), combine(set("passwordHash", hash), inc("generation", 1L)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public Optional<Account> account(String username) {
        return find(username).map(User::account);
    }

    @Override
    public Matches list(@Nullable String jurisdiction, @Nullable String text, PageRequest page) {
        String folded = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        List<Account> found = new ArrayList<>();
        Document ofCounty = jurisdiction == null ? new Document() : new Document("jurisdiction", jurisdiction);
        for (Document document : documents.find(ofCounty).limit(MOST)) {
            Account account = read(document).account();
            if (account.matches(folded)) {
                found.add(account);
            }
        }
        found.sort(Account.BY_NAME);
        List<Account> rest = found.stream().filter(isAfter(page.after())).toList();
        boolean more = rest.size() > page.limit();
        List<Account> part = more ? rest.subList(0, page.limit()) : rest;
        return new Matches(new Page<>(part, more ? part.getLast().username() : null), found.size());
    }

    /** The cursor is a user name; a changed or removed account only moves the page a little. */
    private Predicate<Account> isAfter(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .flatMap(this::account)
                .<Predicate<Account>>map(last -> account -> Account.BY_NAME.compare(account, last) > 0)
                .orElse(account -> true);
    }

    @Override
    public Map<String, String> displayNames(Collection<String> usernames) {
        Map<String, String> names = new HashMap<>();
        for (Document document : documents
                .find(in("_id", Set.copyOf(usernames)))
                .projection(new Document("displayName", 1))
                .limit(MOST)) {
            names.put(document.getString("_id"), document.getString("displayName"));
        }
        return names;
    }

    /** As they are kept. */
    List<Document> all() {
        return documents.find().limit(MOST).into(new ArrayList<>());
    }

    private static Document write(User user) {
        return new Document("_id", user.username())
                .append("displayName", user.displayName())
                .append("roles", user.roles().stream().map(Role::name).sorted().toList())
                .append("cadreId", user.cadreId())
                .append("jurisdiction", user.jurisdiction())
                .append("unit", user.unit())
                .append("passwordHash", user.passwordHash())
                .append("disabled", user.disabled())
                .append("generation", user.generation());
    }

    static User read(Document document) {
        List<String> roles = document.getList("roles", String.class);
        return new User(
                document.getString("_id"),
                document.getString("displayName"),
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()),
                document.getString("cadreId"),
                document.getString("jurisdiction"),
                document.getString("unit"),
                document.getString("passwordHash"),
                document.getBoolean("disabled", false),
                document.get("generation", Number.class).longValue());
    }
}
