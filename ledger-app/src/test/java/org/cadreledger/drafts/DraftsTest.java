package org.cadreledger.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cadreledger.refusal.Reason;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.testbed.MemoryMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final MemoryMongo SERVER = new MemoryMongo();
    private static final Instant BEGINNING = Instant.parse("2026-03-15T04:00:00.123Z");
    private static final Map<String, List<String>> FIELDS = Map.of("matter", List.of("Half a thought"));

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void empty() {
        database = SERVER.client().getDatabase("drafts_test");
        database.drop();
    }

    /** Those of the same database, so much later. */
    private Drafts after(Duration later) {
        return new Drafts(database, Clock.fixed(BEGINNING.plus(later), ZoneOffset.UTC));
    }

    private Drafts now() {
        return after(Duration.ZERO);
    }

    private List<String> forms(String user) {
        return now().of(user).stream().map(Draft::form).toList();
    }

    private static Map<String, List<String>> field(String name, int characters) {
        return Map.of(name, List.of("x".repeat(characters - name.length())));
    }

    @Test
    void a_form_is_kept_as_it_was_last_left_for_its_user_alone() {
        now().save("ann", "claim c1", FIELDS);
        Map<String, List<String>> later = Map.of("matter", List.of("A thought"), "evidence", List.of("e1", "e2"));
        Instant saved = after(Duration.ofMinutes(1)).save("ann", "claim c1", later);
        assertThat(now().of("ann")).containsExactly(new Draft("claim c1", later, saved));
        assertThat(now().find("ann", "claim c1")).contains(new Draft("claim c1", later, saved));
        assertThat(now().find("bob", "claim c1")).isEmpty();
        assertThat(now().of("bob")).isEmpty();
    }

    @Test
    void the_newest_comes_first() {
        after(Duration.ofMinutes(2)).save("ann", "second", FIELDS);
        after(Duration.ofMinutes(1)).save("ann", "first", FIELDS);
        after(Duration.ofMinutes(3)).save("ann", "third", FIELDS);
        assertThat(forms("ann")).containsExactly("third", "second", "first");
    }

    @Test
    void what_is_sent_or_discarded_is_gone() {
        now().save("ann", "claim c1", FIELDS);
        now().save("ann", "claim c2", FIELDS);
        now().remove("ann", "claim c1");
        now().remove("bob", "claim c2");
        assertThat(forms("ann")).containsExactly("claim c2");
    }

    @Test
    void of_one_user_the_oldest_goes_when_there_are_too_many_and_nobody_elses() {
        now().save("bob", "oldest of all", FIELDS);
        IntStream.rangeClosed(1, Drafts.MOST_OF_A_USER)
                .forEach(i -> after(Duration.ofMinutes(i)).save("ann", "form " + i, FIELDS));
        assertThat(forms("ann")).hasSize(Drafts.MOST_OF_A_USER).contains("form 1");

        after(Duration.ofHours(2)).save("ann", "form 2", FIELDS);
        assertThat(forms("ann"))
                .as("one of them again")
                .hasSize(Drafts.MOST_OF_A_USER)
                .contains("form 1");

        after(Duration.ofHours(3)).save("ann", "one more", FIELDS);
        assertThat(forms("ann"))
                .hasSize(Drafts.MOST_OF_A_USER)
                .startsWith("one more", "form 2")
                .doesNotContain("form 1");
        assertThat(forms("bob")).containsExactly("oldest of all");
    }

    @Test
    void what_is_too_old_goes_whosever_it_is_when_anybody_saves() {
        now().save("ann", "old", FIELDS);
        after(Duration.ofDays(1)).save("ann", "a day younger", FIELDS);
        after(Drafts.KEPT).save("bob", "new", FIELDS);
        assertThat(forms("ann")).as("at the last moment").containsExactly("a day younger", "old");
        after(Drafts.KEPT.plusMillis(1)).save("bob", "new", FIELDS);
        assertThat(forms("ann")).containsExactly("a day younger");
        assertThat(forms("bob")).containsExactly("new");
    }

    @Test
    void too_much_is_refused_and_what_was_kept_before_stays() {
        now().save("ann", "claim c1", field("account", Drafts.MOST_CHARACTERS));
        Refused.with(
                Reason.PAYLOAD_TOO_LARGE,
                () -> now().save("ann", "claim c1", field("account", Drafts.MOST_CHARACTERS + 1)));
        Refused.with(
                Reason.PAYLOAD_TOO_LARGE,
                () -> now().save("ann", "claim c1", Map.of("x".repeat(Drafts.MOST_CHARACTERS), List.of("yz"))));
        assertThat(now().find("ann", "claim c1"))
                .hasValueSatisfying(
                        draft -> assertThat(draft.fields()).isEqualTo(field("account", Drafts.MOST_CHARACTERS)));
    }

    @Test
    void too_many_values_are_refused_however_short() {
        now().save("ann", "entry", Map.of("cadre", Collections.nCopies(200, "")));
        Refused.with(
                Reason.PAYLOAD_TOO_LARGE,
                () -> now().save("ann", "entry", Map.of("cadre", Collections.nCopies(201, ""))));
        assertThat(forms("ann")).containsExactly("entry");
    }
}
