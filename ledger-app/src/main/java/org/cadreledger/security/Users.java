package org.cadreledger.security;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.cadreledger.access.Role;

/** The accounts, as plain documents. */
final class Users {
    private static final String COLLECTION = "users";

    private final MongoCollection<Document> documents;

    Users(MongoDatabase database) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    Optional<User> find(String username) {
        return Optional.ofNullable(documents.find(eq("_id", username)).first()).map(Users::read);
    }

    /** @return false when the name is taken */
    boolean add(User user) {
        try {
            documents.insertOne(write(user));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
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

    private static User read(Document document) {
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
