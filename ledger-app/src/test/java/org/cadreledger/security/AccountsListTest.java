package org.cadreledger.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.access.Role;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsListTest {
    private static final PageRequest ALL = new PageRequest(100, null);

    private static User user(String name, String displayName, @Nullable String jurisdiction, @Nullable String unit) {
        return new User(name, displayName, Set.of(Role.REVIEWER), null, jurisdiction, unit, "hash", false, 0);
    }

    private static List<String> names(Accounts.Matches matches) {
        return matches.page().items().stream().map(Accounts.Account::username).toList();
    }

    @Test
    void accounts_are_listed_by_user_name_and_found_by_county_and_text_page_by_page(@TempDir Path directory) {
        try (EmbeddedMongo server = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
                MongoClient client = MongoClients.create(server.clientSettings().build())) {
            Users users = new Users(client.getDatabase("cadreledger"));
            users.add(user("wang", "Aang", "ly", "水利局"));
            users.add(user("li", "李强", "ly", null));
            users.add(user("li2", "李强", "ly", null));
            users.add(user("admin", "Admin", null, null));
            users.disable("li2");

            assertThat(names(users.list("ly", null, ALL))).containsExactly("li", "li2", "wang");
            assertThat(names(users.list(null, "", ALL))).containsExactly("admin", "li", "li2", "wang");
            assertThat(names(users.list(null, "LI", ALL))).containsExactly("li", "li2");
            assertThat(names(users.list("ly", "水利", ALL))).containsExactly("wang");
            assertThat(users.account("li2").orElseThrow().disabled()).isTrue();
            assertThat(users.account("nobody")).isEmpty();

            var first = users.list("ly", null, new PageRequest(2, null));
            assertThat(names(first)).containsExactly("li", "li2");
            assertThat(first.total()).isEqualTo(3);
            var second = users.list("ly", null, new PageRequest(2, first.page().next()));
            assertThat(names(second)).containsExactly("wang");
            assertThat(second.page().next()).isNull();
            assertThat(users.displayNames(List.of("wang", "li", "nobody", "wang")))
                    .isEqualTo(Map.of("wang", "Aang", "li", "李强"));
        }
    }
}
