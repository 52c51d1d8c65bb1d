package org.cadreledger.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cadreledger.store.EventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event version that was ever written still reads, and today's are written to the letter as they were. A golden file
 * has the payload on its first line and the personal part, if any, on its second. To add an event: run
 * {@link SampleEvents#main}, look at the new file, commit it; an existing file is never changed.
 */
class GoldenEventsTest {
    private static final EventTypes TYPES = new EventTypes(DomainEvents.ROOTS, List.of());

    static Stream<String> writtenToday() {
        return TYPES.names().stream();
    }

    @ParameterizedTest
    @MethodSource("writtenToday")
    void an_event_is_written_to_the_letter_as_its_golden_file_says(String name) throws IOException {
        List<String> golden = Files.readAllLines(SampleEvents.file(name));

        Object event = TYPES.decode(name, golden.getFirst(), golden.size() > 1 ? golden.get(1) : null);

        assertThat(event).isEqualTo(SampleEvents.of(TYPES.typeOf(name)));
        assertThat(TYPES.payloadOf(event)).isEqualTo(golden.getFirst());
        assertThat(TYPES.personalOf(event)).isEqualTo(golden.size() > 1 ? golden.get(1) : null);
    }

    @ParameterizedTest
    @MethodSource("writtenToday")
    void an_event_reads_without_its_personal_part(String name) throws IOException {
        String payload = Files.readAllLines(SampleEvents.file(name)).getFirst();

        assertThat(TYPES.decode(name, payload, null)).isInstanceOf(TYPES.typeOf(name));
    }

    @Test
    void every_golden_file_is_of_an_event_that_still_reads() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> found = Files.list(SampleEvents.FOLDER)) {
            found.forEach(file -> files.add(file.getFileName().toString().replace(".json", "")));
        }
        assertThat(files).isEqualTo(TYPES.names());
    }

    @Test
    void names_carry_a_version() {
        assertThat(TYPES.names()).allMatch(name -> name.matches("[a-z]+\\.[a-z-]+\\.v[1-9]"));
    }
}
